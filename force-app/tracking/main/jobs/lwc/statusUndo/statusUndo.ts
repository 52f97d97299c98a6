import { api } from 'lwc';
import previewUndo from '@salesforce/apex/StatusJobController.previewUndo';
import startUndo from '@salesforce/apex/StatusJobController.startUndo';
import alreadyUndone from '@salesforce/label/c.Jobs_Undo_Already_Undone';
import cancel from '@salesforce/label/c.Jobs_Cancel';
import nothingToUndo from '@salesforce/label/c.Jobs_Undo_Nothing';
import LightningModal from 'lightning/modal';
import { errorMessage } from 'c/errorMessages';
import { jobSentence } from 'c/jobText';
import { undoButton, undoHeading, undoLines, type UndoLine } from './undoText';

/** Says what undoing a job would do before it is done. Closes with the job that undoes it. */
export default class StatusUndo extends LightningModal {
  @api job!: Apex.StatusJobView;

  readonly labels = { cancel };
  preview?: Apex.StatusUndoPreview;
  error: unknown;
  failure?: string;
  isStarting = false;

  connectedCallback(): void {
    void this.load();
  }

  get heading(): string {
    return undoHeading(this.job.name);
  }

  get sentence(): string {
    return jobSentence(this.job);
  }

  get isLoading(): boolean {
    return !this.preview && !this.error;
  }

  get lines(): UndoLine[] {
    return this.preview ? undoLines(this.preview) : [];
  }

  /** Why there is nothing to do. */
  get obstacle(): string | undefined {
    if (!this.preview) return undefined;
    if (this.preview.alreadyUndone) return alreadyUndone;
    return this.count === 0 ? nothingToUndo : undefined;
  }

  get buttonLabel(): string {
    return undoButton(this.count);
  }

  get cannotUndo(): boolean {
    return !this.preview || this.obstacle !== undefined;
  }

  get count(): number {
    return this.preview ? this.preview.willRestore + this.preview.willRemove + this.preview.willAdd : 0;
  }

  handleRetry(): void {
    this.error = undefined;
    void this.load();
  }

  handleCancel(): void {
    this.close();
  }

  async handleUndo(): Promise<void> {
    // It is not locked: focus would leave the modal with it.
    if (this.isStarting) return;
    this.isStarting = true;
    this.failure = undefined;
    // While the undo is asked for, closing would leave open whether it was.
    this.disableClose = true;
    try {
      const job = await startUndo({ jobId: this.job.jobId });
      this.disableClose = false;
      this.close(job);
    } catch (error) {
      this.disableClose = false;
      this.failure = errorMessage(error);
      this.isStarting = false;
    }
  }

  private async load(): Promise<void> {
    try {
      this.preview = await previewUndo({ jobId: this.job.jobId });
    } catch (error) {
      this.error = error;
    }
  }
}
