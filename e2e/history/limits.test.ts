import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compileAnonymous } from '../../local-org/src/apex/index.js';
import { observeTransactions, openOrg, runSeed, type LocalOrg, type SeedContext } from '../../local-org/src/org/index.js';

const MEMBERS = 10_000;
const DATE = '2026-01-05T09:00:00.000Z';

let directory: string;
let org: LocalOrg;
let memberIds: string[];

function seedMembers(context: SeedContext): Promise<void> {
  const leadIds = context.load(
    'Lead',
    Array.from({ length: MEMBERS }, (_, index) => ({ LastName: `Person ${index}`, Company: 'History' }))
  );
  const [campaignId] = context.load('Campaign', [{ Name: 'Large', IsActive: true }]);
  memberIds = context.load(
    'CampaignMember',
    leadIds.map((LeadId) => ({
      CampaignId: campaignId,
      LeadId,
      Status: 'Sent',
      Status_Entered_At__c: DATE,
      Tracked_Status__c: 'Sent',
      Status_Source__c: 'Import'
    }))
  );
  return Promise.resolve();
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'history-'));
  org = openOrg({ project: join(import.meta.dirname, '../..'), database: join(directory, 'org.sqlite') });
  await runSeed(org, { seed: seedMembers }, () => undefined);
});
afterAll(() => {
  org.close();
  rmSync(directory, { recursive: true, force: true });
});
// Lets the test runner hear of progress between synchronous work.
afterEach(() => new Promise<void>((resolve) => void setImmediate(resolve)));
beforeEach(() => {
  run(`delete as system [SELECT Id FROM Campaign_Member_Status_Change__c WITH SYSTEM_MODE LIMIT ${MEMBERS}];`);
  expect(count()).toBe(0);
});

interface Counters {
  readonly soql: number;
  readonly dmlStatements: number;
  readonly dmlRows: number;
}

/** Runs Apex as one transaction; what it leaves to do afterwards is not done yet. */
function run(apex: string): Counters {
  const runnable = compileAnonymous(apex, org.program);
  let counters: Counters | null = null;
  const stop = observeTransactions(({ limits }) => {
    counters = { soql: limits.used('Queries'), dmlStatements: limits.used('DmlStatements'), dmlRows: limits.used('DmlRows') };
  });
  org.run(null, 'ANONYMOUS', () => runnable.run());
  stop();
  return counters!;
}

const change = (number: number, status: string): string =>
  `List<CampaignMember> members = [SELECT Id FROM CampaignMember WHERE Campaign.Name = 'Large' WITH SYSTEM_MODE ORDER BY Id LIMIT ${number}];
   for (CampaignMember member : members) { member.Status = '${status}'; }
   update as system members;`;

function count(condition = ''): number {
  const [[found]] = org.store.rows(`SELECT COUNT(*) FROM "Campaign_Member_Status_Change__c" WHERE "IsDeleted" = 0 ${condition}`);
  return Number(found);
}

function silent(): number {
  const rows = org.run(null, 'ANONYMOUS', () =>
    org.queries.query('SELECT COUNT(Id) silent FROM CampaignMember WHERE Status_Changed_Silently__c = TRUE', {
      accessLevel: 'SYSTEM_MODE',
      enforceSharing: false,
      internal: true
    })
  );
  return Number((rows.items[0] as { values: Map<string, unknown> }).values.get('silent'));
}

