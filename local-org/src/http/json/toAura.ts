import {
  ApexEnum,
  ApexException,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  ApexTime,
  plainValue,
  SObject,
  toText,
  type TypeInfo,
  type VariableInfo
} from '../../values/index.js';

/**
 * An Apex value as an @AuraEnabled method hands it to JavaScript. Dates are `YYYY-MM-DD`, date-times ISO in UTC, times milliseconds of the day,
 * all numbers numbers. Records are plain objects of their fields, child lists plain arrays
 * (salesforce.stackexchange.com/questions/357738). Instances of Apex classes have their @AuraEnabled members.
 * Members that are null are left out, of records, objects and maps alike: Aura's encoder skips null map entries
 * (forcedotcom/aura, JsonEncoder.writeMapEntry).
 */
export function toAura(value: unknown): unknown {
  if (value instanceof ApexTime) return value.millis;
  const plain = plainValue(value);
  if (plain !== value) return plain;
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexList) return value.items.map(toAura);
  if (value instanceof ApexSet) return [...value.values()].map(toAura);
  if (value instanceof ApexMap) return objectOf([...value.entries()].map(([key, item]) => [toText(key), item]));
  if (value instanceof SObject) return objectOf([...value.values]);
  if (value instanceof ApexObject || value instanceof ApexException)
    return objectOf(auraMembers(value.apexType.info).map((member) => [member.name, read(value, member)]));
  return value;
}

function objectOf(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(
    entries.filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => [name, toAura(value)])
  );
}

function read(object: object, member: VariableInfo): unknown {
  return (object as Record<string, unknown>)[member.jsName];
}

/** The @AuraEnabled fields and properties of a class and of what it extends. */
export function auraMembers(info: TypeInfo | null): VariableInfo[] {
  if (!info) return [];
  const own = info.variables.filter((variable) => !variable.isStatic && variable.annotations.has('auraenabled'));
  return [...auraMembers(info.superclass?.info ?? null), ...own];
}
