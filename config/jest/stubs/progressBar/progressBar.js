import { LightningElement, api } from 'lwc';

/** The stub of sfdx-lwc-jest lacks ariaLabel, which the real bar takes as a property and puts on its element of role progressbar. */
export default class ProgressBar extends LightningElement {
  @api ariaLabel;
  @api size;
  @api value;
  @api variant;
}
