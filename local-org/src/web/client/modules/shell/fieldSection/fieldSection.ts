import { LightningElement, api } from 'lwc';
import type { ItemModel, PageModel } from '../../../../site/model.js';
import { facet } from '../../../runtime/facets.js';

/** `flexipage:fieldSection`: columns of single fields (Dynamic Forms). */
export default class FieldSection extends LightningElement {
  @api item!: ItemModel;
  @api page!: PageModel;
  @api recordId?: string;
  @api objectApiName?: string;

  get label(): string {
    return this.item.properties.label ?? '';
  }

  get columns(): { key: string; items: readonly ItemModel[] }[] {
    return facet(this.page, this.item.properties.columns).map((column) => ({
      key: column.key,
      items: facet(this.page, column.properties.body)
    }));
  }
}
