import { LightningElement, wire } from 'lwc';
import { refreshApex, type WireResult } from '@salesforce/apex';
import getCampaigns from '@salesforce/apex/CampaignOverviewController.getCampaigns';
import attention from '@salesforce/label/c.Overview_Column_Attention';
import campaign from '@salesforce/label/c.Overview_Column_Campaign';
import members from '@salesforce/label/c.Overview_Column_Members';
import responseRate from '@salesforce/label/c.Overview_Column_Response_Rate';
import weeks from '@salesforce/label/c.Overview_Column_Weeks';
import emptySearchText from '@salesforce/label/c.Overview_Empty_Search_Text';
import emptyText from '@salesforce/label/c.Overview_Empty_Text';
import emptyTitle from '@salesforce/label/c.Overview_Empty_Title';
import loaded from '@salesforce/label/c.Overview_Loaded';
import more from '@salesforce/label/c.Overview_More';
import note from '@salesforce/label/c.Overview_Note';
import search from '@salesforce/label/c.Overview_Search';
import searchPlaceholder from '@salesforce/label/c.Overview_Search_Placeholder';
import sortBy from '@salesforce/label/c.Overview_Sort_By';
import title from '@salesforce/label/c.Overview_Title';
import { debounce } from 'c/debounce';
import { watchNarrowScreen } from 'c/narrowScreen';
import { sortRows, toRow, type OverviewRow, type Sorting, type SortKey } from 'c/overviewModel';
import { fillIn } from 'c/textFormat';

type Cursor = Apex.CampaignOverviewPage.Cursor;

/** The campaigns changed last, page by page, those that need attention first. */
export default class CampaignOverview extends LightningElement {
  readonly labels = { emptyTitle, more, note, search, searchPlaceholder, sortBy, title };
  readonly sortOptions = [
    { label: attention, value: 'attention' },
    { label: campaign, value: 'name' },
    { label: members, value: 'members' },
    { label: responseRate, value: 'responseRate' },
    { label: weeks, value: 'weeks' }
  ];
  isNarrow = false;
  searchText = '';
  after: Cursor | null = null;
  sorting: Sorting = { key: 'attention', isDescending: true };
  error: unknown;

  /** What each page gave, by the place it begins at; a page that is counted again replaces itself. */
  private pages = new Map<string, Apex.CampaignOverviewPage>();
  private stopWatching?: () => void;
  private wired?: WireResult<Apex.CampaignOverviewPage>;
  private readonly searchLater = debounce((text: string) => {
    this.pages = new Map();
    this.after = null;
    this.searchText = text;
  });

  @wire(getCampaigns, { searchText: '$searchText', after: '$after' })
  receive(result: WireResult<Apex.CampaignOverviewPage>): void {
    this.wired = result;
    this.error = result.error;
    if (result.data) this.pages = new Map(this.pages).set(this.after?.campaignId ?? '', result.data);
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

  get rows(): readonly OverviewRow[] {
    const rows = [...this.pages.values()].flatMap(({ campaigns, days }) => campaigns.map((summary) => toRow(summary, days)));
    return sortRows(rows, this.sorting);
  }

  get isLoading(): boolean {
    return this.pages.size === 0 && !this.error;
  }

  get isEmpty(): boolean {
    return this.pages.size > 0 && this.rows.length === 0;
  }

  get emptyText(): string {
    return this.searchText === '' ? emptyText : fillIn(emptySearchText, this.searchText);
  }

  get next(): Cursor | null {
    return [...this.pages.values()].at(-1)?.next ?? null;
  }

  get loadedText(): string {
    return this.isLoading ? '' : fillIn(loaded, this.rows.length);
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.searchLater(event.detail.value);
  }

  /** The first click on a column sorts names from A, numbers from the largest; another one turns that round. */
  handleSort(event: CustomEvent<{ key: SortKey }>): void {
    const { key } = event.detail;
    this.sorting = { key, isDescending: this.sorting.key === key ? !this.sorting.isDescending : key !== 'name' };
  }

  handleSortOption(event: CustomEvent<{ value: SortKey }>): void {
    this.sorting = { key: event.detail.value, isDescending: event.detail.value !== 'name' };
  }

  handleMore(): void {
    this.after = this.next;
  }

  async retry(): Promise<void> {
    await refreshApex(this.wired);
  }
}
