import { LightningElement, api } from 'lwc';

/** Says that there is nothing, and what to do next. An action goes into the default slot. */
export default class EmptyState extends LightningElement {
  @api heading = '';
  @api text = '';
  @api iconName = 'utility:people';
}
