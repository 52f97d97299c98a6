import { LightningElement, api } from 'lwc';
import { percent } from 'c/chartScale';
import { formatCount } from 'c/textFormat';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Beside the value: a share, a rate. */
  readonly note?: string;
  /** Where the label leads to. */
  readonly url?: string;
}

/** Bars that start at one line, each with its name and number beside it. */
export default class BarList extends LightningElement {
  @api bars: readonly Bar[] = [];

  /** Notes in words need more room than shares. */
  get barClass(): string {
    return this.bars.some(({ note = '' }) => note.includes(' ')) ? 'bar bar_words' : 'bar';
  }

  get drawn(): readonly object[] {
    const largest = Math.max(0, ...this.bars.map(({ value }) => value));
    return this.bars.map((bar) => ({ ...bar, text: formatCount(bar.value), style: `width: ${percent(bar.value, largest)}` }));
  }
}
