import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../local-org/src/web/index.js';
import { startLocalOrg, type RunningOrg } from './localOrg.js';

const CAMPAIGN = 'Term Deposit 2008-2010';
const FROM = 'Called again';
const TO = 'Subscribed';
/** Written anew where the environment variable SCREENSHOTS is set. */
const SCREENSHOTS = join(import.meta.dirname, '../docs/screenshots');
/** Tens of thousands of members are changed and put back, on whatever machine this runs. */
const MINUTES = 60_000;

let org: RunningOrg;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  org = await startLocalOrg();
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  page.setDefaultTimeout(MINUTES);
});

afterAll(async () => {
  await browser?.close();
  await org?.stop();
});

interface Stored {
  readonly byStatus: Readonly<Record<string, number>>;
  /** Of the id, the status and whether it counts as responded of every member. */
  readonly hash: string;
}

/** What is in the database now, read past the page. */
function stored(): Stored {
  const members = org.query(`SELECT Id, Status, HasResponded FROM CampaignMember WHERE Campaign.Name = '${CAMPAIGN}' ORDER BY Id`);
  const byStatus: Record<string, number> = {};
  const hash = createHash('sha256');
  for (const { Id, Status, HasResponded } of members as { Id: string; Status: string; HasResponded: boolean }[]) {
    byStatus[Status] = (byStatus[Status] ?? 0) + 1;
    hash.update(`${Id} ${Status} ${HasResponded}\n`);
  }
  return { byStatus, hash: hash.digest('hex') };
}

async function openCampaign(tab: string): Promise<void> {
  await page.goto(org.url);
  await page.getByRole('link', { name: 'Campaigns' }).first().click();
  await page.getByRole('link', { name: CAMPAIGN, exact: true }).click();
  await page.getByRole('tab', { name: tab }).click();
}

async function choose(combobox: Locator, option: RegExp): Promise<void> {
  await combobox.click();
  await page.getByRole('option', { name: option }).click();
}

async function picture(name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, `bulk-change-${name}.png`) });
}

async function seriousViolations(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}

/** The bar of the job whose sentence contains this. */
const bar = (sentence: string): Locator => page.locator('c-status-job-bar').filter({ hasText: sentence });

/** The numbers in '24,000 changed · 939 not reached', by what they count. */
async function counts(of: Locator): Promise<Record<string, number>> {
  const text = await of.locator('[data-id="counts"]').innerText();
  return Object.fromEntries(
    [...text.matchAll(/([\d,]+) ([a-z ]+)/g)].map(([, count, what]) => [what.trim(), Number(count.replace(/,/g, ''))])
  );
}

describe('a change of everything that matches a filter', () => {
  it('is previewed, runs in the background, stops, goes on, and can be undone', { timeout: 15 * MINUTES }, async () => {
    const start = stored();
    const members = start.byStatus[FROM];
    const written = new Intl.NumberFormat('en-US').format(members);
    expect(members).toBeGreaterThan(20_000);

    await openCampaign('Members');
    await choose(page.locator('c-member-filters').getByRole('combobox', { name: 'Status', exact: true }), new RegExp(`^${FROM}`));
    await page.getByRole('button', { name: `All ${written} members in “${FROM}”` }).click();
    await choose(page.getByRole('combobox', { name: 'Set status to' }), new RegExp(`^${TO}`));
    await picture('1-selected');

    await page.getByRole('button', { name: 'Preview change' }).click();
    await page.getByText(`${written} members will move to “${TO}”`).waitFor();
    await picture('2-preview');
    expect(stored()).toEqual(start);
    await page.getByRole('button', { name: `Change ${written} members` }).click();

    const running = bar(`Changing ${written} members to ${TO}`);
    await running.getByText(/[1-9][\d,]* done/).waitFor();
    await running.getByText(/left$/).waitFor();
    await picture('3-running');
    await running.getByRole('button', { name: 'Stop' }).click();

    const job = bar(`Change ${written} members to ${TO}`);
    await job.getByText('Stopped', { exact: true }).waitFor();
    await page.locator('lightning-spinner').first().waitFor({ state: 'detached' });
    await picture('4-stopped');
    const whenStopped = await counts(job);
    expect(whenStopped.changed).toBeGreaterThan(0);
    expect(whenStopped.changed + whenStopped['not reached']).toBe(members);
    expect(stored().byStatus).toEqual({
      ...start.byStatus,
      [FROM]: whenStopped['not reached'],
      [TO]: start.byStatus[TO] + whenStopped.changed
    });
    expect(await seriousViolations()).toEqual([]);

    await job.getByRole('button', { name: 'Resume' }).click();
    await running.waitFor();
    await openCampaign('Members');
    await running.or(job).waitFor();
    await openCampaign('Activity');
    const item = page.locator('c-status-job-item').filter({ hasText: TO });
    await item.getByText('Finished', { exact: true }).waitFor({ timeout: 5 * MINUTES });
    expect(await counts(item)).toEqual({ changed: members });
    const { [FROM]: _moved, ...others } = start.byStatus;
    expect(stored().byStatus).toEqual({ ...others, [TO]: start.byStatus[TO] + members });
    await picture('5-finished');
    expect(await seriousViolations()).toEqual([]);

    await item.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`${written} members go back to the status they had before.`).waitFor();
    await picture('6-undo');
    await page.getByRole('button', { name: `Undo ${written} changes` }).click();
    await item.getByText('Undone', { exact: true }).waitFor();
    const undo = page.locator('c-status-job-item').filter({ hasText: `${written} went back` });
    await undo.getByText('Finished', { exact: true }).waitFor({ timeout: 5 * MINUTES });
    await picture('7-undone');

    expect(stored()).toEqual(start);
  });
});
