import { FormFieldElement } from '../../../runtime/formFieldElement.js';

/** `lightning-messages`: why the form around it was refused. */
export default class Messages extends FormFieldElement {
  get problem(): string | null {
    return this.state?.problem ?? null;
  }

  protected get formFieldName(): string {
    return '';
  }
}
