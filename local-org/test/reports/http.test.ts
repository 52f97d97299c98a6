import type { Connection } from 'jsforce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../http/harness.js';
import { insertShops, PROJECT } from './world.js';

let served: Served;
let connection: Connection;
let id: string;

beforeAll(async () => {
  served = await serve(PROJECT);
  insertShops(served.org);
  connection = await served.connect();
  id = (await connection.analytics.reports()).find((report) => report.name === 'Guests by Shop')!.id;
}, 60_000);
afterAll(() => served?.close());

async function refusal(work: Promise<unknown>): Promise<{ errorCode?: string; message: string }> {
  return work.then(
    () => {
      throw new Error('It was expected to be refused.');
    },
    (error: unknown) => error as { errorCode?: string; message: string }
  );
}

describe('the Reports REST API, as jsforce calls it', () => {
  it('lists reports with the addresses of what can be done with them', async () => {
    const reports = await connection.analytics.reports();
    expect(reports.map(({ name }) => name)).toEqual(['Guests by Shop', 'Joined', 'Kinds of Visits']);
    const url = `/services/data/v67.0/analytics/reports/${id}`;
    expect(reports[0]).toEqual({ id, name: 'Guests by Shop', url, describeUrl: `${url}/describe`, instancesUrl: `${url}/instances` });
  });

  it('has reports as records, by which clients find them', async () => {
    const { records } = await connection.query('SELECT Id, Name, DeveloperName, FolderName, Format FROM Report ORDER BY Name LIMIT 1');
    expect(records).toMatchObject([
      { Id: id, Name: 'Guests by Shop', DeveloperName: 'Guests_by_Shop', FolderName: 'Shop Reports', Format: 'Summary' }
    ]);
  });

  it('runs a report with its rows: groups, fact map, metadata', async () => {
    const result = await connection.analytics.report(id).execute({ details: true });
    expect(result.groupingsDown!.groupings.map(({ key, label }) => [key, label])).toEqual([
      ['0', 'Alpha'],
      ['1', 'Beta']
    ]);
    expect(result.groupingsDown!.groupings[0].value).toMatch(/^a\w{17}$/);
    expect(Object.keys(result.factMap).sort()).toEqual(['0!T', '1!T', 'T!T']);
    expect(result.factMap['T!T'].aggregates).toEqual([
      { label: '16', value: 16 },
      { label: '4', value: 4 }
    ]);
    expect(result.factMap['0!T'].rows!.map(({ dataCells }) => dataCells.map((cell) => cell.label))).toEqual([
      ['A1', '4'],
      ['A2', '2'],
      ['A3', '-']
    ]);
    expect(result).toMatchObject({
      allData: true,
      hasDetailRows: true,
      attributes: { type: 'Report', reportId: id, reportName: 'Guests by Shop' },
      reportMetadata: {
        reportFormat: 'SUMMARY',
        aggregates: ['s!Shop__c.Visits__r$Guests__c', 'RowCount'],
        detailColumns: ['Shop__c.Visits__r$Name', 'Shop__c.Visits__r$Guests__c'],
        groupingsDown: [{ name: 'Shop__c$Name', sortOrder: 'Asc', dateGranularity: 'Day', sortAggregate: null }],
        reportType: { type: 'Shops_with_Visits__c', label: 'Shops with Visits' }
      },
      reportExtendedMetadata: {
        aggregateColumnInfo: { RowCount: { label: 'Record Count', dataType: 'int' } },
        groupingColumnInfo: { Shop__c$Name: { groupingLevel: 0 } }
      }
    });
  });

  it('leaves the rows out when they are not asked for', async () => {
    const result = await connection.analytics.report(id).execute();
    expect(result.hasDetailRows).toBe(false);
    expect(result.factMap['0!T']).toEqual({
      aggregates: [
        { label: '6', value: 6 },
        { label: '3', value: 3 }
      ]
    });
  });

  it('answers a matrix with a fact for each pair of groups', async () => {
    const matrix = (await connection.analytics.reports()).find((report) => report.name === 'Kinds of Visits')!.id;
    const { factMap, groupingsAcross } = await connection.analytics.report(matrix).execute();
    expect(groupingsAcross!.groupings.map(({ label }) => label)).toEqual(['Walk-in', 'Booked']);
    expect(Object.fromEntries(Object.entries(factMap).map(([key, fact]) => [key, fact.aggregates[0].value]))).toEqual({
      'T!T': 4,
      'T!0': 1,
      'T!1': 3,
      '0!T': 3,
      '0!0': 1,
      '0!1': 2,
      '1!T': 1,
      '1!0': 0,
      '1!1': 1
    });
  });

  it('describes a report without running it', async () => {
    const { reportMetadata, reportTypeMetadata } = await connection.analytics.report(id).describe();
    expect(reportMetadata.name).toBe('Guests by Shop');
    expect(reportTypeMetadata.categories.map(({ label }) => label)).toEqual(['Shop__c', 'Shop__c.Visits__r']);
    expect(reportTypeMetadata.categories[0].columns['Shop__c$Budget__c']).toMatchObject({ label: 'Budget', dataType: 'currency' });
  });

  it('filters for one run, when a client sends back what it was told with other filters', async () => {
    const { reportMetadata } = await connection.analytics.report(id).describe();
    const filtered = { ...reportMetadata, reportFilters: [{ column: 'Shop__c$Region__c', operator: 'equals', value: 'South' }] };
    const result = await connection.analytics.report(id).execute({ metadata: { reportMetadata: filtered } as never });
    expect(result.factMap['T!T'].aggregates[0].value).toBe(10);
    const regrouped = { reportMetadata: { ...reportMetadata, groupingsDown: [] } };
    expect((await refusal(connection.analytics.report(id).execute({ metadata: regrouped }))).message).toMatch(
      /<groupingsDown>: the local org changes only reportFilters/
    );
  });

  it('keeps runs for later', async () => {
    const report = connection.analytics.report(id);
    const started = await report.executeAsync({ details: true });
    expect(started).toMatchObject({ status: 'Success', hasDetailRows: true });
    expect((await report.instances()).map((each) => each.id)).toEqual([started.id]);
    const result = await report.instance(started.id).retrieve();
    expect(result.attributes).toMatchObject({ type: 'ReportInstance', id: started.id, status: 'Success' });
    expect(result.factMap['T!T'].aggregates[1].value).toBe(4);
  });

  it('refuses what it can’t do, with the reason', async () => {
    const joined = (await connection.analytics.reports()).find((report) => report.name === 'Joined')!.id;
    expect(await refusal(connection.analytics.report(joined).execute())).toMatchObject({
      errorCode: 'FUNCTIONALITY_NOT_ENABLED',
      message: expect.stringContaining('Joined.report-meta.xml: report Shop_Reports/Joined: <block>') as string
    });
    expect(await refusal(connection.analytics.report('00O000000000000AAA').execute())).toMatchObject({ errorCode: 'NOT_FOUND' });
    expect(await refusal(connection.analytics.report(id).destroy())).toMatchObject({ errorCode: 'METHOD_NOT_ALLOWED' });
  });
});

