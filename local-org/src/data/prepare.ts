import { fromSql } from '../store/index.js';
import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import { convert, SObject } from '../values/index.js';
import { Types } from '../values/apexType.js';
import { defaultValues } from './defaults.js';
import type { Dml } from './dml.js';
import type { Row } from './row.js';
import { hasField, recordsById } from './sql.js';

/** Loads values that only a data load may give. */
const AUDIT: ReadonlySet<string> = new Set([
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'FirstRespondedDate',
  'LastActivityDate'
]);

/** Values of a record's own fields, without parents and children. */
export function copyRecord(source: SObject): SObject {
  const copy = new SObject(source.info);
  for (const [name, value] of source.values) if (source.info!.field(name)) copy.values.set(name, value);
  return copy;
}

/**
 * New records as they stand before the before triggers: what was given, then defaults. Values of fields that nobody can set (a clone of a
 * queried record carries them) are left out: Apex code can't assign them in the first place.
 */
export function prepareInserts(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  const defaults = defaultValues(dml, object);
  // Counts and sums over no children are zero, minima and maxima empty.
  const totals = [...object.fields.values()].filter((field) => field.summary?.operation === 'count' || field.summary?.operation === 'sum');
  for (const row of rows) {
    const record = (row.record = new SObject(object));
    for (const [name, value] of row.request.values) {
      const field = object.field(name);
      if (!field || name === 'Id') continue;
      if (field.createable || dml.system || (dml.load && isGivenByLoad(field))) record.values.set(field.name, plainValue(field, value));
    }
    for (const [name, value] of defaults) if (!record.values.has(name)) record.values.set(name, value);
    for (const field of totals) record.values.set(field.name, fromSql(field, 0));
    if (hasField(object, 'IsDeleted')) record.values.set('IsDeleted', false);
    if (hasField(object, 'OwnerId') && (record.values.get('OwnerId') ?? null) === null) record.values.set('OwnerId', dml.userId);
  }
  for (const behaviour of dml.behavioursOf(object)) behaviour.defaults?.(rows, dml);
}

/** Loads the originals and lays the given values over them. */
export function prepareUpdates(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  const originals = recordsById(
    dml.store,
    object,
    rows.map((row) => row.id!)
  );
  for (const row of rows) {
    const old = originals.get(row.id!);
    if (!old) {
      row.record = row.request;
      row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      continue;
    }
    row.record = copyRecord(old);
    row.old = old;
    old.readOnly = true;
    if (old.values.get('IsDeleted') === true) {
      row.fail('ENTITY_IS_DELETED', 'entity is deleted');
      continue;
    }
    overlay(dml, object, row);
  }
}

function overlay(dml: Dml, object: ObjectInfo, row: Row): void {
  const fixed: string[] = [];
  for (const [name, value] of row.request.values) {
    const field = object.field(name);
    if (!field || name === 'Id') continue;
    if (field.updateable || dml.system || (dml.load && isGivenByLoad(field))) {
      row.record.values.set(field.name, plainValue(field, value));
    } else if (field.createable && !field.calculated) {
      const before = row.record.values.get(field.name) ?? null;
      row.record.values.set(field.name, plainValue(field, value));
      if (row.changes(field.name)) fixed.push(field.name);
      row.record.values.set(field.name, before);
    }
  }
  if (dml.load) {
    for (const name of ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp']) {
      if (!row.request.values.has(name)) row.record.values.delete(name);
    }
  }
  if (fixed.length > 0) row.fail('INVALID_FIELD_FOR_INSERT_UPDATE', unableToWrite(fixed), fixed);
}

function unableToWrite(fields: readonly string[]): string {
  return (
    `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is ` +
    'read/write for your profile or permission set.'
  );
}

function isGivenByLoad(field: FieldInfo): boolean {
  return AUDIT.has(field.name) && field.formula === null;
}

/** Empty text is no value on the platform; numbers come as the field's own type. */
function plainValue(field: FieldInfo, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (field.apexType === 'Address' || field.apexType === 'Location') return value;
  return convert(value, Types.primitive(field.apexType));
}
