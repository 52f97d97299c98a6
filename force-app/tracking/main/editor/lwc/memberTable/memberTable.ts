import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Editor_Title';
import { columnsFor, type Column } from './memberColumns';

/** As the table needs them; more may be there. */
interface Row {
  readonly memberId: string;
  readonly result: string;
}

/** Below this a table of all columns can't be read. */
const NARROW = '(max-width: 47.99em)';

/** One page of members to select from.
 *  @fires selectmembers with the ids
 *  @fires sortmembers with the direction */
export default class MemberTable extends LightningElement {
  @api rows: readonly Row[] = [];
  @api selected: readonly string[] = [];
  @api sortedDirection: 'asc' | 'desc' = 'asc';

  readonly title = title;
  isNarrow = false;

  private media?: MediaQueryList;

  connectedCallback(): void {
    this.media = window.matchMedia(NARROW);
    this.isNarrow = this.media.matches;
    this.media.addEventListener('change', this.handleWidth);
  }

  disconnectedCallback(): void {
    this.media?.removeEventListener('change', this.handleWidth);
  }

  get columns(): readonly Column[] {
    return columnsFor(
      this.isNarrow,
      this.rows.some(({ result }) => result !== '')
    );
  }

  handleSelection(event: CustomEvent<{ selectedRows: readonly Row[] }>): void {
    const memberIds = event.detail.selectedRows.map(({ memberId }) => memberId);
    this.dispatchEvent(new CustomEvent('selectmembers', { detail: { memberIds } }));
  }

  handleSort(event: CustomEvent<{ sortDirection: 'asc' | 'desc' }>): void {
    this.dispatchEvent(new CustomEvent('sortmembers', { detail: { direction: event.detail.sortDirection } }));
  }

  private readonly handleWidth = (event: MediaQueryListEvent): void => {
    this.isNarrow = event.matches;
  };
}
