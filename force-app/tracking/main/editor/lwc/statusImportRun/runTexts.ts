import done from '@salesforce/label/c.Import_Result_Done';
import doneOne from '@salesforce/label/c.Import_Result_Done_One';
import download from '@salesforce/label/c.Import_Result_Download';
import downloadOne from '@salesforce/label/c.Import_Result_Download_One';
import refused from '@salesforce/label/c.Import_Result_Refused';
import refusedOne from '@salesforce/label/c.Import_Result_Refused_One';
import { counted } from 'c/textFormat';

/** How many lines were imported. */
export function doneText(lines: number): string {
  return counted(lines, doneOne, done);
}

/** How many lines were not; undefined where all were. */
export function refusedText(lines: number): string | undefined {
  if (lines === 0) return undefined;
  return counted(lines, refusedOne, refused);
}

/** The button for the file of those lines. */
export function downloadText(lines: number): string {
  return counted(lines, downloadOne, download);
}
