export type PageMove = 'first' | 'previous' | 'next' | 'stay';

type Place = Pick<Apex.MemberPageRequest, 'cursor' | 'backwards'>;

/** Goes through the members of a campaign page by page, and remembers where it is. */
export class MemberPager {
  pageSize = 50;
  sortBy = 'Name';
  descending = false;
  /** How many members come before the page. */
  offset = 0;

  private filter: Apex.MemberFilter = {};
  private page?: Apex.MemberPage;
  private place: Place = { cursor: null, backwards: false };
  /** Counts the pages asked for, so that a late answer does not replace a newer one. */
  private asked = 0;

  private readonly read: (request: Apex.MemberPageRequest) => Promise<Apex.MemberPage>;

  constructor(read: (request: Apex.MemberPageRequest) => Promise<Apex.MemberPage>) {
    this.read = read;
  }

  filterBy(filter: Apex.MemberFilter): void {
    this.filter = filter;
    this.page = undefined;
  }

  sort(sortBy: string, descending: boolean): void {
    this.sortBy = sortBy;
    this.descending = descending;
    this.page = undefined;
  }

  /** Reads the page that a move leads to; undefined where another move was made before the answer came. */
  async turn(campaignId: string, move: PageMove): Promise<Apex.MemberPage | undefined> {
    this.asked += 1;
    const asked = this.asked;
    this.place = this.target(move);
    const { filter, sortBy, descending, pageSize, place } = this;
    try {
      const page = await this.read({ campaignId, filter, sortBy, descending, pageSize, ...place });
      if (asked !== this.asked) return undefined;
      this.page = page;
      this.offset = this.offsetAfter(move, page);
      return page;
    } catch (error) {
      if (asked !== this.asked) return undefined;
      throw error;
    }
  }

  private offsetAfter(move: PageMove, page: Apex.MemberPage): number {
    if (!page.hasPrevious) return 0;
    return this.offset + { first: 0, stay: 0, next: this.pageSize, previous: -this.pageSize }[move];
  }

  private target(move: PageMove): Place {
    switch (move) {
      case 'next':
        return { cursor: this.page?.last ?? null, backwards: false };
      case 'previous':
        return { cursor: this.page?.first ?? null, backwards: true };
      case 'stay':
        return this.place;
      default:
        return { cursor: null, backwards: false };
    }
  }
}
