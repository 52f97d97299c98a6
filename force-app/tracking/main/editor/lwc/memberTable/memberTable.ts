import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Editor_Title';
import { watchNarrowScreen } from 'c/narrowScreen';
import type { MemberTableRow } from 'c/memberRows';
import { columnsFor, type Column } from './memberColumns';

/** One page of members to select from.
 *  @fires selectmembers with the ids
 *  @fires sortmembers with the direction */
export default class MemberTable extends LightningElement {
  @api rows: readonly MemberTableRow[] = [];
  /** The ids of the members that are selected. */
  @api selected: readonly string[] = [];
  @api sortedDirection: 'asc' | 'desc' = 'asc';

  readonly title = title;
  isNarrow = false;

  private stopWatching?: () => void;

  connectedCallback(): void {
    this.stopWatching = watchNarrowScreen((isNarrow) => {
      this.isNarrow = isNarrow;
    });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  get columns(): readonly Column[] {
    const hasResults = this.rows.some(({ result }) => result !== '');
    return columnsFor(this.isNarrow, hasResults);
  }

  /** As high as its rows, up to a part of the screen that leaves room for the controls around it. */
  get heightStyle(): string {
    return `height: min(65vh, ${3 + this.rows.length * 2}rem)`;
  }

  handleSelection(event: CustomEvent<{ selectedRows: readonly MemberTableRow[] }>): void {
    const memberIds = event.detail.selectedRows.map(({ memberId }) => memberId);
    this.dispatchEvent(new CustomEvent('selectmembers', { detail: { memberIds } }));
  }

  handleSort(event: CustomEvent<{ sortDirection: 'asc' | 'desc' }>): void {
    this.dispatchEvent(new CustomEvent('sortmembers', { detail: { direction: event.detail.sortDirection } }));
  }
}
