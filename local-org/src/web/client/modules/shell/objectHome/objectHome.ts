import { LightningElement, api, wire } from 'lwc';
import RecordForm from 'shell/recordForm';
import type { LayoutModel, ListModel, ObjectModel } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { errorText } from '../../../runtime/errors.js';
import { getLayout, getList } from '../../../runtime/layouts.js';
import { go } from '../../../runtime/router.js';
import type { WireValue } from '../../../runtime/wire.js';

const PAGE = 50;
/** Milliseconds between the last key and the search. */
const TYPING = 300;

/** The list of an object's records. */
export default class ObjectHome extends LightningElement {
  @api objectApiName!: string;
  /** The address asks for a new record. */
  @api create = false;

  sort?: string;
  direction?: string;
  search = '';
  limit = PAGE;
  private timer?: ReturnType<typeof setTimeout>;

  @wire(getLayout, { objectApiName: '$objectApiName' })
  layout?: WireValue<LayoutModel>;

  list?: ListModel;
  problem: string | null = null;

  /** The last list stays until the next one is there. */
  @wire(getList, { path: '$path', sort: '$sort', direction: '$direction', search: '$search', limit: '$limit' })
  handleList({ data, error }: WireValue<ListModel>): void {
    if (data) this.list = data;
    if (data || error) this.problem = error ? errorText(error) : null;
  }

  get path(): string {
    return `list/${this.objectApiName}`;
  }

  get object(): ObjectModel {
    return bootstrap().objects[this.objectApiName];
  }

  get summary(): string {
    if (!this.list) return ' ';
    const shown = this.list.rows.length;
    const total = this.list.total;
    const items = `${total.toLocaleString('en-US')} ${total === 1 ? 'item' : 'items'}`;
    const column = this.list.columns.find((field) => field.name === this.list!.sort);
    return `${shown < total ? `${shown} of ` : ''}${items}${column ? ` • Sorted by ${column.label}` : ''}`;
  }

  get canCreate(): boolean {
    return this.layout?.data?.rights.create === true;
  }

  get isEmpty(): boolean {
    return this.list?.rows.length === 0;
  }

  get hasRows(): boolean {
    return (this.list?.rows.length ?? 0) > 0;
  }

  get hasMore(): boolean {
    return this.list !== undefined && this.list.rows.length < this.list.total;
  }

  get waiting(): boolean {
    return !this.list && !this.problem;
  }

  get emptyText(): string {
    return this.search ? `Nothing matches "${this.search}".` : `There are no ${this.object.labelPlural.toLowerCase()} that you can see.`;
  }

  renderedCallback(): void {
    document.title = this.object.labelPlural;
    if (this.create) {
      this.create = false;
      go(`/lightning/o/${this.objectApiName}/list`, true);
      void this.handleNew();
    }
  }

  handleSort(event: CustomEvent<{ field: string; direction: string }>): void {
    this.sort = event.detail.field;
    this.direction = event.detail.direction;
  }

  handleSearch(event: CustomEvent<{ value: string }>): void {
    clearTimeout(this.timer);
    const { value } = event.detail;
    this.timer = setTimeout(() => {
      this.search = value;
      this.limit = PAGE;
    }, TYPING);
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  async handleNew(): Promise<void> {
    const id = (await RecordForm.open({ size: 'medium', label: `New ${this.object.label}`, objectApiName: this.objectApiName })) as
      string | undefined;
    if (id) go(`/lightning/r/${this.objectApiName}/${id}/view`);
  }
}
