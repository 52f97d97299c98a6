import type { StatusDefinition } from './campaignStatuses.js';

type Fields = Readonly<Record<string, unknown>>;

/** data/invented/people.json */
export interface InventedPeople {
  readonly accounts: readonly Fields[];
  /** `account` is a position in `accounts`. */
  readonly contacts: readonly { readonly account: number; readonly record: Fields }[];
  readonly leads: readonly Fields[];
}

export interface InventedMember {
  readonly kind: 'contact' | 'lead';
  /** A position in `contacts` or `leads`. */
  readonly index: number;
  readonly status: string;
  /** YYYY-MM-DD: when the member got its status. */
  readonly date: string;
}

/** One element of data/invented/campaigns.json; a parent comes before its children. */
export interface InventedCampaign {
  readonly key: string;
  readonly parent?: string;
  readonly record: Fields;
  readonly statuses: readonly StatusDefinition[];
  readonly members: readonly InventedMember[];
  readonly opportunities: readonly Fields[];
}
