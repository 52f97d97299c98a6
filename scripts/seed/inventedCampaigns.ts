import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeedContext } from '../../local-org/src/org/index.js';
import { replaceStatuses } from './campaignStatuses.js';
import type { InventedCampaign, InventedPeople } from './inventedModel.js';

/** Loads the small campaigns of data/invented: leads and contacts, a parent with children, costs and opportunities. */
export async function seedInventedCampaigns(context: SeedContext): Promise<void> {
  const people = await readData<InventedPeople>(context, 'people.json');
  const campaigns = await readData<InventedCampaign[]>(context, 'campaigns.json');
  context.progress(`${campaigns.length} small campaigns whose people are invented`);
  const accountIds = context.load('Account', people.accounts);
  const ids = {
    contact: context.load(
      'Contact',
      people.contacts.map(({ account, record }) => ({ ...record, AccountId: accountIds[account] }))
    ),
    lead: context.load('Lead', people.leads)
  };
  const campaignIds = new Map<string, string>();
  for (const campaign of campaigns) {
    const parent = campaign.parent === undefined ? {} : { ParentId: campaignIds.get(campaign.parent) };
    const [campaignId] = context.load('Campaign', [{ ...campaign.record, ...parent }]);
    campaignIds.set(campaign.key, campaignId);
    replaceStatuses(context, campaignId, campaign.statuses);
    loadMembers(context, campaign, campaignId, ids);
    context.load(
      'Opportunity',
      campaign.opportunities.map((opportunity, index) => ({ ...opportunity, CampaignId: campaignId, AccountId: accountIds[index] }))
    );
  }
}

function loadMembers(
  context: SeedContext,
  campaign: InventedCampaign,
  campaignId: string,
  ids: Readonly<Record<'contact' | 'lead', readonly string[]>>
): void {
  const responded = new Set(campaign.statuses.filter((status) => status.responded).map((status) => status.label));
  context.load(
    'CampaignMember',
    campaign.members.map(({ kind, index, status, date }) => ({
      CampaignId: campaignId,
      [kind === 'contact' ? 'ContactId' : 'LeadId']: ids[kind][index],
      Status: status,
      CreatedDate: `${date}T09:00:00.000Z`,
      LastModifiedDate: `${date}T09:00:00.000Z`,
      ...(responded.has(status) && { FirstRespondedDate: date })
    }))
  );
}

async function readData<T>(context: SeedContext, file: string): Promise<T> {
  return JSON.parse(await readFile(join(context.projectDirectory, 'data/invented', file), 'utf8')) as T;
}
