import { quoted } from '../store/index.js';
import type { ChildRelationship, ObjectInfo } from '../schema/model.js';
import type { SObject } from '../values/index.js';
import type { Dml } from './dml.js';
import { idList, IN_LIST, selectRecords } from './sql.js';

/** Which record was deleted because of which, and which lookups were cleared: what undelete brings back. */
const BIN = '"_bin"';
const LINKS = '"_bin_links"';

function ensureBin(dml: Dml): void {
  dml.run(`CREATE TABLE IF NOT EXISTS ${BIN} (id TEXT PRIMARY KEY, object TEXT, root TEXT) WITHOUT ROWID`);
  dml.run(`CREATE INDEX IF NOT EXISTS "_bin.root" ON ${BIN} (root)`);
  dml.run(
    `CREATE TABLE IF NOT EXISTS ${LINKS} (parent TEXT, object TEXT, field TEXT, id TEXT, PRIMARY KEY (parent, object, field, id)) WITHOUT ROWID`
  );
}

interface Child {
  readonly relationship: ChildRelationship;
  readonly object: ObjectInfo;
}

/** Relationships of the object whose children are kept in a table of this org. */
function childrenOf(dml: Dml, object: ObjectInfo): Child[] {
  const tables = new Set(dml.store.rows("SELECT name FROM sqlite_master WHERE type = 'table'").map(([name]) => String(name)));
  return object.children.flatMap((relationship) => {
    const child = dml.schema.object(relationship.childObject);
    const field = child?.field(relationship.field);
    if (!child || !field || !tables.has(child.name) || field.formula !== null) return [];
    dml.store.ensure(child);
    return [{ relationship, object: child }];
  });
}

/**
 * Moves records to the recycle bin with all that belongs to them; lookups to them become empty. Objects without a recycle bin are really deleted.
 * Children that go with a parent fire no triggers (Apex Developer Guide, "Operations That Don't Invoke Triggers"). `roots` names, for each
 * record, the record whose deletion took it along.
 */
export function discard(dml: Dml, object: ObjectInfo, records: readonly SObject[], roots?: ReadonlyMap<string, string>): void {
  if (records.length === 0) return;
  ensureBin(dml);
  const ids = records.map((record) => record.id!);
  const rootOf = (id: string): string => roots?.get(id) ?? id;
  for (const { relationship, object: child } of childrenOf(dml, object)) {
    if (relationship.cascadeDelete) cascade(dml, child, relationship.field, ids, rootOf);
    else clearLookups(dml, child, relationship.field, ids);
  }
  if (object.field('IsDeleted')) {
    dml.run(`UPDATE ${quoted(object.name)} SET "IsDeleted" = 1, "SystemModstamp" = ? WHERE "Id" ${IN_LIST}`, [dml.now.millis, idList(ids)]);
    const entries = ids.map((id) => [id, rootOf(id)]);
    dml.run(`INSERT OR REPLACE INTO ${BIN} SELECT value ->> 0, ?, value ->> 1 FROM json_each(?)`, [object.name, JSON.stringify(entries)]);
  } else {
    dml.run(`DELETE FROM ${quoted(object.name)} WHERE "Id" ${IN_LIST}`, [idList(ids)]);
  }
  for (const behaviour of dml.behavioursOf(object)) behaviour.removed?.(records, dml);
}

function cascade(dml: Dml, child: ObjectInfo, field: string, ids: readonly string[], rootOf: (id: string) => string): void {
  const present = child.field('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
  const children = selectRecords(dml.store, child, `${quoted(field)} ${IN_LIST}${present}`, [idList(ids)]);
  discard(
    dml,
    child,
    children,
    new Map(children.map((record) => [record.id!, rootOf(record.values.get(child.field(field)!.name) as string)]))
  );
}

function clearLookups(dml: Dml, child: ObjectInfo, field: string, ids: readonly string[]): void {
  const name = quoted(child.field(field)!.name);
  const list = idList(ids);
  dml.run(`INSERT OR IGNORE INTO ${LINKS} SELECT ${name}, ?, ?, "Id" FROM ${quoted(child.name)} WHERE ${name} ${IN_LIST}`, [
    child.name,
    field,
    list
  ]);
  dml.run(`UPDATE ${quoted(child.name)} SET ${name} = NULL WHERE ${name} ${IN_LIST}`, [list]);
}

/** Brings records back with all that went with them; cleared lookups are filled again where they are still empty. */
export function restore(dml: Dml, object: ObjectInfo, ids: readonly string[]): void {
  ensureBin(dml);
  const rows = dml.store.rows(`SELECT id AS i, object AS o FROM ${BIN} WHERE root ${IN_LIST}`, [idList(ids)]);
  const byObject = new Map<string, string[]>([[object.name, [...ids]]]);
  for (const [id, name] of rows) {
    const known = byObject.get(String(name));
    if (!known) byObject.set(String(name), [String(id)]);
    else if (!known.includes(String(id))) known.push(String(id));
  }
  for (const [name, members] of byObject) {
    const info = dml.table(name);
    const list = idList(members);
    dml.run(`UPDATE ${quoted(info.name)} SET "IsDeleted" = 0, "SystemModstamp" = ? WHERE "Id" ${IN_LIST}`, [dml.now.millis, list]);
    dml.run(`DELETE FROM ${BIN} WHERE id ${IN_LIST}`, [list]);
    relink(dml, list);
    const back = selectRecords(dml.store, info, `"Id" ${IN_LIST}`, [list]);
    for (const behaviour of dml.behavioursOf(info)) behaviour.restored?.(back, dml);
  }
}

function relink(dml: Dml, parents: string): void {
  const fields = dml.store.rows(`SELECT DISTINCT object AS o, field AS f FROM ${LINKS} WHERE parent ${IN_LIST}`, [parents]);
  for (const [object, field] of fields) {
    const info = dml.table(String(object));
    const name = quoted(info.field(String(field))!.name);
    dml.run(
      `UPDATE ${quoted(info.name)} SET ${name} = l.parent FROM ${LINKS} AS l
       WHERE l.object = ? AND l.field = ? AND l.parent ${IN_LIST} AND l.id = ${quoted(info.name)}."Id" AND ${name} IS NULL`,
      [String(object), String(field), parents]
    );
  }
  dml.run(`DELETE FROM ${LINKS} WHERE parent ${IN_LIST}`, [parents]);
}

/** Database.emptyRecycleBin: the records and what went with them are gone for good. Answers the ids that were there. */
export function purge(dml: Dml, ids: readonly string[]): Set<string> {
  ensureBin(dml);
  const list = idList(ids);
  const rows = dml.store.rows(`SELECT id AS i, object AS o, root AS r FROM ${BIN} WHERE id ${IN_LIST} OR root ${IN_LIST}`, [list, list]);
  const purged = new Map<string, string[]>();
  for (const [id, object] of rows) purged.set(String(object), [...(purged.get(String(object)) ?? []), String(id)]);
  for (const [object, members] of purged) dml.run(`DELETE FROM ${quoted(object)} WHERE "Id" ${IN_LIST}`, [idList(members)]);
  dml.run(`DELETE FROM ${BIN} WHERE id ${IN_LIST} OR root ${IN_LIST}`, [list, list]);
  dml.run(`DELETE FROM ${LINKS} WHERE parent ${IN_LIST}`, [list]);
  return new Set(rows.map(([id]) => String(id)));
}
