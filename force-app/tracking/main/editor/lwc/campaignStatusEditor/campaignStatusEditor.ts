import { LightningElement, api, wire } from 'lwc';
import { refreshApex, type WireResult } from '@salesforce/apex';
import getStatuses from '@salesforce/apex/CampaignStatusEditorController.getStatuses';
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
import { takeStatus, type ChosenStatus, type MembersChanged } from 'c/chosenStatus';
import type MemberActions from 'c/memberActions';
import type MemberList from 'c/memberList';
import type { MemberQuery, ShownMembers } from 'c/memberList';
import type { PickedMember } from 'c/memberRows';
import { nothing, pickedMembers, stillSelected, withPage, type Selection } from 'c/memberSelection';
import { targetOptions } from './statusOptions';

/** The members of a campaign: filter them, select some or all, give them another status. */
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
  selection: Selection = nothing;
  shown: ShownMembers = { rows: [] };
  isSaving = false;

  private wiredStatuses?: WireResult<readonly Apex.StatusCount[]>;
  private subscriptions: readonly MessageSubscription[] = [];
  private isPublishing = false;

  @wire(MessageContext)
  messageContext!: WiredMessageContext;

  @wire(getStatuses, { campaignId: '$campaignId' })
  receiveStatuses(result: WireResult<readonly Apex.StatusCount[]>): void {
    this.wiredStatuses = result;
    this.error = result.error;
    if (result.data) this.statuses = result.data;
  }

  connectedCallback(): void {
    const options = { scope: APPLICATION_SCOPE } as const;
    this.subscriptions = [
      subscribe(this.messageContext, statusChosenChannel, (chosen: ChosenStatus) => this.handleChosen(chosen), options),
      subscribe(this.messageContext, membersChangedChannel, (changed: MembersChanged) => this.handleElsewhere(changed), options)
    ];
  }

  disconnectedCallback(): void {
    this.subscriptions.forEach(unsubscribe);
    this.subscriptions = [];
  }

  get statusOptions(): ReturnType<typeof targetOptions> {
    return targetOptions(this.statuses);
  }

  handleChosen({ campaignId, status }: ChosenStatus): void {
    if (campaignId !== this.campaignId) return;
    takeStatus(campaignId);
    this.show({ status });
  }

  /** Members were changed by something else on the page. */
  handleElsewhere({ campaignId }: MembersChanged): void {
    if (campaignId !== this.campaignId || this.isPublishing) return;
    this.list?.refreshIfIdle();
    void refreshApex(this.wiredStatuses);
  }

  handleFilter(event: CustomEvent<Apex.MemberFilter>): void {
    this.show(event.detail);
  }

  handleClearFilters(): void {
    this.show({});
  }

  handleShow(event: CustomEvent<ShownMembers>): void {
    this.shown = event.detail;
  }

  handleSelectPage(event: CustomEvent<{ rows: readonly PickedMember[]; memberIds: readonly string[] }>): void {
    this.selection = withPage(this.selection, event.detail.rows, event.detail.memberIds);
  }

  handleChoose(event: CustomEvent<{ selection: Selection }>): void {
    this.selection = event.detail.selection;
  }

  handleSaving(event: CustomEvent<{ isSaving: boolean }>): void {
    this.isSaving = event.detail.isSaving;
  }

  handleSaveStatuses(event: CustomEvent<{ changes: readonly Apex.StatusChange[] }>): void {
    void this.actions?.change(event.detail.changes);
  }

  handleResults(event: CustomEvent<{ results: readonly Apex.StatusChangeResult[] }>): void {
    const { results } = event.detail;
    this.selection = stillSelected(pickedMembers(this.selection), results);
    this.list?.showResults(results);
    this.tellOthers();
  }

  /** The page was told of it already; here, what became of changes before is no longer of interest. */
  handleJobDone(): void {
    this.list?.refresh();
    void refreshApex(this.wiredStatuses);
  }

  handleImport(): void {
    void this.actions?.importMembers();
  }

  handleRetry(): void {
    void refreshApex(this.wiredStatuses);
  }

  private get list(): (MemberList & Element) | null {
    return this.template!.querySelector<MemberList & Element>('c-member-list');
  }

  private get actions(): (MemberActions & Element) | null {
    return this.template!.querySelector<MemberActions & Element>('c-member-actions');
  }

  private tellOthers(): void {
    this.isPublishing = true;
    publish(this.messageContext, membersChangedChannel, { campaignId: this.campaignId! });
    this.isPublishing = false;
    void refreshApex(this.wiredStatuses);
  }

  /** A selection belongs to the filters that it was made under. */
  private show(filter: Apex.MemberFilter): void {
    this.filter = filter;
    this.selection = nothing;
    this.query = this.campaignId === undefined ? undefined : { campaignId: this.campaignId, filter };
  }
}
