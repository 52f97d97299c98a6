import { api } from 'lwc';
import getSetup from '@salesforce/apex/StatusImportController.getSetup';
import back from '@salesforce/label/c.Import_Back';
import cancel from '@salesforce/label/c.Import_Cancel';
import close from '@salesforce/label/c.Import_Close';
import errorColumn from '@salesforce/label/c.Import_Error_Column';
import next from '@salesforce/label/c.Import_Next';
import stepOf from '@salesforce/label/c.Import_Step_Of';
import title from '@salesforce/label/c.Import_Title';
import LightningModal from 'lightning/modal';
import { rememberMapping, type CheckedImport, type Mapping } from 'c/statusImportRules';
import type { ReadFile } from 'c/statusImportSource';
import { fillIn } from 'c/textFormat';
import { ImportDraft } from './importDraft';
import { runLabel, STEPS, stepLabels, type Step } from './steps';

/**
 * Imports statuses from a file: file, columns, check, import. Open it by
 * `StatusImportWizard.open({ campaignId, label, size: 'large' })`; it closes with `{ jobId }`, where a job was started.
 */
export default class StatusImportWizard extends LightningModal {
  @api campaignId = '';

  readonly labels = { back, next, title };
  readonly steps = stepLabels;
  setup?: Apex.StatusImportSetup;
  error: unknown;
  step: Step = 'file';
  draft?: ImportDraft;
  file?: ReadFile;
  work?: CheckedImport;
  addMembers = false;
  isSending = false;
  jobId?: string;

  connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return !this.setup && !this.error;
  }

  get stepText(): string {
    const place = STEPS.indexOf(this.step);
    return fillIn(stepOf, place + 1, STEPS.length, stepLabels[place]!.label);
  }

  get isFile(): boolean {
    return this.step === 'file';
  }

  get isColumns(): boolean {
    return this.step === 'columns';
  }

  get isCheck(): boolean {
    return this.step === 'check';
  }

  get isRun(): boolean {
    return this.step === 'run';
  }

  get canGoBack(): boolean {
    return this.isColumns || this.isCheck;
  }

  get hasNext(): boolean {
    return !this.isRun;
  }

  get nextLabel(): string {
    return this.isCheck ? runLabel(this.work?.judgement.willRun ?? 0) : next;
  }

  get cannotGoOn(): boolean {
    if (this.isFile) return !this.file || this.file.table.openQuote;
    if (this.isColumns) return !this.draft?.isComplete;
    return !this.work || this.work.judgement.willRun === 0;
  }

  get closeLabel(): string {
    return this.isRun ? close : cancel;
  }

  handleRetry(): void {
    this.error = undefined;
    void this.load();
  }

  handleFile(event: CustomEvent<ReadFile | null>): void {
    this.file = event.detail ?? undefined;
    this.draft = this.file && ImportDraft.of(this.file.table, this.setup!, errorColumn, this.campaignId);
  }

  handleHeader(event: CustomEvent<{ hasHeader: boolean }>): void {
    this.draft = this.draft!.withHeader(event.detail.hasHeader);
  }

  handleMapping(event: CustomEvent<Mapping>): void {
    this.draft = this.draft!.withMapping(event.detail);
  }

  handleJudge(event: CustomEvent<{ work: CheckedImport; addMembers: boolean } | null>): void {
    this.work = event.detail?.work;
    this.addMembers = event.detail?.addMembers ?? this.addMembers;
  }

  handleSendState(event: CustomEvent<{ isSending: boolean; jobId?: string }>): void {
    this.isSending = event.detail.isSending;
    this.jobId = event.detail.jobId;
    // Rows that were not sent would be lost.
    this.disableClose = this.isSending;
  }

  handleBack(): void {
    this.show(STEPS[STEPS.indexOf(this.step) - 1]!);
  }

  handleNext(): void {
    if (this.isColumns) rememberMapping(this.draft!.names, this.draft!.mapping);
    this.show(STEPS[STEPS.indexOf(this.step) + 1]!);
  }

  handleClose(): void {
    this.close(this.jobId === undefined ? undefined : { jobId: this.jobId });
  }

  /** The focus goes with the step, so that a screen reader says where the user is. */
  private show(step: Step): void {
    this.step = step;
    this.template!.querySelector<HTMLElement>('[data-id="step"]')?.focus();
  }

  private async load(): Promise<void> {
    try {
      this.setup = await getSetup({ campaignId: this.campaignId });
    } catch (error) {
      this.error = error;
    }
  }
}
