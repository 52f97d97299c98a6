import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { broken, JobOrg, makeProject, type ImportRow } from './jobOrg.js';

const MEMBERS = 24;
const CHUNK = 8;
let org: JobOrg;

beforeAll(() => {
  org = new JobOrg(makeProject({}));
});
beforeEach(() => org.newCampaign(MEMBERS));
afterEach(() => expect(broken(org)).toEqual([]));
afterAll(() => org.close());

const counts = (id: string): number[] => {
  const { total, changed, skipped, failed } = org.job(id);
  return [changed, skipped, failed, total - changed - skipped - failed];
};

/** Takes a status off the campaign as somebody does in Salesforce: whoever has it is moved first. */
function lose(status: string, movedTo: string): void {
  org.apex(`List<CampaignMember> held = [SELECT Id FROM CampaignMember WHERE CampaignId = '${org.campaignId}' AND Status = '${status}'];
    for (CampaignMember member : held) { member.Status = '${movedTo}'; }
    update as system held;
    delete as system [SELECT Id FROM CampaignMemberStatus WHERE CampaignId = '${org.campaignId}' AND Label = '${status}'];`);
}

function bringBack(status: string): void {
  org.apex(`insert as system new CampaignMemberStatus(CampaignId = '${org.campaignId}', Label = '${status}', SortOrder = 30);`);
}

const having = (status: string): number => [...org.statuses().values()].filter((each) => each === status).length;

describe('a status is deleted between two chunks', () => {
  it('of a change: the job fails with nothing half done, goes on when the status is back, and can be undone', () => {
    const id = org.start('Attended', CHUNK);
    org.step();
    expect(counts(id)).toEqual([CHUNK, 0, 0, MEMBERS - CHUNK]);
    lose('Attended', 'No Show');
    org.drain();

    expect(org.job(id)).toMatchObject({ state: 'Failed' });
    expect(org.job(id).message).toContain('Attended');
    expect(counts(id)).toEqual([CHUNK, 0, 0, MEMBERS - CHUNK]);
    expect([having('No Show'), having('Sent')]).toEqual([CHUNK, MEMBERS - CHUNK]);
    expect(org.listed(id)).toEqual([]);

    bringBack('Attended');
    org.apex(`StatusJobController.resumeJob('${id}');`);
    org.drain();
    expect(org.job(id)).toMatchObject({ state: 'Finished', message: null });
    expect(counts(id)).toEqual([MEMBERS, 0, 0, 0]);
    expect([having('No Show'), having('Attended')]).toEqual([CHUNK, MEMBERS - CHUNK]);

    const undo = org.undo(id, CHUNK);
    org.drain();
    expect(counts(undo)).toEqual([MEMBERS - CHUNK, CHUNK, 0, 0]);
    expect(org.listed(undo)).toEqual(org.memberIds.slice(0, CHUNK).map((member) => [member, 'Skipped', 'Changed Meanwhile']));
    expect([having('No Show'), having('Sent')]).toEqual([CHUNK, MEMBERS - CHUNK]);
  });

  it('of an import: its rows fail one by one, the others go on, and a retry does the rest', () => {
    const leads = org.newLeads(6);
    const rows: ImportRow[] = [
      ...org.memberIds.map((memberId, index) => ({ memberId, newStatus: index % 2 ? 'No Show' : 'Attended' })),
      ...leads.map((leadId, index) => ({ leadId, newStatus: index % 2 ? 'No Show' : 'Attended' }))
    ];
    const id = org.import(rows, CHUNK);
    org.step();
    expect(counts(id)).toEqual([CHUNK, 0, 0, rows.length - CHUNK]);
    lose('No Show', 'Sent');
    org.drain();

    const lost = rows.slice(CHUNK).filter(({ newStatus }) => newStatus === 'No Show');
    expect(org.job(id)).toMatchObject({ state: 'Finished' });
    expect(counts(id)).toEqual([rows.length - lost.length, 0, lost.length, 0]);
    expect(org.listed(id)).toEqual(lost.map(({ memberId, leadId }) => [memberId ?? leadId, 'Failed', 'Unknown Status']));
    expect(having('Attended')).toBe(rows.length / 2);

    bringBack('No Show');
    org.apex(`StatusJobController.startRetry('${id}');`);
    org.drain();
    const retry = org.jobs().at(-1)!;
    expect(counts(retry.id)).toEqual([lost.length, 0, 0, 0]);
    expect(having('No Show')).toBe(lost.length);

    const undo = org.undo(id, CHUNK);
    org.drain();
    // Half of the first chunk was moved away from the status that was lost.
    expect(counts(undo)).toEqual([rows.length / 2, CHUNK / 2, 0, 0]);
    expect([having('Attended'), having('No Show'), org.statuses().size]).toEqual([0, lost.length, MEMBERS + leads.length / 2]);
  });
});
