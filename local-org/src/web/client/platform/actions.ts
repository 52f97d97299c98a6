/** Closes the modal of a screen quick action. */
export class CloseActionScreenEvent extends CustomEvent<undefined> {
  static readonly type = 'lightning__actionsclosescreen';
  constructor() {
    super('lightning__actionsclosescreen', { bubbles: true, composed: true, cancelable: true });
  }
}
