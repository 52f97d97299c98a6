import { LightningElement, api } from 'lwc';

/**
 * Shows one of four things: what went wrong, shapes while data is loaded, that there is nothing, or the data, which goes into the default
 * slot. What to do about there being nothing goes into the slot `next`.
 * @fires retry
 */
export default class ViewState extends LightningElement {
  /** Whatever was reported as an error; it comes before everything else. */
  @api error: unknown;
  @api isLoading = false;
  @api isEmpty = false;
  /** How many rows the shapes have. */
  @api skeletonRows = 10;
  @api emptyHeading = '';
  @api emptyText = '';
  @api emptyIcon = 'utility:people';

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
