import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import { SObject } from '../values/index.js';
import { storedFields, idList, IN_LIST } from './sql.js';
import { quoted, toSql } from '../store/index.js';
import type { Dml } from './dml.js';
import type { Row } from './row.js';

/** References that the platform itself writes. */
const SYSTEM: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);

/** The master record type, which stands for "none". */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/**
 * Lookup integrity: every id that a row sets must be of an object that the field may point to and of a record that exists. One statement for
 * each object pointed to.
 */
export function checkReferences(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  const wanted = new Map<string, { readonly target: ObjectInfo; readonly uses: { readonly row: Row; readonly id: string }[] }>();
  for (const field of storedFields(object)) {
    if (field.type !== 'reference' || SYSTEM.has(field.name)) continue;
    for (const row of rows) {
      const id = row.record.values.get(field.name) as string | null | undefined;
      if (!id || row.failed || !row.changes(field.name)) continue;
      if (field.name === 'RecordTypeId') checkRecordType(object, row, id);
      else collect(dml, field, row, id, wanted);
    }
  }
  for (const { target, uses } of wanted.values()) checkExist(dml, target, uses);
}

function collect(
  dml: Dml,
  field: FieldInfo,
  row: Row,
  id: string,
  wanted: Map<string, { readonly target: ObjectInfo; readonly uses: { readonly row: Row; readonly id: string }[] }>
): void {
  const target = dml.schema.objectByPrefix(id.slice(0, 3));
  if (field.referenceTo.length > 0 && (!target || !field.referenceTo.some((name) => name.toLowerCase() === target.name.toLowerCase()))) {
    row.fail('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
    return;
  }
  if (!target) {
    row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return;
  }
  let entry = wanted.get(target.name);
  if (!entry) wanted.set(target.name, (entry = { target, uses: [] }));
  entry.uses.push({ row, id });
}

function checkRecordType(object: ObjectInfo, row: Row, id: string): void {
  if (id === MASTER_RECORD_TYPE || object.recordTypes.length === 0) return;
  if (!object.recordTypes.some((type) => type.id === id)) {
    row.fail('INVALID_CROSS_REFERENCE_KEY', `Record Type ID: this ID value isn't valid for the user: ${id}`, ['RecordTypeId']);
  }
}

function checkExist(dml: Dml, target: ObjectInfo, uses: readonly { readonly row: Row; readonly id: string }[]): void {
  dml.store.ensure(target);
  const deleted = target.field('IsDeleted') ? '"IsDeleted"' : '0';
  const found = new Map(
    dml.store
      .rows(`SELECT "Id", ${deleted} AS gone FROM ${quoted(target.name)} WHERE "Id" ${IN_LIST}`, [
        idList(new Set(uses.map((use) => use.id)))
      ])
      .map(([id, gone]) => [String(id), Number(gone) !== 0] as const)
  );
  for (const { row, id } of uses) {
    const gone = found.get(id);
    if (gone === undefined) row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (gone) row.fail('ENTITY_IS_DELETED', 'entity is deleted');
  }
}

/**
 * Parents given by an external id instead of a lookup: `new Contact(Account = new Account(ERP_Id__c = 'x'))` sets AccountId to the account with
 * that external id (Apex Developer Guide, "Creating Parent and Child Records in a Single Statement Using Foreign Keys"). Before triggers.
 */
export function resolveParents(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  const groups = new Map<
    string,
    { readonly reference: FieldInfo; readonly parent: ObjectInfo; readonly key: FieldInfo; readonly uses: { row: Row; value: unknown }[] }
  >();
  for (const row of rows) {
    for (const [name, value] of row.request.values) {
      if (!(value instanceof SObject) || value.queried || value.id !== null || !value.info) continue;
      const reference = object.relationship(name);
      const keys = [...value.values.keys()].map((key) => value.info!.field(key)).filter((field) => field?.externalId || field?.unique);
      const key = keys[0];
      if (!reference || !key || value.values.size !== 1) continue;
      const group = `${reference.name}.${key.name}`;
      let entry = groups.get(group);
      if (!entry) groups.set(group, (entry = { reference, parent: value.info, key, uses: [] }));
      entry.uses.push({ row, value: toSql(key, value.values.get(key.name)) });
    }
  }
  for (const { reference, parent, key, uses } of groups.values()) {
    const ids = idsByKey(
      dml,
      parent,
      key,
      uses.map((use) => use.value)
    );
    for (const { row, value } of uses) {
      const found = ids.get(foldKey(key, value)) ?? [];
      if (found.length === 1) row.record.values.set(reference.name, found[0]);
      else if (found.length > 1)
        row.fail('DUPLICATE_VALUE', `More than one record found for external id field: [${found.join(', ')}]`, [key.name]);
      else
        row.fail(
          'INVALID_FIELD',
          `Foreign key external ID: ${String(value).toLowerCase()} not found for field ${key.name} in entity ${parent.name}`
        );
    }
  }
}

/** Ids of the records, not in the recycle bin, that have these values in a field. */
export function idsByKey(dml: Dml, object: ObjectInfo, key: FieldInfo, values: readonly unknown[]): Map<string, string[]> {
  dml.store.ensure(object);
  const deleted = object.field('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const result = new Map<string, string[]>();
  const rows = dml.store.rows(
    `SELECT ${quoted(key.name)} AS k, "Id" AS i FROM ${quoted(object.name)} WHERE ${quoted(key.name)} ${IN_LIST}${deleted}`,
    [JSON.stringify([...new Set(values)])]
  );
  for (const [value, id] of rows) {
    const folded = foldKey(key, value);
    result.set(folded, [...(result.get(folded) ?? []), String(id)]);
  }
  return result;
}

export function foldKey(field: FieldInfo, value: unknown): string {
  const text = String(value);
  return field.caseSensitive ? text : text.toLowerCase();
}
