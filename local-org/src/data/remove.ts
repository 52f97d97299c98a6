import type { ObjectInfo } from '../schema/model.js';
import type { Dml } from './dml.js';
import { copyRecord } from './prepare.js';
import { discard, restore } from './recycleBin.js';
import { rollUp } from './rollups.js';
import { alive, type Row } from './row.js';
import { saveStep, type Step } from './save.js';
import { recordsById } from './sql.js';
import { fireTriggers } from './triggers.js';

/** Delete: originals, before triggers, the platform's own rules, then the recycle bin with all children, after triggers, roll-ups. */
export function deleteStep(dml: Dml, object: ObjectInfo): Step {
  return (rows, setAside) => {
    const originals = recordsById(
      dml.store,
      object,
      rows.map((row) => row.id!)
    );
    for (const row of rows) {
      const old = originals.get(row.id!) ?? null;
      row.record = row.request;
      row.old = old;
      if (!old) row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      else if (old.values.get('IsDeleted') === true) row.fail('ENTITY_IS_DELETED', 'entity is deleted');
      else old.readOnly = true;
    }
    fireTriggers(dml, object, 'BEFORE_DELETE', alive(rows));
    for (const behaviour of dml.behavioursOf(object)) behaviour.beforeDelete?.(alive(rows), dml);
    if (rows.some((row) => row.failed) && !setAside) return false;
    const going = alive(rows);
    discard(
      dml,
      object,
      going.map((row) => row.old!)
    );
    fireTriggers(dml, object, 'AFTER_DELETE', going);
    return finish(dml, object, going);
  };
}

/** Undelete: only what is in the recycle bin itself comes back, with what went with it. Only after triggers exist. */
export function undeleteStep(dml: Dml, object: ObjectInfo): Step {
  return (rows, setAside) => {
    const originals = recordsById(
      dml.store,
      object,
      rows.map((row) => row.id!)
    );
    for (const row of rows) {
      const old = originals.get(row.id!);
      row.record = old ? copyRecord(old) : row.request;
      if (!old) row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
      else if (old.values.get('IsDeleted') !== true) row.fail('UNDELETE_FAILED', 'Entity is not in the recycle bin');
    }
    if (rows.some((row) => row.failed) && !setAside) return false;
    const returning = alive(rows);
    restore(
      dml,
      object,
      returning.map((row) => row.id!)
    );
    // Lookups may have been filled again: after triggers see the record as it is now.
    const back = recordsById(
      dml.store,
      object,
      returning.map((row) => row.id!)
    );
    for (const row of returning) row.record = back.get(row.id!)!;
    fireTriggers(dml, object, 'AFTER_UNDELETE', returning);
    return finish(dml, object, returning);
  };
}

function finish(dml: Dml, object: ObjectInfo, rows: readonly Row[]): boolean {
  if (rows.some((row) => row.failed)) return false;
  rollUp(
    dml,
    object,
    rows.map((row) => row.old ?? row.record),
    rows,
    (parent, parents) => void saveStep(dml, parent, parents, false, false)
  );
  if (rows.some((row) => row.failed)) return false;
  if (!dml.load) dml.settle();
  return true;
}
