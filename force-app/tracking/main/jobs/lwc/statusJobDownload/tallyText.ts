import changed from '@salesforce/label/c.Jobs_Count_Changed';
import changedDiffers from '@salesforce/label/c.Jobs_File_Changed_Differs';
import doneMany from '@salesforce/label/c.Jobs_File_Done_Many';
import doneOne from '@salesforce/label/c.Jobs_File_Done_One';
import failed from '@salesforce/label/c.Jobs_Count_Failed';
import failedDiffers from '@salesforce/label/c.Jobs_File_Failed_Differs';
import none from '@salesforce/label/c.Jobs_File_None';
import notReachedMany from '@salesforce/label/c.Jobs_File_Not_Reached_Many';
import notReachedOne from '@salesforce/label/c.Jobs_File_Not_Reached_One';
import onlyCountedMany from '@salesforce/label/c.Jobs_File_Only_Counted_Many';
import onlyCountedOne from '@salesforce/label/c.Jobs_File_Only_Counted_One';
import skipped from '@salesforce/label/c.Jobs_Count_Skipped';
import undecided from '@salesforce/label/c.Jobs_File_Undecided';
import wentBack from '@salesforce/label/c.Jobs_Count_Went_Back';
import type { FileTally, JobFileKind } from 'c/jobRowsFile';
import { counted, fillIn } from 'c/textFormat';

type Job = Apex.StatusJobView;

/** How many rows were saved, and of what kinds. */
export function savedText({ kind }: Pick<Job, 'kind'>, tally: FileTally): string {
  const counts: readonly (readonly [string, number])[] = [
    [kind === 'Undo' ? wentBack : changed, tally.changed],
    [skipped, tally.skipped],
    [undecided, tally.undecided],
    [failed, tally.failed]
  ];
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return none;
  const text = counts.flatMap(([label, count]) => (count > 0 ? [fillIn(label, count)] : [])).join(', ');
  return total === 1 ? fillIn(doneOne, text) : fillIn(doneMany, total, text);
}

/** What the file lacks of what the job has counted, and why. */
export function lackNotes(job: Job, fileKind: JobFileKind, tally: FileTally): string[] {
  const isResults = fileKind === 'results';
  const onlyCounted = job.skipped - tally.skipped;
  const notReached = job.notReached - tally.undecided;
  const notes: (string | false)[] = [
    isResults && tally.changed !== job.changed && fillIn(changedDiffers, job.changed, tally.changed),
    tally.failed !== job.failed && fillIn(failedDiffers, job.failed, tally.failed),
    onlyCounted > 0 && counted(onlyCounted, onlyCountedOne, onlyCountedMany),
    isResults && notReached > 0 && counted(notReached, notReachedOne, notReachedMany)
  ];
  return notes.filter((note) => note !== false);
}
