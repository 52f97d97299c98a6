import { LightningElement, api } from 'lwc';
import attention from '@salesforce/label/c.Overview_Column_Attention';
import campaign from '@salesforce/label/c.Overview_Column_Campaign';
import members from '@salesforce/label/c.Overview_Column_Members';
import responseRate from '@salesforce/label/c.Overview_Column_Response_Rate';
import weeks from '@salesforce/label/c.Overview_Column_Weeks';
import where from '@salesforce/label/c.Overview_Column_Where';
import nothing from '@salesforce/label/c.Overview_Attention_None';
import noMembers from '@salesforce/label/c.Overview_No_Members';
import title from '@salesforce/label/c.Overview_Title';
import type { OverviewRow, Sorting, SortKey } from 'c/overviewModel';

interface Heading {
  readonly key: string;
  readonly label: string;
  readonly className: string;
  /** Null where the column can't be sorted by. */
  readonly sortKey: SortKey | null;
  readonly ariaSort: 'ascending' | 'descending' | 'none' | undefined;
  readonly iconName: string | undefined;
}

const COLUMNS: readonly { readonly label: string; readonly sortKey: SortKey | null; readonly isNumber?: boolean }[] = [
  { label: campaign, sortKey: 'name' },
  { label: members, sortKey: 'members', isNumber: true },
  { label: where, sortKey: null },
  { label: responseRate, sortKey: 'responseRate', isNumber: true },
  { label: weeks, sortKey: 'weeks' },
  { label: attention, sortKey: 'attention' }
];

/** Campaigns with their members, responses and what needs attention.
 *  @fires sort with the column's key */
export default class OverviewTable extends LightningElement {
  @api rows: readonly OverviewRow[] = [];
  @api sorting: Sorting = { key: 'attention', isDescending: true };

  readonly labels = { attention, members, noMembers, nothing, responseRate, title, weeks };

  get headings(): readonly Heading[] {
    const { key, isDescending } = this.sorting;
    return COLUMNS.map(({ label, sortKey, isNumber }) => {
      const isSorted = sortKey === key;
      const direction = isDescending ? 'descending' : 'ascending';
      return {
        key: label,
        label,
        className: isNumber ? 'number' : '',
        sortKey,
        ariaSort: sortKey === null ? undefined : isSorted ? direction : 'none',
        iconName: isSorted ? (isDescending ? 'utility:arrowdown' : 'utility:arrowup') : undefined
      };
    });
  }

  handleSort(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('sort', { detail: { key } }));
  }
}
