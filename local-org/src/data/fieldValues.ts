import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import { ApexDecimal, ApexDouble } from '../values/index.js';
import type { Dml } from './dml.js';
import type { Row } from './row.js';

/** The platform's own shape of an e-mail address: one @ with something before it and a domain after it. */
const EMAIL = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[^\s@.,;:<>()[\]\\"]+$/;

/** Field types whose text loses white space at both ends when it is saved. */
const TRIMMED: ReadonlySet<string> = new Set(['string', 'email', 'phone', 'url', 'picklist', 'combobox']);

/** Fields that the platform fills by itself when nobody does. */
const FILLED: ReadonlySet<string> = new Set([
  'Id',
  'OwnerId',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
  'IsDeleted',
  'Name'
]);

/**
 * System validation of field values (order of execution, the step after before triggers): brings each changed value into the form in which it is
 * stored, and refuses what is too long, out of range, no picklist value or missing.
 */
export function checkValues(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  const fields = [...object.fields.values()].filter((field) => field.formula === null && field.name !== 'Id');
  const required = requiredFields(dml, object, fields);
  for (const row of rows) {
    const truncate = dml.options.truncateText ?? row.request.saveOptions?.truncateText ?? false;
    for (const field of fields) {
      const value = row.record.values.get(field.name) ?? null;
      if (value !== null && row.changes(field.name)) checkValue(row, field, value, truncate);
    }
    const missing = required.filter((field) => isMissing(row, field)).map((field) => field.name);
    if (missing.length > 0) row.fail('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  }
}

/** Those that the object's behaviour names come first, in its order: `[LastName, Company]` is how the platform lists a lead's. */
function requiredFields(dml: Dml, object: ObjectInfo, fields: readonly FieldInfo[]): FieldInfo[] {
  const named = dml.behavioursOf(object).flatMap((behaviour) => behaviour.required ?? []);
  const first = named.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  return [...first, ...fields.filter((field) => !named.includes(field.name) && isRequired(object, field))];
}

function isRequired(object: ObjectInfo, field: FieldInfo): boolean {
  if (field.nillable || field.calculated || field.autoNumber !== null || field.type === 'boolean' || !field.createable) return false;
  return !FILLED.has(field.name) || (field.name === 'Name' && !object.custom);
}

function isMissing(row: Row, field: FieldInfo): boolean {
  if ((row.record.values.get(field.name) ?? null) !== null) return false;
  return row.old === null || row.changes(field.name);
}

function checkValue(row: Row, field: FieldInfo, value: unknown, truncate: boolean): void {
  const { values } = row.record;
  if (typeof value === 'string') {
    const trimmed = TRIMMED.has(field.type) ? value.trim() : value;
    const text = truncate && hasLength(field) ? trimmed.slice(0, field.length) : trimmed;
    values.set(field.name, text === '' ? null : text);
    if (text !== '') checkText(row, field, text);
  } else if (value instanceof ApexDecimal || value instanceof ApexDouble) {
    values.set(field.name, checkNumber(row, field, value));
  }
}

function checkText(row: Row, field: FieldInfo, text: string): void {
  if (hasLength(field) && text.length > field.length) {
    row.fail('STRING_TOO_LONG', `${field.label}: data value too large: ${text} (max length=${field.length})`, [field.name]);
  }
  if (field.type === 'email' && !EMAIL.test(text)) {
    row.fail('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name]);
  }
  if (field.restrictedPicklist && field.picklist) checkPicklist(row, field, text);
}

function hasLength(field: FieldInfo): boolean {
  return field.length > 0 && field.type !== 'id' && field.type !== 'reference' && field.type !== 'base64';
}

function checkPicklist(row: Row, field: FieldInfo, text: string): void {
  const chosen = field.type === 'multipicklist' ? text.split(';') : [text];
  for (const value of chosen) {
    const entry = field.picklist!.find((one) => one.active && one.value.toLowerCase() === value.trim().toLowerCase());
    if (!entry) {
      row.fail('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${value}`, [
        field.name
      ]);
    }
  }
}

/** Numbers of a declared scale are rounded to it; their whole part must fit the precision. */
function checkNumber(row: Row, field: FieldInfo, value: ApexDecimal | ApexDouble): unknown {
  if (field.precision <= 0 || !(value instanceof ApexDecimal)) return value;
  const rounded = value.scale > field.scale ? value.setScale(field.scale, 'HALF_UP') : value;
  if (rounded.value.abs().gte(10 ** (field.precision - field.scale))) {
    row.fail('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${value.toString()}`, [
      field.name
    ]);
  }
  return rounded.scale === field.scale ? rounded : rounded.setScale(field.scale);
}
