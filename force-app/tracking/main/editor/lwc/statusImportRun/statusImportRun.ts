import { LightningElement, api } from 'lwc';
import getJob from '@salesforce/apex/StatusJobController.getJob';
import cancel from '@salesforce/label/c.Import_Cancel';
import cancelled from '@salesforce/label/c.Import_Send_Cancelled';
import errorFileName from '@salesforce/label/c.Import_Error_File';
import goOn from '@salesforce/label/c.Import_Check_Go_On';
import results from '@salesforce/label/c.Jobs_Action_Results';
import runningHint from '@salesforce/label/c.Import_Running_Hint';
import sending from '@salesforce/label/c.Import_Sending';
import sendFailed from '@salesforce/label/c.Import_Send_Failed';
import sendingHint from '@salesforce/label/c.Import_Sending_Hint';
import { downloadCsv } from 'c/csvText';
import { errorMessage } from 'c/errorMessages';
import { ImportSender, readFailures, type Failure } from 'c/statusImportCalls';
import type StatusJobDownload from 'c/statusJobDownload';
import { isRefused, type CheckedImport } from 'c/statusImportRules';
import { errorFile, lineText } from 'c/statusImportText';
import { fillIn } from 'c/textFormat';
import { doneText, downloadText, refusedText } from './runTexts';

/** Step 4 of an import: hands the lines to a job, shows how it gets on, and what was not imported.
 *  @fires sendstate with whether lines are being sent, and with the job once it was started */
export default class StatusImportRun extends LightningElement {
  @api work!: CheckedImport;

  readonly labels = { cancel, cancelled, goOn, results, runningHint, sendingHint };
  sent = 0;
  isSending = false;
  isCancelled = false;
  jobId?: string;
  failure?: string;
  /** What the job could not do; undefined until it has finished. */
  failures?: readonly Failure[];
  /** The job once it has finished. */
  job?: Apex.StatusJobView;

  private hasEnded = false;
  private sender?: ImportSender;

  connectedCallback(): void {
    this.sender = new ImportSender(this.work);
    void this.send();
  }

  get total(): number {
    return this.work.judgement.willRun;
  }

  get progress(): string {
    return fillIn(sending, this.sent, this.total);
  }

  get percent(): number {
    return Math.floor((this.sent / this.total) * 100);
  }

  get isRunning(): boolean {
    return this.jobId !== undefined && !this.hasEnded;
  }

  /** Sending can be tried again; what failed after it can't. */
  get canGoOn(): boolean {
    return !this.isSending && !this.isCancelled && this.jobId === undefined;
  }

  get doneText(): string {
    return doneText(this.job?.changed ?? 0);
  }

  get refusedText(): string | undefined {
    return refusedText(this.refused);
  }

  get downloadLabel(): string {
    return downloadText(this.refused);
  }

  handleGoOn(): void {
    void this.send();
  }

  async handleCancel(): Promise<void> {
    this.isCancelled = true;
    try {
      await this.sender!.cancel();
    } catch (error) {
      this.failure = errorMessage(error);
    }
  }

  /** A job that was stopped or failed can be resumed: what comes of its lines isn't known yet, then. */
  async handleJobDone(event: CustomEvent<{ jobId: string; state: string }>): Promise<void> {
    const { jobId, state } = event.detail;
    if (jobId !== this.jobId) return;
    this.hasEnded = true;
    if (state !== 'Finished') return;
    try {
      const [job, failures] = await Promise.all([getJob({ jobId }), readFailures(jobId)]);
      this.job = job;
      this.failures = failures;
    } catch (error) {
      this.failure = errorMessage(error);
    }
  }

  async handleDownload(): Promise<void> {
    const { work } = this;
    const ofJob = new Map(this.failures!.map(({ line, message }) => [line, message]));
    const whyNot = (line: number): string | undefined => {
      if (isRefused(work.judgement.verdictOf(line))) return lineText(work, line);
      return ofJob.get(work.reader.numberOf(line));
    };
    downloadCsv(errorFileName, await errorFile(work.names, work.reader, whyNot));
  }

  handleResults(): void {
    this.template!.querySelector<StatusJobDownload & Element>('c-status-job-download')!.save('results');
  }

  /** How many lines have to be looked at. */
  private get refused(): number {
    return this.work.judgement.refused + (this.failures?.length ?? 0);
  }

  private async send(): Promise<void> {
    this.failure = undefined;
    this.isSending = true;
    this.tell();
    try {
      const isStarted = await this.sender!.send((sent) => {
        this.sent = sent;
      });
      if (isStarted) this.jobId = this.sender!.jobId;
    } catch (error) {
      if (!this.isCancelled) this.failure = fillIn(sendFailed, this.sent, this.total, errorMessage(error));
    }
    this.isSending = false;
    this.tell();
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('sendstate', { detail: { isSending: this.isSending, jobId: this.jobId } }));
  }
}
