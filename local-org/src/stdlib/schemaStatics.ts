import { customMetadataRecord, customMetadataRecords, labelText } from '../schema/index.js';
import type { ObjectInfo } from '../schema/model.js';
import { ApexMap, Types, type SObject } from '../values/index.js';
import { FieldSetToken } from './schemaTokens.js';

/** `SObjectType.Account.FieldSets.Columns`; null when the object has no such field set. */
export function fieldSetToken(info: ObjectInfo, name: string): FieldSetToken | null {
  const fieldSet = info.fieldSets.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return fieldSet ? new FieldSetToken(info, fieldSet) : null;
}

/** The text of a custom label in the running user's language. */
export function label(name: string): string {
  return labelText(name);
}

/** `Feature__mdt.getInstance(…)`: the record of this developer name, qualified name or id, or null. Counts no query. */
export function customMetadataInstance(info: ObjectInfo, key: string | null): SObject | null {
  return key === null ? null : customMetadataRecord(info, key);
}

/** `Feature__mdt.getAll()`: Map<String, Feature__mdt> by developer name. Counts no query. */
export function customMetadataAll(info: ObjectInfo): ApexMap {
  const map = new ApexMap<string, SObject>(Types.primitive('String'), Types.sobject(info.name));
  for (const record of customMetadataRecords(info)) map.set(record.values.get('QualifiedApiName') as string, record);
  return map;
}
