import changed from '@salesforce/label/c.Jobs_Count_Changed';
import done from '@salesforce/label/c.Jobs_Count_Done';
import failed from '@salesforce/label/c.Jobs_Count_Failed';
import linesMany from '@salesforce/label/c.Jobs_Lines_Many';
import linesOne from '@salesforce/label/c.Jobs_Lines_One';
import membersMany from '@salesforce/label/c.Jobs_Members_Many';
import membersOne from '@salesforce/label/c.Jobs_Members_One';
import notReached from '@salesforce/label/c.Jobs_Count_Not_Reached';
import nowChange from '@salesforce/label/c.Jobs_Now_Change';
import nowChangeMixed from '@salesforce/label/c.Jobs_Now_Change_Mixed';
import nowImport from '@salesforce/label/c.Jobs_Now_Import';
import nowRetry from '@salesforce/label/c.Jobs_Now_Retry';
import nowUndo from '@salesforce/label/c.Jobs_Now_Undo';
import skipped from '@salesforce/label/c.Jobs_Count_Skipped';
import wentBack from '@salesforce/label/c.Jobs_Count_Went_Back';
import whatChange from '@salesforce/label/c.Jobs_What_Change';
import whatChangeMixed from '@salesforce/label/c.Jobs_What_Change_Mixed';
import whatImport from '@salesforce/label/c.Jobs_What_Import';
import whatRetry from '@salesforce/label/c.Jobs_What_Retry';
import whatUndo from '@salesforce/label/c.Jobs_What_Undo';
import { counted, fillIn } from 'c/textFormat';
import { isAtWork } from './jobState';

export { hasEnded, isAtWork, isUnfinished, jobState, type StateView } from './jobState';
export { jobNote, queueNotice } from './queueText';

type Job = Apex.StatusJobView;
type Figures = Pick<Job, 'changed' | 'skipped' | 'failed'>;

/** Rows that the job is through with, however they ended. */
export function doneCount(figures: Figures): number {
  return figures.changed + figures.skipped + figures.failed;
}

/** How far the job is, from 0 to 1. */
export function doneShare(job: Figures & Pick<Job, 'total'>): number {
  return job.total > 0 ? Math.min(doneCount(job) / job.total, 1) : 0;
}

/** What the job does, or did, in a sentence. */
export function jobSentence(job: Job): string {
  const isNow = isAtWork(job.state);
  const source = job.sourceJobName ?? '';
  switch (job.kind) {
    case 'Import':
      return fillIn(isNow ? nowImport : whatImport, counted(job.total, linesOne, linesMany));
    case 'Undo':
      return fillIn(isNow ? nowUndo : whatUndo, members(job.total), source);
    case 'Retry':
      return fillIn(isNow ? nowRetry : whatRetry, members(job.total), source);
    default:
      return job.targetStatus
        ? fillIn(isNow ? nowChange : whatChange, members(job.total), job.targetStatus)
        : fillIn(isNow ? nowChangeMixed : whatChangeMixed, members(job.total));
  }
}

/** What came of the rows so far; what nothing came of is left out. The failed ones are last, so that a link to them can stand in their place. */
export function jobCounts(job: Job): string[] {
  if (job.state === 'Draft' || job.state === 'Waiting') return [];
  if (isAtWork(job.state)) return [fillIn(done, doneCount(job)), ...unlessNone(failed, job.failed)];
  return [
    fillIn(job.kind === 'Undo' ? wentBack : changed, job.changed),
    ...unlessNone(skipped, job.skipped),
    ...unlessNone(notReached, job.notReached),
    ...unlessNone(failed, job.failed)
  ];
}

function unlessNone(label: string, count: number): string[] {
  return count > 0 ? [fillIn(label, count)] : [];
}

function members(count: number): string {
  return counted(count, membersOne, membersMany);
}
