import type { Org, RowError, RunningUser } from '../../org/contracts.js';
import { isIdText, RecordJsonError, SObject, toId, valueFromJson } from '../../values/index.js';
import type { FieldInfo, ObjectInfo } from '../../schema/index.js';
import { nameField, type Layouts } from '../../web/index.js';
import { ApiError, notFound } from '../errors.js';
import { displayText, toJson } from '../json/fieldJson.js';
import { isCompound } from '../page/fieldModels.js';

const USER_MODE = { accessLevel: 'USER_MODE', enforceSharing: true } as const;

export interface RecordRequest {
  readonly fields?: string;
  readonly optionalFields?: string;
  readonly layoutTypes?: string;
}

interface UiField {
  readonly displayValue: string | null;
  readonly value: unknown;
}

export interface UiRecord {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly fields: Readonly<Record<string, UiField>>;
  readonly id: string;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: unknown;
  readonly recordTypeId: string | null;
  readonly recordTypeInfo: unknown;
  readonly systemModstamp: unknown;
}

/** What the write operations of the UI API answer when a record is refused (UI API Developer Guide, "Error responses"). */
export class RecordError extends Error {
  readonly status = 400;
  constructor(readonly body: unknown) {
    super('The record was refused.');
  }
}

/** The record with the fields asked for; a required field that the user can't read is an error, an optional one is left out. */
export function getRecord(org: Org, user: RunningUser, layouts: Layouts, recordId: string, request: RecordRequest): UiRecord {
  const object = isIdText(recordId) ? org.schema.objectByPrefix(recordId.slice(0, 3)) : undefined;
  if (!object || !org.access.canObject(user, object, 'read')) throw notFound();
  const paths = new Set<string>(['Id']);
  for (const path of split(request.fields)) paths.add(resolvePath(org, user, object, path, true)!);
  for (const path of split(request.optionalFields)) {
    const resolved = resolvePath(org, user, object, path, false);
    if (resolved) paths.add(resolved);
  }
  if (request.layoutTypes) for (const field of layoutFields(org, user, layouts, object, request.layoutTypes)) paths.add(field);
  for (const name of ['LastModifiedById', 'LastModifiedDate', 'RecordTypeId', 'SystemModstamp']) if (object.field(name)) paths.add(name);
  const [record] = org.queries.query(`SELECT ${[...paths].join(', ')} FROM ${object.name} WHERE Id = '${toId(recordId)}'`, USER_MODE)
    .items as SObject[];
  if (!record) throw notFound();
  return uiRecord(user, object, record, [...paths]);
}

