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
import { downloadCsv } from 'c/csvText';
import { dashboardCsv } from 'c/dashboardCsv';
import { countsNote, toBars, type StatusBar } from 'c/statusBreakdown';
import { fillIn } from 'c/textFormat';
import { granularityFor, type Granularity } from 'c/timePeriods';
import type TrendPanel from 'c/trendPanel';
import { labels } from './labels';

/** How a campaign is doing, where its members stand, and how they came there. */
export default class CampaignStatusDashboard extends LightningElement {
  @api recordId?: string;

  readonly labels = labels;
  dashboard?: Apex.CampaignDashboard;
  error: unknown;
  chosen: string | null = null;
  includeDescendants = false;
  isTable = false;
  isRefreshing = false;

  private trend?: Apex.CampaignTrend;
  private wired?: WireResult<Apex.CampaignDashboard>;
  private subscription: MessageSubscription | null = null;

  @wire(MessageContext)
  messageContext!: WiredMessageContext;

  @wire(getDashboard, { campaignId: '$recordId', includeDescendants: '$includeDescendants' })
  receive(result: WireResult<Apex.CampaignDashboard>): void {
    this.wired = result;
    this.error = result.error;
    // While the other scope is counted the last numbers stay, so that nothing jumps.
    if (result.data) this.dashboard = result.data;
  }

  connectedCallback(): void {
    this.subscription = subscribe<MembersChanged>(
      this.messageContext,
      membersChangedChannel,
      ({ campaignId }) => {
        const isShown = this.dashboard?.parts.some((part) => part.campaignId === campaignId);
        if (isShown || campaignId === this.recordId) void this.refresh();
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

  get statusLabels(): readonly string[] {
    return this.bars.flatMap(({ status }) => status ?? []);
  }

  get granularity(): Granularity {
    const { startDate, endDate } = this.dashboard ?? {};
    return granularityFor(startDate, endDate, new Date().toISOString().slice(0, 10));
  }

  get differentCounts(): string | undefined {
    return this.dashboard && countsNote(this.dashboard);
  }

  get chosenNote(): string {
    const bar = this.chosen === null ? undefined : this.bars.find(({ status }) => status === this.chosen);
    return bar ? fillIn(labels.statusChosen, bar.label, bar.members) : labels.clickABar;
  }

  handleScope(event: CustomEvent<{ includeDescendants: boolean }>): void {
    this.includeDescendants = event.detail.includeDescendants;
  }

  handleToggleView(): void {
    this.isTable = !this.isTable;
  }

  handleTrend(event: CustomEvent<{ trend: Apex.CampaignTrend }>): void {
    this.trend = event.detail.trend;
  }

  handleExport(): void {
    if (this.dashboard) downloadCsv(fillIn(labels.fileName, this.dashboard.campaignName), dashboardCsv(this.dashboard, this.trend));
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
      const trend = this.template!.querySelector<HTMLElement & TrendPanel>('c-trend-panel');
      await Promise.all([refreshApex(this.wired), trend?.refresh()]);
    } catch (error) {
      this.error = error;
    } finally {
      this.isRefreshing = false;
    }
  }
}
