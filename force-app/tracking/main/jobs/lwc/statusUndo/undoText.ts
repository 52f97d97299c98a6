import added from '@salesforce/label/c.Jobs_Undo_Added';
import buttonMany from '@salesforce/label/c.Jobs_Undo_Button_Many';
import buttonNone from '@salesforce/label/c.Jobs_Action_Undo';
import buttonOne from '@salesforce/label/c.Jobs_Undo_Button_One';
import changedSince from '@salesforce/label/c.Jobs_Undo_Changed_Since';
import heading from '@salesforce/label/c.Jobs_Undo_Heading';
import membersMany from '@salesforce/label/c.Jobs_Members_Many';
import membersOne from '@salesforce/label/c.Jobs_Members_One';
import removed from '@salesforce/label/c.Jobs_Undo_Removed';
import restored from '@salesforce/label/c.Jobs_Undo_Restored';
import { counted, fillIn } from 'c/textFormat';

export interface UndoLine {
  readonly key: 'restored' | 'removed' | 'added' | 'changedSince';
  readonly text: string;
  readonly iconName: string;
}

export function undoHeading(jobName: string): string {
  return fillIn(heading, jobName);
}

/** What becomes of whom; what becomes of nobody is left out. */
export function undoLines({ willRestore, willRemove, willAdd, changedSince: changed }: Apex.StatusUndoPreview): UndoLine[] {
  const lines = [
    { key: 'restored', count: willRestore, label: restored, iconName: 'utility:undo' },
    { key: 'removed', count: willRemove, label: removed, iconName: 'utility:removed' },
    { key: 'added', count: willAdd, label: added, iconName: 'utility:new' },
    { key: 'changedSince', count: changed, label: changedSince, iconName: 'utility:lock' }
  ] as const;
  return lines
    .filter(({ count }) => count > 0)
    .map(({ key, count, label, iconName }) => ({
      key,
      iconName,
      text: fillIn(label, counted(count, membersOne, membersMany))
    }));
}

/** The button names what it does. */
export function undoButton(count: number): string {
  if (count === 0) return buttonNone;
  return counted(count, buttonOne, buttonMany);
}
