import { LightningElement, api } from 'lwc';
import getJob from '@salesforce/apex/StatusJobController.getJob';
import region from '@salesforce/label/c.Jobs_Progress_Region';
import { errorMessage } from 'c/errorMessages';
import { opensModal, runJobAction, type JobActionName } from 'c/jobActions';
import { tellOfJob, watchJobs } from 'c/jobWatch';
import { ShownJobs, type ShownJob } from './shownJobs';

/** The jobs of a campaign that are not finished, and those that end while they are shown, until they are dismissed.
 *  @fires jobdone with the id and the state of a job that has ended
 *  @fires dismiss with the id of the job */
export default class StatusJobProgress extends LightningElement {
  @api
  get campaignId(): string | undefined {
    return this.watched;
  }
  set campaignId(value: string | undefined) {
    if (value === this.watched) return;
    this.watched = value;
    this.jobs = this.shown.clear();
    if (this.isConnected) this.watch();
  }

  /** A job to show whatever its state. */
  @api
  get jobId(): string | undefined {
    return this.shown.wanted;
  }
  set jobId(value: string | undefined) {
    if (value === this.shown.wanted) return;
    this.shown.wanted = value;
    this.error = undefined;
    if (value && this.isConnected) void this.show(value);
  }

  readonly region = region;
  jobs: readonly ShownJob[] = [];
  error: unknown;

  private watched?: string;
  private isToTakeFocus = false;
  private stopWatching?: () => void;
  private readonly shown = new ShownJobs();

  get hasJobs(): boolean {
    return this.jobs.length > 0;
  }

  /** Takes the focus as soon as there is a job to show: for the page whose button has made way for the progress. */
  @api
  focus(): void {
    this.isToTakeFocus = true;
    this.takeFocus();
  }

  renderedCallback(): void {
    this.takeFocus();
  }

  connectedCallback(): void {
    this.watch();
    if (this.shown.wanted) void this.show(this.shown.wanted);
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
    this.stopWatching = undefined;
  }

  handleRetry(): void {
    this.error = undefined;
    if (this.shown.wanted) void this.show(this.shown.wanted);
  }

  handleDismiss({ detail: { jobId } }: CustomEvent<{ jobId: string }>): void {
    this.jobs = this.shown.dismiss(jobId);
    this.dispatchEvent(new CustomEvent('dismiss', { detail: { jobId } }));
  }

  async handleAction({ detail: { action, job } }: CustomEvent<{ action: JobActionName; job: Apex.StatusJobView }>): Promise<void> {
    this.jobs = this.shown.mark(job.jobId, { isBusy: !opensModal(action) });
    try {
      const answer = await runJobAction(action, job);
      if (answer) tellOfJob(answer);
      this.jobs = this.shown.mark(job.jobId, { isBusy: false });
    } catch (error) {
      this.jobs = this.shown.mark(job.jobId, { isBusy: false, failure: errorMessage(error) });
    }
  }

  private takeFocus(): void {
    const shownJobs = this.isToTakeFocus ? this.template!.querySelector<HTMLElement>('.jobs') : null;
    if (!shownJobs) return;
    this.isToTakeFocus = false;
    shownJobs.focus();
  }

  private watch(): void {
    this.stopWatching?.();
    // Somebody who can't read jobs can't start one either: without a job to show there is nothing to report.
    this.stopWatching = this.watched === undefined ? undefined : watchJobs(this.watched, (job) => this.receive(job));
  }

  private receive(job: Apex.StatusJobView): void {
    const { jobs, hasJustEnded } = this.shown.take(job);
    this.jobs = jobs;
    if (hasJustEnded) this.dispatchEvent(new CustomEvent('jobdone', { detail: { jobId: job.jobId, state: job.state } }));
  }

  private async show(jobId: string): Promise<void> {
    try {
      const job = await getJob({ jobId });
      if (jobId !== this.shown.wanted || !this.isConnected) return;
      this.receive(job);
      tellOfJob(job);
    } catch (error) {
      if (jobId === this.shown.wanted) this.error = error;
    }
  }
}
