import type { DmlKind, RowResult } from '../../org/contracts.js';
import { isIdText, SObject, toId, valueFromJson } from '../../values/index.js';
import type { ObjectInfo } from '../../schema/index.js';
import { ApiError, notFound, rowError } from '../errors.js';
import { recordToJson } from '../json/recordJson.js';
import { jsonObject, NO_CONTENT, ok, type Answer, type Call, type Router } from './router.js';

const USER_MODE = { accessLevel: 'USER_MODE', enforceSharing: true } as const;

/** Single records: create, read, update, delete, and upsert by an external id. */
export function rowRoutes(router: Router): void {
  router.add('POST', 'sobjects/:object', (call) => {
    const object = objectOf(call);
    const id = call.run(() => write(call, 'insert', recordOf(object, jsonObject(call))).id);
    return {
      status: 201,
      body: { id, success: true, errors: [] },
      headers: { location: `/services/data/${call.version}/sobjects/${object.name}/${id}` }
    };
  });
  router.add('GET', 'sobjects/:object/:id', (call) => {
    const object = objectOf(call);
    return call.run(() => ok(readRecord(call, object, `Id = '${idOf(call.params.id, object)}'`)));
  });
  router.add('PATCH', 'sobjects/:object/:id', (call) => {
    const object = objectOf(call);
    const record = recordOf(object, jsonObject(call));
    if (record.values.has('Id'))
      throw new ApiError(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.', ['Id']);
    record.values.set('Id', idOf(call.params.id, object));
    call.run(() => write(call, 'update', record));
    return NO_CONTENT;
  });
  router.add('DELETE', 'sobjects/:object/:id', (call) => {
    const object = objectOf(call);
    const record = new SObject(object);
    record.values.set('Id', idOf(call.params.id, object));
    call.run(() => write(call, 'delete', record));
    return NO_CONTENT;
  });
  router.add('GET', 'sobjects/:object/:field/:value', (call) => {
    const object = objectOf(call);
    const field = externalField(object, call.params.field);
    return call.run(() => ok(readRecord(call, object, `${field} = '${escape(call.params.value)}'`)));
  });
  router.add('PATCH', 'sobjects/:object/:field/:value', upsert);
  router.add('DELETE', 'sobjects/:object/:field/:value', (call) => {
    const object = objectOf(call);
    const field = externalField(object, call.params.field);
    return call.run(() => {
      const [found] = select(call, object, ['Id'], `${field} = '${escape(call.params.value)}'`);
      if (!found) throw notFound();
      write(call, 'delete', found);
      return NO_CONTENT;
    });
  });
}

function upsert(call: Call): Answer {
  const object = objectOf(call);
  const field = externalField(object, call.params.field);
  const json = jsonObject(call);
  if (Object.keys(json).some((name) => name.toLowerCase() === field.toLowerCase()))
    throw new ApiError(400, 'INVALID_FIELD', `The ${field} field should not be specified in the sobject data.`, [field]);
  return call.run(() => {
    const record = recordOf(object, json);
    record.values.set(field, valueFromJson(object, object.field(field)!, call.params.value));
    const result = write(call, 'upsert', record, field);
    return { status: result.created ? 201 : 200, body: { id: result.id, success: true, errors: [], created: result.created } };
  });
}

/** The object that a path names. */
export function objectOf(call: Call): ObjectInfo {
  const object = call.context.host.org.schema.object(call.params.object);
  if (!object) throw notFound();
  return object;
}

/** The 18-character form of an id of the object. */
export function idOf(text: string, object: ObjectInfo): string {
  if (!isIdText(text)) throw notFound('Provided external ID field does not exist or is not accessible: ' + text);
  const id = toId(text);
  if (object.keyPrefix && id.slice(0, 3) !== object.keyPrefix) throw notFound();
  return id;
}

function externalField(object: ObjectInfo, name: string): string {
  const field = object.field(name);
  if (!field || !(field.externalId || field.name === 'Id' || field.nameField))
    throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
  return field.name;
}

/** A record of the request: fields by name, and parents given by their external id (`"Account": {"Number__c": "7"}`). */
export function recordOf(object: ObjectInfo, json: Readonly<Record<string, unknown>>): SObject {
  const record = new SObject(object);
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes') continue;
    const field = object.field(name);
    const parent = object.relationship(name);
    if (field) record.values.set(field.name, valueFromJson(object, field, value));
    else if (parent && typeof value === 'object' && value !== null) record.values.set(parent.relationshipName!, value);
    else throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
  }
  return record;
}

/** Replaces parents that were given by external id with their ids. */
export function resolveParents(call: Call, record: SObject): void {
  const object = record.info!;
  for (const [name, value] of [...record.values]) {
    if (object.field(name) || value === null || typeof value !== 'object' || value instanceof SObject) continue;
    const reference = object.relationship(name);
    if (!reference) continue;
    const [[field, key]] = Object.entries(value).filter(([each]) => each !== 'attributes');
    const target = call.context.host.org.schema.object(
      (value as { attributes?: { type?: string } }).attributes?.type ?? reference.referenceTo[0]
    );
    const external = target?.field(field);
    if (!target || !external?.externalId)
      throw new ApiError(
        400,
        'INVALID_FIELD',
        `Foreign key external ID: ${field} is not an external id field of ${target?.name ?? reference.referenceTo[0]}`
      );
    const found = select(call, target, ['Id'], `${external.name} = '${escape(String(key))}'`);
    if (found.length !== 1)
      throw new ApiError(
        400,
        'INVALID_FIELD',
        `Foreign key external ID: ${String(key).toLowerCase()} not found for field ${external.name} in entity ${target.name}`
      );
    record.values.delete(name);
    record.values.set(reference.name, found[0].id);
  }
}

function write(call: Call, kind: DmlKind, record: SObject, externalIdField?: string): RowResult {
  resolveParents(call, record);
  const [result] = call.context.host.org.dml.execute(kind, [record], {
    ...USER_MODE,
    allOrNone: false,
    ...(externalIdField ? { externalIdField } : {})
  });
  if (!result.success) throw rowError(result.errors);
  return result;
}

function readRecord(call: Call, object: ObjectInfo, condition: string): unknown {
  const { org } = call.context.host;
  const user = org.access.user(call.userId);
  if (!org.access.canObject(user, object, 'read')) throw notFound();
  const asked = call.query.fields?.split(',').map((name) => name.trim());
  const names =
    asked ??
    [...object.fields.values()]
      .filter((field) => field.type !== 'address' && field.type !== 'location' && org.access.canReadField(user, object, field.name))
      .map((field) => field.name);
  const records = select(call, object, names, condition);
  if (records.length === 0) throw notFound();
  return recordToJson(records[0], call.version);
}

export function select(call: Call, object: ObjectInfo, fields: readonly string[], condition: string): SObject[] {
  return call.context.host.org.queries.query(`SELECT ${fields.join(', ')} FROM ${object.name} WHERE ${condition} LIMIT 2`, USER_MODE)
    .items as SObject[];
}

export function escape(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
}
