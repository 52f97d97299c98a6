import { LightningElement, api } from 'lwc';
import dismiss from '@salesforce/label/c.Jobs_Dismiss';
import files from '@salesforce/label/c.Jobs_Files';
import { actionsFor, filesFor, type JobAction } from 'c/jobActions';
import type { JobFileKind } from 'c/jobRowsFile';
import { hasEnded, isAtWork, jobCounts, jobNote, jobSentence, jobState, type StateView } from 'c/jobText';
import type StatusJobDownload from 'c/statusJobDownload';
import { fillIn } from 'c/textFormat';
import { Announcer } from './announcer';

/** One job: what it does, how far it is, and what can be done about it.
 *  @fires jobaction with the action and the job
 *  @fires dismissjob with the job's id */
export default class StatusJobBar extends LightningElement {
  @api
  get job(): Apex.StatusJobView {
    return this.shown!;
  }
  set job(value: Apex.StatusJobView) {
    this.shown = value;
    this.announcement = this.announcer.say(value, Date.now());
  }

  /** Whether something that was asked for is on its way. */
  @api isBusy = false;
  /** Why what was asked for was not done. */
  @api failure?: string;

  readonly labels = { dismiss };
  shown?: Apex.StatusJobView;
  announcement = '';

  private readonly announcer = new Announcer();

  get sentence(): string {
    return jobSentence(this.job);
  }

  get state(): StateView {
    return jobState(this.job);
  }

  /** That a job runs, its sentence says. */
  get stateText(): string {
    return this.job.state === 'Running' ? '' : this.state.label;
  }

  get counts(): string {
    return jobCounts(this.job).join(' · ');
  }

  get note(): string | undefined {
    return jobNote(this.job);
  }

  get isAtWork(): boolean {
    return isAtWork(this.job.state);
  }

  get canDismiss(): boolean {
    return hasEnded(this.job.state);
  }

  get actions(): JobAction[] {
    return actionsFor(this.job);
  }

  get files(): JobAction<JobFileKind>[] {
    return filesFor(this.job);
  }

  get hasFiles(): boolean {
    return this.files.length > 0;
  }

  /** There may be several bars. */
  get filesLabel(): string {
    return fillIn(files, this.job.name);
  }

  handleAction(event: Event): void {
    const { action } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('jobaction', { detail: { action, job: this.job } }));
  }

  handleFile(event: CustomEvent<{ value: JobFileKind }>): void {
    this.template!.querySelector<StatusJobDownload & Element>('c-status-job-download')!.save(event.detail.value);
  }

  handleDismiss(): void {
    this.dispatchEvent(new CustomEvent('dismissjob', { detail: { jobId: this.job.jobId } }));
  }
}
