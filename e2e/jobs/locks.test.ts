import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { broken, JobOrg, makeProject } from './jobOrg.js';

const MEMBERS = 40;
const MINUTE = 60_000;
let org: JobOrg;

beforeAll(() => {
  org = new JobOrg(makeProject({}));
});
beforeEach(() => org.newCampaign(MEMBERS));
afterEach(() => {
  org.org.heldRows.clear();
  expect(broken(org)).toEqual([]);
});
afterAll(() => org.close());

const counts = (id: string): number[] => {
  const { changed, skipped, failed } = org.job(id);
  return [changed, skipped, failed];
};

const peopleOf = (memberIds: readonly string[]): string[] =>
  org.rows(`SELECT "LeadId" FROM "CampaignMember" WHERE "Id" IN ('${memberIds.join("', '")}')`).map(([id]) => String(id));

function expectUndoToRestore(id: string, changed: number): void {
  org.org.heldRows.clear();
  const undo = org.undo(id);
  org.drain();
  expect(counts(undo)).toEqual([changed, 0, 0]);
  expect(new Set(org.statuses().values())).toEqual(new Set(['Sent']));
}

describe('a job meets another transaction that holds', () => {
  it('people of some members for a while: their rows wait for the end of the job', () => {
    const locked = org.memberIds.slice(10, 13);
    const id = org.start('Attended', 16);
    for (const person of peopleOf(locked)) org.org.heldRows.add(person);
    while (org.job(id).changed < MEMBERS - locked.length) org.step();
    expect(org.listed(id)).toEqual(locked.map((member) => [member, 'Retrying', 'Locked']));
    const before = org.time;
    org.org.heldRows.clear();
    org.drain();
    expect(org.time - before).toBeGreaterThanOrEqual(MINUTE - 1000);
    expect(counts(id)).toEqual([MEMBERS, 0, 0]);
    expect(org.listed(id)).toEqual([]);
    expectUndoToRestore(id, MEMBERS);
  });

  it('people of some members for good: their rows fail after three more rounds and can be retried', () => {
    const locked = org.memberIds.slice(0, 2);
    const id = org.start('Attended', 16);
    for (const person of peopleOf(locked)) org.org.heldRows.add(person);
    org.drain();
    expect(counts(id)).toEqual([MEMBERS - 2, 0, 2]);
    expect(org.listed(id)).toEqual(locked.map((member) => [member, 'Failed', 'Locked']));
    org.org.heldRows.clear();
    org.apex(`StatusJobController.startRetry('${id}');`);
    org.drain();
    expect(counts(org.jobs().at(-1)!.id)).toEqual([2, 0, 0]);
    expect(new Set(org.statuses().values())).toEqual(new Set(['Attended']));
  });

  it('a member that the job wants to hold itself: the others are changed', () => {
    const [locked] = org.memberIds.slice(20);
    const id = org.start('Attended', 8);
    org.org.heldRows.add(locked);
    org.drain();
    expect(counts(id)).toEqual([MEMBERS - 1, 0, 1]);
    expect(org.listed(id)).toEqual([[locked, 'Failed', 'Locked']]);
    expectUndoToRestore(id, MEMBERS - 1);
  });

  it('the campaign, however long: the job and the one behind it wait, and nothing is lost', () => {
    const id = org.start('Attended', 8);
    const second = org.start('No Show', 8);
    org.step();
    org.org.heldRows.add(org.campaignId);
    for (let minutes = 0; minutes < 30; minutes++) {
      while (org.step());
      org.time += MINUTE;
    }
    expect(org.job(id)).toMatchObject({ state: 'Running', changed: 8, failed: 0 });
    expect(org.job(second)).toMatchObject({ state: 'Waiting', changed: 0, failed: 0 });
    org.org.heldRows.clear();
    org.drain();
    expect(counts(id)).toEqual([MEMBERS, 0, 0]);
    expect(counts(second)).toEqual([0, MEMBERS, 0]);
    expectUndoToRestore(id, MEMBERS);
  });

  it('the campaign when a change is asked for: it is refused with what to do', () => {
    org.org.heldRows.add(org.campaignId);
    expect(() => org.start('Attended')).toThrow(/Try again/);
    expect(org.jobs()).toEqual([]);
  });
});
