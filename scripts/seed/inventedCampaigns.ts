import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeedContext } from '../../local-org/src/org/index.js';
import { replaceStatuses } from './campaignStatuses.js';
import type { InventedCampaign, InventedMember, InventedPeople } from './inventedModel.js';
import { daysBefore, loadMembers, type StatusEntry } from './memberHistory.js';

const LONGEST_WAIT = 14;

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
    loadMembers(
      context,
      campaignId,
      campaign.members.map((member) => ({
        person: { [member.kind === 'contact' ? 'ContactId' : 'LeadId']: ids[member.kind][member.index] },
        path: pathOf(campaign, member)
      }))
    );
    context.load(
      'Opportunity',
      campaign.opportunities.map((opportunity, index) => ({ ...opportunity, CampaignId: campaignId, AccountId: accountIds[index] }))
    );
  }
}

/** Everybody joined with the campaign's first status, up to a fortnight before they got the one that they have. */
function pathOf({ statuses }: InventedCampaign, { index, status, date }: InventedMember): StatusEntry[] {
  const [first] = statuses;
  const responded = statuses.some((one) => one.responded && one.label === status);
  const present = { status, responded, date };
  if (status === first.label) return [present];
  const joined = daysBefore(date, 1 + (index % LONGEST_WAIT));
  return [{ status: first.label, responded: first.responded, date: joined }, present];
}

async function readData<T>(context: SeedContext, file: string): Promise<T> {
  return JSON.parse(await readFile(join(context.projectDirectory, 'data/invented', file), 'utf8')) as T;
}
