import { type ApexObject } from './object.js';
import { SObject } from './sobject.js';
import { ApexBlob } from './blob.js';
import { ApexDate } from './date.js';
import { ApexDatetime } from './datetime.js';
import { ApexDecimal } from './decimal.js';
import { ApexDouble } from './double.js';
import { ApexList } from './list.js';
import { ApexMap } from './map.js';
import { ApexSet } from './set.js';
import { ApexTime } from './time.js';

interface WithEquals {
  equals$1(other: unknown): boolean | null;
}

interface WithHashCode {
  hashCode$0(): number | null;
}

function hasEquals(value: object): value is WithEquals {
  return 'equals$1' in value;
}

function hasHashCode(value: object): value is WithHashCode {
  return 'hashCode$0' in value;
}

type Numeric = number | bigint | ApexDouble | ApexDecimal;

function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof ApexDouble || value instanceof ApexDecimal;
}

/** Less than, equal to or greater than zero, across the number types. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof ApexDecimal || b instanceof ApexDecimal) {
    if (a instanceof ApexDouble && !Number.isFinite(a.value)) return a.value > 0 ? 1 : -1;
    if (b instanceof ApexDouble && !Number.isFinite(b.value)) return b.value > 0 ? -1 : 1;
    return decimalOf(a).compareTo(decimalOf(b));
  }
  const left = a instanceof ApexDouble ? a.value : a;
  const right = b instanceof ApexDouble ? b.value : b;
  return left < right ? -1 : left > right ? 1 : 0;
}

function decimalOf(value: Numeric): ApexDecimal {
  return value instanceof ApexDecimal ? value : ApexDecimal.of(value instanceof ApexDouble ? value.value : value);
}

/**
 * The operator `==`: strings ignore case, numbers compare by value whatever their type, records and collections by content, instances
 * of classes by their `equals` method or identity.
 */
export function equals(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a === 'string') return typeof b === 'string' && a.length === b.length && a.toLowerCase() === b.toLowerCase();
  if (isNumeric(a)) return isNumeric(b) && compareNumbers(a, b) === 0;
  if (a instanceof ApexDatetime && b instanceof ApexDate) return a.millis === ApexDatetime.ofDate(b).millis;
  if (a instanceof ApexDate && b instanceof ApexDatetime) return b.millis === ApexDatetime.ofDate(a).millis;
  return valueEquals(a, b);
}

/** Equality of list elements, set elements and map keys: as Java's equals, so strings keep their case and number types stay apart. */
export function valueEquals(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (a instanceof SObject) return b instanceof SObject && recordEquals(a, b);
  if (hasEquals(a)) return a.equals$1(b) === true;
  if (a instanceof ApexDecimal) return b instanceof ApexDecimal && a.compareTo(b) === 0;
  if (a instanceof ApexDouble) return b instanceof ApexDouble && Object.is(a.value, b.value);
  if (a instanceof ApexDate) return b instanceof ApexDate && a.days === b.days;
  if (a instanceof ApexDatetime) return b instanceof ApexDatetime && a.millis === b.millis;
  if (a instanceof ApexTime) return b instanceof ApexTime && a.millis === b.millis;
  if (a instanceof ApexBlob)
    return b instanceof ApexBlob && a.bytes.length === b.bytes.length && a.bytes.every((byte, i) => byte === b.bytes[i]);
  if (a instanceof ApexList) return b instanceof ApexList && a.size === b.size && a.items.every((item, i) => valueEquals(item, b.items[i]));
  if (a instanceof ApexSet) return b instanceof ApexSet && a.size === b.size && [...a.values()].every((item) => b.has(item));
  if (a instanceof ApexMap)
    return (
      b instanceof ApexMap && a.size === b.size && [...a.entries()].every(([key, value]) => b.has(key) && valueEquals(value, b.get(key)))
    );
  return false;
}

/** Records are equal when their fields are; one that is null is the same as one that was never set. */
function recordEquals(a: SObject, b: SObject): boolean {
  if (a.typeName !== b.typeName) return false;
  for (const [name, value] of a.values) if (!valueEquals(value, b.values.get(name) ?? null)) return false;
  for (const [name, value] of b.values) if (value !== null && !a.values.has(name)) return false;
  return true;
}

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

/** A number that stays with an object for its life. */
export function identityHash(value: object): number {
  let identity = identities.get(value);
  if (identity === undefined) identities.set(value, (identity = nextIdentity++));
  return identity;
}

/**
 * The key of a value in a JavaScript Map. Strings, booleans and numbers are their own; an object without equality of its own is itself;
 * everything else is a text that starts with `\0` and is the same for equal values (but may be the same for others: compare, too).
 */
export function hashKey(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const text = hashText(value);
  return text === null ? value : `\0${text}`;
}

function hashText(value: object): string | null {
  if (value instanceof SObject) return `S${value.typeName}${fieldsHash(value)}`;
  if (hasHashCode(value)) return `H${String(value.hashCode$0())}`;
  if (value instanceof ApexDecimal) return `N${value.value.toString()}`;
  if (value instanceof ApexDouble) return `F${value.value}`;
  if (value instanceof ApexDate) return `D${value.days}`;
  if (value instanceof ApexDatetime) return `T${value.millis}`;
  if (value instanceof ApexTime) return `t${value.millis}`;
  if (value instanceof ApexBlob) return `B${value.bytes.join()}`;
  if (value instanceof ApexList) return `L${value.items.map(partHash).join()}`;
  if (value instanceof ApexSet) return `E${[...value.values()].map(partHash).sort().join()}`;
  if (value instanceof ApexMap)
    return `M${[...value.entries()]
      .map(([key, item]) => `${partHash(key)}=${partHash(item)}`)
      .sort()
      .join()}`;
  return null;
}

function fieldsHash(record: SObject): string {
  const parts: string[] = [];
  for (const [name, value] of record.values) if (value !== null) parts.push(`${name}=${partHash(value)}`);
  return parts.sort().join();
}

function partHash(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return `${typeof value}${(value as number | bigint | boolean).toString()}`;
  return hashText(value) ?? `#${identityHash(value)}`;
}

/** Java's String.hashCode. */
export function stringHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/** System.hashCode and the hashCode methods: equal values have the same. */
export function hashCode(value: unknown): number {
  if (value === null) return 0;
  if (typeof value === 'string') return stringHash(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
  if (typeof value === 'object' && hasHashCode(value)) return value.hashCode$0() ?? 0;
  const text = hashText(value as object);
  return text === null ? identityHash(value as ApexObject) : stringHash(text);
}
