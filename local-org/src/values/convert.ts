import { ApexObject } from './object.js';
import { SObject } from './sobject.js';
import { Types, type ApexType } from './apexType.js';
import { ApexDate } from './date.js';
import { ApexDatetime } from './datetime.js';
import { ApexDecimal } from './decimal.js';
import { ApexDouble } from './double.js';
import { ApexException, raise } from './exception.js';
import { isIdText, toId } from './id.js';

/** The run-time type of a value. An Id is a string at run time, so its type is String. */
export function typeOf(value: unknown): ApexType {
  if (value === null || value === undefined) return Types.null;
  switch (typeof value) {
    case 'string':
      return Types.primitive('String');
    case 'number':
      return Types.primitive('Integer');
    case 'bigint':
      return Types.primitive('Long');
    case 'boolean':
      return Types.primitive('Boolean');
    default:
      if (value instanceof ApexObject || value instanceof SObject || value instanceof ApexException) return value.apexType;
      throw new TypeError(`Not an Apex value: ${Object.prototype.toString.call(value)}`);
  }
}

/** What each number type is accepted as: casts and `instanceof` of an Object widen. Decimal and Double are not told apart. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  integer: ['long', 'double', 'decimal'],
  long: ['double', 'decimal'],
  double: ['decimal'],
  decimal: ['double'],
  date: ['datetime'],
  string: [],
  id: ['string']
};

/**
 * Whether a value of run-time type `from` is one of type `to`. Lists vary with their element, maps with their value but not their key, sets
 * not at all (salesforce.stackexchange.com, "String instanceof Object?"); List<SObject> passes for a list of any object.
 */
export function isSubtype(from: ApexType, to: ApexType): boolean {
  if (from === to || from.key === to.key || to.key === 'object') return true;
  if (to.kind === 'sobject') return from.kind === 'sobject' && to.key === 'sobject';
  if (to.kind === 'list') {
    if (from.kind !== 'list') return isGenericOf(from, to);
    const [have] = from.arguments;
    const [want] = to.arguments;
    return isSubtype(have, want) || (have.key === 'sobject' && want.kind === 'sobject');
  }
  if (to.kind === 'map') {
    if (from.kind !== 'map') return false;
    const [haveKey, have] = from.arguments;
    const [wantKey, want] = to.arguments;
    return haveKey.key === wantKey.key && (isSubtype(have, want) || (have.key === 'sobject' && want.kind === 'sobject'));
  }
  if (from.kind === 'primitive') return WIDER[from.key]?.includes(to.key) ?? false;
  return isGenericOf(from, to) || ancestors(from).some((ancestor) => isSubtype(ancestor, to));
}

function ancestors(type: ApexType): ApexType[] {
  const info = type.info;
  if (!info) return [];
  return info.superclass ? [info.superclass, ...info.interfaces] : [...info.interfaces];
}

/** The same generic class or interface with arguments that fit: Iterable<Account> is an Iterable<SObject>. */
function isGenericOf(from: ApexType, to: ApexType): boolean {
  if (from.arguments.length === 0 && to.arguments.length === 0) return false;
  if (baseName(from) !== baseName(to)) {
    return (
      to.arguments.length === 1 &&
      baseName(to) === 'iterable' &&
      (from.kind === 'list' || from.kind === 'set') &&
      isSubtype(from.arguments[0], to.arguments[0])
    );
  }
  return to.arguments.length === 0 || from.arguments.every((argument, i) => isSubtype(argument, to.arguments[i]));
}

function baseName(type: ApexType): string {
  return type.key.split('<')[0];
}

/** `instanceof`: false for null; a text is an Id when it has the form of one. */
export function isInstance(value: unknown, type: ApexType): boolean {
  if (value === null || value === undefined) return false;
  if (type.key === 'id') return typeof value === 'string' && isIdText(value);
  return isSubtype(typeOf(value), type);
}

/**
 * Makes a value one of type `to`, as a cast or an assignment from Object does: numbers widen, a Date becomes a Datetime, a text an Id;
 * anything that does not fit throws TypeException 'Invalid conversion from runtime type X to Y'.
 */
export function convert(value: unknown, to: ApexType): unknown {
  if (value === null || value === undefined) return null;
  switch (to.key) {
    case 'object':
      return value;
    case 'long':
      if (typeof value === 'number') return BigInt(value);
      break;
    case 'double':
      if (typeof value === 'number' || typeof value === 'bigint') return new ApexDouble(Number(value));
      if (value instanceof ApexDecimal) return new ApexDouble(value.doubleValue());
      break;
    case 'decimal':
      if (typeof value === 'number' || typeof value === 'bigint') return ApexDecimal.of(value);
      if (value instanceof ApexDouble) return ApexDecimal.of(value.value);
      break;
    case 'datetime':
      if (value instanceof ApexDate) return ApexDatetime.ofDate(value);
      break;
    case 'id':
      if (typeof value === 'string') return toId(value);
      break;
  }
  if (isInstance(value, to)) return value;
  return raise('TypeException', `Invalid conversion from runtime type ${runtimeName(typeOf(value))} to ${runtimeName(to)}`);
}

/** How the platform names a type in conversion errors: `List<ANY>`, `Map<String,ANY>`. */
export function runtimeName(type: ApexType): string {
  if (type.kind === 'list' || type.kind === 'set') return `${type.kind === 'list' ? 'List' : 'Set'}<${argumentName(type.arguments[0])}>`;
  if (type.kind === 'map') return `Map<${type.arguments.map(argumentName).join(',')}>`;
  return type.name;
}

function argumentName(type: ApexType): string {
  return type.key === 'object' ? 'ANY' : runtimeName(type);
}

/** What is looked up in a collection becomes one of its elements' type where it can: a 15-character id in a Set<Id>, an Integer in a Set<Long>. */
export function toElement(value: unknown, element: ApexType): unknown {
  if (value === null || element.kind !== 'primitive' || element.key === 'object' || typeOf(value) === element) return value;
  return isInstance(value, element) ? convert(value, element) : value;
}
