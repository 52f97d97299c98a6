import { LightningElement, api, wire } from 'lwc';
import type { ItemModel, LayoutModel, RelatedListModel } from '../../../../site/model.js';
import { getLayout } from '../../../runtime/layouts.js';
import type { WireValue } from '../../../runtime/wire.js';

/** The related lists of a record: all of its layout's, or one. */
export default class RelatedLists extends LightningElement {
  @api item?: ItemModel;
  @api page?: unknown;
  @api recordId!: string;
  @api objectApiName!: string;
  /** Child relationship of the only list to show, with all its rows. */
  @api single?: string;

  @wire(getLayout, { objectApiName: '$objectApiName' })
  layout?: WireValue<LayoutModel>;

  get lists(): { key: string; list: RelatedListModel; rows: number }[] {
    const name = this.single ?? this.item?.properties.relatedListApiName;
    const lists = this.layout?.data?.relatedLists ?? [];
    const shown = name ? lists.filter((list) => list.name.replace(/__r$/, '') === name.replace(/__[rc]$/, '')) : lists;
    const rows = this.single ? 50 : Number(this.item?.properties.rowsToDisplay ?? 6);
    return shown.map((list) => ({ key: list.name, list, rows }));
  }

  get nothing(): boolean {
    return this.layout?.data !== undefined && this.lists.length === 0;
  }
}
