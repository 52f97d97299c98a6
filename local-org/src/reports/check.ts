import type { ProjectMetadata } from '../metadata/index.js';
import type { Schema } from '../schema/index.js';
import { columnOf, resolveColumn, type Column } from './columns.js';
import { ReportError } from './errors.js';
import { reportFilters } from './filters.js';
import type { ReportDefinition } from './model.js';
import { levelsOf } from './query.js';
import { readReport } from './read.js';
import { columnSummary, formulaSummary, summariesOf } from './summaries.js';
import { customType, findReportType, type ReportType } from './types.js';

/** What is wrong with the reports and report types of a project, without running any: each names its file and its element. */
export function reportProblems(metadata: ProjectMetadata, schema: Schema): string[] {
  const problems: string[] = [];
  const attempt = <T>(work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      if (!problems.includes(error.message)) problems.push(error.message);
      return null;
    }
  };
  for (const source of metadata.reportTypes) {
    const type = attempt(() => customType(source, schema));
    for (const offered of type?.columns.values() ?? []) attempt(() => columnOf(offered, type!, schema));
  }
  for (const source of metadata.reports) {
    const report = attempt(() => readReport(source));
    const type = report && attempt(() => findReportType(report.reportType, metadata, schema, report.place));
    if (type) checkReport(report, type, schema, attempt);
  }
  return problems;
}

function checkReport(report: ReportDefinition, type: ReportType, schema: Schema, attempt: <T>(work: () => T) => T | null): void {
  const column = (name: string, element: string): Column | null => attempt(() => resolveColumn(name, type, schema, report.place, element));
  const bucketSource = (name: string): string => report.buckets.find((bucket) => bucket.name === name)?.source ?? name;
  for (const { column: name } of report.groupingsDown) column(bucketSource(name), 'groupingsDown');
  for (const { column: name } of report.groupingsAcross) column(bucketSource(name), 'groupingsAcross');
  for (const { name, summaries } of summariesOf(report)) {
    const found = column(name, 'columns');
    if (found) for (const summary of summaries) attempt(() => columnSummary(found, summary, report));
  }
  for (const formula of report.formulas) attempt(() => formulaSummary(formula, report, type, schema));
  for (const { source } of report.buckets) column(source, 'buckets');
  if (report.sort) column(report.sort.column, 'sortColumn');
  for (const leaf of levelsOf(type)) attempt(() => reportFilters(report, { type, leaf, timeZone: 'UTC', place: report.place }, schema, ''));
}
