import type { Schema } from '../schema/index.js';
import type { Cell } from './cells.js';
import { columnOf, resolveColumn, type Column } from './columns.js';
import type { ReportDefinition, ReportGrouping } from './model.js';
import type { ReportResult } from './run.js';
import { columnSummary, formulaSummary, ROW_COUNT, summariesOf, type ReportSummary } from './summaries.js';
import type { Node } from './totals.js';
import type { ReportType } from './types.js';

/** Answers of the Reports and Dashboards REST API ("Report Results", "Report Metadata", "Decode the Fact Map"). */

interface Fact {
  readonly aggregates: readonly Cell[];
  readonly rows?: readonly { readonly dataCells: readonly Cell[] }[];
}

interface GroupingJson {
  readonly key: string;
  readonly label: string;
  readonly value: unknown;
  readonly groupings: readonly GroupingJson[];
}

export interface AnalyticsResult {
  readonly attributes: Readonly<Record<string, string>>;
  readonly allData: boolean;
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly GroupingJson[] };
  readonly groupingsAcross: { readonly groupings: readonly GroupingJson[] };
  readonly hasDetailRows: boolean;
  readonly reportExtendedMetadata: Readonly<Record<string, unknown>>;
  readonly reportMetadata: Readonly<Record<string, unknown>>;
}

export interface AnalyticsDescription {
  readonly attributes: Readonly<Record<string, string>>;
  readonly reportMetadata: Readonly<Record<string, unknown>>;
  readonly reportTypeMetadata: Readonly<Record<string, unknown>>;
}

export function analyticsResult(result: ReportResult, version: string): AnalyticsResult {
  const { report, totals } = result;
  const factMap: Record<string, Fact> = {};
  const visit = (down: Node, across: Node): void => {
    const key = `${down.key}!${across.key}`;
    const aggregates = result.summaries.map((summary) => summary.cell(totals, down, across, result.timeZone));
    const rows = result.details ? { rows: (result.rows.get(key) ?? []).map((dataCells) => ({ dataCells })) } : {};
    factMap[key] = { aggregates, ...rows };
    for (const child of across.children) visit(down, child);
  };
  const visitDown = (down: Node): void => {
    visit(down, totals.across);
    down.children.forEach(visitDown);
  };
  visitDown(totals.down);
  return {
    attributes: attributes(report, version),
    allData: result.allData,
    factMap,
    groupingsDown: { groupings: totals.down.children.map(groupingJson) },
    groupingsAcross: { groupings: totals.across.children.map(groupingJson) },
    hasDetailRows: result.details,
    reportExtendedMetadata: extended(result),
    reportMetadata: metadata(report, result.type, result.summaries, result.columns, result.details)
  };
}

/** What a report is, without running it. */
export function analyticsDescribe(report: ReportDefinition, type: ReportType, schema: Schema, version: string): AnalyticsDescription {
  const column = (name: string): Column => resolveColumn(name, type, schema, report.place, 'columns');
  const shown = summariesOf(report);
  const summaries = [
    ...shown.flatMap((each) => each.summaries.map((summary) => columnSummary(column(each.name), summary, report))),
    ROW_COUNT,
    ...report.formulas.map((formula) => formulaSummary(formula, report, type, schema))
  ];
  const sections = new Map<string, Record<string, unknown>>();
  for (const offered of type.columns.values()) {
    if (!sections.has(offered.section)) sections.set(offered.section, {});
    const { label, type: dataType, field } = columnOf(offered, type, schema);
    sections.get(offered.section)![offered.name] = {
      label,
      dataType: dataTypeName(dataType),
      isLookup: field.type === 'reference',
      filterable: true
    };
  }
  return {
    attributes: attributes(report, version),
    reportMetadata: metadata(
      report,
      type,
      summaries,
      shown.map((each) => column(each.name)),
      report.showDetails
    ),
    reportTypeMetadata: { categories: [...sections].map(([label, columns]) => ({ label, columns })) }
  };
}

function attributes(report: ReportDefinition, version: string): Record<string, string> {
  const url = `/services/data/${version}/analytics/reports/${report.id}`;
  return {
    type: 'Report',
    reportId: report.id,
    reportName: report.label,
    describeUrl: `${url}/describe`,
    instancesUrl: `${url}/instances`
  };
}

function groupingJson(node: Node): GroupingJson {
  return { key: node.key, label: node.group!.label, value: node.group!.value, groupings: node.children.map(groupingJson) };
}

function metadata(
  report: ReportDefinition,
  type: ReportType,
  summaries: readonly ReportSummary[],
  columns: readonly Column[],
  details: boolean
): Record<string, unknown> {
  return {
    id: report.id,
    name: report.label,
    developerName: report.name,
    description: report.description,
    folderName: report.folder,
    reportFormat: report.format.toUpperCase(),
    reportType: { type: report.reportType, label: type.label },
    scope: report.scope,
    aggregates: summaries.map((summary) => summary.name),
    detailColumns: columns.map((column) => column.name),
    groupingsDown: report.groupingsDown.map(groupingMetadata),
    groupingsAcross: report.groupingsAcross.map(groupingMetadata),
    reportFilters: report.filters.map(({ column, operator, value }) => ({ column, operator, value, filterType: 'fieldValue' })),
    reportBooleanFilter: report.booleanFilter,
    standardDateFilter: report.timeFrame && {
      column: report.timeFrame.column,
      durationValue: report.timeFrame.interval,
      startDate: report.timeFrame.start,
      endDate: report.timeFrame.end
    },
    sortBy: report.sort ? [{ sortColumn: report.sort.column, sortOrder: report.sort.descending ? 'Desc' : 'Asc' }] : [],
    hasDetailRows: details,
    hasRecordCount: true,
    showGrandTotal: report.showGrandTotal,
    showSubtotals: report.showSubtotals
  };
}

function groupingMetadata({ column, granularity, descending, sortBy }: ReportGrouping): Record<string, unknown> {
  return { name: column, dateGranularity: granularity, sortOrder: descending ? 'Desc' : 'Asc', sortAggregate: sortBy?.name ?? null };
}

function extended(result: ReportResult): Record<string, unknown> {
  const groupers = [
    ...result.groupersDown.map((each, level) => [result.report.groupingsDown[level].column, each, level] as const),
    ...result.groupersAcross.map((each, level) => [result.report.groupingsAcross[level].column, each, level] as const)
  ];
  return {
    aggregateColumnInfo: Object.fromEntries(
      result.summaries.map(({ name, label, type }) => [name, { label, dataType: dataTypeName(type) }])
    ),
    detailColumnInfo: Object.fromEntries(result.columns.map(({ name, label, type }) => [name, { label, dataType: dataTypeName(type) }])),
    groupingColumnInfo: Object.fromEntries(
      groupers.map(([name, { label, column }, groupingLevel]) => [name, { label, dataType: dataTypeName(column.type), groupingLevel }])
    )
  };
}

/** Names of data types in this API, where they are not the field's own. */
const DATA_TYPES: Readonly<Record<string, string>> = { reference: 'string', combobox: 'picklist', long: 'int' };

function dataTypeName(type: string): string {
  return DATA_TYPES[type] ?? type;
}
