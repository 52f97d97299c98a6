import { LightningElement, api, track } from 'lwc';
import type { ItemModel, PageModel } from '../../../../site/model.js';
import { facet, titleOf } from '../../../runtime/facets.js';

interface Tab {
  readonly value: string;
  readonly label: string;
  readonly items: readonly ItemModel[];
  opened: boolean;
}

/** `flexipage:tabset`: a tab's components are created when it is first opened, and kept. */
export default class Tabset extends LightningElement {
  @api item!: ItemModel;
  @api page!: PageModel;
  @api recordId?: string;
  @api objectApiName?: string;

  @track tabs: Tab[] = [];
  active = '';

  connectedCallback(): void {
    const items = facet(this.page, this.item.properties.tabs);
    this.tabs = items.map((tab) => ({
      value: tab.key,
      label: titleOf(tab.properties.title ?? ''),
      items: facet(this.page, tab.properties.body),
      opened: false
    }));
    this.active = (items.find((tab) => tab.properties.active === 'true') ?? items[0])?.key ?? '';
  }

  handleActive(event: Event): void {
    const tab = this.tabs.find(({ value }) => value === (event.target as unknown as { value: string }).value);
    if (tab) tab.opened = true;
  }
}
