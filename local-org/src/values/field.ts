import { Types } from './apexType.js';
import { convert } from './convert.js';
import { raise } from './exception.js';
import { ApexList } from './list.js';
import { type SObject } from './sobject.js';

/**
 * A field, parent (`Account`) or child list (`Contacts`) of a record, by canonical name. What a queried record does not carry throws; on a
 * record made in memory a missing field is null, a missing checkbox false, a missing child list empty.
 */
export function getField(record: SObject, name: string): unknown {
  const value = record.values.get(name);
  if (value !== undefined) return value;
  const info = record.info;
  if (!info) return raise('SObjectException', `Invalid field ${name} for ${record.typeName}`);
  const child = info.child(name);
  if (record.queried && name !== 'Id' && !isSetParent(record, name)) {
    raise('SObjectException', `SObject row was retrieved via SOQL without querying the requested field: ${record.typeName}.${name}`);
  }
  if (child) return new ApexList(Types.sobject(child.childObject));
  return info.field(name)?.type === 'boolean' ? false : null;
}

/** A parent whose key was queried as null (or cleared) is null, queried or not. */
function isSetParent(record: SObject, name: string): boolean {
  const reference = record.info?.relationship(name);
  return reference !== undefined && record.values.get(reference.name) === null;
}

/**
 * Sets a field, parent or child list by canonical name; the value becomes one of the field's type. Records of after triggers and of
 * Trigger.old refuse it with FinalException 'Record is read-only'.
 */
export function setField(record: SObject, name: string, value: unknown): void {
  if (record.readOnly) raise('FinalException', 'Record is read-only');
  const type = record.info?.field(name)?.apexType;
  if (type === undefined || type === 'Address' || type === 'Location') record.values.set(name, value);
  else record.values.set(name, convert(value, Types.primitive(type)));
}
