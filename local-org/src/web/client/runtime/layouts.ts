import type { LayoutModel, ListModel, ReportFolderModel, ReportModel } from '../../site/model.js';
import { call } from './http.js';
import { wireAdapter } from './wire.js';

/** Wire adapter: how records of an object are laid out, and what the user may do with them. */
export const getLayout = wireAdapter<{ objectApiName?: string }, LayoutModel>(({ objectApiName }) => {
  if (!objectApiName) return null;
  const url = `/local/layout/${encodeURIComponent(objectApiName)}`;
  return { key: url, load: async () => (await call('GET', url)).body, records: [], maxAge: 15 * 60_000 };
});

/** Wire adapter: a list of records, of an object or of a related list. */
export const getList = wireAdapter<{ path?: string; sort?: string; direction?: string; search?: string; limit?: number }, ListModel>(
  ({ path, sort, direction, search, limit }) => {
    if (!path) return null;
    const parameters = new URLSearchParams();
    if (sort) parameters.set('sort', sort);
    if (direction) parameters.set('direction', direction);
    if (search) parameters.set('search', search);
    if (limit) parameters.set('limit', String(limit));
    const url = `/local/${path}?${parameters}`;
    return { key: url, load: async () => (await call('GET', url)).body, records: ['*list'], maxAge: 0 };
  }
);

/** Wire adapter: the reports by folder. */
export const getReports = wireAdapter<{ path?: string }, ReportFolderModel[]>(() => {
  const url = '/local/reports';
  return { key: url, load: async () => (await call('GET', url)).body, records: ['*list'], maxAge: 0 };
});

/** Wire adapter: a report, run now. */
export const getReport = wireAdapter<{ recordId?: string }, ReportModel>(({ recordId }) => {
  if (!recordId) return null;
  const url = `/local/report/${encodeURIComponent(recordId)}`;
  return { key: url, load: async () => (await call('GET', url)).body, records: ['*list'], maxAge: 0 };
});
