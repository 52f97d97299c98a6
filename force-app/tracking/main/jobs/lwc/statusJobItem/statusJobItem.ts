import { LightningElement, api } from 'lwc';
import by from '@salesforce/label/c.Jobs_By';
import more from '@salesforce/label/c.Jobs_More_Actions';
import { actionsFor, filesFor, type JobAction, type JobActionName } from 'c/jobActions';
import type { JobFileKind } from 'c/jobRowsFile';
import { isAtWork, jobCounts, jobNote, jobSentence, jobState, type StateView } from 'c/jobText';
import type StatusJobDownload from 'c/statusJobDownload';
import { fillIn } from 'c/textFormat';

/** What is done most has a button; the rest is in a menu. */
const BUTTONS: readonly JobActionName[] = ['stop', 'resume', 'rows', 'undo'];

/** A job as a row of the campaign's activity.
 *  @fires jobaction with the action and the job */
export default class StatusJobItem extends LightningElement {
  @api job!: Apex.StatusJobView;
  /** Whether something that was asked for is on its way. */
  @api isBusy = false;
  /** Why what was asked for was not done. */
  @api failure?: string;

  get sentence(): string {
    return jobSentence(this.job);
  }

  get state(): StateView {
    return jobState(this.job);
  }

  get counts(): string {
    return jobCounts(this.job).join(' · ');
  }

  get by(): string {
    return fillIn(by, this.job.createdByName);
  }

  get when(): string {
    return this.job.finishedAt ?? this.job.startedAt ?? this.job.createdAt;
  }

  get note(): string | undefined {
    return jobNote(this.job);
  }

  get isAtWork(): boolean {
    return isAtWork(this.job.state);
  }

  get buttons(): JobAction[] {
    return actionsFor(this.job).filter(({ name }) => BUTTONS.includes(name));
  }

  get menu(): JobAction<JobActionName | JobFileKind>[] {
    return [...actionsFor(this.job).filter(({ name }) => !BUTTONS.includes(name)), ...filesFor(this.job)];
  }

  get hasMenu(): boolean {
    return this.menu.length > 0;
  }

  /** Rows of a list need names that tell them apart. */
  get menuLabel(): string {
    return fillIn(more, this.job.name);
  }

  handleButton(event: Event): void {
    this.ask((event.currentTarget as HTMLElement).dataset.action as JobActionName);
  }

  handleMenu(event: CustomEvent<{ value: JobActionName | JobFileKind }>): void {
    const { value } = event.detail;
    const file = filesFor(this.job).find(({ name }) => name === value);
    if (file) this.template!.querySelector<StatusJobDownload & Element>('c-status-job-download')!.save(file.name);
    else this.ask(value as JobActionName);
  }

  private ask(action: JobActionName): void {
    this.dispatchEvent(new CustomEvent('jobaction', { detail: { action, job: this.job } }));
  }
}
