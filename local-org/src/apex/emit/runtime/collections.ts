import {
  ApexList,
  ApexMap,
  ApexSet,
  convert,
  enumConstantOf,
  enumConstants,
  iterate,
  raise,
  raiseNull,
  SObject,
  type ApexEnum,
  type ApexException,
  type ApexType
} from '../../../values/index.js';

/** `new List<T>(collection)` */
export function listFrom(element: ApexType, source: unknown): ApexList {
  return new ApexList(element, elements(source, element));
}

/** `new Set<T>(collection)` */
export function setFrom(element: ApexType, source: unknown): ApexSet {
  return new ApexSet(element, elements(source, element));
}

function elements(source: unknown, element: ApexType): unknown[] {
  if (source === null) return raiseNull();
  return Array.from(typeof source === 'object' && 'next$0' in source ? iterated(source as ApexIterator) : iterate(source), (item) =>
    convert(item, element)
  );
}

interface ApexIterator {
  hasNext$0(): boolean;
  next$0(): unknown;
}

function* iterated(iterator: ApexIterator): Generator<unknown> {
  while (iterator.hasNext$0()) yield iterator.next$0();
}

/** `new Map<K, V>(map)`, `new Map<Id, Account>(records)`. */
export function mapFrom(keyType: ApexType, valueType: ApexType, source: ApexMap | ApexList | null): ApexMap {
  if (source === null) return raiseNull();
  const map = new ApexMap(keyType, valueType);
  if (source instanceof ApexMap) {
    for (const [key, value] of source.entries()) map.set(convert(key, keyType), convert(value, valueType));
    return map;
  }
  source.items.forEach((record, index) => {
    if (!(record instanceof SObject)) raiseNull();
    const { id } = record;
    if (id === null) raise('ListException', `Row with null Id at index: ${index}`);
    if (map.has(id)) raise('ListException', `Row with duplicate Id at index: ${index}`);
    map.set(id, record);
  });
  return map;
}

/** `Color.values()` */
export function enumValues(type: ApexType): ApexList {
  return new ApexList(type, [...enumConstants(type)]);
}

/** `Color.valueOf('RED')` */
export function enumValueOf(type: ApexType, name: string | null): ApexEnum {
  if (name === null) return raiseNull();
  return enumConstantOf(type, name) ?? raise('NoSuchElementException', `No enum constant ${type.name}.${name}`);
}

/** What the implied constructors of an exception class do. */
export function initException(exception: ApexException, message: string | null, cause: ApexException | null): void {
  exception.initialize(message ?? cause?.getMessage$0() ?? null, cause);
}
