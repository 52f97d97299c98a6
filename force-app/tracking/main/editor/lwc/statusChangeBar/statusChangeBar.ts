import { LightningElement, api } from 'lwc';
import chooseStatus from '@salesforce/label/c.Editor_Choose_Status';
import preview from '@salesforce/label/c.Editor_Preview_Button';
import setStatus from '@salesforce/label/c.Editor_Set_Status';

/** Chooses the status that the selected members are to get; what that would do is shown before anything is written. What else can be done
 *  with members goes into the default slot.
 *  @fires previewchange with the status */
export default class StatusChangeBar extends LightningElement {
  /** The statuses of the campaign; any other would be refused. */
  @api statusOptions: readonly { readonly label: string; readonly value: string }[] = [];
  /** Whether anybody is selected. */
  @api hasSelection = false;
  @api disabled = false;

  readonly labels = { chooseStatus, preview, setStatus };
  status = '';

  @api
  focus(): void {
    this.template!.querySelector<HTMLElement>('lightning-combobox')?.focus();
  }

  get cannotPreview(): boolean {
    return this.disabled || !this.hasSelection || this.status === '';
  }

  handlePick(event: CustomEvent<{ value: string }>): void {
    this.status = event.detail.value;
  }

  handlePreview(): void {
    this.dispatchEvent(new CustomEvent('previewchange', { detail: { status: this.status } }));
  }
}
