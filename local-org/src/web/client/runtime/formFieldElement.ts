import { LightningElement } from 'lwc';
import { REGISTER, type FormField, type FormState, type Registration } from './formContext.js';

/** An element inside a record form: it tells the form when it comes and goes. */
export abstract class FormFieldElement extends LightningElement {
  state: FormState | null = null;
  private registration: Registration | null = null;

  connectedCallback(): void {
    const fieldName = (): string => this.formFieldName;
    const field = {
      get fieldName() {
        return fieldName();
      },
      update: (state: FormState) => {
        this.state = state;
      },
      read: () => this.readInput(),
      validate: () => this.validateInput(),
      reset: () => this.resetInput()
    } as FormField;
    this.registration = { field, leave: null };
    this.dispatchEvent(new CustomEvent(REGISTER, { bubbles: true, composed: true, detail: this.registration }));
  }

  disconnectedCallback(): void {
    this.registration?.leave?.();
  }

  protected abstract get formFieldName(): string;

  protected readInput(): { changed: boolean; value: unknown } {
    return { changed: false, value: undefined };
  }

  protected validateInput(): boolean {
    return true;
  }

  protected resetInput(): void {
    // Nothing was entered.
  }
}
