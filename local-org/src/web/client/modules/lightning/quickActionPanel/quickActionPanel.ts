import { LightningElement, api } from 'lwc';

/** `lightning-quick-action-panel`: header, body and footer of a screen quick action, in the modal that the record page opens. */
export default class QuickActionPanel extends LightningElement {
  @api header = '';
}
