import { toSql } from '../store/index.js';
import type { ObjectInfo } from '../schema/model.js';
import type { Dml } from './dml.js';
import { foldKey, idsByKey } from './references.js';
import type { Row } from './row.js';
import { storedFields } from './sql.js';

/** Unique fields: no other record and no earlier row of the chunk may have the value. One statement for each unique field. */
export function checkUnique(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  const own = new Set(rows.map((row) => row.old?.id));
  for (const field of storedFields(object)) {
    if (!field.unique || field.name === 'Id') continue;
    const setting = rows.filter((row) => !row.failed && (row.record.values.get(field.name) ?? null) !== null && row.changes(field.name));
    if (setting.length === 0) continue;
    const key = (row: Row): string => foldKey(field, toSql(field, row.record.values.get(field.name)));
    const existing = idsByKey(
      dml,
      object,
      field,
      setting.map((row) => toSql(field, row.record.values.get(field.name)))
    );
    const seen = new Set(rows.filter((row) => row.old?.values.has(field.name) && !row.failed && !setting.includes(row)).map(key));
    for (const row of setting) {
      const holder = (existing.get(key(row)) ?? []).find((id) => !own.has(id));
      if (holder !== undefined) duplicate(row, field.name, holder);
      else if (seen.has(key(row))) duplicate(row, '<unknown>', '<unknown>');
      seen.add(key(row));
    }
  }
}

function duplicate(row: Row, field: string, holder: string): void {
  row.fail('DUPLICATE_VALUE', `duplicate value found: ${field} duplicates value on record with id: ${holder}`);
}
