import { LightningElement, api } from 'lwc';
import description from '@salesforce/label/c.Overview_Weeks_Description';
import { fillIn, formatCount } from 'c/textFormat';

const HEIGHT = 24;
const STEP = 8;
const WIDTH = 6;

/** Counts of the last weeks in the space of a word, the latest on the right, with their sum beside them. */
export default class SparkColumns extends LightningElement {
  @api counts: readonly number[] = [];

  get viewBox(): string {
    return `0 0 ${this.counts.length * STEP} ${HEIGHT}`;
  }

  get description(): string {
    return fillIn(description, this.counts.length, this.counts.map(formatCount).join(', '));
  }

  get total(): string {
    return formatCount(this.counts.reduce((sum, count) => sum + count, 0));
  }

  /** A week without responses is a line on the ground. */
  get columns(): readonly object[] {
    const largest = Math.max(1, ...this.counts);
    return this.counts.map((count, index) => {
      const height = Math.max(1, (count / largest) * HEIGHT);
      return { key: `${index}`, x: index * STEP, y: HEIGHT - height, width: WIDTH, height };
    });
  }
}
