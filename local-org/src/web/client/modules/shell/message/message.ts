import { LightningElement, api } from 'lwc';

/** A card that says one thing: an empty state, a missing page, a failed component. */
export default class Message extends LightningElement {
  @api iconName = 'utility:info';
  @api heading = '';
  @api text = '';
  /** More than most want to read: a stack trace. */
  @api details = '';
  @api variant: 'plain' | 'error' = 'plain';

  get iconVariant(): string {
    return this.variant === 'error' ? 'error' : '';
  }

  get role(): string {
    return this.variant === 'error' ? 'alert' : 'note';
  }
}
