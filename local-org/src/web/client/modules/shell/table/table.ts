import { LightningElement, api } from 'lwc';
import type { FieldModel, ListModel } from '../../../../site/model.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { valueText } from '../../../runtime/fields.js';

const NUMBERS = ['int', 'long', 'double', 'currency', 'percent'];

interface Cell {
  readonly key: string;
  readonly field: FieldModel;
  readonly value: unknown;
  readonly text: string | null;
  readonly url: string | null;
  readonly isName: boolean;
  readonly className: string;
  readonly label: string;
}

/** Rows of records. With `sortable` the headers are buttons that fire `sort` with `{field, direction}`. */
export default class Table extends LightningElement {
  @api list!: ListModel;
  @api objectApiName!: string;
  @api sortable = false;
  /** In a card, where there is less room. */
  @api compact = false;

  get columns(): { field: FieldModel; className: string; ariaSort: string; icon: string; next: string }[] {
    return this.list.columns.map((field) => {
      const sorted = this.sortable && this.list.sort === field.name;
      const ascending = this.list.direction === 'asc';
      return {
        field,
        className: `${NUMBERS.includes(field.type) ? 'number ' : ''}${sorted ? 'slds-is-sorted' : ''}`,
        ariaSort: sorted ? (ascending ? 'ascending' : 'descending') : 'none',
        icon: sorted ? (ascending ? 'utility:arrowup' : 'utility:arrowdown') : '',
        next: sorted && ascending ? 'desc' : 'asc'
      };
    });
  }

  get rows(): { id: string; cells: Cell[] }[] {
    const nameField = bootstrap().objects[this.objectApiName]?.nameField;
    const linkField = this.list.columns.some((field) => field.name === nameField) ? nameField : undefined;
    return this.list.rows.map((row) => ({
      id: row.id,
      cells: this.list.columns.map((field) => {
        const { value, text, recordId } = row.cells[field.name] ?? { value: null, text: null, recordId: null };
        const isName = field.name === linkField;
        return {
          key: field.name,
          field,
          value,
          text,
          url: isName ? `/lightning/r/${this.objectApiName}/${row.id}/view` : recordId ? `/lightning/r/${recordId}/view` : null,
          isName,
          className: NUMBERS.includes(field.type) ? 'number' : '',
          label: text ?? valueText(value)
        };
      })
    }));
  }

  get tableClass(): string {
    return `slds-table slds-table_bordered slds-table_cell-buffer ${this.compact ? 'slds-no-row-hover compact' : ''}`;
  }

  handleSort(event: Event): void {
    const { field, next } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('sort', { detail: { field, direction: next } }));
  }
}
