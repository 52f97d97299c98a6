import { LightningElement, api } from 'lwc';
import notKnown from '@salesforce/label/c.Shared_Not_Known';

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

  get fractionDigits(): number {
    return { decimal: 0, currency: 2, percent: 1 }[this.formatStyle];
  }

  get explanation(): string {
    return [this.isKnown ? undefined : this.unknownReason, this.help].filter(Boolean).join(' ');
  }
}
