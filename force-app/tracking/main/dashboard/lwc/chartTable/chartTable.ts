import { LightningElement, api } from 'lwc';
import region from '@salesforce/label/c.Dashboard_Table_Region';
import { fillIn } from 'c/textFormat';

/** What a chart shows, as a table: the first column names the row, the others hold numbers. */
export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Cell {
  readonly key: string;
  readonly text: string;
}

/** A chart as a table; a wide one scrolls within itself. */
export default class ChartTable extends LightningElement {
  @api caption = '';
  @api data: TableData = { columns: [], rows: [] };

  get regionLabel(): string {
    return fillIn(region, this.caption);
  }

  get firstColumn(): string {
    return this.data.columns[0] ?? '';
  }

  get otherColumns(): readonly Cell[] {
    return cells(this.data.columns);
  }

  get rows(): readonly { readonly key: string; readonly name: string; readonly cells: readonly Cell[] }[] {
    return this.data.rows.map((row, index) => ({ key: `${index}`, name: row[0] ?? '', cells: cells(row) }));
  }
}

function cells(texts: readonly string[]): readonly Cell[] {
  return texts.slice(1).map((text, index) => ({ key: `${index}`, text }));
}
