import { quoted } from '../store/index.js';
import type { Dml } from '../data/index.js';

const IN_IDS = 'IN (SELECT value FROM json_each(?))';

/** Counters from members, and what of a campaign's members they count. A converted lead's member has both ids. */
const FROM_MEMBERS: readonly (readonly [string, string])[] = [
  // Converting a lead does not lower the number of leads and raises the number of contacts (Salesforce Help, article 003964576).
  ['NumberOfLeads', 'COUNT(m."LeadId")'],
  ['NumberOfConvertedLeads', 'COUNT(CASE WHEN m."ContactId" IS NOT NULL THEN m."LeadId" END)'],
  ['NumberOfContacts', 'COUNT(m."ContactId")'],
  ['NumberOfResponses', 'COUNT(CASE WHEN m."HasResponded" = 1 THEN 1 END)']
];

const FROM_OPPORTUNITIES: readonly (readonly [string, string])[] = [
  ['NumberOfOpportunities', 'COUNT(m."Id")'],
  ['NumberOfWonOpportunities', 'COUNT(CASE WHEN m."IsWon" = 1 THEN 1 END)'],
  ['AmountAllOpportunities', 'TOTAL(m."Amount")'],
  ['AmountWonOpportunities', 'TOTAL(CASE WHEN m."IsWon" = 1 THEN m."Amount" END)']
];

/** Fields of a campaign that its hierarchy totals under `Hierarchy…`. */
const TOTALLED = [
  ...[...FROM_MEMBERS, ...FROM_OPPORTUNITIES].map(([name]) => name),
  'NumberSent',
  'ExpectedRevenue',
  'BudgetedCost',
  'ActualCost'
];

/**
 * Recounts what campaigns know of their members, after the chunk. One statement for all of them; campaign triggers do not fire and the campaign's
 * modification date stays (seen in public code that has to work around it).
 */
export function countMembers(dml: Dml, campaignIds: Iterable<string | null>): void {
  dml.afterwards('campaign members', campaignIds, (ids) => {
    dml.table('CampaignMember');
    // Serves the count below without reading the members themselves.
    dml.run(
      'CREATE INDEX IF NOT EXISTS "CampaignMember.counts" ON "CampaignMember" ("CampaignId", "IsDeleted", "HasResponded", "LeadId", "ContactId")'
    );
    recount(dml, 'CampaignMember', FROM_MEMBERS, ids);
  });
}

/** Recounts what campaigns know of the opportunities that name them as their source. */
export function countOpportunities(dml: Dml, campaignIds: Iterable<string | null>): void {
  dml.afterwards('campaign opportunities', campaignIds, (ids) => recount(dml, 'Opportunity', FROM_OPPORTUNITIES, ids));
}

function recount(dml: Dml, from: string, counters: readonly (readonly [string, string])[], ids: readonly string[]): void {
  const campaign = dml.table('Campaign');
  dml.table(from);
  const present = counters.filter(([name]) => campaign.field(name));
  dml.run(
    `UPDATE "Campaign" SET ${present.map(([name]) => `${quoted(name)} = t.${quoted(name)}`).join(', ')}
     FROM (SELECT i.value AS id, ${present.map(([name, count]) => `${count} AS ${quoted(name)}`).join(', ')}
           FROM json_each(?) AS i LEFT JOIN ${quoted(from)} AS m ON m."CampaignId" = i.value AND m."IsDeleted" = 0 GROUP BY i.value) AS t
     WHERE "Campaign"."Id" = t.id`,
    [JSON.stringify(ids)]
  );
  countHierarchy(dml, ids);
}

/** Totals the hierarchies above (and of) these campaigns: a campaign and all below it. */
export function countHierarchy(dml: Dml, campaignIds: Iterable<string | null>): void {
  dml.afterwards('campaign hierarchy', campaignIds, (ids) => {
    const campaign = dml.table('Campaign');
    const present = TOTALLED.filter((name) => campaign.field(`Hierarchy${name}`) && campaign.field(name));
    if (present.length === 0) return;
    dml.run(
      `WITH RECURSIVE
         up(id) AS (
           SELECT "Id" FROM "Campaign" WHERE "Id" ${IN_IDS}
           UNION SELECT c."ParentId" FROM "Campaign" AS c JOIN up ON c."Id" = up.id WHERE c."ParentId" IS NOT NULL),
         tree(root, id) AS (
           SELECT id, id FROM up
           UNION SELECT tree.root, c."Id" FROM "Campaign" AS c JOIN tree ON c."ParentId" = tree.id WHERE c."IsDeleted" = 0)
       UPDATE "Campaign" SET ${present.map((name) => `${quoted(`Hierarchy${name}`)} = t.${quoted(name)}`).join(', ')}
       FROM (SELECT tree.root, ${present.map((name) => `TOTAL(c.${quoted(name)}) AS ${quoted(name)}`).join(', ')}
             FROM tree JOIN "Campaign" AS c ON c."Id" = tree.id GROUP BY tree.root) AS t
       WHERE "Campaign"."Id" = t.root`,
      [JSON.stringify(ids)]
    );
  });
}