function split(names: string | undefined): string[] {
  return (names ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** `Campaign.Owner.Name` → `Owner.Name` in canonical spelling; null where it can't be read and need not be. */
function resolvePath(org: Org, user: RunningUser, root: ObjectInfo, qualified: string, required: boolean): string | null {
  const [objectName, ...names] = qualified.split('.');
  if (objectName.toLowerCase() !== root.name.toLowerCase()) {
    if (!required) return null;
    throw new ApiError(400, 'INVALID_FIELD', `Field ${qualified} does not belong to object ${root.name}.`);
  }
  const result: string[] = [];
  let object: ObjectInfo | undefined = root;
  for (const [index, name] of names.entries()) {
    const last = index === names.length - 1;
    const field: FieldInfo | undefined = last ? object?.field(name) : object?.relationship(name);
    if (!object || !field || !org.access.canReadField(user, object, field.name) || (isCompound(field) && !required)) {
      if (!required) return null;
      throw new ApiError(
        400,
        'INVALID_FIELD',
        `No such column '${name}' on entity '${object?.name ?? root.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`
      );
    }
    result.push(last ? field.name : field.relationshipName!);
    if (!last) object = org.schema.object(field.referenceTo[0]);
  }
  return result.join('.');
}

function layoutFields(org: Org, user: RunningUser, layouts: Layouts, object: ObjectInfo, types: string): string[] {
  const layout = layouts.of(object);
  const compact = /compact/i.test(types) ? layout.compact : [];
  const full = /full/i.test(types) ? layout.sections.flatMap((section) => section.columns.flat()) : [];
  const names = [...new Set([nameField(object), ...compact, ...full])];
  return names.flatMap((name) => {
    const field = object.field(name);
    if (!field || isCompound(field) || !org.access.canReadField(user, object, field.name)) return [];
    const target = field.relationshipName ? org.schema.object(field.referenceTo[0]) : undefined;
    return target ? [field.name, `${field.relationshipName}.Id`, `${field.relationshipName}.${nameField(target)}`] : [field.name];
  });
}

function uiRecord(user: RunningUser, object: ObjectInfo, record: SObject, paths: readonly string[]): UiRecord {
  const fields: Record<string, UiField> = {};
  const parents = new Map<string, string[]>();
  for (const path of paths) {
    const [first, ...rest] = path.split('.');
    if (rest.length > 0) {
      parents.set(first, [...(parents.get(first) ?? []), rest.join('.')]);
      continue;
    }
    if (path === 'Id') continue;
    const value = record.values.get(first) ?? null;
    fields[first] = { displayValue: displayText(object.field(first)!, value, user.timeZone), value: toJson(value) };
  }
  for (const [name, rest] of parents) fields[name] = parentField(user, record.values.get(name), rest);
  const type = object.recordTypes.find((candidate) => candidate.id === record.values.get('RecordTypeId'));
  return {
    apiName: object.name,
    childRelationships: {},
    fields,
    id: record.id!,
    lastModifiedById: (record.values.get('LastModifiedById') as string | null | undefined) ?? null,
    lastModifiedDate: toJson(record.values.get('LastModifiedDate')),
    recordTypeId: type?.id ?? null,
    recordTypeInfo: type
      ? { available: true, defaultRecordTypeMapping: false, master: type.master, name: type.label, recordTypeId: type.id }
      : null,
    systemModstamp: toJson(record.values.get('SystemModstamp'))
  };
}

function parentField(user: RunningUser, parent: unknown, paths: readonly string[]): UiField {
  if (!(parent instanceof SObject) || !parent.info) return { displayValue: null, value: null };
  const value = uiRecord(user, parent.info, parent, [...paths]);
  const name = nameField(parent.info);
  return { displayValue: name in value.fields ? ((value.fields[name].value as string | null) ?? null) : null, value };
}

/** Creates or updates a record from `{apiName, fields}`; answers the id. */
export function saveRecord(org: Org, objectName: string, recordId: string | null, fields: Readonly<Record<string, unknown>>): string {
  const object = org.schema.object(objectName);
  if (!object) throw new ApiError(400, 'INVALID_TYPE', `Object ${objectName} is not supported in UI API`);
  const record = new SObject(object);
  if (recordId) record.values.set('Id', toId(recordId));
  for (const [name, value] of Object.entries(fields)) {
    const field = object.field(name);
    if (!field)
      throw recordError(object, [
        { code: 'INVALID_FIELD', message: `No such column '${name}' on sobject of type ${object.name}`, fields: [] }
      ]);
    try {
      record.values.set(field.name, valueFromJson(object, field, value === '' ? null : value));
    } catch (error) {
      if (!(error instanceof RecordJsonError)) throw error;
      throw recordError(object, [
        {
          code: 'INVALID_TYPE_ON_FIELD_IN_RECORD',
          message: `${field.label}: value not of required type: ${String(value)}`,
          fields: [field.name]
        }
      ]);
    }
  }
  const [result] = org.dml.execute(recordId ? 'update' : 'insert', [record], {
    allOrNone: false,
    accessLevel: 'USER_MODE',
    enforceSharing: true
  });
  if (!result.success) throw recordError(object, result.errors);
  return result.id!;
}

export function deleteRecord(org: Org, recordId: string): void {
  const object = isIdText(recordId) ? org.schema.objectByPrefix(recordId.slice(0, 3)) : undefined;
  if (!object) throw notFound();
  const record = new SObject(object);
  record.values.set('Id', toId(recordId));
  const [result] = org.dml.execute('delete', [record], { allOrNone: false, accessLevel: 'USER_MODE', enforceSharing: true });
  if (!result.success) throw recordError(object, result.errors);
}

function recordError(object: ObjectInfo, errors: readonly RowError[]): RecordError {
  const fieldErrors: Record<string, unknown[]> = {};
  const pageErrors: unknown[] = [];
  for (const { code, message, fields } of errors) {
    const detail = (field: string | null): unknown => ({
      constituentField: null,
      duplicateRecordError: null,
      errorCode: code,
      field,
      fieldLabel: field ? (object.field(field)?.label ?? field) : null,
      message
    });
    if (fields.length === 0) pageErrors.push(detail(null));
    for (const field of fields) (fieldErrors[field] ??= []).push(detail(field));
  }
  return new RecordError({
    enhancedErrorType: 'RecordError',
    message: 'An error occurred while trying to update the record. Please try again.',
    output: { errors: pageErrors, fieldErrors },
    statusCode: 400
  });
}
