import { LightningElement, api } from 'lwc';
import getJobs from '@salesforce/apex/StatusJobController.getJobs';
import emptyText from '@salesforce/label/c.Jobs_Empty_Text';
import emptyTitle from '@salesforce/label/c.Jobs_Empty_Title';
import showOlder from '@salesforce/label/c.Jobs_Show_Older';
import title from '@salesforce/label/c.Jobs_Title';
import { errorMessage } from 'c/errorMessages';
import { opensModal, runJobAction, type JobActionName } from 'c/jobActions';
import { lookAgain, NEWEST_JOBS, tellOfJob, watchJobs } from 'c/jobWatch';

type Job = Apex.StatusJobView;

interface Item {
  readonly job: Job;
  readonly isBusy: boolean;
  readonly failure?: string;
}

/** The changes of many members of a campaign, newest first, and what can be done about each. */
export default class StatusJobList extends LightningElement {
  @api
  get recordId(): string | undefined {
    return this.campaignId;
  }
  set recordId(value: string | undefined) {
    if (value === this.campaignId) return;
    this.campaignId = value;
    if (this.isConnected) this.watch();
  }

  readonly labels = { emptyText, emptyTitle, showOlder, title };
  items: readonly Item[] = [];
  isLoaded = false;
  isLoadingOlder = false;
  hasOlder = false;
  error: unknown;
  olderFailure?: string;

  private campaignId?: string;
  private stopWatching?: () => void;

  get isLoading(): boolean {
    return !this.isLoaded && !this.error;
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  connectedCallback(): void {
    this.watch();
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
    this.stopWatching = undefined;
  }

  handleRetry(): void {
    this.error = undefined;
    if (this.campaignId) lookAgain(this.campaignId);
  }

  async handleAction({ detail: { action, job } }: CustomEvent<{ action: JobActionName; job: Job }>): Promise<void> {
    this.mark(job.jobId, !opensModal(action));
    try {
      const answer = await runJobAction(action, job);
      if (answer) tellOfJob(answer);
      this.mark(job.jobId, false);
    } catch (error) {
      this.mark(job.jobId, false, errorMessage(error));
    }
  }

  async handleOlder(): Promise<void> {
    const { campaignId } = this;
    const beforeId = this.items[this.items.length - 1]?.job.jobId ?? null;
    this.isLoadingOlder = true;
    this.olderFailure = undefined;
    try {
      const jobs = await getJobs({ campaignId: campaignId ?? null, beforeId, pageSize: NEWEST_JOBS });
      if (campaignId !== this.campaignId) return;
      jobs.forEach((job) => this.put(job));
      this.hasOlder = jobs.length === NEWEST_JOBS;
    } catch (error) {
      this.olderFailure = errorMessage(error);
    }
    this.isLoadingOlder = false;
  }

  private watch(): void {
    this.stopWatching?.();
    this.items = [];
    this.isLoaded = false;
    this.error = undefined;
    this.stopWatching =
      this.campaignId === undefined
        ? undefined
        : watchJobs(this.campaignId, (job) => this.put(job), {
            onRead: (jobs) => this.receive(jobs),
            onError: (error) => this.fail(error)
          });
  }

  private receive(jobs: readonly Job[]): void {
    if (!this.isLoaded) this.hasOlder = jobs.length === NEWEST_JOBS;
    this.isLoaded = true;
    this.error = undefined;
  }

  /** What is shown stays: progress is asked for again. */
  private fail(error: unknown): void {
    if (!this.isLoaded) this.error = error;
  }

  private put(job: Job): void {
    const before = this.items.find((item) => item.job.jobId === job.jobId);
    const others = this.items.filter((item) => item !== before);
    const item = { isBusy: false, ...before, job };
    // Ids are given in the order in which jobs were asked for.
    this.items = [...others, item].sort((a, b) => (a.job.jobId < b.job.jobId ? 1 : -1));
  }

  private mark(jobId: string, isBusy: boolean, failure?: string): void {
    this.items = this.items.map((item) => (item.job.jobId === jobId ? { ...item, isBusy, failure } : item));
  }
}
