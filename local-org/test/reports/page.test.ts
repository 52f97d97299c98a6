import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../src/web/index.js';
import { serve, type Served } from '../http/harness.js';
import { insertShops, PROJECT } from './world.js';

const SLOW = 180_000;
/** Kept between runs: what is compiled of the packages doesn't change. */
const CACHE = path.join(tmpdir(), 'local-org-test-reports');

let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serve(PROJECT, CACHE);
  insertShops(served.org);
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(SLOW);
  await page.goto(`${served.url}/lightning/o/Report/home`, { timeout: SLOW });
}, SLOW);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const serious = async (): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
};

it(
  'leads from the list of reports to a report and to its records',
  async () => {
    await page.getByRole('heading', { name: 'Shop Reports' }).waitFor();
    expect(await serious()).toEqual([]);
    await page.getByRole('link', { name: 'Guests by Shop' }).click();
    await page.getByRole('heading', { name: 'Guests by Shop' }).waitFor();
    const rows = await page.getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.split(/\s*[\t\n]\s*/).filter((cell) => cell.trim() !== ''))).toEqual([
      ['Shop Name', 'Visit Name', 'Guests'],
      ['Alpha', 'Sum of Guests: 6 · Record Count: 3'],
      ['A1', '4'],
      ['A2', '2'],
      ['A3', '-'],
      ['Beta', 'Sum of Guests: 10 · Record Count: 1'],
      ['B1', '10'],
      ['Total', 'Sum of Guests: 16 · Record Count: 4']
    ]);
    expect(await serious()).toEqual([]);
    await page.getByRole('link', { name: 'B1' }).click();
    await page.waitForURL(/\/lightning\/r\/(Visit__c\/)?a\w{17}\/view$/);
  },
  SLOW
);

it(
  'says why a report can’t be run',
  async () => {
    await page.goto(`${served.url}/lightning/o/Report/home`);
    await page.getByRole('link', { name: 'Joined' }).click();
    await page.getByRole('heading', { name: "This report can't be run" }).waitFor();
    await page.getByText(/Joined\.report-meta\.xml: report Shop_Reports\/Joined: <block>/).waitFor();
  },
  SLOW
);
