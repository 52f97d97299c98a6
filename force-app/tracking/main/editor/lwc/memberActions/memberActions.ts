import { LightningElement, api } from 'lwc';
import changeStatuses from '@salesforce/apex/CampaignStatusEditorController.changeStatuses';
import startChange from '@salesforce/apex/StatusJobController.startChange';
import startUndo from '@salesforce/apex/StatusJobController.startUndo';
import importLabel from '@salesforce/label/c.Editor_Import';
import importTitle from '@salesforce/label/c.Import_Title';
import previewTitle from '@salesforce/label/c.Editor_Preview_Title';
import failureTitle from '@salesforce/label/c.Editor_Summary_Title_Failure';
import { errorMessage } from 'c/errorMessages';
import { problemsOf, summarize, toChanges, type MemberTableRow, type Problem, type Summary } from 'c/memberRows';
import { MOST_AT_ONCE, everything, nothing, pick, pickedMembers, sizeOf, type Selection } from 'c/memberSelection';
import StatusChangePreview from 'c/statusChangePreview';
import StatusImportWizard from 'c/statusImportWizard';
import type StatusJobProgress from 'c/statusJobProgress';

/** What can be done with members: select, give another status, undo that, import, export. Small changes are made at once with a result for
 *  each member; for others a job is started, whose progress takes the place of the bar.
 *  @fires choose with the selection
 *  @fires saving with whether something is being written
 *  @fires results with what became of each change
 *  @fires jobdone when a job has ended */
export default class MemberActions extends LightningElement {
  @api campaignId?: string;
  @api filter: Apex.MemberFilter = {};
  @api selection: Selection = nothing;
  /** The members on the page. */
  @api rows: readonly MemberTableRow[] = [];
  /** How many members match the filter; undefined while that is not known. */
  @api count?: number;
  @api statusOptions: readonly { readonly label: string; readonly value: string }[] = [];

  readonly labels = { import: importLabel };
  summary?: Summary;
  problems: readonly Problem[] = [];
  isSaving = false;
  /** The job whose progress is shown in place of the bar. */
  jobId?: string;

  /** The job that a change made at once was recorded as. */
  private changeJobId?: string;

  /** Makes changes at once, 200 at most. */
  @api
  async change(changes: readonly Apex.StatusChange[]): Promise<void> {
    const names = new Map([...pickedMembers(this.selection), ...this.rows].map(({ memberId, name }) => [memberId ?? '', name ?? '']));
    await this.write(async () => {
      const { results, jobId } = await changeStatuses({ campaignId: this.campaignId!, changes: [...changes] });
      this.summary = summarize(results);
      this.problems = problemsOf(changes, results, names);
      this.changeJobId = this.summary.hasChanged ? (jobId ?? undefined) : undefined;
      this.dispatchEvent(new CustomEvent('results', { detail: { results } }));
    });
  }

  /** Imports statuses from a file. */
  @api
  async importMembers(): Promise<void> {
    const { campaignId } = this;
    const answer = await StatusImportWizard.open<{ jobId?: string }>({ label: importTitle, size: 'large', campaignId });
    if (answer?.jobId) this.showJob(answer.jobId);
  }

  get pageSize(): number {
    return this.rows.length;
  }

  get hasSelection(): boolean {
    return sizeOf(this.selection, this.count) !== 0;
  }

  get canUndo(): boolean {
    return this.changeJobId !== undefined;
  }

  get isBarShown(): boolean {
    return this.jobId === undefined;
  }

  handleSelectEverything(): void {
    this.choose(everything);
  }

  handleSelectPage(): void {
    this.choose(pick(this.rows));
  }

  handleSelectNone(): void {
    this.choose(nothing);
  }

  async handlePreview(event: CustomEvent<{ status: string }>): Promise<void> {
    const { campaignId, filter, selection } = this;
    const { status: targetStatus } = event.detail;
    const picked = pickedMembers(selection);
    const memberIds = selection.kind === 'everything' ? null : picked.map(({ memberId }) => memberId);
    const answer = await StatusChangePreview.open({ label: previewTitle, size: 'small', campaignId, filter, memberIds, targetStatus });
    if (answer !== 'change') return;
    if (memberIds && memberIds.length <= MOST_AT_ONCE) await this.change(toChanges(picked, targetStatus));
    else await this.startJob(() => startChange({ campaignId: campaignId!, filter, memberIds, targetStatus }));
  }

  handleTryAgain(event: CustomEvent<{ changes: readonly Apex.StatusChange[] }>): void {
    void this.change(event.detail.changes);
  }

  handleUndo(): void {
    const jobId = this.changeJobId!;
    void this.startJob(() => startUndo({ jobId }));
  }

  handleDismissSummary(): void {
    this.showSummary(undefined);
  }

  handleDismissJob(): void {
    this.jobId = undefined;
  }

  handleJobDone(): void {
    this.dispatchEvent(new CustomEvent('jobdone'));
  }

  handleImport(): void {
    void this.importMembers();
  }

  private showJob(jobId: string): void {
    this.showSummary(undefined);
    this.jobId = jobId;
  }

  private async startJob(start: () => Promise<Apex.StatusJobView>): Promise<void> {
    await this.write(async () => {
      const { jobId } = await start();
      this.showJob(jobId);
      this.template!.querySelector<StatusJobProgress & Element>('c-status-job-progress')?.focus();
      this.choose(nothing);
    });
  }

  private async write(work: () => Promise<void>): Promise<void> {
    this.setSaving(true);
    this.showSummary(undefined);
    try {
      await work();
    } catch (error) {
      this.showSummary({ title: failureTitle, text: errorMessage(error), variant: 'error', hasChanged: false });
    }
    this.setSaving(false);
  }

  private showSummary(summary: Summary | undefined): void {
    this.summary = summary;
    this.problems = [];
    this.changeJobId = undefined;
  }

  private choose(selection: Selection): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { selection } }));
  }

  private setSaving(isSaving: boolean): void {
    this.isSaving = isSaving;
    this.dispatchEvent(new CustomEvent('saving', { detail: { isSaving } }));
  }
}
