import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { broken, JobOrg, makeProject } from './jobOrg.js';

const MEMBERS = 6;
const MINUTE = 60_000;
let org: JobOrg;

beforeAll(() => {
  org = new JobOrg(makeProject({}));
});
beforeEach(() => org.newCampaign(MEMBERS));
afterAll(() => org.close());

/** Transactions that ended with an exception: of each, Salesforce sends an e-mail. */
const died = (): number => Number(org.rows(`SELECT COUNT(*) FROM "AsyncApexJob" WHERE "Status" = 'Failed'`)[0][0]);

it('a chunk with nothing to write waits for the campaign as well, and does not die of it', () => {
  const id = org.start('Sent', 2);
  org.step();
  expect(org.job(id)).toMatchObject({ state: 'Running', changed: 0, skipped: 2 });
  org.org.heldRows.add(org.campaignId);
  for (let minutes = 0; minutes < 45; minutes++) {
    while (org.step());
    org.time += MINUTE;
  }
  expect(org.job(id)).toMatchObject({ state: 'Running', skipped: 2 });
  expect(died()).toBe(0);
  org.org.heldRows.clear();
  org.drain();
  expect(org.job(id)).toMatchObject({ state: 'Finished', skipped: MEMBERS, failed: 0 });
  expect(broken(org)).toEqual([]);
});
