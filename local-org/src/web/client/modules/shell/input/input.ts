import { LightningElement, api } from 'lwc';
import type { FieldModel } from '../../../../site/model.js';
import { valueText } from '../../../runtime/fields.js';

interface Validated extends HTMLElement {
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  boolean: 'checkbox',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  email: 'email',
  phone: 'tel',
  url: 'url'
};

/** An input for a field, by its type. Fires `valuechange` with `{name, value}`. */
export default class Input extends LightningElement {
  @api field!: FieldModel;
  @api value: unknown;

  private problem = '';

  /** What the server says about the field. */
  @api
  get error(): string {
    return this.problem;
  }
  set error(message: string) {
    this.problem = message;
    this.showProblem();
  }

  @api
  reportValidity(): boolean {
    return this.control?.reportValidity() ?? true;
  }

  renderedCallback(): void {
    this.showProblem();
  }

  get isPicklist(): boolean {
    return this.field.type === 'picklist' && this.field.picklist !== null;
  }

  get isMultiPicklist(): boolean {
    return this.field.type === 'multipicklist';
  }

  get isTextArea(): boolean {
    return this.field.type === 'textarea';
  }

  get isLookup(): boolean {
    return this.field.type === 'reference';
  }

  get isPlain(): boolean {
    return !this.isPicklist && !this.isTextArea && !this.isLookup && !this.isMultiPicklist;
  }

  get inputType(): string {
    return INPUT_TYPES[this.field.type] ?? 'text';
  }

  get isCheckbox(): boolean {
    return this.inputType === 'checkbox';
  }

  get step(): string | undefined {
    return this.inputType === 'number' ? (this.field.scale > 0 ? (10 ** -this.field.scale).toFixed(this.field.scale) : '1') : undefined;
  }

  get maxLength(): number | undefined {
    return this.field.length > 0 ? this.field.length : undefined;
  }

  get checked(): boolean {
    return this.value === true;
  }

  get required(): boolean {
    return this.field.required && !this.isCheckbox;
  }

  get text(): string {
    return valueText(this.value);
  }

  get options(): { value: string; label: string }[] {
    const values = [...(this.field.picklist ?? [])];
    // A value that was deactivated since stays what it is until somebody changes it.
    if (this.text && !this.isMultiPicklist && !values.some((option) => option.value === this.text))
      values.unshift({ value: this.text, label: this.text });
    return this.required || this.isMultiPicklist ? values : [{ value: '', label: '--None--' }, ...values];
  }

  get selected(): string[] {
    return this.text ? this.text.split(';') : [];
  }

  get lookupObject(): string {
    return this.field.referenceTo[0];
  }

  handleChange(event: CustomEvent<{ value?: unknown; checked?: boolean; recordId?: string | null }>): void {
    const { detail } = event;
    this.fire(this.isCheckbox ? detail.checked === true : this.isLookup ? (detail.recordId ?? null) : this.toValue(detail.value));
  }

  private toValue(entered: unknown): unknown {
    if (Array.isArray(entered)) return entered.join(';') || null;
    if (entered === '' || entered === undefined || entered === null) return null;
    return this.inputType === 'number' ? Number(entered) : entered;
  }

  private fire(value: unknown): void {
    this.dispatchEvent(new CustomEvent('valuechange', { detail: { name: this.field.name, value } }));
  }

  private get control(): Validated | null {
    return this.template?.querySelector<Validated>('[data-control]') ?? null;
  }

  private showProblem(): void {
    const { control } = this;
    if (!control?.setCustomValidity) return;
    control.setCustomValidity(this.problem ?? '');
    if (this.problem) control.reportValidity();
  }
}
