import { LightningElement, api } from 'lwc';
import countMembers from '@salesforce/apex/CampaignStatusEditorController.countMembers';
import getMembers from '@salesforce/apex/CampaignStatusEditorController.getMembers';
import clearFilters from '@salesforce/label/c.Editor_Filter_Clear';
import emptyFilterText from '@salesforce/label/c.Editor_Empty_Filter_Text';
import emptyFilterTitle from '@salesforce/label/c.Editor_Empty_Filter_Title';
import emptyText from '@salesforce/label/c.Editor_Empty_Text';
import emptyTitle from '@salesforce/label/c.Editor_Empty_Title';
import loading from '@salesforce/label/c.Shared_Loading';
import { stillToChange, toTableRows, withResults, type MemberTableRow } from 'c/memberRows';
import { MemberPager, type PageMove } from './memberPager';

/** Whose members to list. */
export interface MemberQuery {
  readonly campaignId: string;
  readonly filter: Apex.MemberFilter;
}

/** The members that a filter finds, page by page, to select from. What is done with the selection goes into the slot `actions`.
 *  @fires selectmembers with the rows that are selected now
 *  @fires clearfilters */
export default class MemberList extends LightningElement {
  @api
  get query(): MemberQuery | undefined {
    return this.asked;
  }
  set query(value: MemberQuery | undefined) {
    this.asked = value;
    this.pager.filterBy(value?.filter ?? {});
    void this.load('first');
  }

  /** Whether the selected members are being changed. */
  @api isSaving = false;

  readonly labels = { clearFilters, loading };
  asked?: MemberQuery;
  shownPage?: Apex.MemberPage;
  count?: number;
  rows: MemberTableRow[] = [];
  selectedIds: string[] = [];
  sortedDirection: 'asc' | 'desc' = 'asc';
  error: unknown;
  isLoading = false;

  private readonly pager = new MemberPager((request) => getMembers({ request }));

  /** Shows beside each member what became of its change. Members whose change did not succeed stay selected. */
  @api
  showResults(results: readonly Apex.StatusChangeResult[]): void {
    this.rows = withResults(this.rows, results);
    this.select(stillToChange(results));
    void this.countAgain();
  }

  get isFirstLoad(): boolean {
    return !this.shownPage;
  }

  get isEmpty(): boolean {
    return this.shownPage?.members.length === 0;
  }

  get isBusy(): boolean {
    return this.isLoading || this.isSaving;
  }

  get isFiltered(): boolean {
    return Object.keys(this.asked?.filter ?? {}).length > 0;
  }

  get empty(): { readonly heading: string; readonly text: string } {
    return this.isFiltered ? { heading: emptyFilterTitle, text: emptyFilterText } : { heading: emptyTitle, text: emptyText };
  }

  handleClearFilters(): void {
    this.dispatchEvent(new CustomEvent('clearfilters'));
  }

  handleRetry(): void {
    void this.load('stay');
  }

  handleSelect(event: CustomEvent<{ memberIds: string[] }>): void {
    this.select(event.detail.memberIds);
  }

  handleSort(event: CustomEvent<{ direction: 'asc' | 'desc' }>): void {
    this.sortedDirection = event.detail.direction;
    this.pager.sort(this.sortedDirection === 'desc');
    void this.turn('first');
  }

  handleTurn(event: CustomEvent<{ move: PageMove }>): void {
    void this.turn(event.detail.move);
  }

  private async load(move: PageMove): Promise<void> {
    await Promise.all([this.turn(move), this.countAgain()]);
  }

  private async turn(move: PageMove): Promise<void> {
    if (!this.asked) return;
    this.isLoading = true;
    try {
      const page = await this.pager.turn(this.asked.campaignId, move);
      // Another page was asked for meanwhile: it ends the loading.
      if (!page) return;
      this.shownPage = page;
      this.rows = toTableRows(page.members);
      this.error = undefined;
      this.select([]);
    } catch (error) {
      this.error = error;
    }
    this.isLoading = false;
  }

  /** The count is of use, not needed: what is wrong is reported by the page itself. */
  private async countAgain(): Promise<void> {
    const { asked } = this;
    if (!asked) return;
    const count = await countMembers(asked).catch(() => undefined);
    if (asked === this.asked) this.count = count;
  }

  private select(memberIds: string[]): void {
    this.selectedIds = memberIds;
    const rows = this.rows.filter(({ memberId }) => memberIds.includes(memberId));
    this.dispatchEvent(new CustomEvent('selectmembers', { detail: { rows } }));
  }
}
