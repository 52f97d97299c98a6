import resumeJob from '@salesforce/apex/StatusJobController.resumeJob';
import startRetry from '@salesforce/apex/StatusJobController.startRetry';
import stopJob from '@salesforce/apex/StatusJobController.stopJob';
import notChanged from '@salesforce/label/c.Jobs_Action_Download';
import results from '@salesforce/label/c.Jobs_Action_Results';
import resume from '@salesforce/label/c.Jobs_Action_Resume';
import retryMany from '@salesforce/label/c.Jobs_Action_Retry_Many';
import retryOne from '@salesforce/label/c.Jobs_Action_Retry_One';
import seeMany from '@salesforce/label/c.Jobs_Action_See_Many';
import seeOne from '@salesforce/label/c.Jobs_Action_See_One';
import seeSkipped from '@salesforce/label/c.Jobs_Action_See_Skipped';
import startNow from '@salesforce/label/c.Jobs_Action_Start_Now';
import stop from '@salesforce/label/c.Jobs_Action_Stop';
import undo from '@salesforce/label/c.Jobs_Action_Undo';
import { doneCount, hasEnded, isUnfinished } from 'c/jobText';
import type { JobFileKind } from 'c/jobRowsFile';
import StatusJobRows from 'c/statusJobRows';
import StatusUndo from 'c/statusUndo';
import { counted } from 'c/textFormat';

type Job = Apex.StatusJobView;

export type JobActionName = 'stop' | 'resume' | 'rows' | 'retry' | 'undo';

/** Something that can be done with a job as it stands. */
export interface JobAction<Name extends string = JobActionName> {
  readonly name: Name;
  readonly label: string;
  readonly iconName: string;
}

export function actionsFor(job: Job): JobAction[] {
  const actions: (JobAction | false)[] = [
    job.canStop && { name: 'stop', label: stop, iconName: 'utility:stop' },
    canResume(job) && { name: 'resume', label: job.state === 'Waiting' ? startNow : resume, iconName: 'utility:play' },
    hasRows(job) && { name: 'rows', label: rowsLabel(job), iconName: 'utility:preview' },
    job.canRetry && { name: 'retry', label: counted(job.failed, retryOne, retryMany), iconName: 'utility:refresh' },
    job.canUndo && { name: 'undo', label: undo, iconName: 'utility:undo' }
  ];
  return actions.filter((action) => action !== false);
}

/** The files that can be had of a job: c-status-job-download saves them. */
export function filesFor(job: Job): JobAction<JobFileKind>[] {
  const files: (JobAction<JobFileKind> | false)[] = [
    hasEnded(job.state) && doneCount(job) > 0 && { name: 'results', label: results, iconName: 'utility:download' },
    hasRows(job) && { name: 'notChanged', label: notChanged, iconName: 'utility:download' }
  ];
  return files.filter((file) => file !== false);
}

const handlers: Readonly<Record<JobActionName, (job: Job) => Promise<Job | undefined>>> = {
  stop: ({ jobId }) => stopJob({ jobId }),
  resume: ({ jobId }) => resumeJob({ jobId }),
  retry: ({ jobId }) => startRetry({ jobId }),
  undo: (job) => StatusUndo.open<Job>({ size: 'small', label: undo, job }),
  rows: async (job) => {
    await StatusJobRows.open({ size: 'large', label: rowsLabel(job), job });
    return undefined;
  }
};

/** Does it, or opens the modal that asks first. Resolves with the job that came of it, if any. */
export function runJobAction(name: JobActionName, job: Job): Promise<Job | undefined> {
  return handlers[name](job);
}

/** Whether it only opens a modal: focus comes back to its button, which must not be locked meanwhile. */
export function opensModal(name: JobActionName): boolean {
  return name === 'undo' || name === 'rows';
}

function hasRows(job: Job): boolean {
  return !isUnfinished(job.state) && (job.listed ?? 0) > 0;
}

/** A job that waits for another one begins by itself when that one ends. */
function canResume(job: Job): boolean {
  return job.canResume && !(job.state === 'Waiting' && job.waitsForJobName);
}

function rowsLabel({ failed }: Job): string {
  return failed === 0 ? seeSkipped : counted(failed, seeOne, seeMany);
}
