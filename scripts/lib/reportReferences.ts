import path from 'node:path';
import { ReportError, readReport, reportProblems, type ReportDefinition } from '../../local-org/src/reports/index.js';
import type { XmlElement } from '../../local-org/src/metadata/index.js';
import type { Files } from './metadataReferences.js';
import type { ProjectSchema } from './schema.js';

type Dashboard = ProjectSchema['metadata']['dashboards'][number];

/** Report types against objects and fields; reports against their report types. */
export function reportErrors({ metadata, schema }: ProjectSchema): string[] {
  const long = metadata.reports
    .filter(({ element }) => (element.text('name') ?? '').length > 40)
    .map(({ file }) => `${file}: the name of a report has at most 40 characters`);
  return [...reportProblems(metadata, schema), ...long];
}

/** Reports and dashboards lie in a folder that the project has, one level deep. */
export function folderErrors(files: Files): string[] {
  return [...files.keys()].flatMap((file) => {
    const [, kind, inside] = /^.*\/(report|dashboard)s\/(.+)\.(?:report|dashboard)-meta\.xml$/.exec(file) ?? [];
    if (!inside) return [];
    if (inside.split('/').length !== 2) return [`${file}: folders of ${kind}s are one level deep`];
    const folder = `${path.dirname(file)}.${kind}Folder-meta.xml`;
    return files.has(folder) ? [] : [`${file}: its folder has no ${path.basename(folder)}`];
  });
}

/** Dashboards against the reports that they show. */
export function dashboardErrors(org: ProjectSchema): string[] {
  return org.metadata.dashboards.flatMap((dashboard) =>
    [...runnerErrors(dashboard.element), ...gridErrors(dashboard.element), ...componentErrors(dashboard, org)].map(
      (error) => `${dashboard.file}: ${error}`
    )
  );
}

/** A package can't know who runs its dashboards, and an org has only few that run as whoever looks. */
function runnerErrors(dashboard: XmlElement): string[] {
  const named = ['runningUser', 'owner'].filter((name) => dashboard.text(name) !== null);
  const type = dashboard.text('dashboardType');
  return [
    ...named.map((name) => `<${name}> names a user of one org`),
    ...(type === 'SpecifiedUser' ? [] : [`<dashboardType> is ${type}: use SpecifiedUser, the number of the others is limited`])
  ];
}

function gridErrors(dashboard: XmlElement): string[] {
  const grid = dashboard.first('dashboardGridLayout');
  const columns = grid?.number('numberOfColumns') ?? 0;
  const places = new Map<string, string>();
  return (grid?.all('dashboardGridComponents') ?? []).flatMap((component) => {
    const number = (name: string): number => component.number(name) ?? 0;
    const header = component.first('dashboardComponent')?.text('header') ?? '';
    const errors: string[] = [];
    if (number('columnIndex') + number('colSpan') > columns) errors.push(`“${header}” is wider than the ${columns} columns`);
    for (let row = number('rowIndex'); row < number('rowIndex') + number('rowSpan'); row++) {
      for (let column = number('columnIndex'); column < number('columnIndex') + number('colSpan'); column++) {
        const other = places.get(`${row}/${column}`);
        if (other !== undefined && errors.length === 0) errors.push(`“${header}” lies over “${other}”`);
        places.set(`${row}/${column}`, header);
      }
    }
    return errors;
  });
}

function componentErrors({ element }: Dashboard, { metadata }: ProjectSchema): string[] {
  const grid = element.first('dashboardGridLayout')?.all('dashboardGridComponents') ?? [];
  const sections = ['leftSection', 'middleSection', 'rightSection'].flatMap((name) => element.first(name)?.all('components') ?? []);
  const components = [...grid.flatMap((each) => each.first('dashboardComponent') ?? []), ...sections];
  return components.flatMap((component) => {
    const name = component.text('report');
    if (name === null) return [];
    const source = metadata.reports.find((report) => `${report.folder}/${report.name}` === name);
    if (!source) return [`the project has no report ${name}`];
    const report = readable(source);
    if (!report) return [];
    return shownErrors(component, report).map((error) => `“${component.text('header') ?? name}”: ${error}`);
  });
}

/** A report that can't be read is told of by its own check. */
function readable(source: ProjectSchema['metadata']['reports'][number]): ReportDefinition | null {
  try {
    return readReport(source);
  } catch (error) {
    if (error instanceof ReportError) return null;
    throw error;
  }
}

/** What a component draws has to be grouped or summed up in its report. */
function shownErrors(component: XmlElement, report: ReportDefinition): string[] {
  const groupings = new Set([...report.groupingsDown, ...report.groupingsAcross].map((grouping) => grouping.column));
  const grouped = component
    .texts('groupingColumn')
    .filter((column) => !groupings.has(column))
    .map((column) => `report ${report.fullName} is not grouped by ${column}`);
  const summed = component.all('chartSummary').flatMap((summary) => {
    const column = summary.text('column') ?? '';
    const aggregate = summary.text('aggregate');
    const known =
      aggregate === null
        ? column === 'RowCount' || report.formulas.some((formula) => formula.name === column)
        : report.columns.some((each) => each.column === column && each.summaries.some((kind) => kind === aggregate));
    return known ? [] : [`report ${report.fullName} has no ${aggregate ?? 'summary'} of ${column}`];
  });
  return [...grouped, ...summed];
}
