import { toSql } from '../store/index.js';
import type { ObjectInfo } from '../schema/model.js';
import { raise, toText } from '../values/index.js';
import type { Dml } from './dml.js';
import { foldKey, idsByKey } from './references.js';
import { type Row } from './row.js';

/** Splits rows of an upsert into new ones and changes of existing records, by Id or by the named external id. */
export function resolveUpsert(dml: Dml, object: ObjectInfo, rows: readonly Row[]): { inserts: Row[]; updates: Row[] } {
  // Apex may qualify it: `upsert accounts Account.ERP_Id__c`.
  const name = dml.options.externalIdField?.split('.').pop();
  if (!name || name.toLowerCase() === 'id') {
    return { inserts: rows.filter((row) => row.request.id === null), updates: rows.filter((row) => row.request.id !== null) };
  }
  const key = object.field(name);
  if (!key) raise('SObjectException', `Invalid field ${name} for ${object.name}`);
  const given = rows.filter((row) => !row.failed);
  const valueOf = (row: Row): unknown => toSql(key, row.request.values.get(key.name) ?? null);
  const existing = idsByKey(
    dml,
    object,
    key,
    given.map(valueOf).filter((value) => value !== null)
  );
  const seen = new Set<string>();
  const inserts: Row[] = [];
  const updates: Row[] = [];
  for (const row of given) {
    const value = valueOf(row);
    if (value === null) {
      row.fail('MISSING_ARGUMENT', `${key.name} not specified`);
      continue;
    }
    const folded = foldKey(key, value);
    if (seen.has(folded)) {
      row.fail('DUPLICATE_VALUE', `Duplicate external id specified: ${toText(value)}`, [key.name]);
      continue;
    }
    seen.add(folded);
    const ids = existing.get(folded) ?? [];
    if (ids.length > 1)
      row.fail('DUPLICATE_EXTERNAL_ID', `${key.name}: more than one record found for external id field: [${ids.join(', ')}]`, [key.name]);
    else if (ids.length === 1) {
      row.found(ids[0]);
      updates.push(row);
    } else inserts.push(row);
  }
  return dml.options.allOrNone && given.some((row) => row.failed)
    ? { inserts: given.filter((row) => row.failed), updates: [] }
    : { inserts, updates };
}
