import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { parse } from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../local-org/src/web/index.js';
import { startLocalOrg, type RunningOrg } from '../localOrg.js';

const CAMPAIGN = 'Term Deposit 2008-2010';
const FROM = 'Called again';
const TO = 'Subscribed';
/** What the second job asks for. */
const OTHER = 'Called';
/** Names of a thousand members, of all statuses: the first job comes to them last. */
const NAMES = 'BM44';
/** Tens of thousands of members are changed, on whatever machine this runs. */
const MINUTES = 60_000;

type Row = Readonly<Record<string, string>>;
type Stored = Readonly<Record<string, string>>;

let org: RunningOrg;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  org = await startLocalOrg();
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});

afterAll(async () => {
  await browser?.close();
  await org?.stop();
});

const query = (soql: string): Stored[] => org.query(soql) as Stored[];
const members = (where: string): Stored[] =>
  query(`SELECT Id, LeadId, ContactId, Name, Status FROM CampaignMember WHERE Campaign.Name = '${CAMPAIGN}' AND ${where} ORDER BY Id`);
const sorted = (lines: readonly string[]): string[] => [...lines].sort();

async function openCampaign(tab: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(MINUTES);
  await page.goto(org.url);
  await page.getByRole('link', { name: 'Campaigns' }).first().click();
  await page.getByRole('link', { name: CAMPAIGN, exact: true }).click();
  await page.getByRole('tab', { name: tab }).click();
  return page;
}

async function choose(page: Page, combobox: Locator, option: string): Promise<void> {
  await combobox.click();
  await page.getByRole('option', { name: new RegExp(`^${option}(?! again)`) }).click();
}

/** Selects all that the filters find, and previews giving them the status. */
async function preview(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: /^All [\d,]+ members (in|that)/ }).click();
  await choose(page, page.getByRole('combobox', { name: 'Set status to' }), status);
  await page.getByRole('button', { name: 'Preview change' }).click();
  await page.getByText(new RegExp(`will move to “${status}”`)).waitFor();
}

/** Picks a file in the menu of a job of the activity list. */
async function pickFile(item: Locator, file: string): Promise<void> {
  await item.getByRole('button', { name: /^More actions/ }).click();
  await item.getByRole('menuitem', { name: file }).click();
}

async function saved(page: Page, ask: () => Promise<void>): Promise<{ name: string; rows: Row[] }> {
  const [download] = await Promise.all([page.waitForEvent('download'), ask()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  return { name: download.suggestedFilename(), rows: parse<Row>(text, { header: true, skipEmptyLines: true }).data };
}

const statusOf = (item: Locator): Promise<string> => item.locator('c-status-job-download [data-id="status"]').innerText();

describe('files of jobs of one campaign', () => {
  it('say what became of every member, of a large job and of one that waited for it', { timeout: 15 * MINUTES }, async () => {
    const large = members(`Status = '${FROM}'`);
    expect(large.length).toBeGreaterThan(20_000);
    const first = await openCampaign('Members');
    await choose(first, first.locator('c-member-filters').getByRole('combobox', { name: 'Status', exact: true }), FROM);
    const named = members(`Name LIKE '${NAMES}%'`);
    const second = await openCampaign('Members');
    await second.getByRole('searchbox').fill(NAMES);
    await second.getByRole('button', { name: `All ${named.length.toLocaleString('en-US')} members that match` }).waitFor();

    await preview(first, TO);
    expect(await first.locator('[data-id="notice"]').innerText()).toBe('');
    await first.getByRole('button', { name: /^Change [\d,]+ members/ }).click();
    await first
      .locator('c-status-job-bar')
      .getByText(/[1-9][\d,]* done/)
      .waitFor();

    // What waits says what that means, before it is confirmed and while it waits.
    await preview(second, OTHER);
    await second.getByText(/^SJ-\d+ is at work on this campaign\. Yours begins when it has finished/).waitFor();
    await second.getByRole('button', { name: /^Change [\d,]+ members/ }).click();
    const waiting = second.locator('c-status-job-bar').filter({ hasText: /Waits for SJ-\d+ to end/ });
    await waiting.getByText(/^Members whose status SJ-\d+ changes meanwhile are left alone and listed\.$/).waitFor();
    await first.close();
    await second.close();

    const page = await openCampaign('Activity');
    const items = page.locator('c-status-job-item');
    const [small, big] = [items.first(), items.nth(1)];
    await small.getByText('Finished', { exact: true }).waitFor({ timeout: 10 * MINUTES });

    // A connection that drops in the middle: it goes on where it was.
    let calls = 0;
    await page.route('**/apex/StatusJobController/getChanges', (route) => (++calls === 3 ? route.abort() : route.continue()));
    await pickFile(big, 'Download results (CSV)');
    await big.getByText(/^After 4,000 rows: /).waitFor();
    const results = await saved(page, () => big.getByRole('button', { name: 'Go on' }).click());
    expect(results.name).toMatch(/^SJ-\d+ results\.csv$/);
    expect(
      sorted(results.rows.map((row) => `${row['Member ID']} ${row.Name} ${row['Status before']} ${row['Status after']} ${row.Result}`))
    ).toEqual(sorted(large.map(({ Id, Name }) => `${Id} ${Name} ${FROM} ${TO} Changed`)));
    const total = large.length.toLocaleString('en-US');
    expect(await statusOf(big)).toBe(`Saved ${total} rows: ${total} changed.`);

    const rest = await saved(page, () => pickFile(small, 'Download results (CSV)'));
    const expected = named
      .filter(({ Status }) => Status !== OTHER)
      .map(({ Id, Status }) => (Status === FROM ? `${Id} ${TO} ${TO} Skipped` : `${Id} ${Status} ${OTHER} Changed`));
    expect(sorted(rest.rows.map((row) => `${row['Member ID']} ${row['Status before']} ${row['Status after']} ${row.Result}`))).toEqual(
      sorted(expected)
    );
    const counted = named.filter(({ Status }) => Status === OTHER).length;
    expect(counted).toBeGreaterThan(1);
    expect(await statusOf(small)).toContain(`${counted} that were skipped are only counted: they had the status already`);

    const listed = await saved(page, () => pickFile(small, 'Download rows not changed (CSV)'));
    expect(listed.rows).toHaveLength(named.filter(({ Status }) => Status === FROM).length);
    expect(new Set(listed.rows.map((row) => `${row['Status asked for']} ${row.Result}`))).toEqual(new Set([`${OTHER} Skipped`]));
  });
});
