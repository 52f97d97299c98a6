import type { Schema } from '../schema/index.js';
import { resolveColumn, soqlPath, type Column } from './columns.js';
import { fail } from './errors.js';
import type { CrossFilter, ReportDefinition } from './model.js';
import { ownTruth } from './query.js';
import type { OfferedColumn, ReportType } from './types.js';
import { and, criterionTruth, filterLogic, timeFrameTruth, type Level, type Truth } from './where.js';

/** Every filter of a report, at one level. */
export function reportFilters(report: ReportDefinition, level: Level, schema: Schema, userId: string): Truth {
  const { type } = level;
  const column = (name: string, element: string): Column => {
    if (report.buckets.some((bucket) => bucket.name === name))
      fail(report.place, element, `the local org does not filter by bucket fields (${name}); filter by the bucketed column.`);
    return resolveColumn(name, type, schema, report.place, element);
  };
  const criteria = report.filters.map((filter) => criterionTruth(filter, column(filter.column, 'criteriaItems'), level));
  const { timeFrame } = report;
  return and([
    ownTruth(report, type, level.leaf, userId),
    filterLogic(criteria, report.booleanFilter, report.place),
    timeFrame === null ? true : timeFrameTruth(timeFrame, column(timeFrame.column, 'dateColumn'), level),
    ...report.crossFilters.map((filter) => crossFilterTruth(filter, report, level, schema))
  ]);
}

/** Columns that filters read. */
export function filteredColumns(report: ReportDefinition, type: ReportType, schema: Schema): Column[] {
  const names = [...report.filters.map((filter) => filter.column), ...(report.timeFrame ? [report.timeFrame.column] : [])];
  return names.filter((name) => type.columns.has(name)).map((name) => resolveColumn(name, type, schema, report.place, 'filter'));
}

/** "Accounts with (or without) cases that …" as a semi-join. */
function crossFilterTruth(filter: CrossFilter, report: ReportDefinition, level: Level, schema: Schema): Truth {
  const wrong = (message: string): never => fail(report.place, 'crossFilters', message);
  const related = schema.object(filter.relatedTable) ?? wrong(`there is no object ${filter.relatedTable}.`);
  const link = related.field(filter.relatedJoin) ?? related.relationship(filter.relatedJoin);
  if (link?.type !== 'reference') return wrong(`${related.name} has no lookup ${filter.relatedJoin}.`);
  const { type } = level;
  const primary = primaryId(filter.primaryColumn, report, type, schema);
  if (primary.table > level.leaf) return !filter.with;

  const fields = [...related.fields.values()].map((field): [string, OfferedColumn] => [
    field.name,
    { name: field.name, table: 0, path: field.name, label: null, section: related.label }
  ]);
  const inner: ReportType = {
    ...type,
    name: related.name,
    tables: [{ path: related.name, object: related, link: null, outer: false }],
    columns: new Map(fields)
  };
  const innerLevel: Level = { ...level, type: inner, leaf: 0 };
  const where = and(
    filter.filters.map((each) => criterionTruth(each, resolveColumn(each.column, inner, schema, report.place, 'crossFilters'), innerLevel))
  );
  if (where === false) return !filter.with;
  const select = `SELECT ${link.name} FROM ${related.name}${where === true ? '' : ` WHERE ${where}`}`;
  return `${soqlPath(type, level.leaf, primary.table, primary.path)} ${filter.with ? 'IN' : 'NOT IN'} (${select})`;
}

/** The id that a cross filter compares: of a column, or of one of the report type's objects (`Campaign$Id`). */
function primaryId(name: string, report: ReportDefinition, type: ReportType, schema: Schema): { table: number; path: readonly string[] } {
  const table = type.tables.findIndex((each) => name === `${each.path}$Id`);
  if (table >= 0) return { table, path: ['Id'] };
  const column = resolveColumn(name, type, schema, report.place, 'primaryTableColumn');
  if (column.field.apexType === 'Id' && !column.idPath) return { table: column.table, path: column.path };
  return column.idPath
    ? { table: column.table, path: column.idPath }
    : fail(report.place, 'primaryTableColumn', `${name} is no record id.`);
}
