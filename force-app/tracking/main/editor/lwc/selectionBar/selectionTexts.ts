import everything from '@salesforce/label/c.Editor_Select_Everything';
import everythingFiltered from '@salesforce/label/c.Editor_Select_Everything_Filtered';
import everythingFilteredUncounted from '@salesforce/label/c.Editor_Select_Everything_Filtered_Uncounted';
import everythingStatus from '@salesforce/label/c.Editor_Select_Everything_Status';
import everythingUncounted from '@salesforce/label/c.Editor_Select_Everything_Uncounted';
import full from '@salesforce/label/c.Editor_Selected_Full';
import selectedEverything from '@salesforce/label/c.Editor_Selected_Everything';
import selectedMany from '@salesforce/label/c.Editor_Selected_Many';
import selectedNobody from '@salesforce/label/c.Editor_Selected_Nobody';
import selectedNone from '@salesforce/label/c.Editor_Selected_None';
import selectedOne from '@salesforce/label/c.Editor_Selected_One';
import { counted, fillIn } from 'c/textFormat';
import { MOST_PICKED, type Selection } from 'c/memberSelection';

/** "All 24,103 members in “Called”", or as much of it as the filters say. */
export function everythingText(count: number | undefined, filter: Apex.MemberFilter): string {
  const criteria = Object.keys(filter);
  if (count === undefined) return criteria.length === 0 ? everythingUncounted : everythingFilteredUncounted;
  if (criteria.length === 0) return fillIn(everything, count);
  if (criteria.length === 1 && filter.status) return fillIn(everythingStatus, count, filter.status);
  return fillIn(everythingFiltered, count);
}

export function selectionText(selection: Selection, count: number | undefined, filter: Apex.MemberFilter): string {
  if (selection.kind === 'everything') return fillIn(selectedEverything, everythingText(count, filter));
  const { size } = selection.members;
  if (size >= MOST_PICKED) return fillIn(full, size);
  if (size === 0) return count === 0 ? selectedNobody : selectedNone;
  return counted(size, selectedOne, selectedMany);
}
