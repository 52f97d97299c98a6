import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { ItemModel, QuickActionModel } from '../../../../site/model.js';
import { CloseActionScreenEvent } from '../../../platform/actions.js';

/** The modal of a screen quick action: the component draws its own content, as it does in an org. */
export default class QuickAction extends LightningModal {
  @api action!: QuickActionModel;
  @api recordId!: string;
  @api objectApiName!: string;

  get name(): string {
    return `c:${this.action.component}`;
  }

  get item(): ItemModel {
    return { key: this.action.name, component: this.name, field: null, properties: {}, visibility: null };
  }

  connectedCallback(): void {
    this.addEventListener(CloseActionScreenEvent.type, () => this.close());
  }
}
