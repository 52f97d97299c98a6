import type { Transaction } from '../org/transaction.js';

export type JobKind = 'Queueable' | 'Future' | 'BatchApex' | 'BatchApexWorker' | 'ScheduledApex';

/** One unit of background work: becomes one transaction. */
export interface Job {
  /** AsyncApexJob id. */
  readonly id: string;
  readonly kind: JobKind;
  readonly className: string;
  readonly userId: string;
  /** Milliseconds since the epoch. */
  readonly dueAt: number;
  /** Length of the chain of queueables up to this one. */
  readonly depth: number;
  readonly maximumDepth: number | null;
  readonly signature: string | null;
  /** Runs in its transaction. */
  readonly body: (transaction: Transaction) => void;
  /** What follows, whether it failed or not. */
  readonly after?: (failure: unknown) => void;
  /** Whether the AsyncApexJob row is marked by the queue; a batch marks its own. */
  readonly ownStatus: boolean;
}

/** What a transaction has asked for and what becomes due with its commit. */
export interface Pending {
  readonly jobs: Job[];
  readonly events: import('../values/index.js').SObject[];
  finalizer: object | null;
}

const PENDING = 'async.pending';

export function pendingOf(transaction: Transaction): Pending {
  let pending = transaction.scratch.get(PENDING) as Pending | undefined;
  if (!pending) transaction.scratch.set(PENDING, (pending = { jobs: [], events: [], finalizer: null }));
  return pending;
}

/** In a test nothing is committed: what its transactions ask for becomes the test's. */
export function movePending(from: Transaction, test: Transaction): void {
  const pending = pendingOf(from);
  pendingOf(test).jobs.push(...pending.jobs.splice(0));
  pendingOf(test).events.push(...pending.events.splice(0));
}

const RUNNING = 'async.running';

/** The job that a transaction executes, if it executes one. */
export function runningJob(transaction: Transaction): Job | null {
  return (transaction.scratch.get(RUNNING) as Job | undefined) ?? null;
}

export function setRunningJob(transaction: Transaction, job: Job): void {
  transaction.scratch.set(RUNNING, job);
}
