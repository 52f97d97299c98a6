import { LightningElement, api } from 'lwc';
import columnsLabel from '@salesforce/label/c.Editor_Columns';
import title from '@salesforce/label/c.Editor_Title';
import { watchNarrowScreen } from 'c/narrowScreen';
import type { MemberTableRow } from 'c/memberRows';
import {
  columnChoices,
  columnsFor,
  fieldOfOrder,
  orderOfField,
  usualColumns,
  type Column,
  type ColumnChoice,
  type StatusOption
} from './memberColumns';

/** What a save in the table reports: rows with the id and the fields that were edited. */
interface Draft {
  readonly memberId: string;
  readonly status?: string;
}

/** One page of members to select from, with their statuses to edit in place.
 *  @fires selectmembers with the ids
 *  @fires sortmembers with the order and the direction
 *  @fires savestatuses with the status that each edited member is to get */
export default class MemberTable extends LightningElement {
  @api rows: readonly MemberTableRow[] = [];
  /** How many members come before these. */
  @api rowOffset = 0;
  /** The ids of the members that are selected. */
  @api selected: readonly string[] = [];
  @api sortBy = 'Name';
  @api sortedDirection: 'asc' | 'desc' = 'asc';
  /** The statuses that a member can be given. */
  @api statusOptions: readonly StatusOption[] = [];

  readonly labels = { columns: columnsLabel, title };
  /** Only the rows on the screen are drawn, so that a page of 200 stays light. */
  readonly renderConfig = { virtualize: 'vertical' } as const;
  isNarrow = false;
  shown: readonly string[] = usualColumns;
  draftValues: readonly Draft[] = [];

  private stopWatching?: () => void;

  connectedCallback(): void {
    this.stopWatching = watchNarrowScreen((isNarrow) => {
      this.isNarrow = isNarrow;
    });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  /** Forgets what was edited: it was saved, or other members are shown. */
  @api
  clearDrafts(): void {
    this.draftValues = [];
  }

  /** Whether something was edited that is not saved yet: the table alone knows. */
  @api
  get hasDrafts(): boolean {
    const table = this.template!.querySelector<Element & { draftValues?: readonly Draft[] }>('c-member-datatable');
    return (table?.draftValues?.length ?? 0) > 0;
  }

  get columns(): readonly Column[] {
    const { isNarrow, shown, statusOptions } = this;
    const hasResults = this.rows.some(({ result }) => result !== '');
    return columnsFor({ isNarrow, hasResults, shown, statusOptions });
  }

  get isWide(): boolean {
    return !this.isNarrow;
  }

  get choices(): readonly (ColumnChoice & { readonly isShown: boolean })[] {
    return columnChoices.map((choice) => ({ ...choice, isShown: this.shown.includes(choice.name) }));
  }

  get sortedBy(): string | undefined {
    return fieldOfOrder(this.sortBy);
  }

  /** As high as its rows, up to a part of the screen that leaves room for the controls around it. */
  get heightStyle(): string {
    return `height: min(65vh, ${3 + this.rows.length * 2}rem)`;
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.shown = this.shown.includes(value) ? this.shown.filter((name) => name !== value) : [...this.shown, value];
  }

  handleSelection(event: CustomEvent<{ selectedRows: readonly MemberTableRow[] }>): void {
    const memberIds = event.detail.selectedRows.map(({ memberId }) => memberId);
    this.dispatchEvent(new CustomEvent('selectmembers', { detail: { memberIds } }));
  }

  handleSort(event: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
    const { fieldName, sortDirection: direction } = event.detail;
    this.dispatchEvent(new CustomEvent('sortmembers', { detail: { sortBy: orderOfField(fieldName), direction } }));
  }

  handleSave(event: CustomEvent<{ draftValues: readonly Draft[] }>): void {
    this.draftValues = event.detail.draftValues;
    this.dispatchEvent(new CustomEvent('savestatuses', { detail: { drafts: this.draftValues } }));
  }

  handleCancel(): void {
    this.clearDrafts();
  }
}
