import { Latest } from './latest';

export type PageMove = 'first' | 'previous' | 'next' | 'stay';

/** Where a page begins. */
interface Place extends Pick<Apex.MemberPageRequest, 'cursor' | 'backwards'> {
  /** How many members come before it. */
  readonly offset: number;
}

const START: Place = { cursor: null, backwards: false, offset: 0 };

/** Goes through the members of a campaign page by page, and remembers where it is. */
export class MemberPager {
  pageSize = 50;
  /** The order in which they joined: the only one that stays fast in the largest campaigns. */
  sortBy = 'Id';
  descending = false;
  /** How many members come before the page. */
  offset = 0;

  private filter: Apex.MemberFilter = {};
  private page?: Apex.MemberPage;
  /** Where the page begins that was asked for last, whether or not it came. */
  private place = START;
  private readonly latest = new Latest();

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
    const place = this.target(move);
    this.place = place;
    const { filter, sortBy, descending, pageSize } = this;
    const { cursor, backwards } = place;
    const [page] = await this.latest.answer(this.read({ campaignId, filter, sortBy, descending, pageSize, cursor, backwards }));
    if (!page) return undefined;
    this.page = page;
    this.offset = page.hasPrevious ? place.offset : 0;
    return page;
  }

  private target(move: PageMove): Place {
    const { page, offset, pageSize } = this;
    switch (move) {
      case 'next':
        return page ? { cursor: page.last ?? null, backwards: false, offset: offset + pageSize } : START;
      case 'previous':
        return page ? { cursor: page.first ?? null, backwards: true, offset: offset - pageSize } : START;
      case 'stay':
        return this.place;
      default:
        return START;
    }
  }
}
