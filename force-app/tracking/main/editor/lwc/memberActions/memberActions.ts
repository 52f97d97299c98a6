import { LightningElement, api } from 'lwc';
import changeStatuses from '@salesforce/apex/CampaignStatusEditorController.changeStatuses';
import startChange from '@salesforce/apex/StatusJobController.startChange';
import startUndo from '@salesforce/apex/StatusJobController.startUndo';
import importLabel from '@salesforce/label/c.Editor_Import';
import type ChangeSummary from 'c/changeSummary';
import { toChanges, type MemberTableRow, type PickedMember } from 'c/memberRows';
import { MOST_AT_ONCE, everything, nothing, pick, pickedMembers, sizeOf, type Selection } from 'c/memberSelection';
import type StatusChangeBar from 'c/statusChangeBar';
import type StatusJobProgress from 'c/statusJobProgress';
import { failureOf, noOutcome, outcomeOf } from './changeOutcome';
import { Dialogs } from './dialogs';

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
  outcome = noOutcome;
  isSaving = false;
  /** The job whose progress is shown in place of the bar. */
  jobId?: string;

  private readonly dialogs = new Dialogs();

  /** Makes changes at once, 200 at most. What is wrong is said of members by their names. */
  @api
  async change(changes: readonly Apex.StatusChange[], members: readonly PickedMember[] = []): Promise<void> {
    const known = [...members, ...pickedMembers(this.selection), ...this.rows];
    await this.write(async () => {
      const report = await changeStatuses({ campaignId: this.campaignId!, changes: [...changes] });
      this.outcome = outcomeOf(changes, report, known);
      this.dispatchEvent(new CustomEvent('results', { detail: { results: report.results } }));
    });
  }

  /** Imports statuses from a file. */
  @api
  async importMembers(): Promise<void> {
    const jobId = await this.dialogs.importStatuses(this.campaignId);
    if (jobId) this.showJob(jobId);
  }

  get hasSelection(): boolean {
    return sizeOf(this.selection, this.count) !== 0;
  }

  get canUndo(): boolean {
    return this.outcome.undoJobId !== undefined;
  }

  get isBarShown(): boolean {
    return this.jobId === undefined;
  }

  handleSelect({ type }: Event): void {
    const selections: Record<string, Selection> = { selecteverything: everything, selectpage: pick(this.rows), selectnone: nothing };
    this.choose(selections[type]!);
  }

  async handlePreview(event: CustomEvent<{ status: string }>): Promise<void> {
    const { campaignId, filter, selection } = this;
    const { status: targetStatus } = event.detail;
    const picked = pickedMembers(selection);
    const memberIds = selection.kind === 'everything' ? null : picked.map(({ memberId }) => memberId);
    if (!(await this.dialogs.confirm({ campaignId, filter, memberIds, targetStatus }))) return;
    if (memberIds && memberIds.length <= MOST_AT_ONCE) await this.change(toChanges(picked, targetStatus));
    else await this.startJob(() => startChange({ campaignId: campaignId!, filter, memberIds, targetStatus }));
  }

  handleTryAgain(event: CustomEvent<{ changes: readonly Apex.StatusChange[] }>): void {
    void this.change(event.detail.changes);
  }

  handleUndo(): void {
    const jobId = this.outcome.undoJobId!;
    void this.startJob(() => startUndo({ jobId }));
  }

  handleDismissSummary(): void {
    this.outcome = noOutcome;
    void this.focusBar();
  }

  handleDismissJob(): void {
    this.jobId = undefined;
    void this.focusBar();
  }

  handleJobDone(): void {
    this.dispatchEvent(new CustomEvent('jobdone'));
  }

  /** Where to go on after something was closed, and its button with it. */
  private async focusBar(): Promise<void> {
    // It may have to be drawn first.
    await Promise.resolve();
    this.template!.querySelector<StatusChangeBar & Element>('c-status-change-bar')?.focus();
  }

  private showJob(jobId: string): void {
    this.outcome = noOutcome;
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
    if (this.isSaving) return;
    this.setSaving(true);
    this.outcome = noOutcome;
    try {
      await work();
    } catch (error) {
      this.outcome = failureOf(error);
    }
    this.setSaving(false);
    // The button that was pressed is locked now, or gone.
    if (this.outcome.summary) this.template!.querySelector<ChangeSummary & Element>('c-change-summary')?.focus();
  }

  private choose(selection: Selection): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { selection } }));
  }

  private setSaving(isSaving: boolean): void {
    this.isSaving = isSaving;
    this.dispatchEvent(new CustomEvent('saving', { detail: { isSaving } }));
  }
}
