import type { Dml, ObjectBehaviour, Row } from '../data/index.js';
import type { SObject } from '../values/index.js';
import { textOf } from './text.js';

/** A hierarchy setting has one row for the org, a profile or a user; without an owner it is the org's. */
export const hierarchySetting: ObjectBehaviour = {
  objects: (object) => object.kind === 'hierarchySetting',
  defaults(rows, dml) {
    const organization = dml.schema.object('Organization');
    if (!organization || rows.every((row) => textOf(row.record, 'SetupOwnerId') !== null)) return;
    dml.store.ensure(organization);
    const [org] = dml.store.rows('SELECT "Id" AS i FROM "Organization"');
    for (const { record } of rows) if (textOf(record, 'SetupOwnerId') === null && org) record.values.set('SetupOwnerId', String(org[0]));
  },
  checked(rows, dml) {
    refuseTaken(rows, 'SetupOwnerId', dml);
  }
};

/** Rows of a list setting are told apart by their names. */
export const listSetting: ObjectBehaviour = {
  objects: (object) => object.kind === 'listSetting',
  required: ['Name'],
  checked(rows, dml) {
    refuseTaken(rows, 'Name', dml);
  }
};

function refuseTaken(rows: readonly Row[], field: string, dml: Dml): void {
  const setting = rows.filter((row) => row.changes(field));
  if (setting.length === 0) return;
  const key = (record: SObject): string => (textOf(record, field) ?? '').toLowerCase();
  const holders = new Map(
    dml
      .where(
        setting[0].record.typeName,
        field,
        setting.map((row) => textOf(row.record, field)!)
      )
      .map((record) => [key(record), record.id!] as const)
  );
  for (const row of setting) {
    const holder = holders.get(key(row.record));
    if (holder !== undefined && holder !== row.record.id) {
      row.fail('DUPLICATE_VALUE', `duplicate value found: ${field} duplicates value on record with id: ${holder}`, []);
    }
    holders.set(key(row.record), row.record.id ?? '<unknown>');
  }
}
