import { LightningElement, api, wire } from 'lwc';
import { refreshApex, type WireResult } from '@salesforce/apex';
import changeStatuses from '@salesforce/apex/CampaignStatusEditorController.changeStatuses';
import countMembers from '@salesforce/apex/CampaignStatusEditorController.countMembers';
import getMembers from '@salesforce/apex/CampaignStatusEditorController.getMembers';
import getStatuses from '@salesforce/apex/CampaignStatusEditorController.getStatuses';
import membersChangedChannel from '@salesforce/messageChannel/CampaignMembersChanged__c';
import statusChosenChannel from '@salesforce/messageChannel/CampaignStatusChosen__c';
import {
  APPLICATION_SCOPE,
  MessageContext,
  publish,
  subscribe,
  unsubscribe,
  type MessageSubscription,
  type WiredMessageContext
} from 'lightning/messageService';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { takeStatus, type ChosenStatus } from 'c/chosenStatus';
import { errorMessage } from 'c/errorMessages';
import { stillToChange, summarize, toChanges, toTableRows, withResults, type MemberTableRow, type Summary } from './editorModel';
import { labels, nobody, nobodyMatches } from './labels';
import { MemberPager, type PageMove } from './memberPager';

/** The members of a campaign page by page: filter them, select some, give them another status. */
export default class CampaignStatusEditor extends LightningElement {
  @api
  get recordId(): string | undefined {
    return this.campaignId;
  }
  set recordId(value: string | undefined) {
    this.campaignId = value;
    const status = value === undefined ? undefined : takeStatus(value);
    void this.show(status === undefined ? {} : { status });
  }

  readonly labels = labels;
  campaignId?: string;
  statuses: readonly Apex.StatusCount[] = [];
  filter: Apex.MemberFilter = {};
  sortedDirection: 'asc' | 'desc' = 'asc';
  page?: Apex.MemberPage;
  count?: number;
  rows: MemberTableRow[] = [];
  selected: string[] = [];
  summary?: Summary;
  pageError: unknown;
  statusesError: unknown;
  isLoading = false;
  isSaving = false;

  private readonly pager = new MemberPager((request) => getMembers({ request }));
  private wiredStatuses?: WireResult<readonly Apex.StatusCount[]>;
  private subscription: MessageSubscription | null = null;

  @wire(MessageContext)
  messageContext!: WiredMessageContext;

  @wire(getStatuses, { campaignId: '$campaignId' })
  receiveStatuses(result: WireResult<readonly Apex.StatusCount[]>): void {
    this.wiredStatuses = result;
    this.statusesError = result.error;
    if (result.data) this.statuses = result.data;
  }

  connectedCallback(): void {
    const listener = (chosen: ChosenStatus): void => this.handleChosen(chosen);
    this.subscription = subscribe(this.messageContext, statusChosenChannel, listener, { scope: APPLICATION_SCOPE });
  }

  disconnectedCallback(): void {
    unsubscribe(this.subscription);
    this.subscription = null;
  }

  get error(): unknown {
    return this.pageError ?? this.statusesError;
  }

  get isFirstLoad(): boolean {
    return !this.page;
  }

  get isEmpty(): boolean {
    return this.page?.members.length === 0;
  }

  get isBusy(): boolean {
    return this.isLoading || this.isSaving;
  }

  get isFiltered(): boolean {
    return Object.keys(this.filter).length > 0;
  }

  get empty(): { readonly heading: string; readonly text: string } {
    return this.isFiltered ? nobodyMatches : nobody;
  }

  get summaryClass(): string {
    return `slds-m-vertical_small summary summary_${this.summary?.variant}`;
  }

  handleChosen({ campaignId, status }: ChosenStatus): void {
    if (campaignId !== this.campaignId) return;
    takeStatus(campaignId);
    void this.show({ status });
  }

  handleFilter(event: CustomEvent<Apex.MemberFilter>): void {
    void this.show(event.detail);
  }

  handleClearFilters(): void {
    void this.show({});
  }

  handleSort(event: CustomEvent<{ direction: 'asc' | 'desc' }>): void {
    this.sortedDirection = event.detail.direction;
    this.pager.sort(this.sortedDirection === 'desc');
    void this.turn('first');
  }

  handleTurn(event: CustomEvent<{ move: PageMove }>): void {
    void this.turn(event.detail.move);
  }

  handleSelect(event: CustomEvent<{ memberIds: string[] }>): void {
    this.selected = event.detail.memberIds;
  }

  handleRetry(): void {
    void Promise.all([this.turn('stay'), this.recount()]);
  }

  async handleChange(event: CustomEvent<{ status: string }>): Promise<void> {
    const campaignId = this.campaignId!;
    this.isSaving = true;
    try {
      const changes = toChanges(this.rows, this.selected, event.detail.status);
      this.showResults(await changeStatuses({ campaignId, changes }));
      publish(this.messageContext, membersChangedChannel, { campaignId });
      await this.recount();
    } catch (error) {
      this.summary = { title: labels.failureTitle, text: errorMessage(error), variant: 'error' };
    } finally {
      this.isSaving = false;
    }
  }

  private showResults(results: readonly Apex.StatusChangeResult[]): void {
    this.rows = withResults(this.rows, results);
    this.selected = stillToChange(results);
    this.summary = summarize(results);
    const { title, text: message, variant } = this.summary;
    this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
  }

  private async show(filter: Apex.MemberFilter): Promise<void> {
    this.filter = filter;
    this.pager.filterBy(filter);
    await Promise.all([this.turn('first'), this.countMembers()]);
  }

  private async turn(move: PageMove): Promise<void> {
    if (this.campaignId === undefined) return;
    this.isLoading = true;
    try {
      const page = await this.pager.turn(this.campaignId, move);
      if (!page) return;
      this.page = page;
      this.rows = toTableRows(page.members);
      this.selected = [];
      this.summary = undefined;
      this.pageError = undefined;
    } catch (error) {
      this.pageError = error;
    }
    this.isLoading = false;
  }

  private async recount(): Promise<void> {
    await Promise.all([refreshApex(this.wiredStatuses), this.countMembers()]);
  }

  /** The count is of use, not needed: what is wrong is reported by the page itself. */
  private async countMembers(): Promise<void> {
    const { campaignId, filter } = this;
    if (campaignId === undefined) return;
    const count = await countMembers({ campaignId, filter }).catch(() => undefined);
    if (filter === this.filter) this.count = count;
  }
}