describe('history at the limits of a transaction', () => {
  it('logs 2,000 changes at once', () => {
    const used = run(change(2000, 'Responded'));
    expect(count()).toBe(2000);
    expect(used).toEqual({ soql: 1, dmlStatements: 11, dmlRows: 4000 });
    run(change(2000, 'Sent'));
    expect(count(`AND "From_Status__c" = 'Responded' AND "To_Status__c" = 'Sent'`)).toBe(2000);
  });

  it('logs 10,000 changes after the commit, because there is no row of DML left in their transaction', () => {
    const used = run(change(MEMBERS, 'Responded'));
    expect(used.dmlRows).toBe(MEMBERS);
    expect(used.soql).toBe(1);
    expect(used.dmlStatements).toBeLessThanOrEqual(1 + MEMBERS / 200);
    expect(count()).toBe(0);
    org.async.drain();
    expect(count()).toBe(MEMBERS);
    expect(count(`AND "From_Status__c" = 'Sent' AND "To_Status__c" = 'Responded' AND "Changed_By__c" IS NOT NULL`)).toBe(MEMBERS);
    expect(new Set(org.store.rows('SELECT DISTINCT "Campaign_Member_Id__c" FROM "Campaign_Member_Status_Change__c"').flat())).toHaveLength(
      memberIds.length
    );
    expect(silent()).toBe(0);
  });

  it('loses no change while something else holds the campaign', () => {
    const changes = 2600;
    run(change(changes, 'Sent'));
    const atOnce = count();
    expect(atOnce).toBeLessThan(changes);
    const [[campaignId]] = org.store.rows(`SELECT "Id" FROM "Campaign" WHERE "Name" = 'Large'`);
    org.heldRows.add(String(campaignId));
    for (let transactions = 0; transactions < 8; transactions++) org.async.runNext();
    expect(count()).toBe(atOnce);
    org.heldRows.clear();
    org.async.drain();
    expect(count(`AND "From_Status__c" = 'Responded' AND "To_Status__c" = 'Sent'`)).toBe(changes);
    expect(silent()).toBe(0);
  });

  it('leaves changes that have no room at all to the reconciliation', () => {
    const statements = Array.from(
      { length: 60 },
      (_, index) => `update as system new Campaign(Id = campaignId, Description = '${index}');`
    );
    run(
      `Id campaignId = [SELECT Id FROM Campaign WHERE Name = 'Large' WITH SYSTEM_MODE].Id; ${statements.join(' ')} ${change(400, 'Responded')}`
    );
    org.async.drain();
    expect(count()).toBe(0);
    expect(silent()).toBe(400);
    run(`Database.executeBatch(new StatusReconciliationJob(), StatusReconciliationJob.MEMBERS_AT_ONCE);`);
    org.async.drain();
    expect(silent()).toBe(0);
    expect(count(`AND "From_Status__c" = 'Sent' AND "To_Status__c" = 'Responded' AND "Changed_By__c" IS NULL`)).toBe(400);
  });

  it('logs what a job does at once, beyond half of the rows of DML', () => {
    // 400 of them changed before: 1,600 + 2,000 changes, each a row of DML for the member and one for the history.
    run(`Status_Job__c job = new Status_Job__c(Campaign__c = [SELECT Id FROM Campaign WHERE Name = 'Large' WITH SYSTEM_MODE].Id);
      insert as system job;
      StatusChangeContext.enter(StatusChangeSource.EDITOR, job.Id);
      ${change(2000, 'Responded')}
      ${change(2000, 'Sent').replaceAll('members', 'again').replaceAll('member', 'other')}`);
    expect(count(`AND "Status_Job__c" IS NOT NULL AND "Source__c" = 'Editor'`)).toBe(3600);
  });

  it('leaves most of its statements to a transaction that changes members one by one', () => {
    const used = run(
      change(120, 'Responded').replace('update as system members;', 'for (CampaignMember member : members) { update as system member; }')
    );
    expect(used.dmlStatements).toBe(120 + 27);
    expect(count()).toBe(27);
    expect(silent()).toBe(120 - 27);
  });

  it('logs 10,000 removals, and what the history lacked of them, and stands in nobody’s way', () => {
    const missing = silent();
    const used = run(`delete as system [SELECT Id FROM CampaignMember WHERE Campaign.Name = 'Large' WITH SYSTEM_MODE];`);
    expect(used.dmlRows).toBe(MEMBERS);
    expect(used.soql).toBeLessThanOrEqual(2);
    expect(used.dmlStatements).toBeLessThanOrEqual(1 + MEMBERS / 200);
    org.async.drain();
    expect(count('AND "To_Status__c" IS NULL')).toBe(MEMBERS);
    expect(count('AND "To_Status__c" IS NOT NULL AND "Changed_By__c" IS NULL')).toBe(missing);
    expect(count()).toBe(MEMBERS + missing);
  });
});
