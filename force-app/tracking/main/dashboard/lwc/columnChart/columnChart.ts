import { LightningElement, api } from 'lwc';
import columnText from '@salesforce/label/c.Trend_Column';
import { labelled, percent, scaleFor } from 'c/chartScale';
import { fillIn, formatCount } from 'c/textFormat';

export interface Column {
  readonly key: string;
  /** What stands below it, where there is room. */
  readonly label: string;
  /** The same in full. */
  readonly text: string;
  readonly value: number;
}

interface Placed {
  readonly key: string;
  readonly text: string;
  readonly style: string;
}

const MAXIMUM_LABELS = 4;
const MAXIMUM_LABELS_SMALL = 2;
/** In a viewBox that is one unit wide for each column. */
const COLUMN_WIDTH = 0.8;
const HEIGHT = 100;

/**
 * Columns over time, with the highest one labelled. The drawing stretches with the page; text is set beside it, so that it stays
 * readable at any width.
 */
export default class ColumnChart extends LightningElement {
  @api columns: readonly Column[] = [];
  /** The whole chart in words. */
  @api description = '';
  /** The value that the scale must reach, for charts that are compared; else that of the highest column. */
  @api largest?: number;
  /** Half as high, for a row of charts. */
  @api isSmall = false;

  get plotClass(): string {
    return this.isSmall ? 'plot plot_small' : 'plot';
  }

  get viewBox(): string {
    return `0 0 ${this.columns.length} ${HEIGHT}`;
  }

  get lines(): readonly Placed[] {
    const { top, ticks } = this.scale;
    return ticks.map((tick) => ({ key: `${tick}`, text: formatCount(tick), style: `bottom: ${percent(tick, top)}` }));
  }

  get drawn(): readonly object[] {
    const { top } = this.scale;
    return this.columns.map(({ key, text, value }, index) => {
      const height = (value / top) * HEIGHT;
      return {
        key,
        title: fillIn(columnText, text, value),
        x: index + (1 - COLUMN_WIDTH) / 2,
        y: HEIGHT - height,
        width: COLUMN_WIDTH,
        height
      };
    });
  }

  get labels(): readonly Placed[] {
    return labelled(this.columns.length, this.isSmall ? MAXIMUM_LABELS_SMALL : MAXIMUM_LABELS).map((index) => ({
      key: this.columns[index]!.key,
      text: this.columns[index]!.label,
      style: this.columns.length === 1 ? 'left: 0' : `left: ${percent(index, this.columns.length)}`
    }));
  }

  /** The highest column's value stands above it; near an edge it is moved in. */
  get peak(): Placed | undefined {
    const value = Math.max(0, ...this.columns.map((column) => column.value));
    if (value === 0) return undefined;
    const index = this.columns.findIndex((column) => column.value === value);
    const along = (index + 0.5) / this.columns.length;
    const shift = along < 0.1 ? '0' : along > 0.9 ? '-100%' : '-50%';
    const place = `left: ${percent(along, 1)}; bottom: ${percent(value, this.scale.top)}; transform: translateX(${shift})`;
    return { key: 'peak', text: formatCount(value), style: place };
  }

  private get scale(): ReturnType<typeof scaleFor> {
    return scaleFor(Math.max(this.largest ?? 0, ...this.columns.map(({ value }) => value)), this.isSmall ? 1 : 3);
  }
}
