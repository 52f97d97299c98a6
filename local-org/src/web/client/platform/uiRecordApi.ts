import { call } from '../runtime/http.js';
import { recordsChanged, wireAdapter, type Read } from '../runtime/wire.js';

export type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };
type OneOrMore<T> = T | readonly T[];

interface RecordConfig {
  readonly recordId?: string | null;
  readonly fields?: OneOrMore<FieldReference>;
  readonly optionalFields?: OneOrMore<FieldReference>;
  readonly layoutTypes?: OneOrMore<string>;
  readonly modes?: OneOrMore<string>;
}

interface FieldValue {
  readonly value: unknown;
  readonly displayValue: string | null;
}

export interface UiRecord {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** How long Lightning Data Service keeps a record (LDS documentation: 30 seconds). */
const MAX_AGE = 30_000;

/** `Campaign.Name` of either form of a field reference. */
function fieldName(field: FieldReference): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

function list<T>(values: OneOrMore<T> | undefined): readonly T[] {
  if (values === undefined || values === null) return [];
  return Array.isArray(values) ? (values as readonly T[]) : [values as T];
}

function query(config: Omit<RecordConfig, 'recordId'>): string {
  const parameters = new URLSearchParams();
  const add = (name: string, values: readonly string[]): void => {
    if (values.length > 0) parameters.set(name, [...values].sort().join(','));
  };
  add('fields', list(config.fields).map(fieldName));
  add('optionalFields', list(config.optionalFields).map(fieldName));
  add('layoutTypes', list(config.layoutTypes));
  add('modes', list(config.modes));
  return parameters.toString();
}

/** Every part of a field list has to be known: `fields: [undefined]` or a field still undefined is an incomplete configuration. */
function complete(config: Omit<RecordConfig, 'recordId'>): boolean {
  const named = [config.fields, config.optionalFields, config.layoutTypes];
  return (
    named.some((part) => part !== undefined && list(part).length > 0) &&
    named.every((part) => list<unknown>(part as OneOrMore<unknown>).every(Boolean))
  );
}

function recordRead(recordId: string, config: RecordConfig): Read {
  const url = `/ui-api/records/${encodeURIComponent(recordId)}?${query(config)}`;
  return { key: url, load: async () => (await call('GET', url)).body, records: [recordId], maxAge: MAX_AGE };
}

export const getRecord = wireAdapter<RecordConfig, UiRecord>((config) =>
  config.recordId && complete(config) ? recordRead(config.recordId, config) : null
);

/** Several groups of records at once; the answer is `{results: [{statusCode, result}]}` in the order asked. */
export const getRecords = wireAdapter<{ records?: readonly (Omit<RecordConfig, 'recordId'> & { recordIds?: readonly string[] })[] }>(
  ({ records }) => {
    if (!records || records.length === 0) return null;
    if (!records.every((group) => group.recordIds && group.recordIds.length > 0 && group.recordIds.every(Boolean) && complete(group)))
      return null;
    const urls = records.map((group) => `/ui-api/records/batch/${group.recordIds!.map(encodeURIComponent).join(',')}?${query(group)}`);
    return {
      key: urls.join(' '),
      load: async () => {
        const answers = await Promise.all(urls.map((url) => call('GET', url)));
        return {
          hasErrors: answers.some(({ body }) => (body as { hasErrors: boolean }).hasErrors),
          results: answers.flatMap(({ body }) => (body as { results: unknown[] }).results)
        };
      },
      records: records.flatMap((group) => [...group.recordIds!]),
      maxAge: MAX_AGE
    };
  }
);

/** Walks `Campaign.Owner.Name` through nested records; undefined where the record doesn't hold the field. */
function find(record: UiRecord | undefined | null, field: FieldReference): FieldValue | undefined {
  const names = fieldName(field).split('.').slice(1);
  let current: UiRecord | null | undefined = record;
  for (const name of names.slice(0, -1)) {
    const parent: FieldValue | undefined = current?.fields[name];
    if (parent === undefined) return undefined;
    if (parent.value === null) return { value: null, displayValue: null };
    current = parent.value as UiRecord;
  }
  return current?.fields[names[names.length - 1]];
}

export function getFieldValue(record: UiRecord | undefined | null, field: FieldReference): unknown {
  return find(record, field)?.value;
}

export function getFieldDisplayValue(record: UiRecord | undefined | null, field: FieldReference): string | null | undefined {
  return find(record, field)?.displayValue;
}

export async function createRecord(input: RecordInput): Promise<unknown> {
  return (await call('POST', '/ui-api/records', { apiName: input.apiName, fields: input.fields })).body;
}

export async function updateRecord(input: RecordInput, _options?: unknown): Promise<unknown> {
  const { Id: id, ...fields } = input.fields;
  const { body } = await call('PATCH', `/ui-api/records/${encodeURIComponent(String(id))}`, { fields });
  await recordsChanged([String(id)]);
  return body;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await call('DELETE', `/ui-api/records/${encodeURIComponent(recordId)}`);
}

/** Tells Lightning Data Service that records changed outside of it: what is shown of them is read again. */
export async function notifyRecordUpdateAvailable(items: readonly { readonly recordId: string }[]): Promise<void> {
  await recordsChanged(items.map((item) => item.recordId));
}

/** The older form of notifyRecordUpdateAvailable. */
export function getRecordNotifyChange(items: readonly { readonly recordId: string }[]): void {
  void recordsChanged(items.map((item) => item.recordId));
}

interface ObjectInfoLike {
  readonly apiName: string;
  readonly fields: Readonly<Record<string, { readonly createable: boolean; readonly updateable: boolean }>>;
}

/** Record input for createRecord out of a record with defaults: createable fields only. */
export function generateRecordInputForCreate(record: UiRecord, objectInfo?: ObjectInfoLike): RecordInput {
  return { apiName: record.apiName, fields: inputFields(record, objectInfo && ((name) => objectInfo.fields[name]?.createable === true)) };
}

/** Record input for updateRecord: updateable fields and the Id. */
export function generateRecordInputForUpdate(record: UiRecord, objectInfo?: ObjectInfoLike): RecordInput {
  return { fields: { ...inputFields(record, objectInfo && ((name) => objectInfo.fields[name]?.updateable === true)), Id: record.id } };
}

function inputFields(record: UiRecord, keep?: (name: string) => boolean): Record<string, unknown> {
  const plain = Object.entries(record.fields).filter(
    ([name, field]) => (field.value === null || typeof field.value !== 'object') && (!keep || keep(name))
  );
  return Object.fromEntries(plain.map(([name, field]) => [name, field.value]));
}

/** A record input that holds only what differs from the original. */
export function createRecordInputFilteredByEditedFields(input: RecordInput, original: UiRecord): RecordInput {
  const changed = Object.entries(input.fields).filter(([name, value]) => name === 'Id' || original.fields[name]?.value !== value);
  return { ...input, fields: Object.fromEntries(changed) };
}
