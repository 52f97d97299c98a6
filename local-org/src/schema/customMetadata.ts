import { tx } from '../org/transaction.js';
import type { CustomMetadataRecord, ProjectMetadata } from '../metadata/index.js';
import { ApexDate, ApexDatetime, ApexDecimal, SObject, toId } from '../values/index.js';
import { idOf } from './ids.js';
import type { FieldInfo, ObjectInfo, Schema } from './model.js';

/** The values of a custom metadata record in Apex's types, by field. */
export function customMetadataValues(schema: Schema, info: ObjectInfo, record: CustomMetadataRecord): Map<string, unknown> {
  const namespaceEnd = record.developerName.indexOf('__');
  const developerName = namespaceEnd > 0 ? record.developerName.slice(namespaceEnd + 2) : record.developerName;
  const values = new Map<string, unknown>([
    ['Id', idOf(info.keyPrefix ?? 'm00', `${info.name}.${record.developerName}`)],
    ['DeveloperName', developerName],
    ['MasterLabel', record.label],
    ['Label', record.label],
    ['Language', 'en_US'],
    ['NamespacePrefix', namespaceEnd > 0 ? record.developerName.slice(0, namespaceEnd) : null],
    ['QualifiedApiName', record.developerName],
    ['SystemModstamp', new ApexDatetime(0)]
  ]);
  for (const field of info.fields.values()) {
    if (!field.custom || field.formula !== null) continue;
    values.set(field.name, fieldValue(schema, field, qualified(record, field, textOf(record, field.name))));
  }
  return values;
}

function textOf(record: CustomMetadataRecord, field: string): string | null {
  const given = record.values.get(field) ?? [...record.values].find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1];
  return given ? given.text : null;
}

const FIELD_TARGETS: ReadonlySet<string> = new Set(['FieldDefinition', 'EntityParticle']);

/** A relationship to a field holds the field's name, and another field the object's. */
function qualified(record: CustomMetadataRecord, field: FieldInfo, text: string | null): string | null {
  if (text === null || !FIELD_TARGETS.has(field.referenceTo[0] ?? '') || text.includes('.') || field.dependentOn === null) return text;
  const entity = textOf(record, field.dependentOn);
  return entity === null ? text : `${entity}.${text}`;
}

function fieldValue(schema: Schema, field: FieldInfo, text: string | null): unknown {
  if (field.type === 'boolean') return text?.trim().toLowerCase() === 'true';
  if (text === null || text === '') return null;
  switch (field.apexType) {
    case 'Decimal':
      return ApexDecimal.of(text.trim()).setScale(field.scale, 'HALF_UP');
    case 'Integer':
      return Number(text) | 0;
    case 'Date':
      return ApexDate.parseIso(text.trim().slice(0, 10));
    case 'Datetime':
      return new ApexDatetime(Date.parse(text.trim()));
    case 'Id': {
      // A relationship to another type is written as that record's developer name.
      const target = schema.object(field.referenceTo[0] ?? '');
      return target?.keyPrefix ? idOf(target.keyPrefix, `${target.name}.${text.trim()}`) : toId(text.trim());
    }
    default:
      return text;
  }
}

interface LoadedRecords {
  readonly byName: Map<string, CustomMetadataRecord>;
  readonly byId: Map<string, CustomMetadataRecord>;
}

const loaded = new WeakMap<ProjectMetadata, Map<string, LoadedRecords>>();

function recordsOf(info: ObjectInfo): LoadedRecords {
  const { metadata } = tx().org;
  let objects = loaded.get(metadata);
  if (!objects) loaded.set(metadata, (objects = new Map<string, LoadedRecords>()));
  let records = objects.get(info.name);
  if (!records) {
    const own = metadata.customMetadata.filter((record) => record.object.toLowerCase() === info.name.toLowerCase());
    records = {
      byName: new Map(own.map((record) => [record.developerName.toLowerCase(), record])),
      byId: new Map(own.map((record) => [idOf(info.keyPrefix ?? 'm00', `${info.name}.${record.developerName}`), record]))
    };
    objects.set(info.name, records);
  }
  return records;
}

function toRecord(info: ObjectInfo, record: CustomMetadataRecord): SObject {
  const sobject = new SObject(info);
  for (const [name, value] of customMetadataValues(tx().org.schema, info, record)) sobject.values.set(name, value);
  return sobject;
}

/** The record of this developer name, qualified API name or id. */
export function customMetadataRecord(info: ObjectInfo, key: string): SObject | null {
  const { byName, byId } = recordsOf(info);
  const record = byName.get(key.toLowerCase()) ?? byId.get(key);
  return record ? toRecord(info, record) : null;
}

export function customMetadataRecords(info: ObjectInfo): SObject[] {
  return [...recordsOf(info).byName.values()].map((record) => toRecord(info, record));
}
