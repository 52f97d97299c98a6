import { quoted } from '../store/index.js';
import type { ObjectInfo } from '../schema/model.js';
import { raise, type SObject } from '../values/index.js';
import { checkAccess } from './access.js';
import type { Dml } from './dml.js';
import { RowsFailed } from './errors.js';
import { discard } from './recycleBin.js';
import { Row } from './row.js';
import { updateStep } from './save.js';
import { idList, IN_LIST, recordsById } from './sql.js';
import { fireTriggers } from './triggers.js';

/** Apex Developer Guide, "Merging Records": the master and up to two others. */
const MAX_DUPLICATES = 2;

/**
 * Merges duplicates into the master: their children become the master's (without triggers of the children), they are deleted with their
 * delete triggers, which see MasterRecordId afterwards, and the master is updated with its update triggers.
 */
export function mergeRecords(dml: Dml, row: Row, duplicates: readonly SObject[]): void {
  const object = row.request.info;
  if (!object?.mergeable) raise('TypeException', `DML operation Merge not allowed on ${row.request.typeName}`);
  if (duplicates.length === 0 || duplicates.length > MAX_DUPLICATES) raise('ListException', 'Merge list must contain one or two records');
  const masterId = row.request.id;
  if (masterId === null) {
    row.fail('MISSING_ARGUMENT', 'Id not specified in a merge call');
    return;
  }
  const ids = duplicates.map((record) => record.id);
  if (ids.some((id) => id === null || id === masterId)) {
    row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return;
  }
  mergeInto(dml, object, row, masterId, ids as string[]);
}

function mergeInto(dml: Dml, object: ObjectInfo, row: Row, masterId: string, ids: readonly string[]): void {
  const gone = ids.map((id, i) => {
    const request = new Row(i, row.request);
    request.found(id);
    return request;
  });
  checkAccess(dml, object, 'update', [row]);
  const originals = recordsById(dml.store, object, ids);
  for (const duplicate of gone) {
    const old = originals.get(duplicate.id!);
    if (!old || old.values.get('IsDeleted') === true) {
      row.fail('ENTITY_IS_DELETED', 'entity is deleted');
      return;
    }
    duplicate.old = old;
    duplicate.record = old;
    old.readOnly = true;
  }
  fireTriggers(dml, object, 'BEFORE_DELETE', gone);
  carry(row, gone);
  for (const behaviour of dml.behavioursOf(object)) behaviour.merging?.(masterId, ids, dml);
  reparent(dml, object, masterId, ids);
  discard(
    dml,
    object,
    gone.map((duplicate) => duplicate.old!)
  );
  if (object.field('MasterRecordId')) {
    dml.run(`UPDATE ${quoted(object.name)} SET "MasterRecordId" = ? WHERE "Id" ${IN_LIST}`, [masterId, idList(ids)]);
    for (const duplicate of gone) duplicate.old!.values.set('MasterRecordId', masterId);
  }
  fireTriggers(dml, object, 'AFTER_DELETE', gone);
  carry(row, gone);
  if (!updateStep(dml, object)([row], false)) throw new RowsFailed();
  dml.settle();
}

function carry(row: Row, from: readonly Row[]): void {
  for (const other of from) row.errors.push(...other.errors);
  if (row.failed) throw new RowsFailed();
}

/** All lookups to the duplicates point to the master. One statement for each relationship. */
function reparent(dml: Dml, object: ObjectInfo, masterId: string, ids: readonly string[]): void {
  const tables = new Set(dml.store.rows("SELECT name FROM sqlite_master WHERE type = 'table'").map(([name]) => String(name)));
  for (const { childObject, field } of object.children) {
    const child = dml.schema.object(childObject);
    const reference = child?.field(field);
    if (!child || !reference || !tables.has(child.name) || reference.formula !== null) continue;
    dml.store.ensure(child);
    dml.run(`UPDATE ${quoted(child.name)} SET ${quoted(reference.name)} = ? WHERE ${quoted(reference.name)} ${IN_LIST}`, [
      masterId,
      idList(ids)
    ]);
  }
}
