import type { DmlKind, RowResult } from '../../org/contracts.js';
import type { ObjectInfo } from '../../schema/index.js';
import { SObject, toId } from '../../values/index.js';
import { ApiError, notFound, toApiError } from '../errors.js';
import { recordToJson } from '../json/recordJson.js';
import { escape, idOf, objectOf, recordOf, resolveParents } from './rows.js';
import { jsonObject, ok, type Answer, type Call, type Router } from './router.js';

/** Records in one request (REST API Developer Guide, "Use sObject Collections"). */
const MAXIMUM = 200;
const USER_MODE = { accessLevel: 'USER_MODE', enforceSharing: true } as const;
const ROLLED_BACK = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: []
};

interface CollectionResult {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[];
  readonly created?: boolean;
}

/** Thrown to undo the transaction of an all-or-none request. */
class Undone extends Error {
  constructor(readonly results: readonly CollectionResult[]) {
    super('A row was refused.');
  }
}

/** `/composite/sobjects`: up to 200 records of any objects. */
export function collectionRoutes(router: Router): void {
  router.add('POST', 'composite/sobjects', (call) => writeAll(call, 'insert'));
  router.add('PATCH', 'composite/sobjects', (call) => writeAll(call, 'update'));
  router.add('PATCH', 'composite/sobjects/:object/:field', (call) => writeAll(call, 'upsert'));
  router.add('DELETE', 'composite/sobjects', (call) => {
    const ids = (call.query.ids ?? '').split(',').filter(Boolean);
    return execute(
      call,
      'delete',
      ids.map((id) => () => deletion(call, id)),
      call.query.allOrNone === 'true'
    );
  });
  const read = (call: Call, ids: readonly string[], fields: readonly string[]): Answer => {
    const object = objectOf(call);
    const names = [...new Set(['Id', ...fields])];
    return call.run(() => {
      const list = ids.map((id) => `'${escape(idOf(id, object))}'`).join(', ');
      const records = call.context.host.org.queries.query(`SELECT ${names.join(', ')} FROM ${object.name} WHERE Id IN (${list})`, USER_MODE)
        .items as SObject[];
      return ok(
        ids
          .map((id) => records.find((record) => record.id === toId(id)) ?? null)
          .map((record) => record && recordToJson(record, call.version))
      );
    });
  };
  router.add('GET', 'composite/sobjects/:object', (call) =>
    read(call, (call.query.ids ?? '').split(','), (call.query.fields ?? '').split(',').filter(Boolean))
  );
  router.add('POST', 'composite/sobjects/:object', (call) => {
    const { ids, fields } = jsonObject(call) as { ids?: string[]; fields?: string[] };
    return read(call, ids ?? [], fields ?? []);
  });
}

function writeAll(call: Call, kind: DmlKind): Answer {
  const { records, allOrNone } = jsonObject(call) as { records?: Readonly<Record<string, unknown>>[]; allOrNone?: boolean };
  if (!Array.isArray(records)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body has to hold a list of records.');
  return execute(
    call,
    kind,
    records.map((json) => () => toRecord(call, json)),
    allOrNone === true
  );
}

function toRecord(call: Call, json: Readonly<Record<string, unknown>>): SObject {
  const type = (json.attributes as { type?: string } | undefined)?.type ?? call.params.object;
  const object = type === undefined ? undefined : call.context.host.org.schema.object(type);
  if (!object) throw new ApiError(400, 'INVALID_TYPE', `sObject type '${type ?? ''}' is not supported.`);
  // Ids are written `id` in requests of this resource.
  const { id, ...fields } = json;
  const record = recordOf(object, id === undefined ? fields : { ...fields, Id: id });
  resolveParents(call, record);
  return record;
}

function deletion(call: Call, id: string): SObject {
  const object: ObjectInfo | undefined = call.context.host.org.schema.objectByPrefix(id.slice(0, 3));
  if (!object) throw notFound('The Id is not one of a record of this org: ' + id);
  const record = new SObject(object);
  record.values.set('Id', idOf(id, object));
  return record;
}

function execute(call: Call, kind: DmlKind, makers: readonly (() => SObject)[], allOrNone: boolean): Answer {
  if (makers.length > MAXIMUM)
    throw new ApiError(400, 'EXCEEDED_MAX_LIST_SIZE', `The number of records exceeds the maximum of ${MAXIMUM}.`);
  try {
    return call.run(() => {
      const results: CollectionResult[] = new Array<CollectionResult>(makers.length);
      const rows: { readonly index: number; readonly record: SObject }[] = [];
      for (const [index, make] of makers.entries()) {
        try {
          rows.push({ index, record: make() });
        } catch (error) {
          const { errorCode, message, fields } = toApiError(error);
          results[index] = { success: false, errors: [{ statusCode: errorCode, message, fields: fields ?? [] }] };
        }
      }
      // The engine takes records of one object at a time; the order of the request is kept.
      for (const group of byObject(rows)) {
        const externalIdField = kind === 'upsert' ? group[0].record.info!.field(call.params.field)?.name : undefined;
        const outcome = call.context.host.org.dml.execute(
          kind,
          group.map(({ record }) => record),
          { ...USER_MODE, allOrNone: false, ...(externalIdField ? { externalIdField } : {}) }
        );
        for (const [position, { index }] of group.entries()) results[index] = toResult(outcome[position], kind);
      }
      if (allOrNone && results.some((result) => !result.success)) throw new Undone(results);
      return ok(results);
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return ok(error.results.map((result) => (result.success ? { success: false, errors: [ROLLED_BACK] } : result)));
  }
}

function byObject<T extends { readonly record: SObject }>(rows: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (const row of rows) {
    const last = groups[groups.length - 1];
    if (last && last[0].record.info === row.record.info) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function toResult(row: RowResult, kind: DmlKind): CollectionResult {
  const errors = row.errors.map(({ code, message, fields }) => ({ statusCode: code, message, fields }));
  return { ...(row.id ? { id: row.id } : {}), success: row.success, errors, ...(kind === 'upsert' ? { created: row.created } : {}) };
}
