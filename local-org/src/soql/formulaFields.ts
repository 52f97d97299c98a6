import { decoder, plainSql } from '../store/index.js';
import type { Org, SqlValue } from '../org/contracts.js';
import { hasTransaction, tx } from '../org/transaction.js';
import {
  formulaFieldValue,
  formulaPaths,
  fromFieldValue,
  globalValue,
  isNumericPath,
  resolvePath,
  type FieldInfo,
  type FormulaContext,
  type ObjectInfo
} from '../schema/index.js';
import type { Formulas } from './context.js';
import { FORMULA_FUNCTION } from './formulas.js';

/** One formula field, prepared: where the value of each path it names stands in the JSON array that SQL passes. */
interface Prepared {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly references: readonly (readonly string[])[];
  /** By path as the formula writes it. */
  readonly positions: ReadonlyMap<string, number>;
  readonly decode: readonly ((value: SqlValue) => unknown)[];
}

const RECORD_TYPE = '$RecordType.';

/** Makes formula fields known to the org's database: they are evaluated row by row by the schema's formula engine. */
export function defineFormulas(org: Pick<Org, 'schema' | 'store' | 'clock'>): Formulas {
  const prepared = new Map<string, Prepared>();
  let failure: unknown = null;

  const prepare = (object: ObjectInfo, field: FieldInfo): Prepared => {
    const key = `${object.name}.${field.name}`;
    let found = prepared.get(key);
    if (!found) prepared.set(key, (found = prepareField(org, object, field)));
    return found;
  };

  org.store.define(FORMULA_FUNCTION, (key, values) => {
    try {
      const formula = prepared.get(String(key))!;
      return plainSql(evaluate(org, formula, JSON.parse(String(values)) as SqlValue[]));
    } catch (error) {
      // SQLite only keeps the message of what a function throws.
      failure ??= error;
      throw error;
    }
  });

  return {
    references: (object, field) => prepare(object, field).references,
    takeFailure: () => {
      const error = failure;
      failure = null;
      return error;
    }
  };
}

function prepareField(org: Pick<Org, 'schema'>, object: ObjectInfo, field: FieldInfo): Prepared {
  const references: (readonly string[])[] = [];
  const decode: Prepared['decode'][number][] = [];
  const positions = new Map<string, number>();
  for (const path of formulaPaths(field.formula ?? '')) {
    const wanted = path.startsWith(RECORD_TYPE) ? 'RecordTypeId' : path;
    if (wanted.startsWith('$') || positions.has(wanted)) continue;
    const resolved = resolvePath(org.schema, object, wanted);
    // A path that does not resolve is blank: the platform would not have saved such a formula.
    if (!resolved) continue;
    positions.set(wanted, references.push(resolved.parts) - 1);
    const read = decoder(resolved.field);
    decode.push((value) => fromFieldValue(resolved.field, resolved.field.type === 'boolean' ? Boolean(read(value)) : read(value)));
  }
  return { object, field, references, positions, decode };
}

function evaluate(org: Pick<Org, 'schema' | 'clock'>, { object, field, positions, decode }: Prepared, row: readonly SqlValue[]): unknown {
  const read = (path: string): unknown => {
    const position = positions.get(path);
    return position === undefined ? null : decode[position](row[position]);
  };
  const context: FormulaContext = {
    isNew: false,
    now: org.clock.now(),
    timeZone: hasTransaction() ? tx().user.timeZone : 'UTC',
    field: (path) =>
      path.startsWith(RECORD_TYPE) ? recordType(object, read('RecordTypeId'), path) : path.startsWith('$') ? globalValue(path) : read(path),
    ...(field.formulaBlanks === 'blank'
      ? {}
      : { zeroWhenBlank: (path: string) => !path.startsWith('$') && isNumericPath(org.schema, object, path) }),
    where: `formula field ${object.name}.${field.name}`
  };
  return formulaFieldValue(field, context);
}

function recordType(object: ObjectInfo, id: unknown, path: string): unknown {
  const type = object.recordTypes.find((candidate) => candidate.id === id);
  const values: Readonly<Record<string, string | undefined>> = { id: type?.id, name: type?.label, developername: type?.developerName };
  return values[path.slice(RECORD_TYPE.length).toLowerCase()] ?? null;
}
