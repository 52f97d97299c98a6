import {
  ApexDate,
  ApexDatetime,
  ApexDouble,
  ApexList,
  ApexTime,
  compareNumbers,
  equals,
  getField,
  raise,
  raiseNull,
  setField,
  SObject,
  toId,
  valueEquals,
  type ApexDecimal,
  type ApexType
} from '../../../values/index.js';
import type { ObjectInfo } from '../../../schema/model.js';

/** The value, or the exception of everything that is done to null. */
export function nn<T>(value: T | null): T {
  if (value === null || value === undefined) raiseNull();
  return value;
}

/** A built-in of a class that the project may have extended: its own method first. */
export function virtual(self: object, name: string, implementation: (...args: unknown[]) => unknown, ...args: unknown[]): unknown {
  const own = (self as Record<string, unknown>)[name];
  return typeof own === 'function' ? (own as (...args: unknown[]) => unknown).apply(self, args) : implementation(self, ...args);
}

export function id(text: string | null): string | null {
  return text === null ? null : toId(text);
}

// ------------------------------------------------------------------------------------------ comparison

/** `==` of two strings ignores case. */
export function eqText(left: string | null, right: string | null): boolean {
  if (left === right) return true;
  return left !== null && right !== null && left.length === right.length && left.toLowerCase() === right.toLowerCase();
}

/** `===`: values of primitive types by value, with case; everything else by identity. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  return isScalar(left) && valueEquals(left, right);
}

function isScalar(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof SObject) return false;
  return (value as { apexType?: ApexType }).apexType?.kind === 'primitive';
}

/** Negative, zero or positive; null when one of them is null, which makes every comparison false (Apex Developer Guide, "Expression Operators"). */
function order(left: unknown, right: unknown): number | null {
  if (typeof left === 'string' || typeof right === 'string') return textOrder(left as string | null, right as string | null);
  if (left === null || right === null) return null;
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days - right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.millis - right.millis;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.millis - right.millis;
  return compareNumbers(left as Numeric, right as Numeric);
}

type Numeric = number | bigint | ApexDouble | ApexDecimal;

/** "A non-null String or ID value is always greater than a null value"; the comparison ignores case. */
function textOrder(left: string | null, right: string | null): number {
  if (left === null) return -1;
  if (right === null) return 1;
  const a = left.toLowerCase();
  const b = right.toLowerCase();
  return a < b ? -1 : a > b ? 1 : 0;
}

export function less(left: unknown, right: unknown): boolean {
  const result = order(left, right);
  return result !== null && result < 0;
}

export function lessOrEqual(left: unknown, right: unknown): boolean {
  const result = order(left, right);
  return result !== null && result <= 0;
}

export function greater(left: unknown, right: unknown): boolean {
  const result = order(left, right);
  return result !== null && result > 0;
}

export function greaterOrEqual(left: unknown, right: unknown): boolean {
  const result = order(left, right);
  return result !== null && result >= 0;
}

export function lessInt(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && left < right;
}

export function lessOrEqualInt(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && left <= right;
}

export function greaterInt(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && left > right;
}

export function greaterOrEqualInt(left: number | null, right: number | null): boolean {
  return left !== null && right !== null && left >= right;
}

// --------------------------------------------------------------------------------------------- records

/** A field of a parent record: null when there is no parent (Apex Developer Guide, "Accessing sObject Fields Through Relationships"). */
export function parentField(record: SObject | null, name: string): unknown {
  return record === null ? null : getField(record, name);
}

/** Sets a field and answers the value, as an assignment does. */
export function put<T>(record: SObject, name: string, value: T): T {
  setField(record, name, value);
  return value;
}

export function newRecord(info: ObjectInfo, fields: Readonly<Record<string, unknown>>): SObject {
  const record = new SObject(info);
  for (const name in fields) setField(record, name, fields[name]);
  return record;
}

// ----------------------------------------------------------------------------------------- collections

export function putAt<T>(list: ApexList<T>, index: number, value: T): T {
  list.setAt(index, value);
  return value;
}

/** `new T[n]`: n nulls. */
export function sized(element: ApexType, size: number): ApexList {
  return new ApexList(element, new Array<unknown>(size).fill(null));
}

/** The one row that a query assigned to a record must have. */
export function single(rows: ApexList): unknown {
  if (rows.items.length === 0) raise('QueryException', 'List has no rows for assignment to SObject');
  if (rows.items.length > 1) raise('QueryException', 'List has more than 1 row for assignment to SObject');
  return rows.items[0];
}

/** The same where `?.` or `??` follows: no row is null (Apex Developer Guide, "Safe Navigation Operator"). */
export function singleOrNull(rows: ApexList): unknown {
  return rows.items.length === 0 ? null : single(rows);
}

// -------------------------------------------------------------------------------------------- arithmetic

const DAY = 86_400_000;

/** Date, Datetime and Time plus a number: days for dates, days and their fractions for datetimes, milliseconds for times. */
export function addTime(value: ApexDate | ApexDatetime | ApexTime, amount: number): ApexDate | ApexDatetime | ApexTime {
  if (value instanceof ApexDate) return value.addDays(Math.trunc(amount));
  if (value instanceof ApexDatetime) return new ApexDatetime(value.millis + Math.round(amount * DAY));
  return new ApexTime((((value.millis + amount) % DAY) + DAY) % DAY);
}

export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof ApexDouble ? value.value : value.doubleValue();
}

export function matches(subject: unknown, value: unknown): boolean {
  return typeof subject === 'string' ? subject === value : equals(subject, value);
}

/** Sets a property of a built-in object and answers the value. */
export function assign<T>(setter: (self: unknown, value: T) => void, self: unknown, value: T): T {
  setter(self, value);
  return value;
}

export function assignStatic<T>(setter: (value: T) => void, value: T): T {
  setter(value);
  return value;
}

/** `object.clone()` of a class of the project: another object of the class with the same values. */
export function cloneObject<T extends object>(object: T): T {
  return Object.assign(Object.create(Object.getPrototypeOf(object) as object) as T, object);
}
