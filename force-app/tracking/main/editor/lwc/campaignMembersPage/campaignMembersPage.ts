import { LightningElement, wire } from 'lwc';
import type { WireResult } from '@salesforce/apex';
import getCampaignName from '@salesforce/apex/CampaignPickerController.getCampaignName';
import emptyText from '@salesforce/label/c.Editor_Picker_Empty_Text';
import emptyTitle from '@salesforce/label/c.Editor_Picker_Empty_Title';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';

/** The editor for any campaign. Which one stands in the address, so that it can be sent to somebody and survives a reload. */
export default class CampaignMembersPage extends NavigationMixin(LightningElement) {
  readonly labels = { emptyText, emptyTitle };
  campaignId?: string;
  campaignName = '';
  error: unknown;

  private page?: PageReference;

  @wire(CurrentPageReference)
  receivePage(page: PageReference | undefined): void {
    const campaignId = page?.state?.c__campaignId;
    if (campaignId !== this.campaignId) this.campaignName = '';
    this.page = page;
    this.campaignId = campaignId;
  }

  @wire(getCampaignName, { campaignId: '$campaignId' })
  receiveName({ data, error }: WireResult<string>): void {
    this.error = error;
    if (data !== undefined) this.campaignName = data;
  }

  get isEmpty(): boolean {
    return !this.campaignId;
  }

  get isShown(): boolean {
    return !this.isEmpty && !this.error;
  }

  handleChoose(event: CustomEvent<{ campaignId: string; name: string }>): void {
    const { campaignId, name } = event.detail;
    this.campaignId = campaignId;
    this.campaignName = name;
    if (!this.page) return;
    const state = { ...this.page.state, c__campaignId: campaignId };
    this[NavigationMixin.Navigate]({ ...this.page, state }, true);
  }

  /** Another campaign can be chosen; the one that the address names can't be read. */
  handleRetry(): void {
    this.error = undefined;
    this.campaignId = undefined;
  }
}
