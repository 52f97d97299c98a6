import { LightningElement, api, wire } from 'lwc';
import { refreshApex, type WireResult } from '@salesforce/apex';
import getStatuses from '@salesforce/apex/CampaignStatusEditorController.getStatuses';
import title from '@salesforce/label/c.Editor_Title';
import { MessageContext, type WiredMessageContext } from 'lightning/messageService';
import { takeStatus, type ChosenStatus, type MembersChanged } from 'c/chosenStatus';
import type MemberActions from 'c/memberActions';
import type MemberFilters from 'c/memberFilters';
import type MemberList from 'c/memberList';
import type { MemberQuery, ShownMembers } from 'c/memberList';
import type { PickedMember } from 'c/memberRows';
import { nothing, pickedMembers, stillSelected, withPage, type Selection } from 'c/memberSelection';
import { EditorMessages } from './editorMessages';
import { targetOptions } from './statusOptions';

/** The members of a campaign: filter them, select some or all, give them another status. */
export default class CampaignStatusEditor extends LightningElement {
  @api
  get recordId(): string | undefined {
    return this.campaignId;
  }
  set recordId(value: string | undefined) {
    this.campaignId = value;
    this.statuses = [];
    const status = value === undefined ? undefined : takeStatus(value);
    this.show(status === undefined ? {} : { status });
  }

  readonly title = title;
  campaignId?: string;
  query?: MemberQuery;
  statuses: readonly Apex.StatusCount[] = [];
  error: unknown;
  selection: Selection = nothing;
  shown: ShownMembers = { rows: [] };
  isSaving = false;

  private wiredStatuses?: WireResult<readonly Apex.StatusCount[]>;
  private messages?: EditorMessages;

  @wire(MessageContext)
  messageContext!: WiredMessageContext;

  @wire(getStatuses, { campaignId: '$campaignId' })
  receiveStatuses(result: WireResult<readonly Apex.StatusCount[]>): void {
    this.wiredStatuses = result;
    if (result.data) this.statuses = result.data;
    // Statuses that can't be read again are no reason to take away what is on the screen, with all that isn't saved.
    this.error = this.statuses.length === 0 ? result.error : undefined;
  }

  connectedCallback(): void {
    this.messages = new EditorMessages(this.messageContext, {
      statusChosen: (chosen) => this.handleChosen(chosen),
      membersChanged: (changed) => this.handleElsewhere(changed)
    });
  }

  disconnectedCallback(): void {
    this.messages?.stop();
  }

  /** A list of one, so that everything begins anew with another campaign: what was searched, picked, edited or reported of this one. */
  get campaigns(): readonly string[] {
    return this.campaignId === undefined ? [] : [this.campaignId];
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
    if (campaignId !== this.campaignId) return;
    this.list?.refreshIfIdle();
    void refreshApex(this.wiredStatuses);
  }

  handleFilter(event: CustomEvent<Apex.MemberFilter>): void {
    this.show(event.detail);
  }

  handleClearFilters(): void {
    this.template!.querySelector<MemberFilters & Element>('c-member-filters')?.clear();
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

  handleSaveStatuses(event: CustomEvent<{ changes: readonly Apex.StatusChange[]; members: readonly PickedMember[] }>): void {
    void this.actions?.change(event.detail.changes, event.detail.members);
  }

  handleResults(event: CustomEvent<{ results: readonly Apex.StatusChangeResult[] }>): void {
    const { results } = event.detail;
    this.selection = stillSelected(pickedMembers(this.selection), results);
    this.list?.showResults(results);
    this.messages?.tellMembersChanged(this.campaignId!);
    void refreshApex(this.wiredStatuses);
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

  /** A selection belongs to the filters that it was made under, and so does what can be selected. */
  private show(filter: Apex.MemberFilter): void {
    this.selection = nothing;
    this.shown = { rows: [] };
    this.query = this.campaignId === undefined ? undefined : { campaignId: this.campaignId, filter };
  }
}
