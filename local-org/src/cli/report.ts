import { openOrg, type LocalOrg } from '../org/index.js';
import { analyticsResult, findReport, listReports, reportTypes, reportView, runReport, type ReportResult } from '../reports/index.js';
import { databasePath, orgDirectory, projectDirectory, type Terminal } from './context.js';
import { reportLines } from './reportText.js';
import { table } from './table.js';
import { userId } from './users.js';

export interface ReportOptions {
  readonly org?: string;
  readonly project?: string;
  readonly json?: boolean;
  readonly user?: string;
}

/** `local-org report`: runs a report as a user; without a name, lists the report types and the reports. */
export function report(name: string | undefined, options: ReportOptions, terminal: Terminal): number {
  const project = projectDirectory(terminal, options.project);
  const org = openOrg({ project, database: databasePath(orgDirectory(project, terminal, options.org)), readOnly: true });
  try {
    if (name === undefined) list(org, options, terminal);
    else print(run(org, name, options), org, options, terminal);
    return 0;
  } finally {
    org.close();
  }
}

function run(org: LocalOrg, name: string, options: ReportOptions): ReportResult {
  const user = options.user === undefined ? null : userId(org, options.user);
  const definition = findReport(org.metadata, name);
  return org.run(user, 'ANONYMOUS', (transaction) => runReport(org, transaction.user, definition));
}

function print(result: ReportResult, org: LocalOrg, options: ReportOptions, terminal: Terminal): void {
  if (options.json) {
    const version = `v${org.metadata.sourceApiVersion.toFixed(1)}`;
    terminal.out(JSON.stringify(analyticsResult(result, version), null, 2));
  } else for (const line of reportLines(reportView(result))) terminal.out(line);
}

function list(org: LocalOrg, options: ReportOptions, terminal: Terminal): void {
  const types = reportTypes(org.metadata, org.schema).map(({ name, label, tables }) => ({
    name,
    label,
    objects: tables.map((each) => (each.outer ? `${each.object.name} (optional)` : each.object.name))
  }));
  const reports = listReports(org.metadata);
  if (options.json) {
    terminal.out(JSON.stringify({ reportTypes: types, reports }, null, 2));
    return;
  }
  const rows = types.map((type) => [type.name, type.label, type.objects.join(' > ')]);
  for (const line of table(['Report type', 'Label', 'Objects'], rows)) terminal.out(line);
  terminal.out('');
  const lines = reports.map((each) => [each.fullName, each.label, each.format]);
  for (const line of table(['Report', 'Label', 'Format'], lines)) terminal.out(line);
}
