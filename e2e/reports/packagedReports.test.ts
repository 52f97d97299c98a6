import { afterAll, describe, expect, it } from 'vitest';
import { openOrg } from '../../local-org/src/org/index.js';
import { findReport, listReports, reportView, runReport, type ReportView } from '../../local-org/src/reports/index.js';
import { loadReportData, NOW } from './data.js';

const org = openOrg({ project: process.cwd(), database: ':memory:', clock: { now: () => NOW } });
const reader = loadReportData(org);
afterAll(() => org.close());

const run = (name: string): ReportView =>
  org.run(reader, 'ANONYMOUS', (transaction) => reportView(runReport(org, transaction.user, findReport(org.metadata, name))));

const lines = (name: string): string[] => run(name).rows.map((row) => row.cells.map((cell) => cell.text).join(' | '));

/** Report → its rows, as they follow from the data that was loaded. */
const PREDICTED: Readonly<Record<string, readonly string[]>> = {
  Members_by_Status: [
    'Mailing |  | 2',
    ' | Sent | 2',
    'Old |  | 1',
    ' | Sent | 1',
    'Quiet |  | 1',
    ' | Sent | 1',
    'Webinar |  | 3',
    ' | Responded | 2',
    ' | Sent | 1',
    'Total |  | 7'
  ],
  Response_Rate_by_Type: [
    'Email |  | 0 | 4 | 0.0%',
    ' | Mailing | 0 | 2 | 0.0%',
    ' | Old | 0 | 1 | 0.0%',
    ' | Quiet | 0 | 1 | 0.0%',
    'Webinar |  | 2 | 3 | 66.7%',
    ' | Webinar | 2 | 3 | 66.7%',
    'Total |  | 2 | 7 | 28.6%'
  ],
  Response_Rate_by_Month: [
    'January 2026 | 0 | 1 | 0.0%',
    'February 2026 | 1 | 2 | 50.0%',
    'March 2026 | 1 | 4 | 25.0%',
    'Total | 2 | 7 | 28.6%'
  ],
  Time_to_Respond: ['Webinar |  | 3.0000 | 4.5000 | 2', ' | Sent | 3.0000 | 4.5000 | 2', 'Total |  | 3.0000 | 4.5000 | 2'],
  Members_Stuck_in_a_Status: [
    'Mailing |  | Record Count: 1 |  |  |  | ',
    ' | Sent | Record Count: 1 |  |  |  | ',
    ' |  | Lee | Long | Leads Ltd | lee@example.com | 3/5/2026, 12:00 PM',
    'Quiet |  | Record Count: 1 |  |  |  | ',
    ' | Sent | Record Count: 1 |  |  |  | ',
    ' |  | Lou | Low | Leads Ltd | - | 3/10/2026, 1:00 PM',
    'Total |  | Record Count: 2 |  |  |  | '
  ],
  Status_Changes_by_Source: ['Page | 0 | 1 | 1', 'Editor | 1 | 0 | 1', 'Import | 0 | 2 | 2', 'Total | 1 | 3 | 4'],
  Import_Outcomes: [
    'Mailing | Sum of Members: 5 · Sum of Changed: 5 · Sum of Skipped: 0 · Sum of Failed: 0 · Record Count: 1 |  |  |  |  |  |  | ',
    ' | SJ-000002 | Finished | 3/4/2026, 12:00 PM | Ada Admin | 5 | 5 | 0 | 0',
    'Webinar | Sum of Members: 10 · Sum of Changed: 6 · Sum of Skipped: 3 · Sum of Failed: 1 · Record Count: 1 |  |  |  |  |  |  | ',
    ' | SJ-000001 | Finished | 3/4/2026, 12:00 PM | Ada Admin | 10 | 6 | 3 | 1',
    'Total | Sum of Members: 15 · Sum of Changed: 11 · Sum of Skipped: 3 · Sum of Failed: 1 · Record Count: 2 |  |  |  |  |  |  | '
  ],
  Rejected_Rows_by_Reason: [
    'Failed |  | 1',
    ' | Locked | 1',
    'Skipped |  | 3',
    ' | Not On Campaign | 2',
    ' | Changed Meanwhile | 1',
    'Total |  | 4'
  ],
  Campaigns_without_Responses: [
    'Conference |  | 0 | 0 | 1',
    ' | Empty | 0 | 0 | 1',
    'Email |  | 1 | 1 | 3',
    ' | Mailing | 1 | 1 | 2',
    ' | Quiet | 1 | 0 | 1',
    'Other |  | 0 | 0 | 1',
    ' | Spring | 0 | 0 | 1',
    'Total |  | 1 | 1 | 5'
  ],
  Leads_and_Contacts: [
    'Mailing | 1 | 0 | 1 | 0 | 2',
    'Old | 0 | 0 | 1 | 0 | 1',
    'Quiet | 0 | 0 | 1 | 0 | 1',
    'Webinar | 0 | 1 | 1 | 1 | 3',
    'Total | 1 | 1 | 4 | 1 | 7'
  ],
  Parent_Campaign_Roll_Up: [
    'Spring |  | 2 | 5 | 40.0%',
    ' | Mailing | 0 | 2 | 0.0%',
    ' | Webinar | 2 | 3 | 66.7%',
    'Total |  | 2 | 5 | 40.0%'
  ],
  Undo_Audit: [
    'Webinar | Sum of Members: 3 · Sum of Changed: 2 · Sum of Skipped: 1 · Sum of Failed: 0 · Record Count: 1 |  |  |  |  |  |  |  |  | ',
    ' | SJ-000004 | SJ-000003 | Ada Admin | Finished | 3/4/2026, 12:00 PM | 3/4/2026, 1:00 PM | 3 | 2 | 1 | 0',
    'Total | Sum of Members: 3 · Sum of Changed: 2 · Sum of Skipped: 1 · Sum of Failed: 0 · Record Count: 1 |  |  |  |  |  |  |  |  | '
  ],
  Status_Trend: ['4/13/2026 | 1 | 1 | 2 | 1 | 3 | 2', '4/14/2026 | 2 | 1 | 1 | 1 | 3 | 2', 'Total | 3 | 2 | 3 | 2 | 6 | 4']
};

describe('packaged reports, run by a user who has their permission set and nothing else', () => {
  it('are all predicted', () =>
    expect(
      listReports(org.metadata)
        .map(({ name }) => name)
        .sort()
    ).toEqual(Object.keys(PREDICTED).sort()));

  it.each(Object.keys(PREDICTED))('%s', (name) => {
    expect(run(name).hidden).toEqual([]);
    expect(lines(name)).toEqual(PREDICTED[name]);
  });
});
