import { LightningElement, api } from 'lwc';
import countMembers from '@salesforce/apex/CampaignStatusEditorController.countMembers';
import getMembers from '@salesforce/apex/CampaignStatusEditorController.getMembers';
import clearFilters from '@salesforce/label/c.Editor_Filter_Clear';
import emptyFilterText from '@salesforce/label/c.Editor_Empty_Filter_Text';
import emptyFilterTitle from '@salesforce/label/c.Editor_Empty_Filter_Title';
import emptyText from '@salesforce/label/c.Editor_Empty_Text';
import emptyTitle from '@salesforce/label/c.Editor_Empty_Title';
import importLabel from '@salesforce/label/c.Editor_Import';
import loading from '@salesforce/label/c.Shared_Loading';
import { toTableRows, withResults, type MemberTableRow } from 'c/memberRows';
import { nothing, selectedOn, type Selection } from 'c/memberSelection';
import type MemberTable from 'c/memberTable';
import { MemberPager, type PageMove } from './memberPager';

/** Whose members to list. */
export interface MemberQuery {
  readonly campaignId: string;
  readonly filter: Apex.MemberFilter;
}

/** What is on the page now. */
export interface ShownMembers {
  readonly rows: readonly MemberTableRow[];
  /** How many members match the filter; undefined while that is not known. */
  readonly count?: number;
}

/** The members that a filter finds, page by page, to select from and to edit.
 *  @fires show with the rows of the page and the number of all that match
 *  @fires selectpage with the rows of the page and the ids of those that are selected now
 *  @fires savestatuses with the changes that were made in the table
 *  @fires clearfilters
 *  @fires importmembers */
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

  @api selection: Selection = nothing;
  /** The statuses of the campaign, to choose from in the table. */
  @api statusOptions: readonly { readonly label: string; readonly value: string }[] = [];
  /** Whether members are being changed. */
  @api isSaving = false;

  readonly labels = { clearFilters, importLabel, loading };
  readonly pager = new MemberPager((request) => getMembers({ request }));
  asked?: MemberQuery;
  shownPage?: Apex.MemberPage;
  count?: number;
  rows: MemberTableRow[] = [];
  sorting: { readonly sortBy: string; readonly direction: 'asc' | 'desc' } = { sortBy: 'Name', direction: 'asc' };
  pageSize = this.pager.pageSize;
  rowOffset = 0;
  error: unknown;
  isLoading = false;

  /** Shows beside each member what became of its change. */
  @api
  showResults(results: readonly Apex.StatusChangeResult[]): void {
    this.rows = withResults(this.rows, results);
    this.table?.clearDrafts();
    void this.countAgain();
  }

  /** Reads the page again. */
  @api
  refresh(): void {
    void this.load('stay');
  }

  /** Members were changed elsewhere: reads the page again, except while it shows results of changes or holds edits that are not saved. */
  @api
  refreshIfIdle(): void {
    if (this.table?.hasDrafts || this.rows.some(({ result }) => result !== '')) void this.countAgain();
    else this.refresh();
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

  get selectedIds(): string[] {
    return selectedOn(this.selection, this.rows);
  }

  get hasNext(): boolean {
    return this.shownPage?.hasNext === true;
  }

  get hasPrevious(): boolean {
    return this.shownPage?.hasPrevious === true;
  }

  handleClearFilters(): void {
    this.dispatchEvent(new CustomEvent('clearfilters'));
  }

  handleImport(): void {
    this.dispatchEvent(new CustomEvent('importmembers'));
  }

  handleSelect(event: CustomEvent<{ memberIds: string[] }>): void {
    this.dispatchEvent(new CustomEvent('selectpage', { detail: { rows: this.rows, memberIds: event.detail.memberIds } }));
  }

  handleSave(event: CustomEvent<{ drafts: readonly { readonly memberId: string; readonly status?: string }[] }>): void {
    const shown = new Map(this.rows.map((row) => [row.memberId, row]));
    const changes = event.detail.drafts.flatMap(({ memberId, status: newStatus }) => {
      if (!newStatus) return [];
      return [{ memberId, expectedStatus: shown.get(memberId)?.status ?? null, newStatus }];
    });
    this.dispatchEvent(new CustomEvent('savestatuses', { detail: { changes } }));
  }

  handleSort(event: CustomEvent<{ sortBy: string; direction: 'asc' | 'desc' }>): void {
    this.sorting = event.detail;
    this.pager.sort(event.detail.sortBy, event.detail.direction === 'desc');
    void this.turn('first');
  }

  handleSize(event: CustomEvent<{ pageSize: number }>): void {
    this.pageSize = event.detail.pageSize;
    this.pager.pageSize = this.pageSize;
    void this.turn('first');
  }

  handleTurn(event: CustomEvent<{ move: PageMove }>): void {
    void this.turn(event.detail.move);
  }

  private get table(): (MemberTable & Element) | null {
    return this.template!.querySelector<MemberTable & Element>('c-member-table');
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
      this.rowOffset = this.pager.offset;
      this.error = undefined;
      this.table?.clearDrafts();
      this.tell();
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
    if (asked !== this.asked) return;
    this.count = count;
    this.tell();
  }

  private tell(): void {
    const { rows, count } = this;
    this.dispatchEvent(new CustomEvent<ShownMembers>('show', { detail: { rows, count } }));
  }
}
