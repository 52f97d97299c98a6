import many from '@salesforce/label/c.Jobs_Queue_Many';
import one from '@salesforce/label/c.Jobs_Queue_One';
import waiting from '@salesforce/label/c.Jobs_Queue_Waiting';
import { fillIn } from 'c/textFormat';
import { isUnfinished } from './jobState';

type Job = Apex.StatusJobView;

/** What a change that is about to be asked for has to wait for, and what that means for it; nothing where it begins at once. */
export function queueNotice(jobs: Iterable<Job>): string | undefined {
  const ahead = [...jobs].filter(({ state }) => isUnfinished(state));
  if (ahead.length === 0) return undefined;
  return ahead.length === 1 ? fillIn(one, ahead[0]!.name) : fillIn(many, ahead.length);
}

/** Why the job stopped or failed, or what it means that it waits. */
export function jobNote({ message, state, waitsForJobName }: Job): string | undefined {
  if (message) return message;
  return state === 'Waiting' && waitsForJobName ? fillIn(waiting, waitsForJobName) : undefined;
}
