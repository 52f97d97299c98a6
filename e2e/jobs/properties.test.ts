import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { broken, JobOrg, makeProject } from './jobOrg.js';

const MEMBERS = 12;
const NEWCOMERS = 4;
const STATUSES = ['Sent', 'Attended', 'No Show'];
let org: JobOrg;
/** Those who are members at first, then those who are not. */
let leadIds: string[];

beforeAll(() => {
  org = new JobOrg(makeProject());
});
afterAll(() => org.close());

interface Line {
  readonly person: number;
  readonly status: string;
}

type Operation =
  | { readonly do: 'start'; readonly status: string; readonly chunk: number }
  | { readonly do: 'import'; readonly lines: readonly Line[]; readonly chunk: number }
  | { readonly do: 'step' }
  | { readonly do: 'stopJob' | 'resumeJob' | 'startUndo' | 'startRetry'; readonly job: number }
  | Touch
  | { readonly do: 'flag'; readonly person: number; readonly field: 'Frozen__c' | 'Deadly__c'; readonly value: boolean };

/** What somebody does by hand: gives another status, adds or removes. */
interface Touch {
  readonly do: 'touch';
  readonly person: number;
  /** Null removes the person. */
  readonly status: string | null;
}

const person = fc.nat(MEMBERS + NEWCOMERS - 1);
const status = fc.constantFrom(...STATUSES);
const lines = fc.uniqueArray(fc.record({ person, status }), { minLength: 1, maxLength: 8, selector: (line) => line.person });
const touch: fc.Arbitrary<Touch> = fc.record({
  do: fc.constant('touch' as const),
  person,
  status: fc.oneof({ weight: 3, arbitrary: status }, { weight: 1, arbitrary: fc.constant(null) })
});
const chunk = fc.integer({ min: 1, max: 5 });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('start' as const), status, chunk }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('import' as const), lines, chunk }) },
  { weight: 8, arbitrary: fc.constant({ do: 'step' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('stopJob' as const, 'resumeJob' as const, 'startUndo' as const, 'startRetry' as const),
      job: fc.nat(5)
    })
  },
  { weight: 4, arbitrary: touch },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('flag' as const),
      person,
      field: fc.constantFrom('Frozen__c' as const, 'Deadly__c' as const),
      value: fc.boolean()
    })
  }
);

function perform(one: Operation): void {
  if (one.do === 'start') allowRefusal(() => org.start(one.status, one.chunk));
  else if (one.do === 'import') org.import(rowsOf(one.lines), one.chunk);
  else if (one.do === 'step') org.step();
  else if (one.do === 'touch') change(one);
  else if ('job' in one) {
    const jobs = org.jobs();
    if (jobs.length) allowRefusal(() => org.apex(`StatusJobController.${one.do}('${jobs[one.job % jobs.length].id}');`));
  } else {
    const memberId = org.memberOf(leadIds[one.person]);
    if (memberId) org.apex(`update as system new CampaignMember(Id = '${memberId}', ${one.field} = ${one.value});`);
  }
}

function rowsOf(imported: readonly Line[]): { memberId?: string; leadId?: string; newStatus: string }[] {
  return imported.map((line) => {
    const memberId = org.memberOf(leadIds[line.person]);
    return { ...(memberId ? { memberId } : { leadId: leadIds[line.person] }), newStatus: line.status };
  });
}

function change({ person: index, status: given }: Touch): void {
  const leadId = leadIds[index];
  const memberId = org.memberOf(leadId);
  if (memberId && given === null) org.apex(`delete as system new CampaignMember(Id = '${memberId}');`);
  else if (memberId) {
    org.apex(
      `Database.update(new CampaignMember(Id = '${memberId}', Status = '${given}', Frozen__c = false, Deadly__c = false), AccessLevel.SYSTEM_MODE);`
    );
  } else if (given !== null) {
    org.apex(`insert as system new CampaignMember(CampaignId = '${org.campaignId}', LeadId = '${leadId}', Status = '${given}');`);
  }
}

/** A job can't be stopped twice, undone while it runs …: the controller says so, and nothing else goes wrong. */
function allowRefusal(work: () => void): void {
  try {
    work();
  } catch (error) {
    const { message } = error as Error;
    if (!/SJ-\d+|matches/.test(message)) throw error;
  }
}

/** Lets the test runner hear of progress between synchronous work. */
const breathe = (): Promise<void> => new Promise(setImmediate);

async function live(operations: readonly Operation[]): Promise<void> {
  await breathe();
  org.newCampaign(MEMBERS);
  leadIds = [...org.statusOfLeads().keys(), ...org.newLeads(NEWCOMERS)];
  for (const one of operations) {
    perform(one);
    expect(broken(org)).toEqual([]);
  }
  org.drain();
  expect(broken(org)).toEqual([]);
  await breathe();
}

it('keeps its counts and its promises whatever happens, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 3, maxLength: 25 }), async (operations) => {
      await live(operations);
      const before = org.statuses();
      const id = org.start('Attended', 5);
      org.drain();
      expect(org.job(id).state).toBe('Finished');
      if (org.job(id).changed > 0) {
        const undo = org.undo(id, 3);
        org.drain();
        expect(org.job(undo).changed).toBe(org.job(id).changed);
      }
      expect(org.statuses()).toEqual(before);
      expect(broken(org)).toEqual([]);
    }),
    { numRuns: 25, seed: 20260302 }
  );
}, 600_000);

/** Undoes a job that changed somebody and answers the job that did; null where there was nothing to undo. */
function undo(jobId: string): string | null {
  if (org.job(jobId).changed === 0) return null;
  const id = org.undo(jobId, 3);
  org.drain();
  expect(broken(org)).toEqual([]);
  return id;
}

it('brings back by the undo of an undo what that had reverted, but for what somebody touched since', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { maxLength: 8 }),
      lines,
      fc.array(touch, { maxLength: 4 }),
      async (operations, imported, touches) => {
        await live(operations);
        const before = org.statusOfLeads();
        const job = org.import(rowsOf(imported), 3);
        org.drain();
        const changed = org.statusOfLeads();
        const undone = undo(job);
        await breathe();
        expect(org.statusOfLeads()).toEqual(before);
        if (!undone) return;

        const touched = new Set<string>();
        for (const one of touches) {
          const leadId = leadIds[one.person];
          // The status that somebody has already is no change.
          if ((org.statusOfLeads().get(leadId) ?? null) === one.status) continue;
          change(one);
          touched.add(leadId);
        }
        const disturbed = org.statusOfLeads();
        const expected = new Map(disturbed);
        for (const leadId of leadIds) {
          if (touched.has(leadId) && !isAsBefore(leadId)) continue;
          const given = changed.get(leadId);
          if (given === undefined) expected.delete(leadId);
          else if (given !== before.get(leadId)) expected.set(leadId, given);
        }
        const redone = undo(undone);
        expect(org.statusOfLeads()).toEqual(expected);
        if (redone) undo(redone);
        expect(org.statusOfLeads()).toEqual(disturbed);

        function isAsBefore(leadId: string): boolean {
          return before.get(leadId) === undefined && disturbed.get(leadId) === undefined;
        }
      }
    ),
    { numRuns: 25, seed: 20260302 }
  );
}, 600_000);
