import emptyFilterText from '@salesforce/label/c.Editor_Empty_Filter_Text';
import emptyFilterTitle from '@salesforce/label/c.Editor_Empty_Filter_Title';
import emptyText from '@salesforce/label/c.Editor_Empty_Text';
import emptyTitle from '@salesforce/label/c.Editor_Empty_Title';

export interface EmptyTexts {
  readonly heading: string;
  readonly text: string;
}

/** What there is to say where nobody is listed: nobody matches the filters, or there is nobody yet. */
export function emptyTexts(isFiltered: boolean): EmptyTexts {
  return isFiltered ? { heading: emptyFilterTitle, text: emptyFilterText } : { heading: emptyTitle, text: emptyText };
}
