import type { FieldInfo, ObjectInfo, Schema } from '../model.js';
import { ApexDecimal, ApexDouble } from '../../values/index.js';
import { FormulaError } from './ast.js';
import { evaluateFormula, type FormulaContext } from './evaluate.js';
import { formulaPaths } from './parse.js';
import { formulaText, type FormulaValue } from './values.js';

/** The object and field at the end of a path of relationships; `Owner:User.Name` names the object of a polymorphic one. */
export interface ResolvedPath {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  /** Relationships by canonical name, then the field: `['Account', 'Owner', 'Name']`. */
  readonly parts: readonly string[];
}

/** null when the object has no such path. */
export function resolvePath(schema: Schema, object: ObjectInfo, path: string): ResolvedPath | null {
  const segments = path.split('.');
  const parts: string[] = [];
  let current = object;
  for (const segment of segments.slice(0, -1)) {
    const [name = '', chosen] = segment.split(':');
    const reference = current.relationship(name);
    const target = reference && schema.object(chosen ?? reference.referenceTo[reference.referenceTo.length - 1] ?? '');
    if (!reference || !target) return null;
    parts.push(reference.relationshipName!);
    current = target;
  }
  const field = current.field(segments.at(-1)!);
  return field ? { object: current, field, parts: [...parts, field.name] } : null;
}

/** The fields that a formula field reads, as paths from its own object; globals (`$User.Id`) are not among them. */
export function formulaReferences(schema: Schema, object: ObjectInfo, field: FieldInfo): readonly (readonly string[])[] {
  return formulaPaths(field.formula ?? '')
    .filter((path) => !path.startsWith('$'))
    .map((path) => {
      const resolved = resolvePath(schema, object, path);
      if (!resolved) throw new FormulaError(`Field ${path} does not exist: formula field ${object.name}.${field.name}`);
      return resolved.parts;
    });
}

const NUMERIC = new Set(['int', 'long', 'double', 'currency', 'percent']);

/** Whether the field at the path counts as zero when it is blank. */
export function isNumericPath(schema: Schema, object: ObjectInfo, path: string): boolean {
  const field = resolvePath(schema, object, path)?.field;
  return field !== undefined && NUMERIC.has(field.type);
}

/**
 * The value of a formula field. A percent field is written 25 and read 0.25 inside formulas; a percent result is turned back the same way.
 * What can't be calculated (`#Error!` on a page) is null in Apex.
 */
export function formulaFieldValue(field: FieldInfo, context: FormulaContext): unknown {
  try {
    return toFieldValue(field, evaluateFormula(field.formula ?? '', context) as FormulaValue);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

/** Brings the result of a formula into the Apex type of the field it is for. */
export function toFieldValue(field: FieldInfo, value: FormulaValue): unknown {
  if (field.type === 'boolean') return value === true;
  if (value === null) return null;
  if (field.apexType === 'String' || field.apexType === 'Id') return typeof value === 'string' ? value : formulaText(value);
  if (!(value instanceof ApexDecimal)) return value;
  const scaled = field.type === 'percent' ? value.multiply(ApexDecimal.of(100)) : value;
  if (field.apexType === 'Integer') return scaled.intValue();
  if (field.apexType === 'Long') return scaled.longValue();
  if (field.apexType === 'Double') return new ApexDouble(scaled.value.toNumber());
  return scaled.setScale(field.scale, 'HALF_UP');
}

/** Percent fields read as fractions inside formulas ("Formula Operators and Functions", percent fields). */
export function fromFieldValue(field: FieldInfo, value: unknown): unknown {
  if (field.type !== 'percent' || value === null || value === undefined) return value ?? null;
  const number =
    value instanceof ApexDecimal ? value : value instanceof ApexDouble ? ApexDecimal.of(value.value) : ApexDecimal.of(value as number);
  return number.divide(ApexDecimal.of(100));
}
