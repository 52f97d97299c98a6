import type { ProjectMetadata } from '../../metadata/index.js';
import { listReports } from '../../reports/index.js';
import { idOf } from '../../schema/index.js';
import type { SeedRow } from './rows.js';

/** Reports, dashboards and their folders as the rows by which clients find them: object, its rows, and which rows these replace. */
export function reportRows(metadata: ProjectMetadata): [object: string, rows: SeedRow[], which: string][] {
  const folderId = (kind: string, name: string): string => idOf('00l', `${kind}/${name}`);
  const folders = metadata.reportFolders.map(({ kind, name, label }) => ({
    Id: folderId(kind, name),
    Name: label,
    DeveloperName: name,
    Type: kind,
    AccessType: 'Shared'
  }));
  const reports = listReports(metadata).map(({ id, name, label, description, format, folder, folderLabel }) => ({
    Id: id,
    Name: label,
    DeveloperName: name,
    Description: description,
    Format: format,
    FolderName: folderLabel,
    // A report belongs to its folder (object reference, Report.OwnerId).
    OwnerId: folderId('Report', folder)
  }));
  const dashboards = metadata.dashboards.map(({ name, folder, element }) => ({
    Id: idOf('01Z', `${folder}/${name}`),
    Title: element.text('title') ?? name,
    DeveloperName: name,
    Description: element.text('description'),
    FolderId: folderId('Dashboard', folder),
    FolderName: metadata.reportFolders.find((each) => each.kind === 'Dashboard' && each.name === folder)?.label ?? folder
  }));
  return [
    ['Folder', folders, `"Type" IN ('Report', 'Dashboard')`],
    ['Report', reports, '1'],
    ['Dashboard', dashboards, '1']
  ];
}
