import { LightningElement, api, wire } from 'lwc';
import type { FieldModel, ItemModel, LayoutModel } from '../../../../site/model.js';
import { getRecord, type UiRecord } from '../../../platform/uiRecordApi.js';
import { getLayout } from '../../../runtime/layouts.js';
import { recordFields } from '../../../runtime/fields.js';
import type { WireValue } from '../../../runtime/wire.js';

/** One field of the record, placed on the page by itself. */
export default class FieldItem extends LightningElement {
  @api item!: ItemModel;
  @api page?: unknown;
  @api recordId?: string;
  @api objectApiName?: string;

  @wire(getLayout, { objectApiName: '$objectApiName' })
  layout?: WireValue<LayoutModel>;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  record?: WireValue<UiRecord>;

  get field(): FieldModel | undefined {
    const name = this.item.field?.replace(/^Record\./, '').toLowerCase();
    return this.layout?.data?.fields.find((candidate) => candidate.name.toLowerCase() === name);
  }

  get fields(): string[] | undefined {
    return this.field && recordFields(this.objectApiName!, [this.field]);
  }
}
