import type { ProjectMetadata } from '../metadata/index.js';
import { ReportError } from './errors.js';
import { readReport, reportId } from './read.js';
import type { ReportDefinition } from './model.js';

/** What lists show of a report; it need not be one that runs. */
export interface ReportEntry {
  readonly id: string;
  readonly fullName: string;
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly folder: string;
  readonly folderLabel: string;
  readonly format: string;
}

/** The project's reports, by folder and name. */
export function listReports(metadata: ProjectMetadata): ReportEntry[] {
  const folders = new Map(metadata.reportFolders.filter((each) => each.kind === 'Report').map((each) => [each.name, each.label]));
  const entries = metadata.reports.map(({ name, folder, element }) => ({
    id: reportId(`${folder}/${name}`),
    fullName: `${folder}/${name}`,
    name,
    label: element.text('name') ?? name,
    description: element.text('description'),
    folder,
    folderLabel: folders.get(folder) ?? folder,
    format: element.text('format') ?? ''
  }));
  return entries.sort((a, b) => a.folderLabel.localeCompare(b.folderLabel) || a.label.localeCompare(b.label));
}

/** A report by its id (15 or 18 characters), `Folder/Name`, developer name or label. */
export function findReport(metadata: ProjectMetadata, wanted: string): ReportDefinition {
  const text = wanted.toLowerCase();
  const matches = (match: (entry: ReportEntry) => string): ReportEntry[] =>
    listReports(metadata).filter((entry) => match(entry).toLowerCase() === text);
  const byId = listReports(metadata).filter((entry) => entry.id === wanted || entry.id.slice(0, 15) === wanted);
  const found = [byId, matches((entry) => entry.fullName), matches((entry) => entry.name), matches((entry) => entry.label)].find(
    (list) => list.length > 0
  );
  if (!found) throw new ReportError(`There is no report ${wanted}. List them with: npx local-org report`, 'NO_REPORT');
  if (found.length > 1)
    throw new ReportError(`More than one report is named ${wanted}: ${found.map((entry) => entry.fullName).join(', ')}.`, 'NO_REPORT');
  return readReport(metadata.reports.find((source) => `${source.folder}/${source.name}` === found[0].fullName)!);
}
