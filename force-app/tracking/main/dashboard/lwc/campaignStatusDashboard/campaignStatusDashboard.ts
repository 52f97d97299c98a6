import { LightningElement, api, wire } from 'lwc';
import { refreshApex, type WireResult } from '@salesforce/apex';
import getDashboard from '@salesforce/apex/CampaignStatusDashboardController.getDashboard';
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
import { rememberStatus, type MembersChanged } from 'c/chosenStatus';
import { fillIn } from 'c/textFormat';
import { countsNote, toBars, type StatusBar } from 'c/statusBreakdown';
import { labels } from './labels';

/** How a campaign is doing and where its members stand. */
export default class CampaignStatusDashboard extends LightningElement {
  @api recordId?: string;

  readonly labels = labels;
  dashboard?: Apex.CampaignDashboard;
  error: unknown;
  chosen: string | null = null;
  isTable = false;
  isRefreshing = false;

  private wired?: WireResult<Apex.CampaignDashboard>;
  private subscription: MessageSubscription | null = null;

  @wire(MessageContext)
  messageContext!: WiredMessageContext;

  @wire(getDashboard, { campaignId: '$recordId' })
  receive(result: WireResult<Apex.CampaignDashboard>): void {
    this.wired = result;
    this.dashboard = result.data;
    this.error = result.error;
  }

  connectedCallback(): void {
    this.subscription = subscribe<MembersChanged>(
      this.messageContext,
      membersChangedChannel,
      ({ campaignId }) => {
        if (campaignId === this.recordId) void this.refresh();
      },
      { scope: APPLICATION_SCOPE }
    );
  }

  disconnectedCallback(): void {
    unsubscribe(this.subscription);
    this.subscription = null;
  }

  get isLoading(): boolean {
    return !this.dashboard && !this.error;
  }

  get isEmpty(): boolean {
    return this.dashboard?.members === 0;
  }

  get bars(): StatusBar[] {
    return this.dashboard ? toBars(this.dashboard.statuses) : [];
  }

  get differentCounts(): string | undefined {
    return this.dashboard && countsNote(this.dashboard);
  }

  get chosenNote(): string {
    const bar = this.chosen === null ? undefined : this.bars.find(({ status }) => status === this.chosen);
    return bar ? fillIn(labels.statusChosen, bar.label, bar.members) : labels.clickABar;
  }

  get viewToggle(): { readonly label: string; readonly iconName: string } {
    return this.isTable ? { label: labels.showBars, iconName: 'utility:metrics' } : { label: labels.showTable, iconName: 'utility:table' };
  }

  handleToggleView(): void {
    this.isTable = !this.isTable;
  }

  handleChoose(event: CustomEvent<{ status: string }>): void {
    const { recordId: campaignId } = this;
    if (campaignId === undefined) return;
    this.chosen = event.detail.status;
    const message = { campaignId, status: this.chosen };
    rememberStatus(message);
    publish(this.messageContext, statusChosenChannel, message);
  }

  async refresh(): Promise<void> {
    this.isRefreshing = true;
    try {
      await refreshApex(this.wired);
    } catch (error) {
      this.error = error;
    } finally {
      this.isRefreshing = false;
    }
  }
}
