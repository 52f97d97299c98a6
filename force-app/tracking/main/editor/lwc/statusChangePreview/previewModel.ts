import already from '@salesforce/label/c.Editor_Preview_Already';
import backwards from '@salesforce/label/c.Editor_Preview_Backwards';
import become from '@salesforce/label/c.Editor_Preview_Become';
import changeMany from '@salesforce/label/c.Editor_Change_Many';
import changeNone from '@salesforce/label/c.Editor_Change_None';
import changeOne from '@salesforce/label/c.Editor_Change_One';
import isBackwards from '@salesforce/label/c.Editor_Preview_Is_Backwards';
import isBecome from '@salesforce/label/c.Editor_Preview_Is_Become';
import isLose from '@salesforce/label/c.Editor_Preview_Is_Lose';
import lose from '@salesforce/label/c.Editor_Preview_Lose';
import many from '@salesforce/label/c.Editor_Preview_Many';
import manyResponded from '@salesforce/label/c.Editor_Preview_Many_Responded';
import nobody from '@salesforce/label/c.Editor_Preview_Nobody';
import noStatus from '@salesforce/label/c.Editor_Preview_No_Status';
import one from '@salesforce/label/c.Editor_Preview_One';
import oneResponded from '@salesforce/label/c.Editor_Preview_One_Responded';
import { counted, fillIn, formatCount } from 'c/textFormat';

/** A status that members leave, as the table shows it. */
export interface MoveRow {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly members: string;
  readonly responded: string;
  readonly direction: string;
}

/** What will happen, in one sentence. */
export function sentenceOf({ willChange, targetStatus, targetResponded }: Apex.StatusChangePreview): string {
  const status = targetStatus ?? '';
  if (willChange === 0) return fillIn(nobody, status);
  if (willChange === 1) return fillIn(targetResponded ? oneResponded : one, status);
  return fillIn(targetResponded ? manyResponded : many, willChange, status);
}

/** What else is worth knowing, briefly; counts of nobody are left out. */
export function detailsOf(preview: Apex.StatusChangePreview): string {
  const parts: readonly (readonly [string, number])[] = [
    // Where that is everybody, the sentence says it.
    [become, preview.becomeResponded < preview.willChange ? preview.becomeResponded : 0],
    [lose, preview.loseResponded],
    [backwards, preview.backwards],
    [already, preview.alreadyThere]
  ];
  return parts.flatMap(([label, count]) => (count > 0 ? [fillIn(label, count)] : [])).join(' · ');
}

export function moveRows({ moves, targetStatus }: Apex.StatusChangePreview): MoveRow[] {
  return moves.map((move, index) => ({
    key: String(index),
    from: move.fromStatus ?? noStatus,
    to: targetStatus ?? '',
    members: formatCount(move.members),
    responded: respondedText(move),
    direction: move.isBackwards ? isBackwards : '–'
  }));
}

/** The button names what it does. */
export function changeLabel(willChange: number): string {
  if (willChange === 0) return changeNone;
  return counted(willChange, changeOne, changeMany);
}

function respondedText({ becomesResponded, losesResponded }: Apex.StatusChangeMove): string {
  if (becomesResponded) return isBecome;
  return losesResponded ? isLose : '–';
}
