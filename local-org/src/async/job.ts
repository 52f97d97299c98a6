import type { ApexException, SObject } from '../values/index.js';
import type { Transaction } from '../org/transaction.js';

export type JobKind = 'Queueable' | 'Finalizer' | 'Future' | 'BatchApex' | 'BatchApexWorker' | 'ScheduledApex';

/** What a job does, as values that can be stored: see perform.ts. */
export type Work =
  | { readonly type: 'queueable'; readonly instance: object }
  | { readonly type: 'finalizer'; readonly instance: object; readonly requestId: string; readonly failure: ApexException | null }
  | { readonly type: 'future'; readonly method: string; readonly args: readonly unknown[] }
  | { readonly type: 'scheduled'; readonly instance: object; readonly triggerId: string }
  | { readonly type: 'scheduledBatch'; readonly instance: object; readonly scopeSize: number }
  | { readonly type: 'batch'; readonly phase: 'start' | 'execute' | 'finish'; readonly offset: number };

/** One unit of background work: becomes one transaction. */
export interface Job {
  /** AsyncApexJob id; a finalizer's is that of its queueable, a batch's steps share one. */
  readonly id: string;
  readonly kind: JobKind;
  readonly className: string;
  readonly userId: string;
  /** Milliseconds since the epoch. */
  readonly dueAt: number;
  /** Length of the chain of queueables up to this one. */
  readonly depth: number;
  /** As stated when the chain began. */
  readonly maximumDepth: number | null;
  readonly delayMinutes: number | null;
  readonly signature: string | null;
  /** How many jobs before this one failed in a row, each enqueued anew by a finalizer. */
  readonly retries: number;
  readonly work: Work;
}

/** A job that stands in no chain. */
export function singleJob(fields: Pick<Job, 'id' | 'kind' | 'className' | 'userId' | 'dueAt' | 'work'>): Job {
  return { depth: 1, maximumDepth: null, delayMinutes: null, signature: null, retries: 0, ...fields };
}

/** What a transaction has asked for: events become due with its commit; jobs are held here in tests only, elsewhere the database keeps them. */
export interface Pending {
  readonly jobs: Job[];
  readonly events: SObject[];
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
