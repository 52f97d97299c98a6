import { LightningElement, wire } from 'lwc';
import { refreshApex, type WireResult } from '@salesforce/apex';
import getCampaigns from '@salesforce/apex/CampaignOverviewController.getCampaigns';
import emptySearchText from '@salesforce/label/c.Overview_Empty_Search_Text';
import emptyText from '@salesforce/label/c.Overview_Empty_Text';
import emptyTitle from '@salesforce/label/c.Overview_Empty_Title';
import note from '@salesforce/label/c.Overview_Note';
import search from '@salesforce/label/c.Overview_Search';
import searchPlaceholder from '@salesforce/label/c.Overview_Search_Placeholder';
import title from '@salesforce/label/c.Overview_Title';
import { debounce } from 'c/debounce';
import { watchNarrowScreen } from 'c/narrowScreen';
import { fillIn } from 'c/textFormat';
import { columnsFor, toRows, type Column, type OverviewRow } from './overviewModel';

/** The campaigns changed last, with their members and response rates. */
export default class CampaignOverview extends LightningElement {
  readonly labels = { emptyTitle, note, search, searchPlaceholder, title };
  isNarrow = false;
  searchText = '';
  rows?: OverviewRow[];
  error: unknown;

  private stopWatching?: () => void;
  private wired?: WireResult<readonly Apex.CampaignSummary[]>;
  private readonly searchLater = debounce((text: string) => {
    this.searchText = text;
  });

  @wire(getCampaigns, { searchText: '$searchText' })
  receive(result: WireResult<readonly Apex.CampaignSummary[]>): void {
    this.wired = result;
    this.error = result.error;
    this.rows = result.data && toRows(result.data);
  }

  connectedCallback(): void {
    this.stopWatching = watchNarrowScreen((isNarrow) => {
      this.isNarrow = isNarrow;
    });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
    this.searchLater.cancel();
  }

  get columns(): readonly Column[] {
    return columnsFor(this.isNarrow);
  }

  get isLoading(): boolean {
    return !this.rows && !this.error;
  }

  get isEmpty(): boolean {
    return this.rows?.length === 0;
  }

  get emptyText(): string {
    return this.searchText === '' ? emptyText : fillIn(emptySearchText, this.searchText);
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.searchLater(event.detail.value);
  }

  async retry(): Promise<void> {
    await refreshApex(this.wired);
  }
}
