import { fromSql, isStored, quoted } from '../store/index.js';
import type { SqlValue } from '../org/contracts.js';
import type { FieldInfo, ObjectInfo, Schema, SummaryInfo } from '../schema/model.js';
import { unsupported, type SObject } from '../values/index.js';
import type { Dml } from './dml.js';
import { copyRecord } from './prepare.js';
import { Row } from './row.js';
import { idList, IN_LIST, recordsById, updateRecords } from './sql.js';

interface Summary {
  readonly parent: ObjectInfo;
  readonly field: FieldInfo;
  readonly summary: SummaryInfo;
}

const bySchema = new WeakMap<Schema, Map<string, Summary[]>>();

/** Roll-up summary fields over records of this object. */
function summariesOver(schema: Schema, child: ObjectInfo): readonly Summary[] {
  let all = bySchema.get(schema);
  if (!all) {
    bySchema.set(schema, (all = new Map<string, Summary[]>()));
    for (const parent of schema.objects()) {
      for (const field of parent.fields.values()) {
        if (!field.summary) continue;
        const key = field.summary.childObject.toLowerCase();
        all.set(key, [...(all.get(key) ?? []), { parent, field, summary: field.summary }]);
      }
    }
  }
  return all.get(child.name.toLowerCase()) ?? [];
}

/** How a parent whose roll-up changed is saved: with its triggers and rules, as the order of execution says. */
export type SaveParents = (object: ObjectInfo, rows: readonly Row[]) => void;

/**
 * Recalculates the roll-up summary fields of the parents that these records have or had; parents whose value changes go through their own save. A
 * parent that refuses fails the records under it. Data loads do it once at the end, without the parents' triggers.
 */
export function rollUp(dml: Dml, child: ObjectInfo, records: readonly (SObject | null)[], rows: readonly Row[], save: SaveParents): void {
  const summaries = summariesOver(dml.schema, child);
  for (const group of groups(summaries)) {
    const { parent, foreignKey } = group;
    const ids = new Set(
      records.map((record) => record?.values.get(foreignKey) as string | null | undefined).filter((id) => id !== null && id !== undefined)
    );
    if (ids.size === 0) continue;
    if (dml.load) {
      dml.afterwards(`rollup:${parent.name}.${foreignKey}`, ids, (all) => {
        const changed = recalculate(dml, group, all);
        updateRecords(
          dml.store,
          parent,
          changed.map((row) => row.record),
          group.summaries.map((summary) => summary.field)
        );
      });
      continue;
    }
    const changed = recalculate(dml, group, [...ids]);
    if (changed.length === 0) continue;
    save(parent, changed);
    for (const refused of changed.filter((row) => row.failed)) {
      const under = rows.filter((row) => [row.record, row.old].some((record) => record?.values.get(foreignKey) === refused.id));
      for (const row of under) row.errors.push(...refused.errors);
    }
  }
}

interface Group {
  readonly parent: ObjectInfo;
  readonly child: string;
  readonly foreignKey: string;
  readonly summaries: readonly Summary[];
}

function groups(summaries: readonly Summary[]): Group[] {
  const found = new Map<string, Group & { summaries: Summary[] }>();
  for (const summary of summaries) {
    const { childObject, foreignKey } = summary.summary;
    const key = `${summary.parent.name}.${foreignKey}`;
    const group = found.get(key);
    if (group) group.summaries.push(summary);
    else found.set(key, { parent: summary.parent, child: childObject, foreignKey, summaries: [summary] });
  }
  return [...found.values()];
}

/** Parents whose stored roll-ups differ from what their children make, as rows to save. */
function recalculate(dml: Dml, group: Group, parentIds: readonly string[]): Row[] {
  const child = dml.table(group.child);
  const parents = [...recordsById(dml.store, group.parent, parentIds).values()];
  const rows = parents.map((old) => {
    const row = new Row(0, old);
    row.old = old;
    row.record = copyRecord(old);
    return row;
  });
  for (const { field, summary } of group.summaries) {
    const values = aggregate(dml, child, summary, parentIds);
    for (const row of rows) {
      const value = values.get(row.request.id!) ?? (summary.operation === 'count' || summary.operation === 'sum' ? 0 : null);
      row.record.values.set(field.name, fromSql(field, value));
    }
  }
  return rows.filter((row) => group.summaries.some(({ field }) => row.changes(field.name)));
}

