import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { broken, JobOrg, makeProject } from './jobOrg.js';

const MEMBERS = 12;
const STATUSES = ['Sent', 'Attended', 'No Show'];
let org: JobOrg;

beforeAll(() => {
  org = new JobOrg(makeProject());
});
afterAll(() => org.close());

type Operation =
  | { readonly do: 'start'; readonly status: string; readonly chunk: number }
  | { readonly do: 'step' }
  | { readonly do: 'stopJob' | 'resumeJob' | 'startUndo' | 'startRetry'; readonly job: number }
  | { readonly do: 'change'; readonly member: number; readonly status: string }
  | { readonly do: 'remove'; readonly member: number }
  | { readonly do: 'flag'; readonly member: number; readonly field: 'Frozen__c' | 'Deadly__c'; readonly value: boolean };

const member = fc.nat(MEMBERS - 1);
const status = fc.constantFrom(...STATUSES);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('start' as const), status, chunk: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 8, arbitrary: fc.constant({ do: 'step' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('stopJob' as const, 'resumeJob' as const, 'startUndo' as const, 'startRetry' as const),
      job: fc.nat(5)
    })
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), member, status }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), member }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('flag' as const),
      member,
      field: fc.constantFrom('Frozen__c' as const, 'Deadly__c' as const),
      value: fc.boolean()
    })
  }
);

function perform(one: Operation): void {
  const memberId = 'member' in one ? org.memberIds[one.member] : '';
  const isThere = org.statuses().has(memberId);
  if (one.do === 'start') allowRefusal(() => org.start(one.status, one.chunk));
  else if (one.do === 'step') org.step();
  else if ('job' in one) {
    const jobs = org.jobs();
    if (jobs.length) allowRefusal(() => org.apex(`StatusJobController.${one.do}('${jobs[one.job % jobs.length].id}');`));
  } else if (isThere && one.do === 'remove') org.apex(`delete as system new CampaignMember(Id = '${memberId}');`);
  else if (isThere && one.do === 'flag') org.apex(`update as system new CampaignMember(Id = '${memberId}', ${one.field} = ${one.value});`);
  else if (isThere && one.do === 'change') {
    org.apex(
      `Database.update(new CampaignMember(Id = '${memberId}', Status = '${one.status}', Frozen__c = false, Deadly__c = false), AccessLevel.SYSTEM_MODE);`
    );
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

it('keeps its counts and its promises whatever happens, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 3, maxLength: 25 }), async (operations) => {
      // Lets the test runner hear of progress between synchronous work.
      await new Promise(setImmediate);
      org.newCampaign(MEMBERS);
      for (const one of operations) {
        perform(one);
        expect(broken(org)).toEqual([]);
      }
      org.drain();
      expect(broken(org)).toEqual([]);
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
