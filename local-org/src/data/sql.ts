import { decoder, isStored, quoted, toSql } from '../store/index.js';
import type { SqlValue, Store } from '../org/contracts.js';
import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import { SObject } from '../values/index.js';

/** SQLite's default limit of bound values in a statement, rounded down. */
const MAX_BOUND = 32_000;

const columns = new WeakMap<ObjectInfo, readonly FieldInfo[]>();

/** Fields of the object that have a column. */
export function storedFields(object: ObjectInfo): readonly FieldInfo[] {
  let stored = columns.get(object);
  if (!stored) columns.set(object, (stored = [...object.fields.values()].filter(isStored)));
  return stored;
}

export function hasField(object: ObjectInfo, name: string): boolean {
  return object.fields.has(name.toLowerCase());
}

/** A set of texts as the one bound value of `IN (SELECT value FROM json_each(?))`. */
export function idList(ids: Iterable<string>): string {
  return JSON.stringify([...ids]);
}

export const IN_LIST = 'IN (SELECT value FROM json_each(?))';

/** Whole records (every stored field that has a value) of the rows that meet a condition. */
export function selectRecords(store: Store, object: ObjectInfo, condition: string, parameters: readonly SqlValue[]): SObject[] {
  store.ensure(object);
  const fields = storedFields(object);
  const decoders = fields.map(decoder);
  const rows = store.rows(
    `SELECT ${fields.map((field) => quoted(field.name)).join(', ')} FROM ${quoted(object.name)} WHERE ${condition}`,
    parameters
  );
  return rows.map((row) => {
    const record = new SObject(object);
    for (let i = 0; i < fields.length; i++) {
      if (row[i] !== null) record.values.set(fields[i].name, decoders[i](row[i]));
    }
    return record;
  });
}

export function recordsById(store: Store, object: ObjectInfo, ids: Iterable<string>): Map<string, SObject> {
  return new Map(selectRecords(store, object, `"Id" ${IN_LIST}`, [idList(ids)]).map((record) => [record.id!, record]));
}

/** Writes new rows: one statement for as many as bound values allow. */
export function insertRecords(store: Store, object: ObjectInfo, records: readonly SObject[]): void {
  if (records.length === 0) return;
  store.ensure(object);
  const fields = storedFields(object).filter((field) => records.some((record) => (record.values.get(field.name) ?? null) !== null));
  const names = fields.map((field) => quoted(field.name)).join(', ');
  for (const batch of batches(records, fields.length)) {
    store.run(`INSERT INTO ${quoted(object.name)} (${names}) VALUES ${places(batch.length, fields.length)}`, bound(batch, fields));
  }
}

/** Writes the given fields of existing rows: one statement for as many as bound values allow. */
export function updateRecords(store: Store, object: ObjectInfo, records: readonly SObject[], fields: readonly FieldInfo[]): void {
  if (records.length === 0 || fields.length === 0) return;
  const id = object.field('Id')!;
  const sets = fields.map((field, i) => `${quoted(field.name)} = v.column${i + 2}`).join(', ');
  for (const batch of batches(records, fields.length + 1)) {
    const values = places(batch.length, fields.length + 1);
    store.run(
      `UPDATE ${quoted(object.name)} SET ${sets} FROM (VALUES ${values}) AS v WHERE ${quoted(object.name)}."Id" = v.column1`,
      bound(batch, [id, ...fields])
    );
  }
}

function* batches<T>(items: readonly T[], width: number): Iterable<readonly T[]> {
  const size = Math.max(1, Math.floor(MAX_BOUND / width));
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

function places(rows: number, width: number): string {
  const row = `(${new Array(width).fill('?').join(',')})`;
  return new Array(rows).fill(row).join(',');
}

function bound(records: readonly SObject[], fields: readonly FieldInfo[]): SqlValue[] {
  const values: SqlValue[] = [];
  for (const record of records) for (const field of fields) values.push(toSql(field, record.values.get(field.name) ?? null));
  return values;
}
