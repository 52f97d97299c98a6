import { call } from '../runtime/http.js';
import { wireAdapter, type Read } from '../runtime/wire.js';
import type { FieldReference } from './uiRecordApi.js';

type ObjectReference = string | { readonly objectApiName: string };

/** Metadata changes only with a new start of the local org. */
const MAX_AGE = 15 * 60_000;

function objectName(reference: ObjectReference | undefined | null): string | undefined {
  return typeof reference === 'string' ? reference : reference?.objectApiName;
}

function read(url: string): Read {
  return { key: url, load: async () => (await call('GET', url)).body, records: [], maxAge: MAX_AGE };
}

export const getObjectInfo = wireAdapter<{ objectApiName?: ObjectReference }>(({ objectApiName }) => {
  const name = objectName(objectApiName);
  return name ? read(`/ui-api/object-info/${encodeURIComponent(name)}`) : null;
});

export const getObjectInfos = wireAdapter<{ objectApiNames?: readonly ObjectReference[] }>(({ objectApiNames }) => {
  const names = objectApiNames?.map(objectName);
  return names && names.length > 0 && names.every(Boolean)
    ? read(`/ui-api/object-info/batch/${names.map((name) => encodeURIComponent(name!)).join(',')}`)
    : null;
});

export const getPicklistValues = wireAdapter<{ recordTypeId?: string; fieldApiName?: FieldReference }>(({ recordTypeId, fieldApiName }) => {
  if (!recordTypeId || !fieldApiName) return null;
  const [object, field] =
    typeof fieldApiName === 'string' ? fieldApiName.split('.') : [fieldApiName.objectApiName, fieldApiName.fieldApiName];
  return read(
    `/ui-api/object-info/${encodeURIComponent(object)}/picklist-values/${encodeURIComponent(recordTypeId)}/${encodeURIComponent(field)}`
  );
});

export const getPicklistValuesByRecordType = wireAdapter<{ recordTypeId?: string; objectApiName?: ObjectReference }>(
  ({ recordTypeId, objectApiName }) => {
    const name = objectName(objectApiName);
    return name && recordTypeId
      ? read(`/ui-api/object-info/${encodeURIComponent(name)}/picklist-values/${encodeURIComponent(recordTypeId)}`)
      : null;
  }
);
