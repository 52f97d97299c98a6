import addMany from '@salesforce/label/c.Import_Add_Many';
import addOne from '@salesforce/label/c.Import_Add_One';
import checkFailed from '@salesforce/label/c.Import_Check_Failed';
import checkStopped from '@salesforce/label/c.Import_Check_Stopped';
import downloadRefused from '@salesforce/label/c.Import_Download_Refused';
import downloadRefusedOne from '@salesforce/label/c.Import_Download_Refused_One';
import type { Judgement, LineFacts } from 'c/statusImportRules';
import { counted, fillIn } from 'c/textFormat';

/** Why not all lines were checked: the user stopped, or something failed. Undefined where they were. */
export function interruptionText({ checked, count }: LineFacts, failure: string | undefined): string | undefined {
  if (checked === count) return undefined;
  return failure === undefined ? fillIn(checkStopped, checked, count) : fillIn(checkFailed, checked, count, failure);
}

/** The switch that adds people as members; undefined where there is nobody to add. */
export function addText(judgement: Judgement | undefined): string | undefined {
  const { notMember = 0, add = 0 } = judgement?.counts ?? {};
  if (notMember + add === 0) return undefined;
  return counted(notMember + add, addOne, addMany);
}

/** The button for the file of errors; undefined where it would be empty. */
export function downloadText(judgement: Judgement | undefined): string | undefined {
  const refused = judgement?.refused ?? 0;
  if (refused === 0) return undefined;
  return counted(refused, downloadRefusedOne, downloadRefused);
}
