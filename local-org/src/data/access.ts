import type { ObjectRight } from '../org/contracts.js';
import { quoted } from '../store/index.js';
import { tx } from '../org/transaction.js';
import type { ObjectInfo } from '../schema/model.js';
import { raise } from '../values/index.js';
import type { Dml } from './dml.js';
import type { Row } from './row.js';
import { idList, IN_LIST } from './sql.js';

type Change = 'insert' | 'update' | 'delete' | 'undelete';

const RIGHT: Readonly<Record<Change, ObjectRight>> = { insert: 'create', update: 'edit', delete: 'delete', undelete: 'delete' };

/** The message of user-mode DML that writes a field the user can't; its DmlException has this message and nothing before it. */
export function inaccessibleMessage(object: string): string {
  return `Operation failed due to fields being inaccessible on Sobject ${object}, check errors on Exception or Result!`;
}

/**
 * The running user's own rights: object and field access in user mode, and record access where sharing applies.
 *
 * Without the object right the whole operation throws System.SecurityException (Apex Developer Guide, "Enforce User Mode for Database
 * Operations"): its text for users who can't even read the object is what trailheadapps/apex-recipes expects, for others what orgs log. Fields that the user can't write fail the row with the guide's message and
 * their names (getDmlFieldNames, Database.Error.getFields); which status code the platform gives there is not documented.
 */
export function checkAccess(dml: Dml, object: ObjectInfo, change: Change, rows: readonly Row[]): void {
  const { user } = tx();
  const { access } = dml.org;
  if (dml.options.accessLevel === 'USER_MODE') {
    if (!access.canObject(user, object, RIGHT[change])) refuse(dml, object, change);
    if (change === 'insert' || change === 'update') for (const row of rows) checkFields(dml, object, change, row);
  }
  if (change !== 'insert' && (dml.options.accessLevel === 'USER_MODE' || dml.options.enforceSharing))
    checkRecords(dml, object, change, rows);
}

function refuse(dml: Dml, object: ObjectInfo, change: string): never {
  if (!dml.org.access.canObject(tx().user, object, 'read')) raise('SecurityException', `Access to entity '${object.name}' denied`);
  return raise('SecurityException', `DML operation ${change.toUpperCase()} not allowed on ${object.name}`);
}

function checkFields(dml: Dml, object: ObjectInfo, change: Change, row: Row): void {
  const { user } = tx();
  const refused: string[] = [];
  for (const name of row.request.values.keys()) {
    const field = object.field(name);
    if (!field || field.name === 'Id' || field.name === dml.options.externalIdField?.split('.').pop()) continue;
    const writable = change === 'insert' ? field.createable : field.updateable;
    // Queried records carry read-only fields; only what a user could write somewhere is a matter of his rights.
    if (!writable && !(change === 'update' && field.createable)) continue;
    if (!writable || !dml.org.access.canEditField(user, object, field.name)) refused.push(field.name);
  }
  if (refused.length > 0) row.fail('INSUFFICIENT_ACCESS_OR_READONLY', inaccessibleMessage(object.name), refused);
}

function checkRecords(dml: Dml, object: ObjectInfo, change: Change, rows: readonly Row[]): void {
  const filter = dml.org.access.recordFilter(tx().user, object, 't', change === 'update' ? 'edit' : 'delete');
  if (filter === null || rows.length === 0) return;
  dml.store.ensure(object);
  const allowed = new Set(
    dml.store
      .rows(`SELECT t."Id" AS i FROM ${quoted(object.name)} AS t WHERE t."Id" ${IN_LIST} AND (${filter.sql})`, [
        idList(rows.map((row) => row.id!)),
        ...filter.parameters
      ])
      .map(([id]) => String(id))
  );
  const known = new Set(
    dml.store
      .rows(`SELECT "Id" AS i FROM ${quoted(object.name)} WHERE "Id" ${IN_LIST}`, [idList(rows.map((row) => row.id!))])
      .map(([id]) => String(id))
  );
  for (const row of rows) {
    if (known.has(row.id!) && !allowed.has(row.id!)) row.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}

/** Publishing events needs the right to create them. */
export function checkPublish(dml: Dml, object: ObjectInfo): void {
  if (dml.options.accessLevel === 'USER_MODE' && !dml.org.access.canObject(tx().user, object, 'create')) refuse(dml, object, 'insert');
}
