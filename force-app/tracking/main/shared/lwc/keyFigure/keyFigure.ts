import { LightningElement, api } from 'lwc';
import notKnown from '@salesforce/label/c.Shared_Not_Known';

const WITHOUT_CENTS = 10_000;

/** One number with its name and an explanation; says 'not known', and why, where there is no number. */
export default class KeyFigure extends LightningElement {
  @api label = '';
  @api value?: number | null;
  /** Why there is no value. */
  @api unknownReason?: string | null;
  /** The formula and the fields behind the number. */
  @api help?: string;
  /** As in lightning-formatted-number. */
  @api formatStyle: 'decimal' | 'currency' | 'percent' = 'decimal';
  @api currencyCode?: string;

  readonly notKnown = notKnown;

  get isKnown(): boolean {
    return typeof this.value === 'number';
  }

  /** Large amounts do without cents. */
  get fractionDigits(): number {
    if (this.formatStyle === 'currency') return Math.abs(this.value ?? 0) < WITHOUT_CENTS ? 2 : 0;
    return this.formatStyle === 'percent' ? 1 : 0;
  }

  get leastFractionDigits(): number {
    return this.formatStyle === 'currency' ? this.fractionDigits : 0;
  }

  get explanation(): string {
    return [this.isKnown ? undefined : this.unknownReason, this.help].filter(Boolean).join(' ');
  }
}
