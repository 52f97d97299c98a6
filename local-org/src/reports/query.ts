import type { Org } from '../org/contracts.js';
import { ApexDecimal, ApexDouble, SObject } from '../values/index.js';
import { soqlPath, type Column } from './columns.js';
import { fail } from './errors.js';
import type { Group, Grouper } from './groups.js';
import type { ReportDefinition } from './model.js';
import type { Measure } from './summaries.js';
import type { Fact, Part } from './totals.js';
import type { ReportType, Table } from './types.js';
import { and, type Level, type Truth } from './where.js';

/** Reports read as their user and are not charged to Apex. */
const USER_MODE = { accessLevel: 'USER_MODE', enforceSharing: true, freeRows: true, report: true } as const;

/** What rows of one level have to meet; false: there are none. */
export function levelConditions(level: Level, filters: Truth): Truth {
  const { type, leaf } = level;
  const links = type.tables.slice(1, leaf + 1).flatMap((table, index) => linkCondition(type, leaf, index + 1, table));
  const child = type.tables[leaf + 1];
  const childless = child ? [`Id NOT IN (SELECT ${child.link!.name} FROM ${child.object.name})`] : [];
  return and([...links, ...childless, filters]);
}

/** A row needs its parents, and the user has to see them; a record that is controlled by its parent can't be seen without it. */
function linkCondition(type: ReportType, leaf: number, position: number, { object, link }: Table): string[] {
  if (object.sharingModel === 'ControlledByParent' && link!.cascadeDelete) return [];
  const parent = type.tables[position - 1].object.name;
  return [`${soqlPath(type, leaf, position, [link!.name])} IN (SELECT Id FROM ${parent})`];
}

