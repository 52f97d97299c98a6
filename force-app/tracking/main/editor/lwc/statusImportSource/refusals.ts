import empty from '@salesforce/label/c.Import_File_Empty';
import openQuote from '@salesforce/label/c.Import_File_Open_Quote';
import tooLarge from '@salesforce/label/c.Import_File_Too_Large';
import tooManyLines from '@salesforce/label/c.Import_File_Too_Many_Lines';
import unreadable from '@salesforce/label/c.Import_File_Unreadable';
import { errorMessage } from 'c/errorMessages';
import { EMPTY, ImportTable, MAXIMUM_BYTES, MAXIMUM_LINES, TOO_LARGE, TOO_MANY_LINES } from 'c/statusImportFile';
import { fillIn } from 'c/textFormat';

const MEGABYTE = 1024 * 1024;

/** Why a file can't be imported, and what to do. */
export function refusalOf(problem: unknown): string {
  if (problem instanceof ImportTable) return openQuote;
  const message = errorMessage(problem);
  if (message === EMPTY) return empty;
  if (message === TOO_LARGE) return fillIn(tooLarge, MAXIMUM_BYTES / MEGABYTE);
  if (message === TOO_MANY_LINES) return fillIn(tooManyLines, MAXIMUM_LINES);
  return fillIn(unreadable, message);
}
