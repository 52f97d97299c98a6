import barDescription from '@salesforce/label/c.Dashboard_Bar_Description';
import countsDiffer from '@salesforce/label/c.Dashboard_Counts_Differ';
import noStatus from '@salesforce/label/c.Dashboard_No_Status';
import countsAsResponded from '@salesforce/label/c.Shared_Counts_As_Responded';
import noLonger from '@salesforce/label/c.Shared_Not_On_Campaign';
import { fillIn, formatShare } from 'c/textFormat';

/** One status as the bars and the table draw it. */
export interface StatusBar {
  readonly key: string;
  /** Null for the members that have no status, who can't be filtered by it. */
  readonly status: string | null;
  readonly label: string;
  readonly members: number;
  /** Of all members, from 0 to 1. */
  readonly share: number;
  readonly shareText: string;
  /** The whole bar in words, for screen readers. */
  readonly description: string;
  /** How far the bar reaches: the status with most members fills the width. */
  readonly style: string;
  readonly hasResponded: boolean;
  readonly isGone: boolean;
}

export function toBars(statuses: readonly Apex.StatusCount[]): StatusBar[] {
  const total = statuses.reduce((sum, { members }) => sum + members, 0);
  const largest = Math.max(1, ...statuses.map(({ members }) => members));
  return statuses.map(({ label, members, hasResponded, isOnCampaign }, index) => {
    const share = total === 0 ? 0 : members / total;
    const text = label ?? noStatus;
    return {
      key: `${index}`,
      status: label ?? null,
      label: text,
      members,
      share,
      shareText: formatShare(share),
      description: [
        fillIn(barDescription, text, members, formatShare(share)),
        ...(hasResponded ? [countsAsResponded] : []),
        ...(isOnCampaign ? [] : [noLonger])
      ].join(', '),
      style: `width: ${((members / largest) * 100).toFixed(2)}%`,
      hasResponded,
      isGone: !isOnCampaign
    };
  });
}

/** What to say where Salesforce has counted other numbers than the user can see; undefined where they agree or are not known. */
export function countsNote({ members, responded, recordedMembers, recordedResponses }: Apex.CampaignDashboard): string | undefined {
  const allMembers = recordedMembers.value;
  const allResponses = recordedResponses.value;
  if (typeof allMembers !== 'number' || typeof allResponses !== 'number') return undefined;
  if (allMembers <= members && allResponses <= responded) return undefined;
  return fillIn(countsDiffer, members, allMembers, responded, allResponses);
}
