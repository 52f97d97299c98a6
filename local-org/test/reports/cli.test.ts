import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { openOrg } from '../../src/org/index.js';
import { insertShops, PROJECT } from './world.js';

const directory = mkdtempSync(join(tmpdir(), 'local-org-report-'));

beforeAll(() => {
  const org = openOrg({ project: PROJECT, database: join(directory, 'org.sqlite') });
  insertShops(org);
  org.close();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function report(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const out: string[] = [];
  const error: string[] = [];
  const terminal = { directory: PROJECT, out: (line: string) => void out.push(line), error: (line: string) => void error.push(line) };
  const code = await main(['report', ...args, '--org', directory], terminal);
  return { code, out: out.join('\n'), error: error.join('\n') };
}

it('lists report types and reports', async () => {
  const { code, out } = await report();
  expect(code).toBe(0);
  expect(out).toMatch(/^Shops_Visits_and_Sales__c +Shops with Visits with or without Sales +Shop__c > Visit__c > Sale__c \(optional\)$/m);
  expect(out).toMatch(/^Shop_Reports\/Guests_by_Shop +Guests by Shop +Summary$/m);
});

it.each(['Guests_by_Shop', 'Shop_Reports/Guests_by_Shop', 'guests by shop'])('runs %s', async (name) => {
  const { code, out } = await report(name);
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'Guests by Shop (Summary, Shops with Visits)',
    'How many guests a shop had',
    '',
    'Shop Name  Visit Name                           Guests',
    '---------  -----------------------------------  ------',
    'Alpha      Sum of Guests: 6 · Record Count: 3',
    '           A1                                        4',
    '           A2                                        2',
    '           A3                                        -',
    'Beta       Sum of Guests: 10 · Record Count: 1',
    '           B1                                       10',
    'Total      Sum of Guests: 16 · Record Count: 4',
    '',
    'Total Guests: 16, Total Records: 4'
  ]);
});

it('answers JSON as the REST API does', async () => {
  const { out } = await report('Guests_by_Shop', '--json');
  expect(JSON.parse(out)).toMatchObject({ factMap: { 'T!T': { aggregates: [{ value: 16 }, { value: 4 }] } } });
});

it.each<[string[], RegExp]>([
  [['Nothing'], /^local-org: There is no report Nothing\. List them with: npx local-org report$/],
  [['Guests_by_Shop', '--user', 'nobody'], /^local-org: No user nobody in this org/],
  [
    ['Joined'],
    /^local-org: force-app\/main\/default\/reports\/Shop_Reports\/Joined\.report-meta\.xml: report Shop_Reports\/Joined: <block>/
  ]
])('%j ends with one line that says why', async (args, message) => {
  const { code, error } = await report(...args);
  expect(code).toBe(1);
  expect(error).toMatch(message);
});
