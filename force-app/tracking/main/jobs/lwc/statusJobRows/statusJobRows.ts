import { api } from 'lwc';
import getRows from '@salesforce/apex/StatusJobController.getRows';
import close from '@salesforce/label/c.Jobs_Close';
import download from '@salesforce/label/c.Jobs_Action_Download';
import onlyCounted from '@salesforce/label/c.Jobs_Rows_Empty_Text';
import emptyTitle from '@salesforce/label/c.Jobs_Rows_Empty_Title';
import first from '@salesforce/label/c.Editor_Page_First';
import heading from '@salesforce/label/c.Jobs_Rows_Heading';
import next from '@salesforce/label/c.Editor_Page_Next';
import pages from '@salesforce/label/c.Editor_Pages';
import previous from '@salesforce/label/c.Editor_Page_Previous';
import LightningModal from 'lightning/modal';
import { jobCounts, jobSentence } from 'c/jobText';
import { watchNarrowScreen } from 'c/narrowScreen';
import type StatusJobDownload from 'c/statusJobDownload';
import { fillIn } from 'c/textFormat';
import { columnsFor, toTableRows, type Column, type TableRow } from './rowColumns';
import { RowPager, type PageMove, type RowPage } from './rowPager';

/** The rows of a job that did not end as asked for, and why. */
export default class StatusJobRows extends LightningModal {
  @api job!: Apex.StatusJobView;

  readonly labels = { close, download, emptyTitle, first, next, onlyCounted, pages, previous };
  page?: RowPage;
  error: unknown;
  isTurning = false;
  isNarrow = false;

  private pager?: RowPager;
  private stopWatching?: () => void;

  connectedCallback(): void {
    this.pager = new RowPager(this.job.jobId, getRows);
    this.stopWatching = watchNarrowScreen((isNarrow) => {
      this.isNarrow = isNarrow;
    });
    void this.turn('first');
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  get heading(): string {
    return fillIn(heading, this.job.name);
  }

  get summary(): string {
    return [jobSentence(this.job), ...jobCounts(this.job)].join(' · ');
  }

  /** Rows that are counted and not listed may be among them. */
  get hasSkipped(): boolean {
    return this.job.skipped > 0 && this.rows.length > 0;
  }

  get columns(): readonly Column[] {
    return columnsFor(this.isNarrow, this.job.kind === 'Import');
  }

  get rows(): TableRow[] {
    return toTableRows(this.page?.rows ?? []);
  }

  get isLoading(): boolean {
    return !this.page && !this.error;
  }

  get isEmpty(): boolean {
    return this.page?.rows.length === 0;
  }

  get hasPages(): boolean {
    return this.page !== undefined && (this.page.hasNext || this.page.hasPrevious);
  }

  // Nothing is locked while it works: a button that is locked loses the focus, and Esc would no longer reach the modal.
  get cannotDownload(): boolean {
    return this.rows.length === 0;
  }

  get cannotGoBack(): boolean {
    return !this.page?.hasPrevious;
  }

  get cannotGoOn(): boolean {
    return !this.page?.hasNext;
  }

  handleTurn(event: Event): void {
    void this.turn((event.currentTarget as HTMLElement).dataset.move as PageMove);
  }

  handleRetry(): void {
    this.error = undefined;
    void this.turn('stay');
  }

  handleClose(): void {
    this.close();
  }

  handleDownload(): void {
    this.template!.querySelector<StatusJobDownload & Element>('c-status-job-download')!.save('notChanged');
  }

  private async turn(move: PageMove): Promise<void> {
    if (this.isTurning) return;
    this.isTurning = true;
    try {
      this.page = await this.pager!.turn(move);
    } catch (error) {
      this.error = error;
    }
    this.isTurning = false;
  }
}
