import { LightningElement, api } from 'lwc';
import changeMany from '@salesforce/label/c.Editor_Change_Many';
import changeNone from '@salesforce/label/c.Editor_Change_None';
import changeOne from '@salesforce/label/c.Editor_Change_One';
import chooseStatus from '@salesforce/label/c.Editor_Choose_Status';
import selectedMany from '@salesforce/label/c.Editor_Selected_Many';
import selectedNone from '@salesforce/label/c.Editor_Selected_None';
import selectedOne from '@salesforce/label/c.Editor_Selected_One';
import setStatus from '@salesforce/label/c.Editor_Set_Status';
import respondedSuffix from '@salesforce/label/c.Editor_Status_Responded_Suffix';
import { fillIn } from 'c/textFormat';

function byCount(count: number, none: string, one: string, many: string): string {
  if (count === 0) return none;
  return count === 1 ? one : fillIn(many, count);
}

/** Gives the selected members another status; the button says what it will do.
 *  @fires changestatus with the status */
export default class StatusChangeBar extends LightningElement {
  @api statuses: readonly Apex.StatusCount[] = [];
  @api selectedCount = 0;
  @api disabled = false;

  readonly labels = { chooseStatus, setStatus };
  status = '';

  /** Only statuses that the campaign has: any other would be refused. */
  get options(): { readonly label: string; readonly value: string }[] {
    return this.statuses.flatMap(({ label, hasResponded, isOnCampaign }) => {
      if (!label || !isOnCampaign) return [];
      return [{ label: hasResponded ? fillIn(respondedSuffix, label) : label, value: label }];
    });
  }

  get selectionText(): string {
    return byCount(this.selectedCount, selectedNone, selectedOne, selectedMany);
  }

  get buttonLabel(): string {
    return byCount(this.selectedCount, changeNone, changeOne, changeMany);
  }

  get cannotChange(): boolean {
    return this.disabled || this.selectedCount === 0 || this.status === '';
  }

  handlePick(event: CustomEvent<{ value: string }>): void {
    this.status = event.detail.value;
  }

  handleChange(): void {
    this.dispatchEvent(new CustomEvent('changestatus', { detail: { status: this.status } }));
  }
}
