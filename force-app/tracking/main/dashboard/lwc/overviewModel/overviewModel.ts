import unknownStatuses from '@salesforce/label/c.Overview_Attention_Unknown';
import noDefault from '@salesforce/label/c.Overview_Attention_Default';
import failedJobs from '@salesforce/label/c.Overview_Attention_Jobs';
import quiet from '@salesforce/label/c.Overview_Attention_Quiet';
import againstExpected from '@salesforce/label/c.Overview_Against_Expected';
import noStatus from '@salesforce/label/c.Dashboard_No_Status';
import { fillIn, formatCount, formatShare } from 'c/textFormat';

export type SortKey = 'attention' | 'name' | 'members' | 'responseRate' | 'weeks';

export interface Sorting {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

/** One thing that somebody should look at; the heavier, the sooner. */
interface Attention {
  readonly key: string;
  readonly text: string;
  readonly weight: number;
}

export interface OverviewRow {
  readonly campaignId: string;
  readonly name: string;
  readonly url: string;
  readonly about: string;
  readonly members: number | null;
  readonly membersText: string;
  readonly statuses: readonly Apex.StatusCount[];
  readonly hasMembers: boolean;
  readonly responseRate: number | null;
  readonly rateText: string;
  readonly expectedText: string;
  readonly weeks: readonly number[];
  readonly weeksTotal: number;
  readonly attention: readonly Attention[];
  readonly needsAttention: boolean;
}

export function toRow(summary: Apex.CampaignSummary, days: number): OverviewRow {
  const { campaignId, name, members, statuses, responseRate, expectedResponseRate, weeklyResponses: weeks } = summary;
  const attention = attentionOf(summary, days);
  return {
    campaignId,
    name,
    url: `/lightning/r/Campaign/${campaignId}/view`,
    about: [summary.type, summary.status].filter(Boolean).join(' · '),
    members: members ?? null,
    membersText: typeof members === 'number' ? formatCount(members) : '',
    statuses,
    hasMembers: statuses.some((status) => status.members > 0),
    responseRate: responseRate ?? null,
    rateText: typeof responseRate === 'number' ? formatShare(responseRate) : '',
    expectedText: typeof expectedResponseRate === 'number' ? fillIn(againstExpected, formatShare(expectedResponseRate)) : '',
    weeks,
    weeksTotal: weeks.reduce((sum, count) => sum + count, 0),
    attention,
    needsAttention: attention.length > 0
  };
}

/** Rows that agree in what is sorted by stand by name; what is not known comes last. */
export function sortRows(rows: readonly OverviewRow[], { key, isDescending }: Sorting): OverviewRow[] {
  const byName = (one: OverviewRow, other: OverviewRow): number => one.name.localeCompare(other.name);
  if (key === 'name') return [...rows].sort((one, other) => (isDescending ? byName(other, one) : byName(one, other)));
  const value = (row: OverviewRow): number | null => {
    switch (key) {
      case 'attention':
        return row.attention.reduce((sum, { weight }) => sum + weight, 0);
      case 'weeks':
        return row.weeksTotal;
      default:
        return row[key];
    }
  };
  return [...rows].sort((one, other) => {
    const [first, second] = [value(one), value(other)];
    if (first === second) return byName(one, other);
    if (first === null || second === null) return first === null ? 1 : -1;
    return isDescending ? second - first : first - second;
  });
}

function attentionOf({ statuses, isActive, hasMoved, failedJobs: failed }: Apex.CampaignSummary, days: number): Attention[] {
  const unknown = statuses.filter(({ isOnCampaign }) => !isOnCampaign);
  const members = (counts: readonly Apex.StatusCount[]): number => counts.reduce((sum, count) => sum + count.members, 0);
  const names = unknown.map(({ label }) => label ?? noStatus).join(', ');
  return [
    ...(unknown.length > 0 ? [{ key: 'unknown', text: fillIn(unknownStatuses, members(unknown), names), weight: 8 }] : []),
    ...(statuses.some(({ isDefault }) => isDefault) ? [] : [{ key: 'default', text: noDefault, weight: 4 }]),
    ...(failed > 0 ? [{ key: 'jobs', text: fillIn(failedJobs, days, failed), weight: 2 }] : []),
    ...(isActive && !hasMoved && members(statuses) > 0 ? [{ key: 'quiet', text: fillIn(quiet, days), weight: 1 }] : [])
  ];
}
