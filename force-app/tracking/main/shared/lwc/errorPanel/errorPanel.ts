import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.Shared_Error_Title';
import tryAgain from '@salesforce/label/c.Shared_Try_Again';
import { errorMessage } from 'c/errorMessages';

/** Says what went wrong, beside what it concerns, and offers another try.
 *  @fires retry */
export default class ErrorPanel extends LightningElement {
  /** Whatever was reported as an error. */
  @api error: unknown;

  readonly labels = { heading, tryAgain };

  get message(): string {
    return errorMessage(this.error);
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
