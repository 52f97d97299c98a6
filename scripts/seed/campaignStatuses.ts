import type { SeedContext } from '../../local-org/src/org/index.js';

export interface StatusDefinition {
  readonly label: string;
  readonly responded: boolean;
}

/** Above the sort orders of the statuses that a new campaign gets: SortOrder is unique in a campaign. */
const FIRST_SORT_ORDER = 10;

/** Gives a new campaign its own statuses, the first one being the default, in place of Sent and Responded; of those, one that is wanted stays. */
export function replaceStatuses(context: SeedContext, campaignId: string, statuses: readonly StatusDefinition[]): void {
  const given = new Map(
    context
      .query(`SELECT Id, Label FROM CampaignMemberStatus WHERE CampaignId = '${campaignId}'`)
      .map((record) => [record.values.get('Label') as string, record.id!])
  );
  const wanted = statuses.map(({ label, responded }, index) => ({
    Label: label,
    HasResponded: responded,
    IsDefault: index === 0,
    SortOrder: FIRST_SORT_ORDER + index
  }));
  context.load(
    'CampaignMemberStatus',
    wanted.filter(({ Label }) => !given.has(Label)).map((status) => ({ CampaignId: campaignId, ...status }))
  );
  context.update(
    'CampaignMemberStatus',
    wanted.filter(({ Label }) => given.has(Label)).map((status) => ({ Id: given.get(status.Label), ...status }))
  );
  const labels = new Set(wanted.map(({ Label }) => Label));
  context.remove(
    'CampaignMemberStatus',
    [...given].filter(([label]) => !labels.has(label)).map(([, id]) => id)
  );
}
