import { LightningElement, api } from 'lwc';
import type { ItemModel } from '../../../../site/model.js';

/** `flexipage:richText` */
export default class RichText extends LightningElement {
  @api item!: ItemModel;
  @api page?: unknown;
  @api recordId?: string;
  @api objectApiName?: string;

  get text(): string {
    return this.item.properties.richTextValue ?? '';
  }

  get className(): string {
    return this.item.properties.decorate === 'false' ? '' : 'slds-card slds-p-around_medium';
  }
}
