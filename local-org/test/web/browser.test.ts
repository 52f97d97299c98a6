import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServer } from '../../src/http/index.js';
import { launchBrowser } from '../../src/web/index.js';
import { serve, type Served } from '../http/harness.js';

vi.setConfig({ testTimeout: 30_000 });

/** Kept between runs: what is compiled of the packages doesn't change. */
const CACHE = path.join(tmpdir(), 'local-org-test-web');

let served: Served;
let browser: Browser;
let page: Page;
let campaignId: string;
let problems: string[];

beforeAll(async () => {
  served = await serve(undefined, CACHE);
  campaignId = (
    await (
      await served.connect()
    )
      .sobject('Campaign')
      .create({ Name: 'Spring Webinar', Type: 'Webinar', Status: 'Planned', StartDate: '2026-05-05' })
  ).id!;
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
});
afterEach(async () => {
  await page.close();
  expect(problems).toEqual([]);
});

const open = (url: string): Promise<unknown> => page.goto(served.url + url, { timeout: 120_000 });
const text = (selector: string): Promise<string> => page.locator(selector).first().innerText();

describe('events', () => {
  const tell = (replayId: number): void => {
    for (const listener of served.org.listeners) listener('/event/Test__e', { replayId, payload: { Text__c: `number ${replayId}` } });
  };

  it('reach more windows than a browser has connections to one server, and go on when one of them is closed', async () => {
    const context = await browser.newContext();
    const windows: Page[] = [];
    for (let count = 0; count < 8; count += 1) {
      const opened = await context.newPage();
      windows.push(opened);
      await opened.goto(`${served.url}/lightning/n/Overview`);
      await opened.getByRole('button', { name: 'Stop listening' }).waitFor();
    }
    const seen = (): Promise<string[]> => Promise.all(windows.map((each) => each.locator('.events').innerText()));
    tell(1);
    await vi.waitFor(async () => expect(await seen()).toEqual(windows.map(() => 'number 1')), 10_000);
    await windows.shift()!.close();
    tell(2);
    await vi.waitFor(async () => expect(await seen()).toEqual(windows.map(() => 'number 1\nnumber 2')), 10_000);
    await windows[0].getByRole('button', { name: 'Stop listening' }).click();
    await windows[0].getByRole('button', { name: 'Stop listening' }).waitFor({ state: 'detached' });
    tell(3);
    const [stopped, ...others] = windows;
    await vi.waitFor(async () => expect((await seen()).slice(1)).toEqual(others.map(() => 'number 1\nnumber 2\nnumber 3')), 10_000);
    expect(await stopped.locator('.events').innerText()).toBe('number 1\nnumber 2');
    await context.close();
  }, 120_000);
});

it('gives no address to a Blob whose type Lightning Web Security refuses', async () => {
  await open(`/lightning/r/Campaign/${campaignId}/view`);
  await page.locator('c-campaign-card').first().waitFor();
  const made = (type: string): Promise<string> =>
    page.evaluate((given) => {
      try {
        return URL.createObjectURL(new Blob(['a'], { type: given })).slice(0, 5);
      } catch (error) {
        return (error as Error).message;
      }
    }, type);
  expect(await made('text/plain')).toBe('blob:');
  expect(await made('image/png')).toBe('blob:');
  for (const type of ['text/csv', 'text/plain;charset=utf-8', 'text/javascript', ''])
    expect(await made(type)).toContain('Unsupported MIME type');
});

