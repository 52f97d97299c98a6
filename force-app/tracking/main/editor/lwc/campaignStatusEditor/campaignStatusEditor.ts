import { LightningElement, api, wire } from 'lwc';
import { refreshApex, type WireResult } from '@salesforce/apex';
import changeStatuses from '@salesforce/apex/CampaignStatusEditorController.changeStatuses';
import getStatuses from '@salesforce/apex/CampaignStatusEditorController.getStatuses';
import failureTitle from '@salesforce/label/c.Editor_Summary_Title_Failure';
import title from '@salesforce/label/c.Editor_Title';
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
import type MemberList from 'c/memberList';
import type { MemberQuery } from 'c/memberList';
import { summarize, toChanges, type MemberTableRow, type Summary } from 'c/memberRows';

/** The members of a campaign: filter them, select some, give them another status. */
export default class CampaignStatusEditor extends LightningElement {
  @api
  get recordId(): string | undefined {
    return this.campaignId;
  }
  set recordId(value: string | undefined) {
    this.campaignId = value;
    const status = value === undefined ? undefined : takeStatus(value);
    this.show(status === undefined ? {} : { status });
  }

  readonly title = title;
  campaignId?: string;
  query?: MemberQuery;
  filter: Apex.MemberFilter = {};
  statuses: readonly Apex.StatusCount[] = [];
  error: unknown;
  selectedRows: readonly MemberTableRow[] = [];
  summary?: Summary;
  isSaving = false;

  private wiredStatuses?: WireResult<readonly Apex.StatusCount[]>;
  private subscription: MessageSubscription | null = null;

  @wire(MessageContext)
  messageContext!: WiredMessageContext;

  @wire(getStatuses, { campaignId: '$campaignId' })
  receiveStatuses(result: WireResult<readonly Apex.StatusCount[]>): void {
    this.wiredStatuses = result;
    this.error = result.error;
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

  get summaryClass(): string {
    return `slds-m-vertical_small summary summary_${this.summary?.variant}`;
  }

  handleChosen({ campaignId, status }: ChosenStatus): void {
    if (campaignId !== this.campaignId) return;
    takeStatus(campaignId);
    this.show({ status });
  }

  handleFilter(event: CustomEvent<Apex.MemberFilter>): void {
    this.show(event.detail);
  }

  handleClearFilters(): void {
    this.show({});
  }

  handleSelect(event: CustomEvent<{ rows: readonly MemberTableRow[] }>): void {
    this.selectedRows = event.detail.rows;
    this.summary = undefined;
  }

  handleRetry(): void {
    void refreshApex(this.wiredStatuses);
  }

  async handleChange(event: CustomEvent<{ status: string }>): Promise<void> {
    const campaignId = this.campaignId!;
    this.isSaving = true;
    try {
      const results = await changeStatuses({ campaignId, changes: toChanges(this.selectedRows, event.detail.status) });
      this.showResults(results);
      publish(this.messageContext, membersChangedChannel, { campaignId });
      await refreshApex(this.wiredStatuses);
    } catch (error) {
      this.summary = { title: failureTitle, text: errorMessage(error), variant: 'error' };
    } finally {
      this.isSaving = false;
    }
  }

  private showResults(results: readonly Apex.StatusChangeResult[]): void {
    this.template!.querySelector<MemberList & Element>('c-member-list')?.showResults(results);
    this.summary = summarize(results);
    const { title: heading, text: message, variant } = this.summary;
    this.dispatchEvent(new ShowToastEvent({ title: heading, message, variant }));
  }

  private show(filter: Apex.MemberFilter): void {
    this.filter = filter;
    this.query = this.campaignId === undefined ? undefined : { campaignId: this.campaignId, filter };
  }
}
