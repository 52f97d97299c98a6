import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AxeBuilder } from '@axe-core/playwright';
import { launchBrowser } from '../../local-org/src/web/index.js';
import { startLocalOrg, type RunningOrg } from '../localOrg.js';
import { hostileFile, utf16 } from './hostileFile.js';
import { ImportWizard } from './importWizard.js';

const LINES = 100_000;
const STATUS = 'Called again';
const ANSWER_MILLISECONDS = 240_000;

interface Member {
  readonly Id: string;
  readonly LeadId: string;
  readonly Status: string;
}

let org: RunningOrg;
let browser: Browser;
let page: Page;
let wizard: ImportWizard;
let campaignId: string;

beforeAll(async () => {
  org = await startLocalOrg();
  browser = await launchBrowser();
  campaignId = String(org.query("SELECT Id FROM Campaign WHERE Name = 'Term Deposit 2008-2010'")[0].Id);
});

afterAll(async () => {
  await browser?.close();
  await org?.stop();
});

beforeEach(async () => {
  page = await (await browser.newContext({ viewport: { width: 1280, height: 1000 } })).newPage();
  page.setDefaultTimeout(ANSWER_MILLISECONDS);
  wizard = new ImportWizard(page);
  await wizard.open(org.url, campaignId);
});

const members = (): Member[] =>
  org.query(`SELECT Id, LeadId, Status FROM CampaignMember WHERE CampaignId = '${campaignId}' ORDER BY Id`) as unknown as Member[];
const statusOf = (memberId: string): unknown => org.query(`SELECT Status FROM CampaignMember WHERE Id = '${memberId}'`)[0].Status;

describe('the import wizard', () => {
  it('gives each of a hundred thousand hostile lines its verdict and imports what can be imported', { timeout: 600_000 }, async () => {
    const alerts: string[] = [];
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    const before = members();
    const outsiders = org.query('SELECT Id FROM Lead WHERE Email != null LIMIT 40').map(({ Id }) => String(Id));
    const { text, expected } = hostileFile(LINES, before, outsiders, STATUS);
    await wizard.choose('hostile.csv', utf16(text));
    expect(await wizard.summary()).toBe('hostile.csv: 100,001 rows, separated by semicolon, UTF-16LE');
    await wizard.next();
    await wizard.next();

    const verdicts = await wizard.verdicts();
    expect(verdicts).toEqual(expected);
    expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(LINES);

    const result = await wizard.run();
    expect(result).toContain(`${expected['Will change'].toLocaleString('en-US')} lines were imported.`);
    const after = members();
    expect(after.filter(({ Status }) => Status === STATUS)).toHaveLength(
      before.filter(({ Status }) => Status === STATUS).length + expected['Will change']
    );
    expect(after).toHaveLength(before.length);

    const refused = LINES - expected['Will change'] - expected['Already there'] - expected['Empty line'];
    const file = await wizard.download();
    expect(file.split('Import error').length - 1).toBe(1);
    expect(file.match(/<script>alert\(\d+\)/g)).toHaveLength(refused);
    expect(file).not.toMatch(/(^|,|")[=@+]/m);
    expect(alerts).toEqual([]);
  });

  it('imports its own file of errors again, once it was corrected', async () => {
    const [first, second] = members();
    await wizard.paste(`Member ID\tStatus\tNote\n${first.Id}\tAttended!\t=1+1\n${second.Id.slice(0, 15)}\tsubscribed\tfine\n`);
    await wizard.next();
    await wizard.next();
    expect(await wizard.verdicts()).toEqual({ 'Will change': 1, 'Unknown status': 1 });
    expect(await wizard.run()).toContain('1 line was imported.');
    const errors = await wizard.download();
    expect(statusOf(second.Id)).toBe('Subscribed');
    expect(errors).toContain("'=1+1");

    await wizard.open(org.url, campaignId);
    await wizard.choose('Not imported.csv', errors);
    await wizard.next();
    expect(await wizard.dialog.getByRole('row', { name: /Note/ }).innerText()).toContain('=1+1');
    expect(await wizard.dialog.getByRole('row', { name: /Note/ }).innerText()).not.toContain("'=1+1");
    await wizard.next();
    await wizard.pick('Treat “Attended!” as', 'Subscribed');
    expect(await wizard.verdicts()).toEqual({ 'Will change': 1 });
    await wizard.run();
    expect(statusOf(first.Id)).toBe('Subscribed');
  });

  it('adds people only where that was asked for', async () => {
    const [outsider] = org.query(
      `SELECT Id, Email FROM Lead WHERE Email != null AND Id NOT IN (SELECT LeadId FROM CampaignMember WHERE CampaignId = '${campaignId}') LIMIT 1`
    );
    const elsewhere = String(org.query(`SELECT Id FROM CampaignMember WHERE CampaignId != '${campaignId}' LIMIT 1`)[0].Id);
    await wizard.paste(`E-mail\n${String(outsider.Email).toUpperCase()}\n`);
    await wizard.next();
    await wizard.pick('New status', 'is the same for all');
    await wizard.pick('Status', 'Subscribed');
    await wizard.next();
    expect(await wizard.verdicts()).toEqual({ 'Not a member': 1 });
    await wizard.dialog.getByRole('switch').or(wizard.dialog.locator('[data-id=add] input')).first().check({ force: true });
    expect(await wizard.verdicts()).toEqual({ 'Will be added': 1 });
    await wizard.run();
    expect(org.query(`SELECT Status FROM CampaignMember WHERE CampaignId = '${campaignId}' AND LeadId = '${String(outsider.Id)}'`)).toEqual(
      [expect.objectContaining({ Status: 'Subscribed' })]
    );

    await wizard.open(org.url, campaignId);
    await wizard.paste(`${elsewhere}\tSubscribed\n`);
    await wizard.next();
    await wizard.next();
    expect(await wizard.verdicts()).toEqual({ 'Other campaign': 1 });
  });

  it('refuses what is no file of people, and says why', async () => {
    await wizard.choose('empty.csv', '');
    expect(await wizard.refusal()).toBe('There is nothing in this file. Choose a file with one row for each person.');
    await wizard.choose('quote.csv', 'Email,Status\n"a@example.com,Called\n');
    expect(await wizard.refusal()).toContain('opened and never closed');
    await wizard.choose('names.csv', 'Email,Status\n');
    await wizard.next();
    expect(await wizard.dialog.locator('[data-id=only-header]').innerText()).toContain('nothing but column names');
    expect(await wizard.dialog.getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(true);
  });

  it('has no serious accessibility violation on any step', async () => {
    const serious = async (): Promise<string[]> => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      return found.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    };
    await wizard.choose('windows.csv', Buffer.from('Member ID,Status,Note\nx,Zo\xeb \x80,\x96\n', 'latin1'));
    expect(await wizard.summary()).toContain('WINDOWS-1252');
    expect(await serious()).toEqual([]);
    await wizard.next();
    expect(await serious()).toEqual([]);
    await wizard.next();
    expect(await wizard.verdicts()).toEqual({ Malformed: 1 });
    expect(await wizard.dialog.getByRole('combobox', { name: 'Treat “Zoë €” as' }).count()).toBe(1);
    expect(await serious()).toEqual([]);
  });
});
