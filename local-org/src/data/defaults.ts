import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import { ApexDecimal, ApexDouble, type SObject } from '../values/index.js';
import { evaluateDefault } from './formulas.js';
import type { Dml } from './dml.js';
import { hasField } from './sql.js';
import type { Row } from './row.js';

const NUMBER = /^-?\d+(\.\d+)?$/;
const TEXT = /^(["'])([^"'\\]*)\1$/;

/** Default values of the object's fields by name: those given in the metadata, the default entry of picklists, false for checkboxes. */
export function defaultValues(dml: Dml, object: ObjectInfo): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const field of object.fields.values()) {
    if (field.formula !== null || field.summary !== null) continue;
    const value = defaultOf(dml, object, field);
    if (value !== null) values.set(field.name, value);
  }
  return values;
}

function defaultOf(dml: Dml, object: ObjectInfo, field: FieldInfo): unknown {
  const formula = field.defaultValueFormula?.trim() ?? '';
  if (field.type === 'boolean') return /^true$/i.test(formula);
  if (formula !== '') {
    if (NUMBER.test(formula)) return numberOf(field, formula);
    const text = TEXT.exec(formula);
    return text ? text[2] || null : evaluateDefault(dml, object, field, formula);
  }
  return field.picklist?.find((entry) => entry.isDefault && entry.active)?.value ?? null;
}

function numberOf(field: FieldInfo, text: string): unknown {
  switch (field.apexType) {
    case 'Integer':
      return Number(text) | 0;
    case 'Double':
      return new ApexDouble(Number(text));
    case 'Long':
      return BigInt(text);
    case 'Decimal':
      return ApexDecimal.parse(text);
    default:
      return text;
  }
}

const COUNTERS = '"_autonumbers"';

/** Gives auto-number fields of new rows their next numbers: `INV-{0000}`, `{YYYY}{MM}-{00}`. */
export function numberRows(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  const fields = [...object.fields.values()].filter((field) => field.autoNumber !== null);
  if (fields.length === 0 || rows.length === 0) return;
  dml.run(`CREATE TABLE IF NOT EXISTS ${COUNTERS} (name TEXT PRIMARY KEY, next INTEGER) WITHOUT ROWID`);
  for (const field of fields) {
    const counter = `${object.name}.${field.name}`;
    const unnumbered = rows.filter((row) => !(dml.load && row.record.values.get(field.name)));
    const [known] = dml.store.all(`SELECT next FROM ${COUNTERS} WHERE name = ?`, [counter]);
    let next = Number(known?.['next'] ?? 1);
    for (const row of unnumbered) row.record.values.set(field.name, autoNumber(field.autoNumber!, next++, dml));
    dml.run(`INSERT INTO ${COUNTERS} VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = excluded.next`, [counter, next]);
  }
}

function autoNumber(format: string, number: number, dml: Dml): string {
  const today = new Date(dml.now.millis).toISOString();
  return format
    .replace('{YYYY}', today.slice(0, 4))
    .replace('{YY}', today.slice(2, 4))
    .replace('{MM}', today.slice(5, 7))
    .replace('{DD}', today.slice(8, 10))
    .replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'));
}

/** A custom object's text name that nobody gave is the record's id (15 characters), as on the platform. */
export function nameFromId(object: ObjectInfo, record: SObject): void {
  if (!object.custom || !hasField(object, 'Name')) return;
  const name = object.field('Name')!;
  if (name.autoNumber === null && (record.values.get('Name') ?? null) === null) record.values.set('Name', record.id!.slice(0, 15));
}
