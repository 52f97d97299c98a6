import { LightningElement, api } from 'lwc';
import type { ItemModel, PageModel } from '../../../../site/model.js';
import { arrange } from '../../../runtime/pageLayout.js';

interface Cell {
  readonly key: string;
  readonly className: string;
  readonly items: readonly ItemModel[];
}

/** A FlexiPage: its regions in the arrangement of its template. */
export default class FlexiPage extends LightningElement {
  @api page!: PageModel;
  @api recordId?: string;
  @api objectApiName?: string;

  get rows(): { key: string; cells: Cell[] }[] {
    return arrange(this.page).map((row) => ({
      key: row.key,
      cells: row.columns.map(({ region, size }) => ({ key: region.name, className: `cell size-${Math.round(size)}`, items: region.items }))
    }));
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  renderedCallback(): void {
    if (!this.recordId) document.title = this.page.label;
  }
}
