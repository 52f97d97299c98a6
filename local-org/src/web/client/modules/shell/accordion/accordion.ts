import { LightningElement, api } from 'lwc';
import type { ItemModel, PageModel } from '../../../../site/model.js';
import { facet } from '../../../runtime/facets.js';

/** `flexipage:accordion` */
export default class Accordion extends LightningElement {
  @api item!: ItemModel;
  @api page!: PageModel;
  @api recordId?: string;
  @api objectApiName?: string;

  get sections(): { name: string; label: string; items: readonly ItemModel[] }[] {
    const items = facet(this.page, this.item.properties.accordionSections ?? this.item.properties.sections);
    return items.map((section) => ({
      name: section.key,
      label: section.properties.label ?? '',
      items: facet(this.page, section.properties.body)
    }));
  }

  get open(): string[] {
    const items = facet(this.page, this.item.properties.accordionSections ?? this.item.properties.sections);
    return items.filter((section) => section.properties.active === 'true').map((section) => section.key);
  }
}
