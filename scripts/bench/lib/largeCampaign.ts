import { compileAnonymous } from '../../../local-org/src/apex/index.js';
import type { LocalOrg } from '../../../local-org/src/org/index.js';

export const BANK = 'Term Deposit 2008-2010';
const HUGE = 1_000_000;
const HISTORY = 'Campaign_Member_Status_Change__c';

/**
 * Makes a campaign with so many members, copied from the bank campaign as often as needed, each with one row of history. They are written
 * past the platform's rules, which would take an hour for a million: a person is a member more than once, and of the counters that
 * Salesforce keeps on the campaign only those of leads and responses are filled.
 *
 * @param letter a lower-case letter that no other large campaign has: it keeps the ids apart
 * @returns the id of the campaign
 */
export function makeLargeCampaign(org: LocalOrg, members: number, letter: string): string {
  const name = nameOf(members);
  const apex = `Campaign made = new Campaign(Name = '${name}', Type = 'Telemarketing', StartDate = Date.newInstance(2012, 1, 1));
    insert as system made;
    List<CampaignMemberStatus> statuses = new List<CampaignMemberStatus>();
    for (String label : new List<String>{ 'Called', 'Called again', 'Subscribed' }) {
      statuses.add(new CampaignMemberStatus(CampaignId = made.Id, Label = label, SortOrder = 10 + statuses.size(), HasResponded = label == 'Subscribed'));
    }
    insert as system statuses;`;
  const runnable = compileAnonymous(apex, org.program);
  org.run(null, 'ANONYMOUS', () => runnable.run());
  const campaignId = idOf(org, name);
  copyRows(org, 'CampaignMember', 'CampaignId', { prefix: `00v${letter}`, campaignId, rows: members });
  copyRows(org, HISTORY, 'Campaign__c', { prefix: `zzz${letter}`, campaignId, rows: members });
  org.store.run(
    `UPDATE "Campaign" SET "NumberOfLeads" = ?, "NumberOfResponses" =
       (SELECT count(*) FROM "CampaignMember" WHERE "CampaignId" = "Campaign"."Id" AND "HasResponded" = 1) WHERE "Id" = ?`,
    [members, campaignId]
  );
  return campaignId;
}

/** The campaign of a million members, made when it is first asked for: that takes a while. */
export function hugeCampaign(org: LocalOrg): string {
  const [made] = org.store.rows('SELECT "Id" FROM "Campaign" WHERE "Name" = ?', [nameOf(HUGE)]);
  return made ? String(made[0]) : makeLargeCampaign(org, HUGE, 'e');
}

export function idOf(org: LocalOrg, campaignName: string): string {
  return String(org.store.rows('SELECT "Id" FROM "Campaign" WHERE "Name" = ?', [campaignName])[0][0]);
}

function nameOf(members: number): string {
  return `Bench ${members}`;
}

interface Copies {
  /** The first four characters of the ids. */
  readonly prefix: string;
  readonly campaignId: string;
  readonly rows: number;
}

function copyRows(org: LocalOrg, table: string, campaignField: string, { prefix, campaignId, rows }: Copies): void {
  const columns = org.store.rows(`SELECT name FROM pragma_table_info('${table}')`).map(([name]) => String(name));
  // An id of digits and lower-case letters has the suffix AAA; a key that must be unique is left out.
  const value = (column: string): string => {
    if (column === 'Id') return `'${prefix}' || printf('%011d', row_number() OVER ()) || 'AAA'`;
    if (column === campaignField) return '?';
    return column === 'Change_Key__c' ? 'NULL' : `r."${column}"`;
  };
  const [[available]] = org.store.rows(`SELECT count(*) FROM "${table}" WHERE "${campaignField}" = ?`, [idOf(org, BANK)]);
  org.store.run(
    `WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ?)
     INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     SELECT ${columns.map(value).join(', ')} FROM copies CROSS JOIN "${table}" r WHERE r."${campaignField}" = ? LIMIT ?`,
    [Math.ceil(rows / Number(available)), campaignId, idOf(org, BANK), rows]
  );
}
