import {
  evaluateFormula,
  FormulaError,
  formulaFieldValue,
  formulaPaths,
  fromFieldValue,
  globalValue,
  isNumericPath,
  recordContext,
  resolvePath,
  toFieldValue,
  type FieldInfo,
  type FormulaContext,
  type ObjectInfo,
  type ResolvedPath
} from '../schema/index.js';
import { tx } from '../org/transaction.js';
import { SObject } from '../values/index.js';
import type { Dml } from './dml.js';
import type { Row } from './row.js';
import { recordsById } from './sql.js';

/** The value of a field's default formula. */
export function evaluateDefault(dml: Dml, object: ObjectInfo, field: FieldInfo, formula: string): unknown {
  const context = new Formulas(dml).context(new SObject(object), null, `default value of ${object.name}.${field.name}`);
  return toFieldValue(field, evaluateFormula(formula, context) as Parameters<typeof toFieldValue>[1]);
}

/** Validation rules of the object: every rule whose formula is true refuses its row. */
export function checkRules(dml: Dml, object: ObjectInfo, rows: readonly Row[]): void {
  if (object.validationRules.length === 0 || rows.length === 0) return;
  const formulas = new Formulas(dml);
  const records = rows.flatMap((row) => (row.old ? [row.record, row.old] : [row.record]));
  for (const rule of object.validationRules) formulas.prefetch(object, rule.formula, records);
  for (const row of rows) {
    for (const rule of object.validationRules) {
      const context = formulas.context(row.record, row.old, `validation rule ${object.name}.${rule.name}`);
      if (!holds(rule.formula, context)) continue;
      row.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.errorMessage, rule.errorField === null ? [] : [rule.errorField]);
    }
  }
}

/** A formula that can't be worked out for a record (a division by zero) lets it pass. */
function holds(formula: string, context: FormulaContext): boolean {
  try {
    return evaluateFormula(formula, context) === true;
  } catch (error) {
    if (error instanceof FormulaError) return false;
    throw error;
  }
}

const formulaFields = new WeakMap<ObjectInfo, readonly FieldInfo[]>();

/** Formula fields of records that triggers get, worked out from the values the records have now. */
export function fillFormulas(dml: Dml, object: ObjectInfo, records: readonly SObject[]): void {
  let fields = formulaFields.get(object);
  if (!fields) formulaFields.set(object, (fields = [...object.fields.values()].filter((field) => field.formula !== null)));
  if (fields.length === 0) return;
  const formulas = new Formulas(dml);
  for (const field of fields) formulas.prefetch(object, field.formula!, records);
  for (const record of records) {
    for (const field of fields) {
      const value = formulas.fieldValue(record, field);
      if (value === null) record.values.delete(field.name);
      else record.values.set(field.name, value);
    }
  }
}

/** Evaluates formulas over many records: parents are read in one statement for each relationship, globals once. */
class Formulas {
  private readonly parents = new Map<string, SObject | null>();
  private readonly globals = new Map<string, unknown>();

  constructor(private readonly dml: Dml) {}

  context(record: SObject, old: SObject | null, where: string, blankAsZero = false): FormulaContext {
    const { schema, org } = this.dml;
    const object = record.info!;
    return {
      isNew: old === null,
      now: org.clock.now(),
      timeZone: tx().user.timeZone,
      where,
      field: (path) => this.read(record, path),
      ...(old ? { prior: (path: string) => this.read(old, path) } : {}),
      ...(blankAsZero ? { zeroWhenBlank: (path: string) => !path.startsWith('$') && isNumericPath(schema, object, path) } : {})
    };
  }

  fieldValue(record: SObject, field: FieldInfo): unknown {
    const where = `formula field ${record.typeName}.${field.name}`;
    return formulaFieldValue(field, this.context(record, null, where, field.formulaBlanks !== 'blank'));
  }

  /** Reads the parents that the formula names, one relationship after the other. */
  prefetch(object: ObjectInfo, formula: string, records: readonly SObject[]): void {
    for (const path of formulaPaths(formula)) {
      const resolved = path.startsWith('$') ? null : resolvePath(this.dml.schema, object, path);
      if (resolved && resolved.parts.length > 1) this.prefetchPath(resolved, records);
    }
  }

  private prefetchPath({ parts }: ResolvedPath, records: readonly SObject[]): void {
    let level: readonly SObject[] = records;
    for (const part of parts.slice(0, -1)) {
      const keys = new Map<string, Set<string>>();
      for (const record of level) {
        const reference = record.info!.relationship(part);
        const id = reference && (record.values.get(reference.name) as string | null | undefined);
        const target = id ? this.dml.schema.objectByPrefix(id.slice(0, 3)) : undefined;
        if (!id || !target) continue;
        keys.set(target.name, (keys.get(target.name) ?? new Set()).add(id));
      }
      const found: SObject[] = [];
      for (const [name, ids] of keys) found.push(...this.load(this.dml.object(name), [...ids]));
      level = found;
    }
  }

  private load(object: ObjectInfo, ids: readonly string[]): SObject[] {
    const missing = ids.filter((id) => !this.parents.has(id));
    if (missing.length > 0) {
      const found = recordsById(this.dml.store, object, missing);
      for (const id of missing) this.parents.set(id, found.get(id) ?? null);
    }
    return ids.map((id) => this.parents.get(id)).filter((record): record is SObject => record !== null && record !== undefined);
  }

  private read(record: SObject, path: string): unknown {
    if (path.startsWith('$RecordType.')) return recordContext(record).field(path);
    if (path.startsWith('$')) {
      if (!this.globals.has(path)) this.globals.set(path, globalValue(path));
      return this.globals.get(path);
    }
    const resolved = resolvePath(this.dml.schema, record.info!, path);
    if (!resolved) throw new FormulaError(`Field ${path} does not exist on ${record.typeName}`);
    let current = record;
    for (const part of resolved.parts.slice(0, -1)) {
      const parent = this.parentOf(current, part);
      if (!parent) return null;
      current = parent;
    }
    const field = current.info!.field(resolved.field.name);
    return field ? fromFieldValue(field, this.own(current, field)) : null;
  }

  private parentOf(record: SObject, relationship: string): SObject | null {
    const reference = record.info!.relationship(relationship);
    const id = reference && (record.values.get(reference.name) as string | null | undefined);
    const target = id ? this.dml.schema.objectByPrefix(id.slice(0, 3)) : undefined;
    return id && target ? (this.load(target, [id])[0] ?? null) : null;
  }

  private own(record: SObject, field: FieldInfo): unknown {
    if (field.formula !== null) return this.fieldValue(record, field);
    const value = record.values.get(field.name);
    if (value !== undefined) return value;
    return field.type === 'boolean' ? false : null;
  }
}
