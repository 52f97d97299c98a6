import type { FieldInfo, FieldType } from './model.js';

/**
 * What a query may do with a field, by its type: the properties Filter, Sort, Group and Aggregate of the Object Reference ("Field Properties", "Field
 * Types"), which describe calls answer and queries are held to.
 */

/** Long text, files, encrypted text and compounds of several fields are read and written only. */
function isOpaque(field: FieldInfo): boolean {
  return (field.type === 'textarea' && field.length > 255) || OPAQUE.has(field.type);
}

const OPAQUE: ReadonlySet<FieldType> = new Set<FieldType>(['base64', 'encryptedstring', 'address', 'location', 'anyType']);

/** Auto numbers, times and all numbers but whole ones are not in the Object Reference's lists of fields with the property Group. */
const GROUPABLE: ReadonlySet<FieldType> = new Set<FieldType>([
  'id',
  'reference',
  'string',
  'textarea',
  'picklist',
  'combobox',
  'boolean',
  'int',
  'date',
  'email',
  'phone',
  'url'
]);

const NUMBERS: ReadonlySet<FieldType> = new Set<FieldType>(['int', 'long', 'double', 'currency', 'percent']);

export function isFilterable(field: FieldInfo): boolean {
  return !isOpaque(field);
}

/** "Multi-select picklist, rich text area, long text area, encrypted" can't order (SOQL and SOSL Reference, "ORDER BY"). */
export function isSortable(field: FieldInfo): boolean {
  return !isOpaque(field) && field.type !== 'multipicklist';
}

/** "Formula fields can't be grouped" (SOQL and SOSL Reference, "Considerations for GROUP BY"). */
export function isGroupable(field: FieldInfo): boolean {
  return GROUPABLE.has(field.type) && !isOpaque(field) && field.formula === null && field.autoNumber === null;
}

/** SOQL and SOSL Reference, "Support for Field Types in Aggregate Functions". */
export function isAggregatable(field: FieldInfo, operator = 'COUNT'): boolean {
  if (operator === 'SUM' || operator === 'AVG') return NUMBERS.has(field.type);
  return !isOpaque(field) && !['boolean', 'time', 'multipicklist'].includes(field.type);
}
