import { LightningElement, api } from 'lwc';
import clear from '@salesforce/label/c.Editor_Filter_Clear';
import responded from '@salesforce/label/c.Editor_Filter_Responded';
import search from '@salesforce/label/c.Editor_Filter_Search';
import searchPlaceholder from '@salesforce/label/c.Editor_Filter_Search_Placeholder';
import status from '@salesforce/label/c.Editor_Filter_Status';
import type from '@salesforce/label/c.Editor_Filter_Type';
import { debounce } from 'c/debounce';
import { respondedOptions, statusOptions, typeOptions, withCriterion, type Option } from './filterOptions';

/** What to show of a campaign's members.
 *  @fires filter with the whole filter */
export default class MemberFilters extends LightningElement {
  @api filter: Apex.MemberFilter = {};
  @api statuses: readonly Apex.StatusCount[] = [];

  readonly labels = { clear, responded, search, searchPlaceholder, status, type };
  readonly respondedOptions = respondedOptions;
  readonly typeOptions = typeOptions;

  private readonly searchLater = debounce((text: string) => this.change('searchText', text));

  disconnectedCallback(): void {
    this.searchLater.cancel();
  }

  get statusOptions(): Option[] {
    return statusOptions(this.statuses);
  }

  get status(): string {
    return this.filter.status ?? '';
  }

  get responded(): string {
    return String(this.filter.hasResponded ?? '');
  }

  get type(): string {
    return this.filter.type ?? '';
  }

  get searchText(): string {
    return this.filter.searchText ?? '';
  }

  get isUnfiltered(): boolean {
    return Object.keys(this.filter).length === 0;
  }

  handlePick(event: CustomEvent<{ value: string }>): void {
    this.change((event.currentTarget as HTMLElement).dataset.criterion!, event.detail.value);
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.searchLater(event.detail.value);
  }

  handleClear(): void {
    this.searchLater.cancel();
    this.dispatchEvent(new CustomEvent('filter', { detail: {} }));
  }

  private change(criterion: string, value: string): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: withCriterion(this.filter, criterion, value) }));
  }
}
