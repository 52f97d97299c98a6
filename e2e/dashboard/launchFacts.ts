import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../../data/invented/campaigns.json');

interface Member {
  readonly kind: 'contact' | 'lead';
  readonly status: string;
}

interface Campaign {
  readonly key: string;
  readonly parent?: string;
  readonly record: { readonly Name: string; readonly ActualCost?: number };
  readonly statuses: readonly { readonly label: string; readonly responded: boolean }[];
  readonly members: readonly Member[];
  readonly opportunities: readonly { readonly StageName: string; readonly Amount: number }[];
}

/** What the dashboard of the parent with its children must show, counted from the file alone. */
export interface LaunchFacts {
  readonly members: number;
  readonly responded: number;
  readonly byStatus: ReadonlyMap<string, number>;
  readonly leads: number;
  readonly leadsResponded: number;
  readonly cost: number;
  readonly won: number;
  readonly opportunities: number;
  readonly parts: readonly { readonly name: string; readonly members: number; readonly responded: number }[];
}

export function readLaunchFacts(): LaunchFacts {
  const all = JSON.parse(readFileSync(FILE, 'utf8')) as Campaign[];
  const campaigns = all.filter(({ key, parent }) => key === 'launch' || parent === 'launch');
  const people = campaigns.flatMap((campaign) =>
    campaign.members.map(({ kind, status }) => ({ kind, status, responded: isResponse(campaign, status) }))
  );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const opportunities = campaigns.flatMap((campaign) => campaign.opportunities);
  const byStatus = new Map<string, number>();
  for (const { status } of people) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
  return {
    members: people.length,
    responded: people.filter(({ responded }) => responded).length,
    byStatus,
    leads: people.filter(({ kind }) => kind === 'lead').length,
    leadsResponded: people.filter(({ kind, responded }) => kind === 'lead' && responded).length,
    cost: sum(campaigns.map(({ record }) => record.ActualCost!)),
    won: sum(opportunities.filter(({ StageName }) => StageName === 'Closed Won').map(({ Amount }) => Amount)),
    opportunities: opportunities.length,
    parts: campaigns.map((campaign) => ({
      name: campaign.record.Name,
      members: campaign.members.length,
      responded: campaign.members.filter(({ status }) => isResponse(campaign, status)).length
    }))
  };
}

function isResponse({ statuses }: Campaign, status: string): boolean {
  return statuses.some(({ label, responded }) => label === status && responded);
}
