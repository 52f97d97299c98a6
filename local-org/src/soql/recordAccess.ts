import type { Org, RunningUser, SqlValue } from '../org/contracts.js';
import type { ObjectInfo } from '../schema/model.js';
import { quoted } from '../store/index.js';
import type { Comparison, Query } from './ast.js';
import { jsonArray } from './conditions.js';
import type { Context } from './context.js';
import { SoqlError } from './errors.js';
import { operands } from './operands.js';
import { Scope } from './scope.js';

type AccessOrg = Pick<Org, 'schema' | 'store' | 'access'>;

const NAME = 'UserRecordAccess';
/** "You can query up to 200 record IDs" (Object Reference, "UserRecordAccess"). */
const MAX_RECORDS = 200;
/** Values of MaxAccessLevel, each with the field that tells of it. */
const LEVELS = [
  ['HasAllAccess', 'All'],
  ['HasTransferAccess', 'Transfer'],
  ['HasDeleteAccess', 'Delete'],
  ['HasEditAccess', 'Edit'],
  ['HasReadAccess', 'Read']
] as const;

type Rights = Record<(typeof LEVELS)[number][0], boolean>;

export function isRecordAccess(query: Query): boolean {
  return query.from.toLowerCase() === NAME.toLowerCase();
}

/**
 * Runs a query on UserRecordAccess: its rows exist only for the user and the records that the query names, while it runs. For any other object `work`
 * is all there is.
 */
export function withRecordAccess<T>(query: Query, context: Context, org: AccessOrg, work: () => T): T {
  if (!isRecordAccess(query)) return work();
  const info = context.object(NAME);
  const { userId, recordIds } = asked(query, context, info);
  const clear = (): void => org.store.run(`DELETE FROM "${NAME}"`);
  clear();
  try {
    write(org, info, userId, recordIds);
    return work();
  } finally {
    clear();
  }
}

function asked(query: Query, context: Context, info: ObjectInfo): { userId: string; recordIds: string[] } {
  const { where } = query;
  const conditions = where?.kind === 'and' ? where.operands : where ? [where] : [];
  const scope = new Scope(context, info);
  const ids = (field: string, operators: readonly string[]): string[] => {
    const found = conditions.find(
      (each): each is Comparison =>
        each.kind === 'compare' &&
        each.left.kind === 'path' &&
        each.left.parts[each.left.parts.length - 1].toLowerCase() === field.toLowerCase() &&
        operators.includes(each.operator)
    );
    // The reference names both filters, without the words of the error.
    if (!found)
      throw new SoqlError(`${NAME} is queried with UserId = and RecordId = or RecordId IN in its WHERE clause; ${field} is missing`, NAME);
    const { items } = operands(found.value, scope.resolve([field], 'filter'), context);
    return items.flatMap((item) => (item.kind === 'value' && item.value !== null ? [String(item.value)] : []));
  };
  const [userId = ''] = ids('UserId', ['=']);
  const recordIds = [...new Set(ids('RecordId', ['=', 'IN']))];
  if (recordIds.length > MAX_RECORDS)
    throw new SoqlError(`${NAME} can be queried for ${MAX_RECORDS} records at most, not ${recordIds.length}`, NAME);
  return { userId, recordIds };
}

function write({ schema, store, access }: AccessOrg, info: ObjectInfo, userId: string, recordIds: readonly string[]): void {
  const user = access.user(userId);
  const byObject = new Map<ObjectInfo, string[]>();
  for (const id of recordIds) {
    const object = schema.objectByPrefix(id.slice(0, 3));
    if (object) byObject.set(object, [...(byObject.get(object) ?? []), id]);
  }
  const names = ['Id', 'UserId', 'RecordId', ...LEVELS.map(([name]) => name), 'MaxAccessLevel'];
  for (const [object, ids] of byObject) {
    for (const [recordId, rights] of rightsOf({ store, access }, user, object, ids)) {
      const level = LEVELS.find(([name]) => rights[name])?.[1] ?? 'None';
      const values = [store.newId(info), userId, recordId, ...LEVELS.map(([name]) => Number(rights[name])), level];
      store.run(`INSERT INTO "${NAME}" (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, values);
    }
  }
}

/** Whoever may delete a record by its sharing is its owner, above the owner, or an administrator: that is who may transfer it, too. */
function rightsOf(
  org: Pick<AccessOrg, 'store' | 'access'>,
  user: RunningUser,
  object: ObjectInfo,
  ids: readonly string[]
): Map<string, Rights> {
  org.store.ensure(object);
  const may = (right: 'read' | 'edit' | 'delete'): Set<string> =>
    org.access.canObject(user, object, right) ? visible(org, user, object, ids, right) : new Set();
  const readable = may('read');
  const editable = may('edit');
  const deletable = may('delete');
  const owned = visible(org, user, object, ids, 'delete');
  return new Map(
    ids.map((id) => {
      const read = readable.has(id);
      const edit = read && editable.has(id);
      const transfer = edit && owned.has(id);
      const erase = read && deletable.has(id);
      return [
        id,
        { HasReadAccess: read, HasEditAccess: edit, HasDeleteAccess: erase, HasTransferAccess: transfer, HasAllAccess: erase && transfer }
      ];
    })
  );
}

function visible(
  { store, access }: Pick<AccessOrg, 'store' | 'access'>,
  user: RunningUser,
  object: ObjectInfo,
  ids: readonly string[],
  right: 'read' | 'edit' | 'delete'
): Set<string> {
  const filter = access.recordFilter(user, object, 't', right);
  const parameters: SqlValue[] = [jsonArray(ids), ...(filter?.parameters ?? [])];
  const condition = filter ? ` AND (${filter.sql})` : '';
  const rows = store.rows(
    `SELECT t."Id" FROM ${quoted(object.name)} t WHERE t."Id" IN (SELECT value FROM json_each(?))${condition}`,
    parameters
  );
  return new Set(rows.map(([id]) => String(id)));
}
