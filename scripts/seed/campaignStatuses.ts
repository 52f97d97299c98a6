import type { SeedContext } from '../../local-org/src/org/seed.js';

export interface StatusDefinition {
  readonly label: string;
  readonly responded: boolean;
}

/** Above the sort orders of the statuses that a new campaign gets: SortOrder is unique in a campaign. */
const FIRST_SORT_ORDER = 10;

/** Gives a new campaign its own statuses, the first one being the default, in place of Sent and Responded. */
export function replaceStatuses(context: SeedContext, campaignId: string, statuses: readonly StatusDefinition[]): void {
  const given = context.query(`SELECT Id FROM CampaignMemberStatus WHERE CampaignId = '${campaignId}'`).map((record) => record.id!);
  context.load(
    'CampaignMemberStatus',
    statuses.map(({ label, responded }, index) => ({
      CampaignId: campaignId,
      Label: label,
      HasResponded: responded,
      IsDefault: index === 0,
      SortOrder: FIRST_SORT_ORDER + index
    }))
  );
  context.remove('CampaignMemberStatus', given);
}
