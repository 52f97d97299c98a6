import type { FieldInfo, ObjectInfo } from '../schema/model.js';

/** Raised when tables change in a way that `ensure` can't bring about on an existing file. */
export const LAYOUT_VERSION = 1;

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Formula and compound fields have no column: they are worked out from others when they are read. */
export function isStored(field: FieldInfo): boolean {
  return field.formula === null && field.type !== 'address' && field.type !== 'location';
}

/** Fields whose text SOQL compares exactly; all other text ignores case (SOQL and SOSL Reference, "Comparison operators"). */
export function isExactText(field: FieldInfo): boolean {
  return field.type === 'id' || field.type === 'reference' || field.type === 'base64' || field.caseSensitive;
}

/**
 * Column type of a field. Text that ignores case is declared NOCASE, which folds ASCII and serves indexes; where other letters are
 * compared, queries fold both sides with the function `fold`.
 */
export function columnType(field: FieldInfo): string {
  switch (field.apexType) {
    case 'Boolean':
    case 'Integer':
    case 'Long':
    case 'Datetime':
    case 'Time':
      return 'INTEGER';
    case 'Double':
    case 'Decimal':
      return 'REAL';
    default:
      return isExactText(field) ? 'TEXT' : 'TEXT COLLATE NOCASE';
  }
}

export function createTable(object: ObjectInfo): string {
  const columns = [...object.fields.values()]
    .filter(isStored)
    .map((field) => `${quoted(field.name)} ${columnType(field)}${field.name === 'Id' ? ' PRIMARY KEY' : ''}`);
  const withoutRowid = object.fields.has('id') ? ' WITHOUT ROWID' : '';
  return `CREATE TABLE IF NOT EXISTS ${quoted(object.name)} (${columns.join(', ')})${withoutRowid}`;
}

export function addColumn(object: ObjectInfo, field: FieldInfo): string {
  return `ALTER TABLE ${quoted(object.name)} ADD COLUMN ${quoted(field.name)} ${columnType(field)}`;
}

/** References are joined and cascaded over, external ids and unique fields looked up. */
export function createIndexes(object: ObjectInfo): string[] {
  return [...object.fields.values()]
    .filter((field) => isStored(field) && field.name !== 'Id' && needsIndex(field))
    .map(
      (field) => `CREATE INDEX IF NOT EXISTS ${quoted(`${object.name}.${field.name}`)} ON ${quoted(object.name)} (${quoted(field.name)})`
    );
}

/** The system's audit references point at few users and are not searched by; an index on them would only slow writing. */
const AUDIT = new Set(['CreatedById', 'LastModifiedById']);

function needsIndex(field: FieldInfo): boolean {
  return (field.type === 'reference' && !AUDIT.has(field.name)) || field.unique || field.externalId;
}
