import { ApexEnum } from './object.js';
import { SObject } from './sobject.js';
import { ApexDate } from './date.js';
import { ApexDatetime } from './datetime.js';
import { ApexDecimal } from './decimal.js';
import { ApexDouble } from './double.js';
import { compareNumbers } from './equality.js';
import { raise } from './exception.js';
import { ApexTime } from './time.js';

interface ApexComparable {
  compareTo$1(other: unknown): number | null;
}

type Numeric = number | bigint | ApexDouble | ApexDecimal;

function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof ApexDouble || value instanceof ApexDecimal;
}

/**
 * The order of List.sort: null first; strings by their characters' codes, with case; enums in order of declaration; records as
 * documented for "Sorting SObjects in a List" (Apex Reference, List.sort); instances of classes by `compareTo`.
 */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : 1;
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return a ? 1 : -1;
  if (a instanceof ApexDate && b instanceof ApexDate) return a.days - b.days;
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return a.millis - b.millis;
  if (a instanceof ApexTime && b instanceof ApexTime) return a.millis - b.millis;
  if (a instanceof ApexEnum && b instanceof ApexEnum) return a.ordinal - b.ordinal;
  if (a instanceof SObject && b instanceof SObject) return compareRecords(a, b);
  if (typeof a === 'object' && 'compareTo$1' in a)
    return (a as ApexComparable).compareTo$1(b) ?? raise('NullPointerException', 'compareTo returned null');
  return raise('ListException', 'One or more of the items in this list is not Comparable.');
}

/** Apex Reference, List.sort: by the label of the object, the Name field, the standard fields from A to Z, then the custom fields. */
function compareRecords(a: SObject, b: SObject): number {
  const byLabel = compare(a.info?.label ?? a.typeName, b.info?.label ?? b.typeName);
  if (byLabel !== 0) return byLabel;
  const names = [...new Set([...a.values.keys(), ...b.values.keys()])].sort((x, y) => rank(x) - rank(y) || compare(x, y));
  for (const name of names) {
    const left = a.values.get(name) ?? null;
    const right = b.values.get(name) ?? null;
    if (left instanceof SObject || right instanceof SObject || !isOrdered(left) || !isOrdered(right)) continue;
    const order = compare(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

function rank(field: string): number {
  if (field === 'Name') return 0;
  if (field === 'Id') return 3;
  return field.endsWith('__c') ? 2 : 1;
}

function isOrdered(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    isNumeric(value) ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime
  );
}