describe('the page', () => {
  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${served.url}${path}`, { headers: { 'x-local-org': 'page' } })).json();

  it('lists reports by folder', async () => {
    expect(await get('/local/reports')).toMatchObject([
      {
        label: 'Shop Reports',
        reports: [{ id, label: 'Guests by Shop', description: 'How many guests a shop had' }, { label: 'Joined' }, {}]
      }
    ]);
  });

  it('shows groups with their summaries above their rows, records as links', async () => {
    const view = (await get(`/local/report/${id}`)) as { rows: { kind: string; cells: { text: string; recordId: string | null }[] }[] };
    expect(view).toMatchObject({ label: 'Guests by Shop', typeLabel: 'Shops with Visits', cut: false, hidden: [] });
    expect(view.rows.map(({ kind, cells }) => [kind, ...cells.map((cell) => cell.text)])).toEqual([
      ['group', 'Alpha', 'Sum of Guests: 6 · Record Count: 3', ''],
      ['row', '', 'A1', '4'],
      ['row', '', 'A2', '2'],
      ['row', '', 'A3', '-'],
      ['group', 'Beta', 'Sum of Guests: 10 · Record Count: 1', ''],
      ['row', '', 'B1', '10'],
      ['total', 'Total', 'Sum of Guests: 16 · Record Count: 4', '']
    ]);
    expect(view.rows[1].cells[1].recordId).toMatch(/^a\w{17}$/);
  });

  it('has a tab of reports', async () => {
    const { apps, tabs } = (await get('/bootstrap.json')) as { apps: { tabs: string[] }[]; tabs: Record<string, unknown> };
    expect(tabs['standard-report']).toMatchObject({ label: 'Reports' });
    expect(apps[0].tabs).toContain('standard-report');
  });
});
