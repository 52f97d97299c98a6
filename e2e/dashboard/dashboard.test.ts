import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '../../local-org/src/web/index.js';
import { startLocalOrg, type RunningOrg } from '../localOrg.js';
import { readBankFacts, STATUSES } from './bankFacts.js';
import { readLaunchFacts } from './launchFacts.js';

const count = (value: number): string => new Intl.NumberFormat('en-US').format(value);
const share = (part: number, whole: number): string =>
  new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 }).format(part / whole);
const money = (value: number, digits = 2): string =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits
  }).format(value);

let org: RunningOrg;
let browser: Browser;
let page: Page;
let campaignIds: ReadonlyMap<string, string>;

beforeAll(async () => {
  org = await startLocalOrg();
  campaignIds = new Map(org.query('SELECT Id, Name FROM Campaign').map(({ Id, Name }) => [String(Name), String(Id)]));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await org?.stop();
});

beforeEach(async () => {
  page = await openPage();
});

afterEach(async () => {
  await page.context().close();
});

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, acceptDownloads: true });
  const opened = await context.newPage();
  opened.setDefaultTimeout(60_000);
  return opened;
}

async function openCampaign(name: string): Promise<void> {
  await page.goto(`${org.url}/lightning/r/Campaign/${campaignIds.get(name)}/view`);
  await page.getByRole('img', { name: /^Responses, / }).waitFor();
}

const figure = async (label: string): Promise<string> =>
  page.locator('c-key-figure', { hasText: label }).locator('[data-id="value"]').innerText();

/** The body of a table as text, cell by cell. */
async function table(name: string): Promise<string[][]> {
  const body = page.getByRole('table', { name, exact: true }).locator('tbody tr');
  await body.first().waitFor();
  return (await body.all()).length === 0
    ? []
    : body.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
}

async function seriousViolations(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

describe('the dashboard of the bank campaign', () => {
  const facts = readBankFacts();

  beforeEach(() => openCampaign('Term Deposit 2008-2010'));

  it('shows the key figures of the file', async () => {
    expect(facts.responded).toBe(5289);
    expect(await figure('Members')).toBe(count(facts.members));
    expect(await figure('Responded')).toBe(count(facts.responded));
    expect(await figure('Response rate')).toBe(share(facts.responded, facts.members));
    for (const label of ['Cost per response', 'Cost per member', 'ROI']) expect(await figure(label)).toBe('not known');
    expect(await figure('Opportunities')).toBe('0');
    const points = 100 * (facts.responded / facts.members - facts.previousResponded / facts.previousMembers);
    await page.getByText(`${points.toFixed(1)} points vs. Term Deposit, previous campaign`).waitFor();
  });

  it('shows members by status, and what they lead to', async () => {
    for (const status of STATUSES) {
      const members = facts.byStatus[status];
      const name = new RegExp(`^${status}: ${count(members)} members, ${share(members, facts.members)}`);
      await page.getByRole('button', { name }).waitFor();
    }
    await page.getByRole('button', { name: /^Subscribed: / }).press('Enter');
    await page.getByText(`“Subscribed” is chosen. Open the Members tab to see its ${count(facts.responded)} members.`).waitFor();
  });

  it('shows responses by month and by day', async () => {
    await page.getByRole('button', { name: 'Show as tables' }).click();
    expect(await table('Responses over time')).toEqual(facts.responsesByMonth.map(([month, responses]) => [month, count(responses)]));

    await page.getByText('Day', { exact: true }).click();
    await page.getByRole('rowheader', { name: 'May 5, 2008' }).first().waitFor();
    const days = (await table('Responses over time')).filter(([, responses]) => responses !== '0');
    expect(days).toEqual([...facts.responsesByDay].sort(byDate).map(([day, responses]) => [day, count(responses)]));
    expect(days.reduce((sum, [, responses]) => sum + Number(responses), 0)).toBe(facts.responded);
  });

  it('shows the responses of a range', async () => {
    await page.getByRole('button', { name: 'Show as tables' }).click();
    await page.getByRole('textbox', { name: 'From', exact: true }).fill('Mar 10, 2009');
    await page.getByRole('textbox', { name: 'To', exact: true }).fill('Jun 20, 2009');
    await page.getByRole('textbox', { name: 'To', exact: true }).press('Tab');
    await expect
      .poll(async () => (await table('Responses over time')).map(([month]) => month), { timeout: 60_000 })
      .toEqual(['Mar 2009', 'Apr 2009', 'May 2009', 'Jun 2009']);
    const shown = await table('Responses over time');
    expect(shown.reduce((sum, [, responses]) => sum + Number(responses), 0)).toBe(facts.responsesBetween('2009-03-10', '2009-06-20'));
  });

  it('shows when statuses were entered, how members moved, and where they drop off', async () => {
    await page.getByRole('button', { name: 'Show as tables' }).click();
    const entries = await table('Status entries over time');
    for (const [month, ...numbers] of entries)
      expect([month, ...numbers]).toEqual([month, ...(facts.entriesByMonth.get(month) ?? [0, 0, 0]).map(count)]);
    expect(await table('Moves between statuses')).toEqual([['Joined', ...STATUSES.map((status) => count(facts.byStatus[status]))]]);
    const again = facts.byStatus['Called again'] + facts.responded;
    expect(await table('Drop-off from status to status')).toEqual([
      ['Called', count(facts.members), '', ''],
      ['Called again', count(again), count(facts.members - again), share(facts.members - again, facts.members)],
      ['Subscribed', count(facts.responded), count(again - facts.responded), share(again - facts.responded, again)]
    ]);
  });

  it('shows who members are and what was done to them', async () => {
    await page.getByRole('button', { name: 'Show as tables' }).click();
    const everybody = [count(facts.members), '100%', count(facts.responded)];
    expect(await table('Leads and contacts')).toEqual([['Leads', ...everybody]]);
    expect(await table('Source of the last change')).toEqual([['Import', ...everybody]]);
    expect(await table('Owner of the lead or contact')).toEqual([['Ada Admin', count(facts.members), '100%', '']]);
  });

  it('hands out the same as CSV', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export as CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('Term Deposit 2008-2010, status dashboard.csv');
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
    const months = lines.filter((line) => line.startsWith('Responses over time,')).map((line) => Number(line.split(',').at(-1)));
    expect(months).toEqual(facts.responsesByMonth.map(([, responses]) => responses).filter((responses) => responses > 0));
    for (const status of STATUSES) expect(lines).toContain(`Where members stand,${status},,Members,${facts.byStatus[status]}`);
  });

  it('has no serious accessibility violation, as charts and as tables', async () => {
    expect(await seriousViolations()).toEqual([]);
    await page.getByRole('button', { name: 'Show as tables' }).click();
    await table('Responses over time');
    expect(await seriousViolations()).toEqual([]);
  });
});

