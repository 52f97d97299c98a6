import { LightningElement, api, wire } from 'lwc';
import type { ListModel, RelatedListModel } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { errorText } from '../../../runtime/errors.js';
import { getList } from '../../../runtime/layouts.js';
import type { WireValue } from '../../../runtime/wire.js';

/** One related list as a card: its first rows, and a link to all. */
export default class RelatedList extends LightningElement {
  @api list!: RelatedListModel;
  @api recordId!: string;
  @api objectApiName!: string;
  @api rows = 6;

  @wire(getList, { path: '$path', limit: '$rows' })
  result?: WireValue<ListModel>;

  get path(): string {
    return `related/${this.recordId}/${this.list.name}`;
  }

  get iconName(): string {
    return bootstrap().objects[this.list.object]?.icon ?? 'standard:record';
  }

  get title(): string {
    const total = this.result?.data?.total;
    return total === undefined ? this.list.label : `${this.list.label} (${total.toLocaleString('en-US')})`;
  }

  get url(): string {
    return `/lightning/r/${this.objectApiName}/${this.recordId}/related/${this.list.name}/view`;
  }

  get hasRows(): boolean {
    return (this.result?.data?.rows.length ?? 0) > 0;
  }

  get hasMore(): boolean {
    return (this.result?.data?.total ?? 0) > this.rows;
  }

  get waiting(): boolean {
    return !this.result?.data && !this.result?.error;
  }

  get problem(): string | null {
    return this.result?.error ? errorText(this.result.error) : null;
  }
}
