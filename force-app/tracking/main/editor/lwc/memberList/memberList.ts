import { LightningElement, api } from 'lwc';
import countMembers from '@salesforce/apex/CampaignStatusEditorController.countMembers';
import getMembers from '@salesforce/apex/CampaignStatusEditorController.getMembers';
import clearFilters from '@salesforce/label/c.Editor_Filter_Clear';
import importLabel from '@salesforce/label/c.Editor_Import';
import loading from '@salesforce/label/c.Shared_Loading';
import { nothing, selectedOn, type Selection } from 'c/memberSelection';
import type MemberTable from 'c/memberTable';
import { emptyTexts, type EmptyTexts } from './emptyTexts';
import type { PageMove } from './memberPager';
import type { MemberQuery, ShownMembers } from './memberQuery';
import { MemberReader, NOTHING_READ, type Listing } from './memberReader';

export type { MemberQuery, ShownMembers };

/** The members that a filter finds, page by page, to select from and to edit.
 *  @fires show with the rows of the page and the number of all that match
 *  @fires selectpage with the rows of the page and the ids of those that are selected now
 *  @fires savestatuses with the changes that were made in the table, and with their members
 *  @fires clearfilters
 *  @fires importmembers */
export default class MemberList extends LightningElement {
  @api
  get query(): MemberQuery | undefined {
    return this.asked;
  }
  set query(value: MemberQuery | undefined) {
    this.asked = value;
    this.reader.ask(value);
  }

  @api selection: Selection = nothing;
  /** The statuses of the campaign, to choose from in the table. */
  @api statusOptions: readonly { readonly label: string; readonly value: string }[] = [];
  /** Whether members are being changed. */
  @api isSaving = false;

  readonly labels = { clearFilters, importLabel, loading };
  asked?: MemberQuery;
  listing = NOTHING_READ;
  sorting: { readonly sortBy: string; readonly direction: 'asc' | 'desc' } = { sortBy: 'Id', direction: 'asc' };

  private readonly reader = new MemberReader({
    readPage: (request) => getMembers({ request }),
    count: countMembers,
    show: (listing, isNews) => this.show(listing, isNews)
  });
  pageSize = this.reader.pageSize;

  /** Shows beside each member what became of its change. */
  @api
  showResults(results: readonly Apex.StatusChangeResult[]): void {
    this.reader.showResults(results);
    this.table?.forgetDrafts(results.map(({ memberId }) => memberId ?? ''));
  }

  /** Reads the page again. */
  @api
  refresh(): void {
    void this.reader.load('stay');
  }

  /** Members were changed elsewhere: reads the page again, except while it shows results of changes or holds edits that are not saved. */
  @api
  refreshIfIdle(): void {
    if (this.table?.hasDrafts || this.listing.rows.some(({ result }) => result !== '')) void this.reader.countAgain();
    else this.refresh();
  }

  get isFirstLoad(): boolean {
    return !this.listing.page;
  }

  get isEmpty(): boolean {
    return this.listing.page?.members.length === 0;
  }

  get isBusy(): boolean {
    return this.listing.isLoading || this.isSaving;
  }

  get isFiltered(): boolean {
    return Object.keys(this.asked?.filter ?? {}).length > 0;
  }

  get empty(): EmptyTexts {
    return emptyTexts(this.isFiltered);
  }

  get selectedIds(): string[] {
    return selectedOn(this.selection, this.listing.rows);
  }

  get hasNext(): boolean {
    return this.listing.page?.hasNext === true;
  }

  get hasPrevious(): boolean {
    return this.listing.page?.hasPrevious === true;
  }

  handleClearFilters(): void {
    this.dispatchEvent(new CustomEvent('clearfilters'));
  }

  handleImport(): void {
    this.dispatchEvent(new CustomEvent('importmembers'));
  }

  handleSelect(event: CustomEvent<{ memberIds: string[] }>): void {
    const { rows } = this.listing;
    this.dispatchEvent(new CustomEvent('selectpage', { detail: { rows, memberIds: event.detail.memberIds } }));
  }

  handleSave({ detail }: CustomEvent<object>): void {
    this.dispatchEvent(new CustomEvent('savestatuses', { detail }));
  }

  handleSort(event: CustomEvent<{ sortBy: string; direction: 'asc' | 'desc' }>): void {
    this.sorting = event.detail;
    this.reader.sort(event.detail.sortBy, event.detail.direction === 'desc');
  }

  handleSize(event: CustomEvent<{ pageSize: number }>): void {
    this.pageSize = event.detail.pageSize;
    this.reader.resize(this.pageSize);
  }

  handleTurn(event: CustomEvent<{ move: PageMove }>): void {
    void this.reader.turn(event.detail.move);
  }

  private get table(): (MemberTable & Element) | null {
    return this.template!.querySelector<MemberTable & Element>('c-member-table');
  }

  private show(listing: Listing, isNews: boolean): void {
    this.listing = listing;
    const { isStale, count } = listing;
    const rows = isStale ? [] : listing.rows;
    if (isNews) this.dispatchEvent(new CustomEvent<ShownMembers>('show', { detail: { rows, count } }));
  }
}
