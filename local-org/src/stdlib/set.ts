import { ApexSet, convert, hashCode, toElement, toText, valueEquals } from '../values/index.js';
import { builtin } from './declare.js';
import { CollectionIterator, elementsOf, sobjectInfo } from './collections.js';
import { sobjectTypeToken } from './schemaTokens.js';

/** Apex Reference, "Set Class". */

function addAll(self: ApexSet, source: unknown): boolean {
  const added = elementsOf(source);
  self.beforeChange();
  let changed = false;
  for (const item of added) changed = self.add(convert(item, self.element)) || changed;
  return changed;
}

function containsAll(self: ApexSet, source: unknown): boolean {
  return elementsOf(source).every((item) => self.has(toElement(item, self.element)));
}

function removeAll(self: ApexSet, source: unknown): boolean {
  let changed = false;
  for (const item of elementsOf(source)) changed = self.delete(toElement(item, self.element)) || changed;
  return changed;
}

function retainAll(self: ApexSet, source: unknown): boolean {
  const kept = new ApexSet(
    self.element,
    elementsOf(source).map((item) => toElement(item, self.element))
  );
  return removeAll(
    self,
    new ApexSet(
      self.element,
      [...self.values()].filter((item) => !kept.has(item))
    )
  );
}

function iterator(self: ApexSet): CollectionIterator {
  const size = self.size;
  return new CollectionIterator([...self.values()], () => self.size === size);
}

export const declarations = [
  builtin('class Set<T> implements Iterable<T>', {
    'Boolean add(T setElement)': (self: ApexSet, value: unknown) => self.add(value),
    'Boolean addAll(List<T> fromList)': addAll,
    'Boolean addAll(Set<T> fromSet)': addAll,
    'void clear()': (self: ApexSet) => self.clear(),
    'Set<T> clone()': (self: ApexSet) => new ApexSet(self.element, self.values()),
    'Boolean contains(Object setElement)': (self: ApexSet, value: unknown) => self.has(toElement(value, self.element)),
    'Boolean containsAll(List<T> listToCompare)': containsAll,
    'Boolean containsAll(Set<T> setToCompare)': containsAll,
    'Boolean equals(Object other)': valueEquals,
    'Schema.SObjectType getSObjectType()': (self: ApexSet) => {
      const info = sobjectInfo(self.element, []);
      return info && sobjectTypeToken(info);
    },
    'Integer hashCode()': hashCode,
    'Boolean isEmpty()': (self: ApexSet) => self.size === 0,
    'Iterator<T> iterator()': iterator,
    'Boolean remove(Object setElement)': (self: ApexSet, value: unknown) => self.delete(toElement(value, self.element)),
    'Boolean removeAll(List<T> listOfElementsToRemove)': removeAll,
    'Boolean removeAll(Set<T> setOfElementsToRemove)': removeAll,
    'Boolean retainAll(List<T> listOfElementsToRetain)': retainAll,
    'Boolean retainAll(Set<T> setOfElementsToRetain)': retainAll,
    'Integer size()': (self: ApexSet) => self.size,
    'String toString()': toText
  })
];
