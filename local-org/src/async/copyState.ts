import { ApexEnum, ApexException, ApexList, ApexMap, ApexObject, ApexSet, SObject } from '../values/index.js';
import type { TypeInfo } from '../values/apexType.js';

/**
 * What a job keeps of an object: a job is stored when it is enqueued and made anew when it runs, so later changes to the caller's object
 * are not seen and transient variables are null (Apex Developer Guide, "Queueable Apex" and "Using Batch Apex").
 */
export function copyState<T>(value: T, seen: Map<object, object> = new Map()): T {
  if (value === null || typeof value !== 'object') return value;
  const known = seen.get(value);
  if (known) return known as T;
  if (value instanceof ApexEnum || value instanceof ApexException) return value;
  if (value instanceof SObject) return copyRecord(value, seen) as T;
  if (value instanceof ApexList) {
    const copy = new ApexList<unknown>(value.element);
    seen.set(value, copy);
    for (const item of value.items) copy.items.push(copyState(item, seen));
    return copy as T;
  }
  if (value instanceof ApexSet) {
    const copy = new ApexSet(value.element);
    seen.set(value, copy);
    for (const item of value.values()) copy.add(copyState(item, seen));
    return copy as T;
  }
  if (value instanceof ApexMap) {
    const copy = new ApexMap<unknown, unknown>(value.keyType, value.valueType);
    seen.set(value, copy);
    for (const [key, item] of value.entries()) copy.set(copyState(key, seen), copyState(item, seen));
    return copy as T;
  }
  if (value instanceof ApexObject && value.apexType.info?.builtin === false) return copyInstance(value, seen) as T;
  return value;
}

function copyRecord(record: SObject, seen: Map<object, object>): SObject {
  const copy = new SObject(record.info);
  seen.set(record, copy);
  copy.queried = record.queried;
  for (const [name, value] of record.values) copy.values.set(name, copyState(value, seen));
  return copy;
}

function copyInstance(instance: ApexObject, seen: Map<object, object>): object {
  const copy = Object.create(Object.getPrototypeOf(instance) as object) as Record<string, unknown>;
  seen.set(instance, copy);
  const transient = transientNames(instance.apexType.info);
  for (const [name, value] of Object.entries(instance)) copy[name] = transient.has(name) ? null : copyState(value, seen);
  return copy;
}

function transientNames(info: TypeInfo | null): ReadonlySet<string> {
  const names = new Set<string>();
  for (let type = info; type; type = type.superclass?.info ?? null) {
    for (const variable of type.variables) if (variable.modifiers.has('transient')) names.add(variable.jsName);
  }
  return names;
}
