import type { MemberTableRow } from 'c/memberRows';

/** Whose members to list. */
export interface MemberQuery {
  readonly campaignId: string;
  readonly filter: Apex.MemberFilter;
}

/** What is on the page now. */
export interface ShownMembers {
  readonly rows: readonly MemberTableRow[];
  /** How many members match the filter; undefined while that is not known. */
  readonly count?: number;
}
