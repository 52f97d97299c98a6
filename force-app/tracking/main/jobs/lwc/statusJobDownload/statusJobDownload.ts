import { LightningElement, api } from 'lwc';
import again from '@salesforce/label/c.Jobs_File_Again';
import failedAt from '@salesforce/label/c.Jobs_File_Failed_At';
import goOn from '@salesforce/label/c.Jobs_File_Go_On';
import progress from '@salesforce/label/c.Jobs_File_Progress';
import stop from '@salesforce/label/c.Jobs_Action_Stop';
import stopped from '@salesforce/label/c.Jobs_File_Stopped';
import { errorMessage } from 'c/errorMessages';
import { doneCount } from 'c/jobText';
import { JobFile, type JobFileKind } from 'c/jobRowsFile';
import { fillIn } from 'c/textFormat';
import { lackNotes, savedText } from './tallyText';

/** What takes less time is not worth a word before it is done. Milliseconds. */
const PATIENCE = 1_000;

/** Saves files of a job: says how far it is, can be stopped and go on, and says what the file holds and what it lacks. Takes no room before. */
export default class StatusJobDownload extends LightningElement {
  @api job!: Apex.StatusJobView;

  readonly labels = { again };
  status = '';
  failure?: string;
  notes: readonly string[] = [];
  /** Whether it takes so long that it is worth a word, and can be stopped. */
  isSlow = false;
  canGoOn = false;

  private kind: JobFileKind = 'results';
  private file?: JobFile;
  private reading?: AbortController;
  private patience?: ReturnType<typeof setTimeout>;

  disconnectedCallback(): void {
    this.end();
  }

  /** Reads the file and hands it to the browser. */
  @api
  save(kind: JobFileKind): void {
    this.kind = kind;
    this.file = new JobFile(this.job, kind);
    void this.read(this.file);
  }

  get isShown(): boolean {
    return this.isSlow || this.canGoOn;
  }

  /** One button for both, so that it keeps the focus. */
  get stopLabel(): string {
    return this.canGoOn ? goOn : stop;
  }

  handleStop(): void {
    if (this.canGoOn) {
      void this.read(this.file!);
      return;
    }
    this.end();
    this.status = fillIn(stopped, this.file!.size);
    this.canGoOn = true;
  }

  handleAgain(): void {
    this.save(this.kind);
  }

  private async read(file: JobFile): Promise<void> {
    this.begin();
    const { signal } = this.reading!;
    try {
      await file.read(() => this.showProgress(file, signal), signal);
      if (signal.aborted) return;
      this.finish(file);
    } catch (error) {
      if (signal.aborted) return;
      this.status = '';
      this.failure = fillIn(failedAt, file.size, errorMessage(error));
      this.canGoOn = true;
    }
    this.end();
  }

  private begin(): void {
    this.end();
    this.status = '';
    this.failure = undefined;
    this.notes = [];
    this.canGoOn = false;
    this.reading = new AbortController();
    const { signal } = this.reading;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- it is cleared when reading ends
    this.patience = setTimeout(() => {
      this.isSlow = true;
      this.showProgress(this.file!, signal);
    }, PATIENCE);
  }

  private end(): void {
    this.reading?.abort();
    this.isSlow = false;
    clearTimeout(this.patience);
  }

  private finish(file: JobFile): void {
    if (file.size > 0) file.save();
    this.status = savedText(this.job, file.tally);
    this.notes = lackNotes(this.job, this.kind, file.tally);
  }

  private showProgress(file: JobFile, signal: AbortSignal): void {
    if (!this.isSlow || signal.aborted) return;
    const { job, kind } = this;
    this.status = fillIn(progress, file.size, kind === 'results' ? doneCount(job) : job.failed + job.skipped);
  }
}
