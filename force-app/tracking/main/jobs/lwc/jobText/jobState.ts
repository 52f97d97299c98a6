import draft from '@salesforce/label/c.Jobs_State_Draft';
import failed from '@salesforce/label/c.Jobs_State_Failed';
import finished from '@salesforce/label/c.Jobs_State_Finished';
import finishedWithFailures from '@salesforce/label/c.Jobs_State_Finished_With_Failures';
import running from '@salesforce/label/c.Jobs_State_Running';
import stopped from '@salesforce/label/c.Jobs_State_Stopped';
import stopping from '@salesforce/label/c.Jobs_State_Stopping';
import undone from '@salesforce/label/c.Jobs_State_Undone';
import waiting from '@salesforce/label/c.Jobs_State_Waiting';
import waitingFor from '@salesforce/label/c.Jobs_State_Waiting_For';
import { fillIn } from 'c/textFormat';

/** The state of a job in words, with the icon that stands beside them. */
export interface StateView {
  readonly label: string;
  readonly iconName: string;
  readonly variant?: 'success' | 'warning' | 'error';
}

const views: Readonly<Record<string, StateView>> = {
  Draft: { label: draft, iconName: 'utility:upload' },
  Running: { label: running, iconName: 'utility:sync' },
  Stopping: { label: stopping, iconName: 'utility:pause' },
  Stopped: { label: stopped, iconName: 'utility:pause', variant: 'warning' },
  Finished: { label: finished, iconName: 'utility:success', variant: 'success' },
  Failed: { label: failed, iconName: 'utility:error', variant: 'error' }
};

/** A worker is at the job, or will stop at the end of its step. */
export function isAtWork(state: string): boolean {
  return state === 'Running' || state === 'Stopping';
}

/** It goes on, or begins, without anybody doing anything. */
export function isUnfinished(state: string): boolean {
  return isAtWork(state) || state === 'Waiting';
}

/** Nothing changes until somebody does something. A draft has not begun. */
export function hasEnded(state: string): boolean {
  return state === 'Stopped' || state === 'Finished' || state === 'Failed';
}

export function jobState(job: Apex.StatusJobView): StateView {
  if (job.state === 'Waiting') return { label: waitingText(job), iconName: 'utility:clock' };
  if (job.undoneByJobId) return { label: undone, iconName: 'utility:undo' };
  if (job.state === 'Finished' && job.failed > 0) return { label: finishedWithFailures, iconName: 'utility:warning', variant: 'warning' };
  return views[job.state] ?? { label: job.state, iconName: 'utility:info' };
}

function waitingText({ waitsForJobName }: Apex.StatusJobView): string {
  return waitsForJobName ? fillIn(waitingFor, waitsForJobName) : waiting;
}
