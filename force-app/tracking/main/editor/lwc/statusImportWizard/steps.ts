import check from '@salesforce/label/c.Import_Step_Check';
import columns from '@salesforce/label/c.Import_Step_Columns';
import file from '@salesforce/label/c.Import_Step_File';
import run from '@salesforce/label/c.Import_Step_Run';
import runMany from '@salesforce/label/c.Import_Run_Many';
import runNone from '@salesforce/label/c.Import_Run_None';
import runOne from '@salesforce/label/c.Import_Run_One';
import { counted } from 'c/textFormat';

export const STEPS = ['file', 'columns', 'check', 'run'] as const;
export type Step = (typeof STEPS)[number];

const NAMES: Readonly<Record<Step, string>> = { check, columns, file, run };

export const stepLabels: readonly { readonly value: Step; readonly label: string }[] = STEPS.map((value) => ({
  value,
  label: NAMES[value]
}));

/** What the button that starts the import says it does. */
export function runLabel(lines: number): string {
  if (lines === 0) return runNone;
  return counted(lines, runOne, runMany);
}
