import { api } from 'lwc';
import type { FieldModel } from '../../../../site/model.js';
import { fieldNameOf, findField } from '../../../runtime/formContext.js';
import { FormFieldElement } from '../../../runtime/formFieldElement.js';

type FieldReference = string | { readonly fieldApiName: string };

/** `lightning-input-field`: the input of one field of the record form around it. */
export default class InputField extends FormFieldElement {
  @api fieldName?: FieldReference;
  @api variant = 'standard';
  @api disabled = false;
  @api required = false;
  @api readOnly = false;

  private entered: unknown;
  private isEntered = false;

  /** A preset, or what the user entered. */
  @api
  get value(): unknown {
    return this.isEntered ? this.entered : this.recordValue;
  }
  set value(value: unknown) {
    this.entered = value ?? null;
    this.isEntered = value !== undefined;
  }

  @api
  clean(): void {
    this.isEntered = false;
  }

  @api
  reset(): void {
    this.isEntered = false;
  }

  @api
  reportValidity(): boolean {
    return this.template?.querySelector<HTMLElement & { reportValidity(): boolean }>('shell-input')?.reportValidity() ?? true;
  }

  get field(): FieldModel | undefined {
    const found = findField(this.state?.layout ?? null, this.formFieldName);
    return found && this.required && !found.required ? { ...found, required: true } : found;
  }

  get current(): unknown {
    return this.value ?? null;
  }

  get editable(): boolean {
    return !this.readOnly && !this.disabled && (this.state?.record ? this.field?.updateable === true : this.field?.createable === true);
  }

  get error(): string {
    return this.state?.errors[this.field?.name ?? ''] ?? '';
  }

  get waiting(): boolean {
    return this.state?.layout === null || this.state === null;
  }

  handleValue(event: CustomEvent<{ value: unknown }>): void {
    event.stopPropagation();
    this.entered = event.detail.value;
    this.isEntered = true;
    this.dispatchEvent(new CustomEvent('change', { detail: { value: this.entered, checked: this.entered === true } }));
  }

  protected get formFieldName(): string {
    return fieldNameOf(this.fieldName);
  }

  protected readInput(): { changed: boolean; value: unknown } {
    return { changed: this.isEntered, value: this.current };
  }

  protected validateInput(): boolean {
    return this.reportValidity();
  }

  protected resetInput(): void {
    this.isEntered = false;
  }

  private get recordValue(): unknown {
    return this.state?.record?.fields[this.field?.name ?? '']?.value;
  }
}
