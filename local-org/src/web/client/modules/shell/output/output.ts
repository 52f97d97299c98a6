import { LightningElement, api } from 'lwc';

/** A value as its field type shows it. */
export default class Output extends LightningElement {
  @api type = 'string';
  @api value: unknown;
  /** The value's text as the server formats it: labels of picklists. */
  @api text: string | null = null;
  @api scale = 0;
  @api referenceText: string | null = null;

  get empty(): boolean {
    return this.value === null || this.value === undefined || this.value === '';
  }

  get isReference(): boolean {
    return this.is('reference') && this.referenceText !== null;
  }
  get isNumber(): boolean {
    return this.is('int', 'double', 'long');
  }
  get isCurrency(): boolean {
    return this.is('currency');
  }
  get isPercent(): boolean {
    return this.is('percent');
  }
  get isDate(): boolean {
    return this.is('date');
  }
  get isDatetime(): boolean {
    return this.is('datetime');
  }
  get isEmail(): boolean {
    return this.is('email');
  }
  get isPhone(): boolean {
    return this.is('phone');
  }
  get isUrl(): boolean {
    return this.is('url');
  }
  get isBoolean(): boolean {
    return this.type === 'boolean';
  }
  get isAddress(): boolean {
    return this.is('address');
  }
  get isText(): boolean {
    return (
      !this.empty &&
      !this.isReference &&
      !this.is('int', 'double', 'long', 'currency', 'percent', 'date', 'datetime', 'email', 'phone', 'url', 'boolean', 'address')
    );
  }

  get referenceUrl(): string {
    return `/lightning/r/${String(this.value)}/view`;
  }

  get checkedLabel(): string {
    return this.value === true ? 'True' : 'False';
  }

  get shownText(): string {
    return this.text ?? String(this.value);
  }

  get addressText(): string {
    const { street, city, state, postalCode, country } = this.value as Record<string, string | null>;
    return [street, [city, state, postalCode].filter(Boolean).join(' '), country].filter(Boolean).join('\n');
  }

  private is(...types: string[]): boolean {
    return !this.empty && types.includes(this.type);
  }
}