describe('a component on a record page', () => {
  beforeEach(() => open(`/lightning/r/Campaign/${campaignId}/view`), 120_000);

  it('gets its record, its design properties, its user and wired data', async () => {
    await page.locator('c-campaign-card .name', { hasText: 'Spring Webinar' }).waitFor();
    expect(await text('.heading')).toBe('From the page');
    expect(await text('.limit')).toBe('number 25');
    expect(await text('c-campaign-card .user')).toBe(served.org.access.defaultUser().id);
    expect(await text('.count')).toMatch(/^\d members?$/);
  });

  it('calls Apex, refreshes its wire and shows a toast', async () => {
    await page.locator('.count', { hasText: '0 members' }).waitFor();
    await page.getByRole('button', { name: 'Add' }).click();
    await page.locator('.slds-notify_toast', { hasText: 'Ada is in.' }).waitFor();
    expect(await page.locator('.member').allInnerTexts()).toEqual([expect.stringMatching(/^Ada \d{4}-\d\d-\d\d$/)]);
  });

  it('shows the message of a toast on a narrow screen, too', async () => {
    await page.locator('.count', { hasText: 'member' }).waitFor();
    await page.setViewportSize({ width: 400, height: 800 });
    const detail = { title: 'Some were not changed', message: '2 changed by somebody else.', variant: 'warning' };
    await page.evaluate((toast) => {
      window.dispatchEvent(new CustomEvent('lightning__showtoast', { detail: toast }));
    }, detail);
    await page.locator('.slds-notify_toast', { hasText: 'Some were not changed 2 changed by somebody else.' }).waitFor();
  });

  it('gets errors in the shape of the platform, and data that it can not change', async () => {
    await page.locator('.count', { hasText: 'member' }).waitFor();
    await page.getByRole('button', { name: 'Bad' }).click();
    await page.locator('.failure', { hasText: 'A member needs a name.' }).waitFor();
    expect(await text('.failure')).toBe('500 System.AuraHandledException: A member needs a name.');
    await page.getByRole('button', { name: 'Mutate' }).click();
    expect(await text('.changed')).toBe('TypeError');
  });

  it('opens a modal and gets its answer; focus comes back', async () => {
    await page.locator('c-campaign-card .name', { hasText: 'Spring Webinar' }).waitFor();
    await page.getByRole('button', { name: 'Greet' }).click();
    await page.getByRole('button', { name: 'Say hello' }).click();
    await page.locator('.answer', { hasText: 'Hello Spring Webinar' }).waitFor();
  });

  it('navigates without loading the document again', async () => {
    await page.locator('c-campaign-card .name', { hasText: 'Spring Webinar' }).waitFor();
    await page.evaluate('window.stillHere = true');
    await page.getByRole('button', { name: 'All campaigns' }).click();
    await page.getByRole('heading', { name: 'All Campaigns' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/lightning/o/Campaign/list');
    await page.goBack();
    await page.locator('c-campaign-card .name', { hasText: 'Spring Webinar' }).waitFor();
    expect(await page.evaluate('window.stillHere')).toBe(true);
  });

  it('does not take the page with it when it fails', async () => {
    await page.getByText('The component failing failed').waitFor();
    expect(await page.getByText('It broke while drawing.', { exact: true }).count()).toBe(1);
    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByText('Leads in Campaign', { exact: true }).waitFor();
  });
});

it('says in one line that a port is taken', async () => {
  const port = Number(new URL(served.url).port);
  const second = await createServer(
    { org: served.org, runInTransaction: (userId, quiddity, work) => served.org.run(userId, quiddity, work) },
    { port, cacheDirectory: CACHE }
  );
  await expect(second.listen()).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: `Port ${port} is already in use: stop what runs there or choose another one with --port.`
  });
  await second.close();
}, 120_000);

describe('the shell', () => {
  it('lists, sorts and searches records, and edits one', async () => {
    await open('/lightning/o/Campaign/list');
    await page.getByRole('link', { name: 'Spring Webinar' }).waitFor();
    await page.getByRole('button', { name: 'Start Date' }).click();
    await page.locator('th[aria-sort="ascending"]', { hasText: 'Start Date' }).waitFor();
    await page.getByPlaceholder('Search this list…').fill('nothing like it');
    await page.getByText('Nothing matches "nothing like it".').waitFor();
    await page.getByPlaceholder('Search this list…').fill('spring');
    await page.getByRole('link', { name: 'Spring Webinar' }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Name').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Complete this field.').waitFor();
    await page.getByLabel('Name').fill('Summer Webinar');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Summer Webinar' }).waitFor();
    await served.connect().then((connection) => connection.sobject('Campaign').update({ Id: campaignId, Name: 'Spring Webinar' }));
  });

  it('shows app pages, is usable on a narrow window, and says when a page does not exist', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await open('/lightning/n/Overview');
    await page.locator('.heading', { hasText: 'No heading' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await open('/lightning/n/Nope');
    await page.getByText('There is no tab Nope.').waitFor();
  });

  it('can be viewed as another user', async () => {
    await open('/lightning/page/home');
    const before = await page.locator('.as').innerText();
    await page.getByRole('button', { name: /^Viewing as/ }).click();
    await page.locator('[role="menuitemcheckbox"][aria-checked="false"]').first().click();
    await page.locator('.as').filter({ hasNotText: before }).waitFor();
    expect(await page.locator('.as').innerText()).not.toBe(before);
  });
});
