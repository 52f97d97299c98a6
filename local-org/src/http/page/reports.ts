import type { RunningUser } from '../../org/contracts.js';
import { findReport, listReports, reportView, runReport } from '../../reports/index.js';
import type { ReportFolderModel, ReportModel } from '../../web/index.js';
import type { Context } from '../context.js';

export function reportFoldersOf(context: Context): ReportFolderModel[] {
  const folders = new Map<string, { label: string; reports: ReportFolderModel['reports'][number][] }>();
  for (const { id, label, description, format, folder, folderLabel } of listReports(context.host.org.metadata)) {
    if (!folders.has(folder)) folders.set(folder, { label: folderLabel, reports: [] });
    folders.get(folder)!.reports.push({ id, label, description, format });
  }
  return [...folders.values()];
}

export function reportViewOf(context: Context, user: RunningUser, id: string): ReportModel {
  const { org } = context.host;
  return reportView(runReport(org, user, findReport(org.metadata, id)));
}