/** Levels from the first that can be the deepest record of a row down to the last. */
export function levelsOf(type: ReportType): number[] {
  const firstOuter = type.tables.findIndex((table) => table.outer);
  const last = type.tables.length - 1;
  const first = firstOuter < 0 ? last : firstOuter - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

interface Selected {
  readonly sql: string;
  readonly alias: string;
}

/** The rows of a level, counted and summed by the finest groups that the report needs. */
export function readFacts(org: Org, level: Level, where: Truth, groupers: readonly Grouper[], measures: readonly Measure[]): Fact[] {
  if (where === false) return [];
  const { type, leaf } = level;
  const select: Selected[] = [{ sql: 'COUNT(Id)', alias: 'c' }];
  const groupBy: string[] = [];
  const grouped = (sql: string, alias: string): void => {
    select.push({ sql, alias });
    if (!groupBy.includes(sql)) groupBy.push(sql);
  };
  const present = (column: Column): boolean => column.table <= leaf;
  groupers.forEach(({ column }, index) => {
    if (!present(column)) return;
    grouped(groupedSql(level, column), `g${index}`);
    if (column.idPath) grouped(soqlPath(type, leaf, column.table, column.idPath), `i${index}`);
  });
  const columns = [...new Map(measures.map(({ column }) => [column.name, column])).values()];
  columns.forEach((column, index) => {
    if (!present(column)) return;
    const wanted = new Set(measures.filter((each) => each.column.name === column.name).map((each) => each.summary));
    const path = soqlPath(type, leaf, column.table, column.path);
    if (wanted.has('Sum') || wanted.has('Average')) select.push({ sql: `SUM(${path})`, alias: `s${index}` });
    if (wanted.has('Average')) select.push({ sql: `COUNT(${path})`, alias: `n${index}` });
    if (wanted.has('Minimum')) select.push({ sql: `MIN(${path})`, alias: `m${index}` });
    if (wanted.has('Maximum')) select.push({ sql: `MAX(${path})`, alias: `x${index}` });
    if (wanted.has('Unique')) grouped(soqlPath(type, leaf, column.table, column.idPath ?? column.path), `u${index}`);
  });
  const soql = [
    `SELECT ${select.map(({ sql, alias }) => `${sql} ${alias}`).join(', ')} FROM ${type.tables[leaf].object.name}`,
    where === true ? '' : ` WHERE ${where}`,
    groupBy.length ? ` GROUP BY ${groupBy.join(', ')}` : ''
  ].join('');
  const rows = org.queries.query(soql, USER_MODE).items as SObject[];
  return rows.flatMap((row) => {
    const value = (alias: string): unknown => row.values.get(alias) ?? null;
    const count = Number(value('c'));
    if (count === 0) return [];
    return [
      {
        rows: count,
        groups: groupers.map((grouper, index) => grouper.group(value(`g${index}`), value(`i${index}`) as string | null)),
        parts: new Map(
          columns.map((column, index): [string, Part] => [
            column.name,
            {
              sum: decimal(value(`s${index}`)),
              count: Number(value(`n${index}`) ?? 0),
              minimum: value(`m${index}`),
              maximum: value(`x${index}`),
              unique: row.values.get(`u${index}`)
            }
          ])
        )
      }
    ];
  });
}

/** Moments are grouped by the user's days; groupers put days together further. */
function groupedSql({ type, leaf }: Level, column: Column): string {
  const path = soqlPath(type, leaf, column.table, column.path);
  return column.type === 'datetime' ? `DAY_ONLY(convertTimezone(${path}))` : path;
}

function decimal(value: unknown): ApexDecimal | null {
  if (value instanceof ApexDecimal || value === null) return value;
  return ApexDecimal.of(value instanceof ApexDouble ? value.value : (value as number | bigint));
}

export interface Detail {
  /** By column: what is shown, and the record it leads to. */
  value(column: Column): { readonly value: unknown; readonly id: string | null };
  readonly groups: readonly Group[];
}

export interface Ordering {
  readonly column: Column;
  readonly descending: boolean;
}

/** Records of a level, in the report's order, at most `limit`. */
export function readDetails(
  org: Org,
  level: Level,
  where: Truth,
  groupers: readonly Grouper[],
  columns: readonly Column[],
  order: readonly Ordering[],
  limit: number
): Detail[] {
  if (where === false) return [];
  const { type, leaf } = level;
  const present = [...columns, ...groupers.map((each) => each.column)].filter((column) => column.table <= leaf);
  const paths = new Map<string, string>([['id', 'Id']]);
  const pathOf = (column: Column, path: readonly string[]): string => soqlPath(type, leaf, column.table, path);
  for (const column of present) {
    for (const path of [column.path, ...(column.idPath ? [column.idPath] : [])]) {
      const text = pathOf(column, path);
      paths.set(text.toLowerCase(), text);
    }
  }
  const sorted = order.filter(({ column }) => column.table <= leaf);
  const orderBy = [...new Map(sorted.map((each) => [pathOf(each.column, each.column.path), each.descending ? ' DESC' : ''])).entries()];
  const soql = [
    `SELECT ${[...paths.values()].join(', ')} FROM ${type.tables[leaf].object.name}`,
    where === true ? '' : ` WHERE ${where}`,
    orderBy.length ? ` ORDER BY ${orderBy.map(([path, direction]) => path + direction).join(', ')}` : '',
    ` LIMIT ${limit}`
  ].join('');
  const rows = org.queries.query(soql, USER_MODE).items as SObject[];
  return rows.map((row) => {
    const value = (column: Column): { value: unknown; id: string | null } => {
      if (column.table > leaf) return { value: null, id: null };
      const read = (path: readonly string[]): unknown => at(row, pathOf(column, path).split('.'));
      return { value: read(column.path), id: column.idPath ? (read(column.idPath) as string | null) : null };
    };
    return {
      value,
      groups: groupers.map((grouper) => {
        const own = value(grouper.column);
        return grouper.group(own.value, own.id);
      })
    };
  });
}

function at(record: SObject, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const part of path) {
    if (!(value instanceof SObject)) return null;
    value = value.values.get(part) ?? null;
  }
  return value;
}

/** `Owner` of the first object. */
export function ownTruth(report: ReportDefinition, type: ReportType, leaf: number, userId: string): Truth {
  if (report.scope !== 'user') return true;
  const owner = type.tables[0].object.field('OwnerId');
  if (!owner) return fail(report.place, 'scope', `${type.tables[0].object.name} has no owner; only organization fits.`);
  return `${soqlPath(type, leaf, 0, ['OwnerId'])} = '${userId}'`;
}
