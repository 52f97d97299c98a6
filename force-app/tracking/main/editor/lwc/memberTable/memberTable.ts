import { LightningElement, api } from 'lwc';
import columnsLabel from '@salesforce/label/c.Editor_Columns';
import title from '@salesforce/label/c.Editor_Title';
import { watchNarrowScreen, watchSmallScreen } from 'c/narrowScreen';
import type { MemberTableRow } from 'c/memberRows';
import { StatusEdits, type Draft } from './statusEdits';
import {
  columnChoices,
  columnsFor,
  fewColumns,
  fieldOfOrder,
  orderOfField,
  usualColumns,
  type Column,
  type ColumnChoice,
  type StatusOption
} from './memberColumns';

/** One page of members to select from, with their statuses to edit in place.
 *  @fires selectmembers with the ids
 *  @fires sortmembers with the order and the direction
 *  @fires savestatuses with the changes that were made in it, also on pages that were shown before, and with their members */
export default class MemberTable extends LightningElement {
  @api rows: readonly MemberTableRow[] = [];
  /** How many members come before these. */
  @api rowOffset = 0;
  /** The ids of the members that are selected. */
  @api selected: readonly string[] = [];
  @api sortBy = 'Id';
  @api sortedDirection: 'asc' | 'desc' = 'asc';
  /** The statuses that a member can be given. */
  @api statusOptions: readonly StatusOption[] = [];

  readonly labels = { columns: columnsLabel, title };
  /** Only the rows on the screen are drawn, so that a page of 200 stays light. */
  readonly renderConfig = { virtualize: 'vertical' } as const;
  isNarrow = false;
  isSmall = false;
  draftValues: readonly Draft[] = [];

  private readonly edits = new StatusEdits();
  /** What somebody has chosen to see; until then it depends on the room that there is. */
  chosen?: readonly string[];
  private stopWatching: readonly (() => void)[] = [];

  connectedCallback(): void {
    this.stopWatching = [
      watchNarrowScreen((isNarrow) => {
        this.isNarrow = isNarrow;
      }),
      watchSmallScreen((isSmall) => {
        this.isSmall = isSmall;
      })
    ];
    window.addEventListener('beforeunload', this.askBeforeLeaving);
  }

  disconnectedCallback(): void {
    this.stopWatching.forEach((stop) => stop());
    window.removeEventListener('beforeunload', this.askBeforeLeaving);
  }

  /** Forgets what was edited of these members: there is a result. */
  @api
  forgetDrafts(memberIds: readonly string[]): void {
    this.edits.forget(memberIds);
    this.draftValues = this.edits.drafts;
  }

  /** Whether something was edited that is not saved yet. */
  @api
  get hasDrafts(): boolean {
    return !this.edits.isEmpty;
  }

  get shown(): readonly string[] {
    return this.chosen ?? (this.isSmall ? fewColumns : usualColumns);
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
    this.chosen = this.shown.includes(value) ? this.shown.filter((name) => name !== value) : [...this.shown, value];
  }

  handleSelection(event: CustomEvent<{ selectedRows: readonly MemberTableRow[] }>): void {
    const memberIds = event.detail.selectedRows.map(({ memberId }) => memberId);
    this.dispatchEvent(new CustomEvent('selectmembers', { detail: { memberIds } }));
  }

  handleSort(event: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
    const { fieldName, sortDirection: direction } = event.detail;
    this.dispatchEvent(new CustomEvent('sortmembers', { detail: { sortBy: orderOfField(fieldName), direction } }));
  }

  handleEdit(event: CustomEvent<{ draftValues: readonly Draft[] }>): void {
    this.edits.add(event.detail.draftValues, this.rows);
  }

  handleSave(): void {
    this.draftValues = this.edits.drafts;
    this.dispatchEvent(new CustomEvent('savestatuses', { detail: this.edits.toSave() }));
  }

  handleCancel(): void {
    this.edits.clear();
    this.draftValues = [];
  }

  private readonly askBeforeLeaving = (event: Event): void => {
    if (this.hasDrafts) event.preventDefault();
  };
}
