import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { broken, JobOrg, makeProject } from './jobOrg.js';

const MEMBERS = 60;
let org: JobOrg;
/** Members to whom somebody else gave the status that they have now. */
let byOthers: Map<string, string>;

beforeAll(() => {
  org = new JobOrg(makeProject());
});
beforeEach(() => {
  org.newCampaign(MEMBERS);
  byOthers = new Map();
});
afterEach(() => {
  expect(broken(org)).toEqual([]);
  undoEverything();
  expect(org.statuses()).toEqual(new Map([...org.statuses().keys()].map((id) => [id, byOthers.get(id) ?? 'Sent'])));
  expect(broken(org)).toEqual([]);
});
afterAll(() => org.close());

/** What the jobs changed goes back, whatever they met: the last one first, none that was undone by the test. */
function undoEverything(): void {
  const undone = new Set(org.rows('SELECT "Source_Job__c" FROM "Status_Job__c" WHERE "Kind__c" = \'Undo\'').map(([id]) => String(id)));
  for (const { id, kind, changed } of org.jobs().reverse()) {
    if (kind === 'Undo' || changed === 0 || undone.has(id)) continue;
    const undo = org.undo(id);
    org.drain();
    expect(org.job(undo)).toMatchObject({ state: 'Finished', failed: 0 });
  }
}

const counts = (id: string): number[] => {
  const { changed, skipped, failed } = org.job(id);
  return [changed, skipped, failed];
};

describe('a job meets', () => {
  it('automation that kills the transaction of one member', () => {
    org.apex(`update as system new CampaignMember(Id = '${org.memberIds[37]}', Deadly__c = true);`);
    const id = org.start('Attended', 32);
    org.drain();
    expect(org.job(id)).toMatchObject({ state: 'Finished' });
    expect(counts(id)).toEqual([MEMBERS - 1, 0, 1]);
    expect(org.listed(id)).toEqual([[org.memberIds[37], 'Failed', 'Stopped The Job']]);
    const undo = org.undo(id);
    org.drain();
    expect(counts(undo)).toEqual([MEMBERS - 1, 0, 0]);
    expect(new Set(org.statuses().values())).toEqual(new Set(['Sent']));
  });

  it('automation that kills every transaction', () => {
    org.apex(`List<CampaignMember> members = [SELECT Id FROM CampaignMember WHERE CampaignId = '${org.campaignId}']; for (CampaignMember member : members) { member.Deadly__c = true; }
      update as system members;`);
    const id = org.start('Attended');
    org.drain();
    expect(org.job(id)).toMatchObject({ state: 'Failed', changed: 0 });
    expect(org.job(id).message).toContain('Too many SOQL queries');
  });

  it('a validation rule that refuses some', () => {
    const frozen = [3, 4, 59].map((index) => org.memberIds[index]);
    org.apex(frozen.map((id) => `update as system new CampaignMember(Id = '${id}', Frozen__c = true);`).join('\n'));
    const id = org.start('Attended', 8);
    org.drain();
    expect(counts(id)).toEqual([MEMBERS - 3, 0, 3]);
    expect(org.listed(id)).toEqual(frozen.map((member) => [member, 'Failed', 'Refused']));
    org.apex(frozen.map((member) => `update as system new CampaignMember(Id = '${member}', Frozen__c = false);`).join('\n'));
    org.apex(`StatusJobController.startRetry('${id}');`);
    org.drain();
    expect(counts(org.jobs().at(-1)!.id)).toEqual([3, 0, 0]);
    expect(new Set(org.statuses().values())).toEqual(new Set(['Attended']));
  });

  it('a status that was deleted since it was asked for', () => {
    const status = `[SELECT Id FROM CampaignMemberStatus WHERE CampaignId = '${org.campaignId}' AND Label = 'Attended']`;
    const id = org.start('Attended', 8);
    org.apex(`delete as system ${status};`);
    org.drain();
    expect(org.job(id)).toMatchObject({ state: 'Failed', changed: 0 });
    expect(org.job(id).message).toContain('Attended');
    org.apex(`insert as system new CampaignMemberStatus(CampaignId = '${org.campaignId}', Label = 'Attended', SortOrder = 30);
      StatusJobController.resumeJob('${id}');`);
    org.drain();
    expect(counts(id)).toEqual([MEMBERS, 0, 0]);
  });

  it('members who are deleted or changed while it runs', () => {
    const id = org.start('Attended', 8);
    org.step();
    org.apex(`delete as system new CampaignMember(Id = '${org.memberIds[50]}');`);
    org.apex(`update as system new CampaignMember(Id = '${org.memberIds[51]}', Status = 'No Show');`);
    byOthers.set(org.memberIds[51], 'No Show');
    org.drain();
    expect(counts(id)).toEqual([MEMBERS - 2, 2, 0]);
    expect(org.listed(id)).toEqual([[org.memberIds[51], 'Skipped', 'Changed Meanwhile']]);
  });

  it('a second job', () => {
    const first = org.start('Attended', 8);
    const second = org.start('No Show', 8);
    org.step();
    expect(org.job(second).state).toBe('Waiting');
    org.drain();
    expect(counts(first)).toEqual([MEMBERS, 0, 0]);
    expect(counts(second)).toEqual([0, MEMBERS, 0]);
  });

  it('somebody who stops it and resumes it', () => {
    const id = org.start('Attended', 8);
    org.step();
    org.apex(`StatusJobController.stopJob('${id}');`);
    org.drain();
    expect(org.job(id).state).toBe('Stopped');
    expect(org.job(id).changed).toBe(8);
    org.apex(`StatusJobController.resumeJob('${id}');`);
    org.drain();
    expect(counts(id)).toEqual([MEMBERS, 0, 0]);
  });

  it('the end of the process that works on it', () => {
    const id = org.start('Attended', 8);
    const { campaignId, directory, memberIds, time } = org;
    org.org.close();
    const worker = join(import.meta.dirname, 'killedWorker.ts');
    expect(() => execFileSync(process.execPath, ['--import', 'tsx', worker, directory, String(time), '2'], { stdio: 'pipe' })).toThrow();
    org = new JobOrg(directory, time);
    Object.assign(org, { campaignId, memberIds });
    expect(org.job(id)).toMatchObject({ state: 'Running', changed: 8 });
    expect([...org.statuses().values()].filter((status) => status === 'Attended')).toHaveLength(8);
    org.drain();
    expect(org.job(id)).toMatchObject({ state: 'Finished', changed: MEMBERS });
  });
});
