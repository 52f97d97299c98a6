import { toTableRows, withResults, type MemberTableRow } from 'c/memberRows';
import { Latest } from './latest';
import { MemberPager, type PageMove } from './memberPager';
import type { MemberQuery } from './memberQuery';

/** What there is to show. */
export interface Listing {
  /** The page as it was read; undefined until one was. */
  readonly page?: Apex.MemberPage;
  readonly rows: readonly MemberTableRow[];
  /** Whether the rows are still those of the query before. */
  readonly isStale: boolean;
  /** How many members come before the rows. */
  readonly offset: number;
  /** How many members match; undefined while that is not known. */
  readonly count?: number;
  readonly error?: unknown;
  readonly isLoading: boolean;
}

export const NOTHING_READ: Listing = { rows: [], isStale: false, offset: 0, isLoading: false };

/** How members are read, and whom to tell. */
export interface Reading {
  readonly readPage: (request: Apex.MemberPageRequest) => Promise<Apex.MemberPage>;
  readonly count: (query: MemberQuery) => Promise<number>;
  /** `isNews` where rows or their number have come from the server. */
  readonly show: (listing: Listing, isNews: boolean) => void;
}

/** Reads the members that match a query, a page at a time, and counts them. */
export class MemberReader {
  private listing = NOTHING_READ;
  private query?: MemberQuery;
  private readonly pager: MemberPager;
  private readonly latestCount = new Latest();

  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
    this.pager = new MemberPager(reading.readPage);
  }

  get pageSize(): number {
    return this.pager.pageSize;
  }

  /** Begins with another query. The rows of the one before stay until there are others; their number would be taken for the new one's. */
  ask(query: MemberQuery | undefined): void {
    this.query = query;
    this.pager.filterBy(query?.filter ?? {});
    this.show({ count: undefined, isStale: true });
    void this.load('first');
  }

  sort(sortBy: string, isDescending: boolean): void {
    this.pager.sort(sortBy, isDescending);
    void this.turn('first');
  }

  resize(pageSize: number): void {
    this.pager.pageSize = pageSize;
    void this.turn('first');
  }

  async load(move: PageMove): Promise<void> {
    await Promise.all([this.turn(move), this.countAgain()]);
  }

  async turn(move: PageMove): Promise<void> {
    if (!this.query) return;
    this.show({ isLoading: true });
    try {
      const page = await this.pager.turn(this.query.campaignId, move);
      // Another page was asked for meanwhile: it ends the loading.
      if (!page) return;
      const { offset } = this.pager;
      this.show({ page, rows: toTableRows(page.members), isStale: false, offset, error: undefined, isLoading: false }, true);
    } catch (error) {
      this.show({ error, isLoading: false });
    }
  }

  /** The count is of use, not needed: what is wrong is reported by the page itself. */
  async countAgain(): Promise<void> {
    if (!this.query) return;
    const counting = this.reading.count(this.query).catch(() => undefined);
    for (const count of await this.latestCount.answer(counting)) this.show({ count }, true);
  }

  /** Shows beside each member what became of its change, and counts again. */
  showResults(results: readonly Apex.StatusChangeResult[]): void {
    this.show({ rows: withResults(this.listing.rows, results) });
    void this.countAgain();
  }

  private show(change: Partial<Listing>, isNews = false): void {
    this.listing = { ...this.listing, ...change };
    this.reading.show(this.listing, isNews);
  }
}
