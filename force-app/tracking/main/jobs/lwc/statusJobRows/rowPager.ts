type Row = Apex.StatusJobRowView;
type Read = (request: { jobId: string; afterId: string | null; pageSize: number }) => Promise<readonly Row[]>;

export type PageMove = 'first' | 'previous' | 'next' | 'stay';

export const ROWS_A_PAGE = 50;

export interface RowPage {
  readonly rows: readonly Row[];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** Goes through the rows of a job page by page, by keys: the way back is remembered. */
export class RowPager {
  /** The row after which each page begins, from the first page to the one that is shown. */
  private starts: readonly (string | null)[] = [null];
  private next: string | null = null;

  private readonly jobId: string;
  private readonly read: Read;

  constructor(jobId: string, read: Read) {
    this.jobId = jobId;
    this.read = read;
  }

  async turn(move: PageMove): Promise<RowPage> {
    const starts = this.target(move);
    // One more than is shown says whether there is a next page.
    const found = await this.read({ jobId: this.jobId, afterId: starts[starts.length - 1] ?? null, pageSize: ROWS_A_PAGE + 1 });
    const rows = found.slice(0, ROWS_A_PAGE);
    this.starts = starts;
    this.next = rows[rows.length - 1]?.rowId ?? null;
    return { rows, hasPrevious: starts.length > 1, hasNext: found.length > rows.length };
  }

  private target(move: PageMove): readonly (string | null)[] {
    switch (move) {
      case 'first':
        return [null];
      case 'previous':
        return this.starts.length > 1 ? this.starts.slice(0, -1) : [null];
      case 'next':
        return [...this.starts, this.next];
      default:
        return this.starts;
    }
  }
}
