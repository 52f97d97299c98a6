import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toAura } from '../../local-org/src/http/index.js';
import { JobOrg, makeProject } from '../jobs/jobOrg.js';

/** An org that keeps leads private, as many do. */
const PRIVATE_LEADS = {
  'objects/Lead/Lead.object-meta.xml': `<?xml version="1.0" encoding="UTF-8" ?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><sharingModel>Private</sharingModel></CustomObject>`
};

const USERNAME = 'viewer@visibility.example.com';
let org: JobOrg;

beforeAll(() => {
  org = new JobOrg(makeProject(PRIVATE_LEADS));
  org.newCampaign(5);
  org.apex(`User viewer = new User(LastName = 'Viewer', Username = '${USERNAME}', Email = '${USERNAME}', Alias = 'viewer',
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id,
      TimeZoneSidKey = 'America/Los_Angeles', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
    insert as system viewer;
    insert as system new PermissionSetAssignment(AssigneeId = viewer.Id,
      PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'CampaignStatusViewer'].Id);`);
  org.apex(`Id viewerId = [SELECT Id FROM User WHERE Username = '${USERNAME}'].Id;
    List<Lead> own = [SELECT Id FROM Lead ORDER BY Id LIMIT 2];
    for (Lead person : own) { person.OwnerId = viewerId; }
    update as system own;
    List<CampaignMember> responses = [SELECT Id FROM CampaignMember ORDER BY Id DESC LIMIT 3];
    for (CampaignMember member : responses) { member.Status = 'Attended'; }
    update as system responses;`);
});

afterAll(() => org?.close());

interface Dashboard {
  readonly members: number;
  readonly responded: number;
  readonly recordedMembers: { readonly value: number };
  readonly recordedResponses: { readonly value: number };
}

/** What the dashboard tells a user: members and responses that the user sees, then those that Salesforce has counted. */
function countsFor(username: string | null): number[] {
  const userId = username === null ? null : String(org.rows(`SELECT "Id" FROM "User" WHERE "Username" = '${username}'`)[0][0]);
  const told = org.org.run(userId, 'AURA', () =>
    toAura(org.org.program.invokeStatic('CampaignStatusDashboardController', 'getDashboard', [org.campaignId, false]))
  ) as Dashboard;
  return [told.members, told.responded, told.recordedMembers.value, told.recordedResponses.value];
}

describe('the dashboard of a campaign whose leads are private', () => {
  it('counts everybody for who sees everybody', () => {
    expect(countsFor(null)).toEqual([5, 3, 5, 3]);
  });

  it('counts less for who sees less, beside what Salesforce has counted', () => {
    expect(countsFor(USERNAME)).toEqual([2, 0, 5, 3]);
  });
});
