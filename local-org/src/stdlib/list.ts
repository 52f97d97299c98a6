import { ApexList, argument, compare, convert, hashCode, raise, toElement, toText, valueEquals } from '../values/index.js';
import { builtin } from './declare.js';
import { CollectionIterator, deepClone, elementsOf, sobjectInfo } from './collections.js';
import { sobjectTypeToken } from './schemaTokens.js';
import { sortBy, type ApexComparator } from './sorting.js';

/** Apex Reference, "List Class". */

function insertAt(self: ApexList, index: number, value: unknown): void {
  self.beforeChange();
  if (index < 0 || index > self.size) raise('ListException', `List index out of bounds: ${index}`);
  self.items.splice(index, 0, value);
}

/** Elements of another collection become ones of this list's element type (List<Id> from Set<String>). */
function addAll(self: ApexList, source: unknown): void {
  const added = elementsOf(source);
  self.beforeChange();
  for (const item of added) self.items.push(convert(item, self.element));
}

function iterator(self: ApexList): CollectionIterator {
  const size = self.size;
  return new CollectionIterator(self.items, () => self.size === size);
}

function indexOf(self: ApexList, value: unknown): number {
  const wanted = toElement(value, self.element);
  return self.items.findIndex((item) => valueEquals(item, wanted));
}

export const declarations = [
  builtin('class List<T> implements Iterable<T>', {
    'void add(T listElement)': (self: ApexList, value: unknown) => self.add(value),
    'void add(Integer index, T listElement)': insertAt,
    'void addAll(List<T> fromList)': addAll,
    'void addAll(Set<T> fromSet)': addAll,
    'void clear()': (self: ApexList) => {
      self.beforeChange();
      self.items.length = 0;
    },
    'List<T> clone()': (self: ApexList) => new ApexList(self.element, [...self.items]),
    'List<T> deepClone()': (self: ApexList) => cloneAll(self, false, false, false),
    'List<T> deepClone(Boolean preserveId)': (self: ApexList, id: boolean) => cloneAll(self, id, false, false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': (self: ApexList, id: boolean, timestamps: boolean) =>
      cloneAll(self, id, timestamps, false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': cloneAll,
    'Boolean contains(Object listElement)': (self: ApexList, value: unknown) => indexOf(self, value) >= 0,
    'Boolean equals(Object other)': valueEquals,
    'T get(Integer index)': (self: ApexList, index: number) => self.at(argument(index)),
    'Schema.SObjectType getSObjectType()': (self: ApexList) => {
      const info = sobjectInfo(self.element, []);
      return info && sobjectTypeToken(info);
    },
    'Integer hashCode()': hashCode,
    'Integer indexOf(Object listElement)': indexOf,
    'Boolean isEmpty()': (self: ApexList) => self.size === 0,
    'Iterator<T> iterator()': iterator,
    'T remove(Integer index)': (self: ApexList, index: number) => {
      self.beforeChange();
      self.at(index);
      return self.items.splice(index, 1)[0];
    },
    'void set(Integer index, T listElement)': (self: ApexList, index: number, value: unknown) => self.setAt(index, value),
    'Integer size()': (self: ApexList) => self.size,
    'void sort()': (self: ApexList) => {
      self.beforeChange();
      sortBy(self.items, compare);
    },
    'void sort(Comparator<T> comparator)': (self: ApexList, comparator: ApexComparator | null) => {
      self.beforeChange();
      const order = argument(comparator);
      sortBy(self.items, (a, b) => order.compare$2(a, b) ?? raise('NullPointerException', 'Attempt to de-reference a null object'));
    },
    'String toString()': toText
  })
];

function cloneAll(self: ApexList, id: boolean, timestamps: boolean, autonumbers: boolean): ApexList {
  return new ApexList(
    self.element,
    self.items.map((item) => deepClone(item, { id, timestamps, autonumbers }))
  );
}
