import { tx } from '../../org/transaction.js';
import type { SObject } from '../../values/index.js';
import type { FieldInfo, ObjectInfo, Schema } from '../model.js';
import { FormulaError } from './ast.js';
import type { FormulaContext } from './evaluate.js';
import { formulaFieldValue, fromFieldValue, isNumericPath, resolvePath, type ResolvedPath } from './fields.js';
import { globalValue } from './globals.js';

export interface RecordFormulaOptions {
  /** The record before the change; null when it is being created. */
  readonly old?: SObject | null;
  readonly isNew?: boolean;
  /** Formula fields treat blank numbers as zero unless they say otherwise; validation rules do not. */
  readonly blankAsZero?: boolean;
  readonly where?: string;
}

/**
 * What a formula sees of a record: its own values, other formula fields of it, parents by their relationships (read from the database when
 * the record does not carry them) and the `$` globals of the running transaction.
 */
export function recordContext(record: SObject, options: RecordFormulaOptions = {}): FormulaContext {
  const { org, user } = tx();
  const info = record.info;
  if (!info) throw new FormulaError('An aggregate row has no formulas');
  const read = (of: SObject, path: string): unknown => readPath(org.schema, of, info, path);
  const old = options.old ?? null;
  return {
    isNew: options.isNew ?? (old === null && record.id === null),
    now: org.clock.now(),
    timeZone: user.timeZone,
    field: (path) => read(record, path),
    ...(old ? { prior: (path: string) => read(old, path) } : {}),
    ...(options.blankAsZero ? { zeroWhenBlank: (path: string) => !path.startsWith('$') && isNumericPath(org.schema, info, path) } : {}),
    ...(options.where ? { where: options.where } : {})
  };
}

function readPath(schema: Schema, record: SObject, info: ObjectInfo, path: string): unknown {
  if (path.startsWith('$RecordType.')) return recordType(record, info, path.slice('$RecordType.'.length));
  if (path.startsWith('$')) return globalValue(path);
  const resolved = resolvePath(schema, info, path);
  if (!resolved) throw new FormulaError(`Field ${path} does not exist on ${info.name}`);
  const { field, parts } = resolved;
  if (parts.length === 1) return fromFieldValue(field, ownValue(record, field));
  return fromFieldValue(field, parentValue(schema, record, info, resolved));
}

function ownValue(record: SObject, field: FieldInfo): unknown {
  const value = record.values.get(field.name);
  if (value !== undefined) return value;
  if (field.formula !== null) return formulaFieldValue(field, recordContext(record, { blankAsZero: field.formulaBlanks !== 'blank' }));
  return field.type === 'boolean' ? false : null;
}

/** The key decides which parent it is, not a parent record that may still hang on a changed record. */
function parentValue(schema: Schema, record: SObject, info: ObjectInfo, { parts }: ResolvedPath): unknown {
  const reference = info.relationship(parts[0])!;
  const key = record.values.get(reference.name) as string | null | undefined;
  if (!key) return null;
  const target = schema.objectByPrefix(key.slice(0, 3));
  if (!target) return null;
  const path = parts.slice(1).join('.');
  if (!resolvePath(schema, target, path)) return null;
  const records = tx().org.queries.query(`SELECT ${path} FROM ${target.name} WHERE Id = '${key}'`, {
    accessLevel: 'SYSTEM_MODE',
    enforceSharing: false,
    internal: true,
    allRows: true
  });
  let value: unknown = records.items[0] ?? null;
  for (const part of parts.slice(1)) value = value === null ? null : ((value as SObject).values.get(part) ?? null);
  return value;
}

function recordType(record: SObject, info: ObjectInfo, property: string): unknown {
  const id = record.values.get('RecordTypeId') as string | null | undefined;
  const type = info.recordTypes.find((candidate) => candidate.id === id);
  if (!type) return null;
  const values: Readonly<Record<string, string>> = { id: type.id, name: type.label, developername: type.developerName };
  return values[property.toLowerCase()] ?? null;
}
