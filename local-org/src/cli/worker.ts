import type { LocalOrg } from '../org/index.js';

/** Looked at again after this long at the latest: a schedule may lie beyond what a timer can wait. */
const LONGEST_WAIT = 60_000;

/** Runs background jobs one at a time, giving the server room between them. Answers how to stop. */
export function runInBackground(org: LocalOrg, report: (message: string) => void): () => void {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const wake = (wait: number): void => {
    if (stopped) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(step, wait);
  };
  const step = (): void => {
    timer = null;
    if (org.async.runNext()) return wake(0);
    const next = org.async.nextDueAt();
    if (next !== null) wake(Math.min(LONGEST_WAIT, Math.max(0, next - org.clock.now())));
  };
  org.async.onDue = () => wake(0);
  org.async.onFailure = (job, failure) => report(`${job.kind} ${job.className} failed: ${String(failure)}`);
  wake(0);
  return () => {
    stopped = true;
    if (timer) clearTimeout(timer);
    org.async.onDue = null;
  };
}
