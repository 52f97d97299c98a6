import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import previewChange from '@salesforce/apex/CampaignStatusEditorController.previewChange';
import cancel from '@salesforce/label/c.Editor_Cancel';
import columnDirection from '@salesforce/label/c.Editor_Preview_Column_Direction';
import columnFrom from '@salesforce/label/c.Editor_Preview_Column_From';
import columnMembers from '@salesforce/label/c.Editor_Preview_Column_Members';
import columnResponded from '@salesforce/label/c.Editor_Column_Responded';
import columnTo from '@salesforce/label/c.Editor_Preview_Column_To';
import refusals from '@salesforce/label/c.Editor_Preview_Refusals';
import table from '@salesforce/label/c.Editor_Preview_Table';
import title from '@salesforce/label/c.Editor_Preview_Title';
import { MOST_AT_ONCE } from 'c/memberSelection';
import { formatCount } from 'c/textFormat';
import { changeLabel, detailsOf, moveRows, sentenceOf, type MoveRow } from './previewModel';

/** Shows what a change of statuses would do, before anything is written. Closes with 'change' where it is to be made. */
export default class StatusChangePreview extends LightningModal {
  @api campaignId?: string;
  /** Which members; not looked at where they are named. */
  @api filter: Apex.MemberFilter = {};
  /** The members; null for all that match the filter. */
  @api memberIds: readonly string[] | null = null;
  @api targetStatus = '';

  readonly labels = {
    cancel,
    columnDirection,
    columnFrom,
    columnMembers,
    columnResponded,
    columnTo,
    refusals,
    table,
    title
  };
  preview?: Apex.StatusChangePreview;
  error: unknown;
  connectedCallback(): void {
    void this.load();
  }

  /** Whether the change is more than is made at once. */
  get isJob(): boolean {
    return this.memberIds === null || this.memberIds.length > MOST_AT_ONCE;
  }

  get isLoading(): boolean {
    return !this.preview;
  }

  get sentence(): string {
    return this.preview ? sentenceOf(this.preview) : '';
  }

  get details(): string {
    return this.preview ? detailsOf(this.preview) : '';
  }

  get moves(): MoveRow[] {
    return this.preview ? moveRows(this.preview) : [];
  }

  get hasMoves(): boolean {
    return this.moves.length > 0;
  }

  get refused(): readonly { readonly reason: string; readonly members: string }[] {
    return (this.preview?.refusals ?? []).map(({ reason, members }) => ({ reason: reason ?? '', members: formatCount(members) }));
  }

  get hasRefused(): boolean {
    return this.refused.length > 0;
  }

  get changeLabel(): string {
    return changeLabel(this.preview?.willChange ?? 0);
  }

  get cannotChange(): boolean {
    return !this.preview || this.preview.willChange === 0;
  }

  async load(): Promise<void> {
    this.error = undefined;
    const { filter, memberIds, targetStatus } = this;
    try {
      this.preview = await previewChange({ campaignId: this.campaignId ?? null, filter, memberIds, targetStatus });
    } catch (error) {
      this.error = error;
    }
  }

  handleCancel(): void {
    this.close();
  }

  handleChange(): void {
    this.close('change');
  }
}
