import {
  ApexList,
  ApexMap,
  ApexSet,
  argument,
  convert,
  hashCode,
  raise,
  raiseNull,
  SObject,
  toElement,
  toText,
  valueEquals
} from '../values/index.js';
import { builtin } from './declare.js';
import { deepClone, sobjectInfo } from './collections.js';
import { sobjectTypeToken } from './schemaTokens.js';

/** Apex Reference, "Map Class". */

/** `putAll(list)` and `new Map<Id, SObject>(list)`: keyed by id; the list may hold no id twice and no record without one. */
export function putRecords(self: ApexMap, records: ApexList | null): void {
  self.beforeChange();
  const seen = new Set<string>();
  argument(records).items.forEach((record, index) => {
    const id = record instanceof SObject ? record.id : raiseNull();
    if (id === null) return raise('ListException', `Row with null Id at index: ${index}`);
    if (seen.has(id)) return raise('ListException', `Row with duplicate Id at index: ${index}`);
    seen.add(id);
    self.set(id, record);
  });
}

function putAll(self: ApexMap, source: ApexMap | null): void {
  self.beforeChange();
  for (const [key, value] of [...argument(source).entries()]) self.set(convert(key, self.keyType), convert(value, self.valueType));
}

function copy(self: ApexMap, deep: boolean): ApexMap {
  const result = new ApexMap(self.keyType, self.valueType);
  for (const [key, value] of self.entries())
    result.set(key, deep ? deepClone(value, { id: true, timestamps: true, autonumbers: true }) : value);
  return result;
}

function keySet(self: ApexMap): ApexSet {
  const keys = new ApexSet(self.keyType, self.keys());
  keys.backing = self;
  return keys;
}

export const declarations = [
  builtin('class Map<K, V>', {
    'void clear()': (self: ApexMap) => self.clear(),
    'Map<K, V> clone()': (self: ApexMap) => copy(self, false),
    'Boolean containsKey(Object key)': (self: ApexMap, key: unknown) => self.has(toElement(key, self.keyType)),
    'Map<K, V> deepClone()': (self: ApexMap) => copy(self, true),
    'Boolean equals(Object other)': valueEquals,
    'V get(Object key)': (self: ApexMap, key: unknown) => self.get(toElement(key, self.keyType)),
    'Schema.SObjectType getSObjectType()': (self: ApexMap) => {
      const info = sobjectInfo(self.valueType, []);
      return info && sobjectTypeToken(info);
    },
    'Integer hashCode()': hashCode,
    'Boolean isEmpty()': (self: ApexMap) => self.size === 0,
    'Set<K> keySet()': keySet,
    'V put(K key, V value)': (self: ApexMap, key: unknown, value: unknown) => self.set(key, value),
    'void putAll(Map<K, V> fromMap)': putAll,
    'void putAll(List<SObject> sobjectArray)': putRecords,
    'V remove(Object key)': (self: ApexMap, key: unknown) => self.delete(toElement(key, self.keyType)),
    'Integer size()': (self: ApexMap) => self.size,
    'String toString()': toText,
    'List<V> values()': (self: ApexMap) => new ApexList(self.valueType, [...self.values()])
  })
];
