import { tx } from '../org/transaction.js';
import type { ObjectInfo } from '../schema/model.js';
import { isStored } from '../store/index.js';
import { nameFromId, numberRows } from './defaults.js';
import type { Dml } from './dml.js';
import { RowsFailed, plainDmlException } from './errors.js';
import { checkValues } from './fieldValues.js';
import { checkRules } from './formulas.js';
import { prepareInserts, prepareUpdates } from './prepare.js';
import { checkReferences, resolveParents } from './references.js';
import { rollUp } from './rollups.js';
import { alive, type Row } from './row.js';
import { nextSavepoint } from './savepoints.js';
import { insertRecords, updateRecords } from './sql.js';
import { fireTriggers, hasTriggers } from './triggers.js';
import { checkUnique } from './uniqueness.js';

/** Attempts of a partial save before the whole operation fails (Apex Developer Guide, "Bulk DML Exception Handling"). */
const ATTEMPTS = 3;

/** A step that takes rows of one object through the order of execution; false: rows failed, and what it did must be undone. */
export type Step = (rows: readonly Row[], setAside: boolean) => boolean;

/**
 * Runs a step over one chunk as the statement's options ask. All or none: throws RowsFailed when a row fails. Otherwise, rows that fail are set aside,
 * everything is undone and the rest is tried again, triggers included, with the governor counters of before the first attempt.
 */
export function runChunk(dml: Dml, object: ObjectInfo, rows: readonly Row[], step: Step): void {
  if (dml.options.allOrNone) {
    if (!step(rows, false) || rows.some((row) => row.failed)) throw new RowsFailed();
    return;
  }
  // Without triggers, rows that fail before anything is written leave no traces: no second attempt is needed.
  const setAside = !hasTriggers(dml, object);
  const { limits } = tx();
  const mark = limits.mark();
  let todo = rows.filter((row) => !row.failed);
  for (let attempt = 1; todo.length > 0; attempt++) {
    const savepoint = nextSavepoint();
    dml.store.savepoint(savepoint);
    let done = false;
    try {
      done = step(todo, setAside);
    } finally {
      if (!done) {
        dml.store.rollbackTo(savepoint);
        dml.forgetPending();
      }
      dml.store.release(savepoint);
    }
    if (done) return;
    if (attempt === ATTEMPTS) throw plainDmlException('Too many batch retries in the presence of Apex triggers and partial failures.');
    todo = alive(todo);
    for (const row of todo) row.reset();
    limits.resetTo(mark);
  }
}

export function insertStep(dml: Dml, object: ObjectInfo): Step {
  return (rows, setAside) => {
    prepareInserts(dml, object, rows);
    return saveStep(dml, object, rows, setAside, true);
  };
}

export function updateStep(dml: Dml, object: ObjectInfo): Step {
  return (rows, setAside) => {
    prepareUpdates(dml, object, rows);
    return saveStep(dml, object, rows, setAside, false);
  };
}

/** From the before triggers on. Rows have their record (and old version). */
export function saveStep(dml: Dml, object: ObjectInfo, rows: readonly Row[], setAside: boolean, insert: boolean): boolean {
  const behaviours = dml.behavioursOf(object);
  resolveParents(dml, object, alive(rows));
  fireTriggers(dml, object, insert ? 'BEFORE_INSERT' : 'BEFORE_UPDATE', alive(rows));
  for (const behaviour of behaviours) behaviour.beforeSave?.(alive(rows), dml);
  checkValues(dml, object, alive(rows));
  checkReferences(dml, object, alive(rows));
  checkUnique(dml, object, alive(rows));
  for (const behaviour of behaviours) behaviour.checked?.(alive(rows), dml);
  checkRules(dml, object, alive(rows));
  if (rows.some((row) => row.failed) && !setAside) return false;
  const saving = alive(rows);
  if (saving.length === 0) return true;
  if (insert) writeInserts(dml, object, saving);
  else writeUpdates(dml, object, saving);
  for (const behaviour of behaviours) behaviour.afterSave?.(saving, dml);
  fireTriggers(dml, object, insert ? 'AFTER_INSERT' : 'AFTER_UPDATE', alive(saving));
  if (saving.some((row) => row.failed)) return false;
  rollUp(
    dml,
    object,
    saving.flatMap((row) => [row.record, row.old]),
    saving,
    (parent, parents) => void saveStep(dml, parent, parents, false, false)
  );
  if (saving.some((row) => row.failed)) return false;
  if (!dml.load) dml.settle();
  return true;
}

function writeInserts(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  dml.store.ensure(object);
  numberRows(dml, object, rows);
  for (const row of rows) {
    const id = dml.store.newId(object);
    row.record.values.set('Id', id);
    row.saved(id);
    nameFromId(object, row.record);
    dml.stampNew(row.record);
  }
  insertRecords(
    dml.store,
    object,
    rows.map((row) => row.record)
  );
}

function writeUpdates(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  for (const row of rows) dml.stampChanged(row.record);
  const changed = [...object.fields.values()].filter(
    (field) => field.name !== 'Id' && isStored(field) && rows.some((row) => row.changes(field.name))
  );
  updateRecords(
    dml.store,
    object,
    rows.map((row) => row.record),
    changed
  );
}
