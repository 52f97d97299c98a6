import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileAnonymous } from '../../local-org/src/apex/index.js';
import { broken, JobOrg, makeProject } from './jobOrg.js';

const MEMBERS = 40;
const USERNAME = 'marketer@jobs.example.com';
const ASSIGNMENT = `PermissionSetAssignment(AssigneeId = [SELECT Id FROM User WHERE Username = '${USERNAME}'].Id,
  PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'CampaignStatusMarketer'].Id)`;
let org: JobOrg;
let marketerId: string;

beforeAll(() => {
  org = new JobOrg(makeProject({}));
  org.newCampaign(MEMBERS);
  org.apex(`insert as system new User(LastName = 'Marketer', Username = '${USERNAME}', Email = '${USERNAME}', Alias = 'market',
    ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, UserPermissionsMarketingUser = true,
    TimeZoneSidKey = 'America/Los_Angeles', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');`);
  org.apex(`insert as system new ${ASSIGNMENT};`);
  marketerId = String(org.rows(`SELECT "Id" FROM "User" WHERE "Username" = '${USERNAME}'`)[0][0]);
});
afterAll(() => org.close());

function asMarketer(apex: string): void {
  org.time += 1000;
  const runnable = compileAnonymous(apex, org.org.program);
  org.org.run(marketerId, 'ANONYMOUS', () => runnable.run());
}

it('ends when its user loses the access halfway, and goes on when it is given back', () => {
  asMarketer(`StatusJobController.startChange('${org.campaignId}', null, null, 'Attended');`);
  const { id } = org.jobs()[0];
  org.apex(`update as system new Status_Job__c(Id = '${id}', Chunk_Size__c = 8);`);
  org.step();
  expect(org.job(id)).toMatchObject({ state: 'Running', changed: 8 });

  org.apex(
    `delete as system [SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${marketerId}' AND PermissionSet.Name = 'CampaignStatusMarketer'];`
  );
  org.apex(`update as system new User(Id = '${marketerId}', UserPermissionsMarketingUser = false);`);
  org.drain();
  expect(org.job(id)).toMatchObject({ state: 'Failed', changed: 8, skipped: 0, failed: 0 });
  expect(org.job(id).message).toMatch(/permission/i);
  expect([...org.statuses().values()].filter((status) => status === 'Attended')).toHaveLength(8);
  expect(broken(org)).toEqual([]);
  expect(() => asMarketer(`StatusJobController.resumeJob('${id}');`)).toThrow();

  org.apex(`update as system new User(Id = '${marketerId}', UserPermissionsMarketingUser = true);`);
  org.apex(`insert as system new ${ASSIGNMENT};`);
  asMarketer(`StatusJobController.resumeJob('${id}');`);
  org.drain();
  expect(org.job(id)).toMatchObject({ state: 'Finished', changed: MEMBERS, skipped: 0, failed: 0 });
  asMarketer(`StatusJobController.startUndo('${id}');`);
  org.drain();
  expect(org.jobs().at(-1)).toMatchObject({ kind: 'Undo', state: 'Finished', changed: MEMBERS });
  expect(new Set(org.statuses().values())).toEqual(new Set(['Sent']));
  expect(broken(org)).toEqual([]);
});
