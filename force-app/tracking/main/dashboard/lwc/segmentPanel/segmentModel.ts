import beforeTracking from '@salesforce/label/c.Segments_Before_Tracking';
import others from '@salesforce/label/c.Segments_Others';
import responded from '@salesforce/label/c.Shared_Responded';
import respondedShare from '@salesforce/label/c.Dashboard_Part_Responded';
import segmentLabel from '@salesforce/label/c.Segments_Segment';
import share from '@salesforce/label/c.Dashboard_Share';
import membersLabel from '@salesforce/label/c.Shared_Members';
import type { Bar } from 'c/barList';
import type { TableData } from 'c/chartTable';
import { fillIn, formatCount, formatShare } from 'c/textFormat';

type Segment = Apex.CampaignSegments.Segment;

/** Segments as they are shown: with a name each, and the largest first. */
export interface NamedSegment {
  readonly key: string;
  readonly name: string;
  readonly members: number;
  readonly responded: number | null;
}

export function named(segments: readonly Segment[]): NamedSegment[] {
  return segments
    .map(({ key, label, members, responded: responses }) => ({
      key: key ?? '',
      name: label ?? beforeTracking,
      members,
      responded: responses ?? null
    }))
    .sort((one, other) => other.members - one.members);
}

/** Adds the members of all owners that are not listed. */
export function withOthers(owners: readonly NamedSegment[], total: number): NamedSegment[] {
  const left = total - owners.reduce((sum, { members }) => sum + members, 0);
  return left > 0 ? [...owners, { key: 'others', name: others, members: left, responded: null }] : [...owners];
}

/** With the response rate of each, or its share of all members where responses were not counted. */
export function segmentBars(segments: readonly NamedSegment[], total: number): Bar[] {
  return segments.map(({ key, name, members, responded: responses }) => ({
    key,
    label: name,
    value: members,
    note: responses === null ? formatShare(members / total) : fillIn(respondedShare, formatShare(responses / members))
  }));
}

export function segmentTable(segments: readonly NamedSegment[], total: number): TableData {
  return {
    columns: [segmentLabel, membersLabel, share, responded],
    rows: segments.map(({ name, members, responded: responses }) => [
      name,
      formatCount(members),
      formatShare(members / total),
      responses === null ? '' : formatCount(responses)
    ])
  };
}