function aggregate(dml: Dml, child: ObjectInfo, summary: SummaryInfo, parentIds: readonly string[]): Map<string, SqlValue> {
  const measure =
    summary.operation === 'count' ? 'COUNT(*)' : `${summary.operation.toUpperCase()}(${column(child, summary.summarizedField!)})`;
  const conditions = [`${column(child, summary.foreignKey)} ${IN_LIST}`, ...(child.field('IsDeleted') ? ['"IsDeleted" = 0'] : [])];
  const parameters: SqlValue[] = [idList(parentIds)];
  for (const filter of summary.filters) conditions.push(condition(child, filter, parameters));
  const rows = dml.store.rows(
    `SELECT ${column(child, summary.foreignKey)} AS p, ${measure} AS v FROM ${quoted(child.name)} WHERE ${conditions.join(' AND ')} GROUP BY 1`,
    parameters
  );
  return new Map(rows.map(([id, value]) => [String(id), value!]));
}

function column(object: ObjectInfo, name: string): string {
  const field = object.field(name.split('.').pop()!);
  if (!field) throw new Error(`A roll-up summary names a field that ${object.name} does not have: ${name}`);
  if (!isStored(field)) unsupported(`roll-up summary over the formula field ${object.name}.${field.name}`);
  return quoted(field.name);
}

type Filter = SummaryInfo['filters'][number];

const COMPARISONS: Readonly<Record<string, string>> = {
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

/** One criterion of a roll-up (Metadata API, FilterItem): lists of values are separated by commas and mean any of them. */
function condition(object: ObjectInfo, filter: Filter, parameters: SqlValue[]): string {
  const field = object.field(filter.field.split('.').pop()!)!;
  const name = column(object, filter.field);
  const values = filter.value.split(',').map((text) => text.trim());
  const bind = (text: string): string => {
    parameters.push(sqlText(field, text));
    return '?';
  };
  switch (filter.operation) {
    case 'equals':
      if (filter.value === '') return `${name} IS NULL`;
      return `${name} IN (${values.map(bind).join(', ')})`;
    case 'notEqual':
      if (filter.value === '') return `${name} IS NOT NULL`;
      return `(${name} IS NULL OR ${name} NOT IN (${values.map(bind).join(', ')}))`;
    case 'contains':
      return `(${values.map((text) => `${name} LIKE ${bind(`%${text}%`)}`).join(' OR ')})`;
    case 'notContain':
      return `(${name} IS NULL OR NOT (${values.map((text) => `${name} LIKE ${bind(`%${text}%`)}`).join(' OR ')}))`;
    case 'startsWith':
      return `(${values.map((text) => `${name} LIKE ${bind(`${text}%`)}`).join(' OR ')})`;
    case 'includes':
      return `(${values.map((text) => `';' || ${name} || ';' LIKE ${bind(`%;${text};%`)}`).join(' OR ')})`;
    case 'excludes':
      return `(${name} IS NULL OR NOT (${values.map((text) => `';' || ${name} || ';' LIKE ${bind(`%;${text};%`)}`).join(' OR ')}))`;
    default: {
      const operator = COMPARISONS[filter.operation];
      if (!operator) return unsupported(`roll-up summary filter ${filter.operation}`);
      return `${name} ${operator} ${bind(filter.value)}`;
    }
  }
}

function sqlText(field: FieldInfo, text: string): SqlValue {
  switch (field.apexType) {
    case 'Boolean':
      return /^(true|1)$/i.test(text) ? 1 : 0;
    case 'Integer':
    case 'Long':
    case 'Double':
    case 'Decimal':
      return Number(text);
    case 'Datetime':
      return Date.parse(text);
    default:
      return text;
  }
}
