import type { LocalOrg } from '../../local-org/src/org/index.js';
import { recordFromJson } from '../../local-org/src/values/index.js';

type Json = Readonly<Record<string, unknown>>;

const LOAD = { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false, load: true } as const;

/** Wednesday, 15 April 2026, noon in Los Angeles. */
export const NOW = Date.UTC(2026, 3, 15, 19);

/** Six campaigns with their members, history and jobs: what every packaged report is predicted from. Answers the id of a user who may only run them. */
export function loadReportData(org: LocalOrg): string {
  const ids = new Map<string, string>();
  const add = (object: string, key: string, json: Json): void => {
    const record = recordFromJson(org.schema.object(object)!, json);
    org.run(null, 'ANONYMOUS', () => org.dml.execute('insert', [record], LOAD));
    ids.set(key, record.id!);
  };
  const id = (key: string): string => ids.get(key)!;

  const campaign = (Name: string, Type: string, more: Json = {}): void =>
    add('Campaign', Name, { Name, Type, IsActive: true, StartDate: '2026-01-01', ...more });
  campaign('Spring', 'Other');
  campaign('Webinar', 'Webinar', { ParentId: id('Spring') });
  campaign('Mailing', 'Email', { ParentId: id('Spring') });
  campaign('Quiet', 'Email');
  campaign('Empty', 'Conference');
  campaign('Old', 'Email', { IsActive: false });

  add('Account', 'Acme', { Name: 'Acme' });
  add('Lead', 'Lee', { FirstName: 'Lee', LastName: 'Long', Company: 'Leads Ltd', Email: 'lee@example.com' });
  add('Lead', 'Lou', { FirstName: 'Lou', LastName: 'Low', Company: 'Leads Ltd' });
  add('Contact', 'Cid', { FirstName: 'Cid', LastName: 'Cole', AccountId: id('Acme') });

  const member = (of: string, person: string, Status: string, day: string, more: Json = {}): void => {
    const link = person === 'Cid' ? { ContactId: id(person) } : { LeadId: id(person) };
    add('CampaignMember', `${of}/${person}`, { CampaignId: id(of), ...link, Status, CreatedDate: `${day}T20:00:00Z`, ...more });
  };
  member('Webinar', 'Lee', 'Responded', '2026-02-03', { FirstRespondedDate: '2026-02-08' });
  member('Webinar', 'Lou', 'Sent', '2026-02-20');
  member('Webinar', 'Cid', 'Responded', '2026-03-01', { FirstRespondedDate: '2026-03-03' });
  member('Mailing', 'Lee', 'Sent', '2026-03-05', { Status_Entered_At__c: '2026-03-05T20:00:00Z' });
  member('Mailing', 'Cid', 'Sent', '2026-03-05', { Status_Entered_At__c: '2026-04-10T20:00:00Z' });
  member('Quiet', 'Lou', 'Sent', '2026-03-10', { Status_Entered_At__c: '2026-03-10T20:00:00Z' });
  member('Old', 'Lee', 'Sent', '2026-01-05', { Status_Entered_At__c: '2026-01-05T20:00:00Z' });

  loadJobs(add, id);
  loadHistory(add, id);
  return addReader(org, add, id);
}

type Add = (object: string, key: string, json: Json) => void;
type IdOf = (key: string) => string;

function loadJobs(add: Add, id: IdOf): void {
  const job = (key: string, of: string, Kind__c: string, counts: readonly number[], more: Json = {}): void => {
    const [Total__c, Changed__c, Skipped__c, Failed__c] = counts;
    const times = { Started_At__c: '2026-03-04T20:00:00Z', Finished_At__c: '2026-03-04T21:00:00Z' };
    const outcome = { Total__c, Changed__c, Skipped__c, Failed__c };
    add('Status_Job__c', key, { Campaign__c: id(of), Kind__c, State__c: 'Finished', ...times, ...outcome, ...more });
  };
  job('import', 'Webinar', 'Import', [10, 6, 3, 1]);
  job('other import', 'Mailing', 'Import', [5, 5, 0, 0]);
  job('change', 'Webinar', 'Change', [3, 3, 0, 0]);
  job('undo', 'Webinar', 'Undo', [3, 2, 1, 0], { Source_Job__c: id('change') });

  const row = (Outcome__c: string, Reason__c: string, Line__c: number): void =>
    add('Status_Job_Row__c', `row ${Line__c}`, {
      Status_Job__c: id('import'),
      Outcome__c,
      Reason__c,
      Line__c,
      Input_Key__c: `line ${Line__c}`
    });
  row('Skipped', 'Not On Campaign', 2);
  row('Skipped', 'Changed Meanwhile', 3);
  row('Skipped', 'Not On Campaign', 5);
  row('Failed', 'Locked', 7);
}

function loadHistory(add: Add, id: IdOf): void {
  let count = 0;
  const change = (of: string, from: string | null, to: string, day: string, Source__c: string, more: Json = {}): void =>
    add('Campaign_Member_Status_Change__c', `change ${count++}`, {
      Campaign__c: id(of),
      From_Status__c: from,
      To_Status__c: to,
      Changed_At__c: `${day}T20:00:00Z`,
      Source__c,
      ...more
    });
  change('Webinar', 'Sent', 'Responded', '2026-02-08', 'Editor', { Responded_After__c: true, Days_In_Previous_Status__c: 4.5 });
  change('Webinar', 'Sent', 'Responded', '2026-03-03', 'Import', { Responded_After__c: true, Days_In_Previous_Status__c: 1.5 });
  change('Webinar', 'Responded', 'Attended', '2026-03-20', 'Page', {
    Responded_Before__c: true,
    Responded_After__c: true,
    Days_In_Previous_Status__c: 40
  });
  change('Mailing', null, 'Sent', '2026-03-05', 'Import');
  change('Mailing', null, 'Sent', '2024-03-05', 'Import');

  const snapshot = (day: string, status: string, members: number): void =>
    add('Campaign_Status_Snapshot__c', `${day} ${status}`, {
      Campaign__c: id('Webinar'),
      Snapshot_Date__c: day,
      Status__c: status,
      Members__c: members,
      Key__c: `${day} ${status}`
    });
  snapshot('2026-01-01', 'Sent', 9);
  snapshot('2026-04-13', 'Sent', 2);
  snapshot('2026-04-13', 'Responded', 1);
  snapshot('2026-04-14', 'Sent', 1);
  snapshot('2026-04-14', 'Responded', 2);
}

/** A user whose profile allows nothing: what the reports show comes from their permission set alone. */
function addReader(org: LocalOrg, add: Add, id: IdOf): string {
  const idOf = (soql: string): string => {
    const access = { accessLevel: 'SYSTEM_MODE', enforceSharing: false, internal: true } as const;
    return org.run(null, 'ANONYMOUS', () => (org.queries.query(soql, access).items[0] as { id: string }).id);
  };
  add('User', 'reader', {
    Username: 'reader@example.com',
    LastName: 'Reader',
    Alias: 'reader',
    Email: 'reader@example.com',
    ProfileId: idOf("SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'"),
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8'
  });
  const set = idOf("SELECT Id FROM PermissionSet WHERE Name = 'CampaignStatusReports'");
  add('PermissionSetAssignment', 'assignment', { AssigneeId: id('reader'), PermissionSetId: set });
  org.access.invalidate();
  return id('reader');
}
