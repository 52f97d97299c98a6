import getChanges from '@salesforce/apex/StatusJobController.getChanges';
import getRows from '@salesforce/apex/StatusJobController.getRows';
import notChangedName from '@salesforce/label/c.Jobs_Rows_File_Name';
import resultsName from '@salesforce/label/c.Jobs_File_Results_Name';
import { downloadCsv } from 'c/csvText';
import { fillIn } from 'c/textFormat';
import { notChangedShape, resultsShape, type ResultLine } from './columns';

type Row = Apex.StatusJobRowView;

/** Every row of a job, or those only that did not end as asked for. */
export type JobFileKind = 'results' | 'notChanged';

/** How many rows of a file ended how. */
export interface FileTally {
  readonly changed: number;
  readonly skipped: number;
  readonly failed: number;
  /** Rows that were locked, of a job that has not come to its end. */
  readonly undecided: number;
}

/** The most that one call answers. */
const PAGE = 2_000;
const names: Readonly<Record<JobFileKind, string>> = { notChanged: notChangedName, results: resultsName };
const counters: Readonly<Record<string, keyof FileTally>> = { Failed: 'failed', Retrying: 'undecided', Skipped: 'skipped' };

/**
 * Reads a file of a job page by page. What was read stays when reading is stopped or fails, so that it can go on from there. A page is
 * handed to the browser as soon as it is text: this holds neither the rows nor the file.
 */
export class JobFile {
  private readonly job: Apex.StatusJobView;
  private readonly kind: JobFileKind;
  private readonly lineOfChange: (line: ResultLine) => string;
  private readonly lineOfRow: (row: Row) => string;
  private readonly pieces: Blob[];
  private readonly counts = { changed: 0, skipped: 0, failed: 0, undecided: 0 };
  /** What was stored for members that the job counts as failed, because it is not what was asked for; by member and by person. */
  private readonly storedStatus = new Map<string, string | null>();
  private areChangesRead: boolean;
  private areRowsRead = false;
  private lastChange: string | null = null;
  private lastRow: string | null = null;

  constructor(job: Apex.StatusJobView, kind: JobFileKind) {
    const isImport = job.kind === 'Import';
    const results = resultsShape(isImport);
    const notChanged = notChangedShape(isImport);
    this.job = job;
    this.kind = kind;
    this.areChangesRead = kind === 'notChanged';
    this.lineOfChange = results.lineOf;
    this.lineOfRow =
      kind === 'results' ? (row) => results.lineOf({ row, statusAfter: this.statusAfter(row) }) : (row) => notChanged.lineOf(row);
    this.pieces = [new Blob([kind === 'results' ? results.heading : notChanged.heading], { type: 'text/plain' })];
  }

  get tally(): FileTally {
    return this.counts;
  }

  /** How many rows it has so far. */
  get size(): number {
    const { changed, skipped, failed, undecided } = this.counts;
    return changed + skipped + failed + undecided;
  }

  /** Reads what has not been read yet; nothing more once the signal was given. Throws what a call answers as an error. */
  async read(onProgress: () => void, signal: AbortSignal): Promise<void> {
    while (!this.areChangesRead && !signal.aborted) {
      // Each page begins where the one before ended.
      // eslint-disable-next-line no-await-in-loop
      const page = await getChanges({ jobId: this.job.jobId, afterId: this.lastChange, pageSize: PAGE });
      if (!signal.aborted) this.takeChanges(page);
      onProgress();
    }
    while (!this.areRowsRead && !signal.aborted) {
      // eslint-disable-next-line no-await-in-loop
      const rows = await getRows({ jobId: this.job.jobId, afterId: this.lastRow, pageSize: PAGE });
      if (!signal.aborted) this.takeRows(rows);
      onProgress();
    }
  }

  /** Hands the file to the browser. */
  save(): void {
    downloadCsv(fillIn(names[this.kind], this.job.name), this.pieces);
  }

  private takeChanges({ changes, isLast, lastId }: Apex.StatusJobChangePage): void {
    const changed = changes.filter(({ isListed }) => !isListed);
    for (const change of changes) if (change.isListed) this.keepStored(change);
    this.add(changed.map((change) => this.lineOfChange({ change, statusAfter: change.toStatus ?? null })));
    this.counts.changed += changed.length;
    this.lastChange = lastId ?? null;
    this.areChangesRead = isLast;
  }

  private takeRows(rows: readonly Row[]): void {
    this.add(rows.map(this.lineOfRow));
    for (const { outcome } of rows) this.counts[counters[outcome] ?? 'undecided']++;
    this.lastRow = rows[rows.length - 1]?.rowId ?? null;
    this.areRowsRead = rows.length < PAGE;
  }

  private add(lines: readonly string[]): void {
    if (lines.length > 0) this.pieces.push(new Blob([lines.join('')], { type: 'text/plain' }));
  }

  private keepStored({ memberId, leadOrContactId, toStatus }: Apex.StatusJobChangeView): void {
    this.storedStatus.set(memberId, toStatus ?? null);
    if (leadOrContactId) this.storedStatus.set(leadOrContactId, toStatus ?? null);
  }

  /** The status that a member was left with; nothing where that is not known, or the person is no member. */
  private statusAfter({ memberId, leadOrContactId, reason, fromStatus }: Row): string | null {
    // Who was to be added has no member in the row.
    if (reason === 'Stored Differently') return this.storedStatus.get(memberId ?? leadOrContactId ?? '') ?? null;
    return memberId && reason !== 'Not On Campaign' ? (fromStatus ?? null) : null;
  }
}
