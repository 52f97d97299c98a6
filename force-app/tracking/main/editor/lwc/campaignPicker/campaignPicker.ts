import { LightningElement, api } from 'lwc';
import findCampaigns from '@salesforce/apex/CampaignPickerController.findCampaigns';
import found from '@salesforce/label/c.Editor_Picker_Found';
import label from '@salesforce/label/c.Editor_Picker_Chosen';
import loading from '@salesforce/label/c.Editor_Picker_Loading';
import nothing from '@salesforce/label/c.Editor_Picker_Nothing';
import placeholder from '@salesforce/label/c.Editor_Picker_Placeholder';
import { debounce } from 'c/debounce';
import { errorMessage } from 'c/errorMessages';
import { fillIn } from 'c/textFormat';
import { activeAfter, toOptions, type CampaignOption } from './pickerModel';

/** Finds a campaign by a part of its name; without one it offers those that were changed last.
 *  @fires choose with the id and the name of the campaign */
export default class CampaignPicker extends LightningElement {
  /** The name of the campaign that was chosen, shown until something else is typed. */
  @api
  get value(): string {
    return this.text;
  }
  set value(value: string) {
    this.text = value;
  }

  readonly labels = { label, placeholder };
  text = '';
  isOpen = false;
  message = '';

  private campaigns: readonly Apex.CampaignChoice[] = [];
  private active = -1;
  /** Counts the searches, so that a late answer does not replace a newer one. */
  private asked = 0;
  private readonly searchLater = debounce((text: string) => {
    void this.search(text);
  });

  disconnectedCallback(): void {
    this.searchLater.cancel();
  }

  get options(): CampaignOption[] {
    return toOptions(this.campaigns, this.active);
  }

  get dropdownClass(): string {
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click ${this.isOpen ? 'slds-is-open' : ''}`;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get activeId(): string | null {
    return this.options[this.active]?.elementId ?? null;
  }

  handleFocus(): void {
    this.isOpen = true;
    void this.search('');
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    this.searchLater(this.text);
  }

  handleBlur(): void {
    this.close();
  }

  handleKey(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'Escape') this.close();
    if (key === 'Enter' && this.isOpen) this.choose(this.campaigns[this.active]);
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    event.preventDefault();
    this.isOpen = true;
    this.active = activeAfter(key, this.active, this.campaigns.length);
  }

  /** Before the blur of the field, which closes the list. */
  handlePress(event: Event): void {
    event.preventDefault();
    const { campaign } = (event.currentTarget as HTMLElement).dataset;
    this.choose(this.campaigns.find(({ campaignId }) => campaignId === campaign));
  }

  private choose(chosen: Apex.CampaignChoice | undefined): void {
    if (!chosen) return;
    this.text = chosen.name ?? '';
    this.close();
    this.dispatchEvent(new CustomEvent('choose', { detail: { campaignId: chosen.campaignId, name: chosen.name } }));
  }

  /** An answer that comes later is of no interest any more. */
  private close(): void {
    this.searchLater.cancel();
    this.asked += 1;
    this.isOpen = false;
    this.message = '';
  }

  private async search(searchText: string): Promise<void> {
    this.asked += 1;
    const asked = this.asked;
    this.message = loading;
    try {
      const campaigns = await findCampaigns({ searchText });
      if (asked !== this.asked) return;
      this.campaigns = campaigns;
      this.active = -1;
      this.message = campaigns.length > 0 ? fillIn(found, campaigns.length) : fillIn(nothing, searchText);
    } catch (error) {
      if (asked === this.asked) this.message = errorMessage(error);
    }
  }
}
