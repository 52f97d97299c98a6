import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '../local-org/src/web/index.js';
import { startLocalOrg, type RunningOrg } from './localOrg.js';

const CAMPAIGN = 'Term Deposit 2008-2010';
const MEMBERS = ['BM00001', 'BM00002', 'BM00003'];

let org: RunningOrg;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  org = await startLocalOrg();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await org?.stop();
});

beforeEach(async () => {
  page = await (await browser.newContext({ viewport: { width: 1280, height: 1000 } })).newPage();
  await page.goto(org.url);
  await page.getByRole('link', { name: 'Campaigns' }).first().click();
  await page.getByRole('link', { name: CAMPAIGN, exact: true }).click();
});

const storedMembers = (): Record<string, unknown>[] =>
  org.query(
    `SELECT Name, Status, HasResponded FROM CampaignMember WHERE Campaign.Name = '${CAMPAIGN}' AND Name IN ('${MEMBERS.join("', '")}') ORDER BY Name`
  );

describe('the Campaign page of the bank campaign', () => {
  it('shows its key figures and where members stand', async () => {
    for (const text of ['45,211', '5,289', '11.7%', '24,939']) await page.getByText(text, { exact: true }).first().waitFor();
  });

  it('has no serious accessibility violation', async () => {
    await page.getByText('45,211', { exact: true }).first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });

  it('changes three members and finds them changed in the database', async () => {
    expect(storedMembers().map(({ Status }) => Status)).toEqual(['Called', 'Called', 'Called']);
    await page.getByRole('tab', { name: 'Members' }).click();
    for (const name of MEMBERS) await page.getByRole('row', { name }).getByRole('checkbox').check({ force: true });
    await page.getByRole('combobox', { name: 'Set status to' }).click();
    await page.getByRole('option', { name: 'Subscribed' }).click();
    await page.getByRole('button', { name: 'Preview change' }).click();
    await page.getByText('3 members will move to “Subscribed” and count as responded.').waitFor();
    await page.getByRole('button', { name: 'Change 3 members' }).click();
    await page.getByText('3 changed').first().waitFor();
    expect(storedMembers()).toEqual(
      MEMBERS.map((Name) => expect.objectContaining({ Name, Status: 'Subscribed', HasResponded: true }) as object)
    );
  });
});
