import { LightningElement, api } from 'lwc';
import getOwners from '@salesforce/apex/CampaignStatusEditorController.getOwners';
import changedSince from '@salesforce/label/c.Editor_Filter_Changed_Since';
import clear from '@salesforce/label/c.Editor_Filter_Clear';
import owner from '@salesforce/label/c.Editor_Filter_Owner';
import responded from '@salesforce/label/c.Editor_Filter_Responded';
import search from '@salesforce/label/c.Editor_Filter_Search';
import searchPlaceholder from '@salesforce/label/c.Editor_Filter_Search_Placeholder';
import status from '@salesforce/label/c.Editor_Filter_Status';
import type from '@salesforce/label/c.Editor_Filter_Type';
import { debounce } from 'c/debounce';
import { ownerOptions, respondedOptions, statusOptions, typeOptions, withCriterion, type Option } from './filterOptions';

/** What to show of a campaign's members.
 *  @fires filter with the whole filter */
export default class MemberFilters extends LightningElement {
  @api campaignId?: string;
  @api filter: Apex.MemberFilter = {};
  @api statuses: readonly Apex.StatusCount[] = [];

  readonly labels = { changedSince, clear, owner, responded, search, searchPlaceholder, status, type };
  readonly respondedOptions = respondedOptions;
  readonly typeOptions = typeOptions;

  owners: readonly Apex.MemberOwner[] = [];
  isLoadingOwners = false;

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

  get owner(): string {
    return this.filter.ownerId ?? '';
  }

  get ownerOptions(): Option[] {
    return ownerOptions(this.owners, this.owner);
  }

  get changedSince(): string {
    return this.filter.changedSince ?? '';
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

  handleSince(event: CustomEvent<{ value: string | null }>): void {
    this.change('changedSince', event.detail.value ?? '');
  }

  /** Owners are read when somebody wants to choose one: few do, and the page opens without waiting for them. */
  async handleOwnersOpen(): Promise<void> {
    if (this.owners.length > 0 || !this.campaignId) return;
    this.isLoadingOwners = true;
    this.owners = await getOwners({ campaignId: this.campaignId }).catch(() => []);
    this.isLoadingOwners = false;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    this.searchLater(event.detail.value);
  }

  /** Takes all criteria away, and the focus to the search: the button that was pressed can no longer have it. */
  @api
  clear(): void {
    this.searchLater.cancel();
    const field = this.template!.querySelector<HTMLElement & { value: string }>('[data-id="search"]')!;
    // What was typed and not searched for yet is no criterion that would go away by itself.
    field.value = '';
    field.focus();
    this.dispatchEvent(new CustomEvent('filter', { detail: {} }));
  }

  private change(criterion: string, value: string): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: withCriterion(this.filter, criterion, value) }));
  }
}