describe('the dashboard of a campaign with others below it', () => {
  const facts = readLaunchFacts();

  beforeEach(async () => {
    await openCampaign('Spring Launch 2026');
    await page.getByText('With 3 below it').click();
    await page.getByRole('heading', { name: 'Campaigns in this hierarchy' }).waitFor();
  });

  it('shows the figures of all four together', async () => {
    expect(await figure('Members')).toBe(count(facts.members));
    expect(await figure('Responded')).toBe(count(facts.responded));
    expect(await figure('Response rate')).toBe(share(facts.responded, facts.members));
    expect(await figure('Cost per response')).toBe(money(facts.cost / facts.responded));
    expect(await figure('Cost per member')).toBe(money(facts.cost / facts.members));
    expect(await figure('ROI')).toBe(share(facts.won - facts.cost, facts.cost));
    expect(await figure('Opportunities')).toBe(count(facts.opportunities));
    expect(await figure('Won amount')).toBe(money(facts.won, 0));
  });

  it('merges their statuses and lists the campaigns', async () => {
    await page.getByRole('button', { name: 'Show as tables' }).click();
    const statuses = (await table('Where members stand')).map(([status, , members]) => [status, members]);
    expect(new Map(statuses as [string, string][])).toEqual(
      new Map([...facts.byStatus].map(([status, members]) => [status, count(members)]))
    );
    expect((await table('Campaigns in this hierarchy')).sort()).toEqual(
      facts.parts.map(({ name, members, responded }) => [name, count(members), count(responded)]).sort()
    );
    const leads = (await table('Leads and contacts')).find(([type]) => type === 'Leads');
    expect(leads).toEqual(['Leads', count(facts.leads), share(facts.leads, facts.members), count(facts.leadsResponded)]);
  });

  it('goes back to the campaign alone', async () => {
    await page.getByText('This campaign', { exact: true }).click();
    await page.getByRole('heading', { name: 'Campaigns in this hierarchy' }).waitFor({ state: 'detached' });
    expect(await figure('Members')).toBe(count(facts.parts[0].members));
  });
});

describe('the overview', () => {
  it('shows what the files hold', async () => {
    const bank = readBankFacts();
    await page.goto(`${org.url}/lightning/n/Campaign_Status_Overview`);
    const row = page.getByRole('row', { name: /^Term Deposit 2008-2010/ });
    await row.waitFor();
    const text = await row.innerText();
    for (const part of [count(bank.members), share(bank.responded, bank.members)]) expect(text).toContain(part);
    expect(await row.getByRole('img').first().getAttribute('aria-label')).toContain(`Subscribed: ${count(bank.responded)} members`);
    expect(await seriousViolations()).toEqual([]);
  });

  it('sorts by a column, and leads to a campaign', async () => {
    await page.goto(`${org.url}/lightning/n/Campaign_Status_Overview`);
    await page.getByRole('columnheader', { name: 'Members' }).getByRole('button').click();
    const [largest] = await table('Campaigns');
    expect(largest[0]).toContain('Term Deposit 2008-2010');
    await page.getByRole('link', { name: 'Spring Launch: webinar' }).click();
    await page.getByRole('img', { name: /^Responses, / }).waitFor();
  });

  it('can be read on a telephone', async () => {
    await page.setViewportSize({ width: 320, height: 1000 });
    await page.goto(`${org.url}/lightning/n/Campaign_Status_Overview`);
    await page.getByRole('link', { name: 'Term Deposit 2008-2010' }).waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    expect(await seriousViolations()).toEqual([]);
  });
});

function byDate([one]: readonly [string, number], [other]: readonly [string, number]): number {
  return Date.parse(one) - Date.parse(other);
}
