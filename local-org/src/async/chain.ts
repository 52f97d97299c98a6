import { ApexException, raise } from '../values/index.js';
import type { Transaction } from '../org/transaction.js';
import { copyState } from './copyState.js';
import { runningJob, type Job } from './job.js';

/**
 * "For Developer Edition and Trial organizations, the maximum stack depth for chained jobs is 5" (Apex Developer Guide, "Queueable Apex Limits");
 * Organization.OrganizationType says that this is one. A chain that states its depth in AsyncOptions may be longer.
 */
const DEVELOPER_DEPTH = 5;

/**
 * In a test stopTest runs no more than the first job of a chain, unless AsyncOptions state a depth: "You can test chained queueable jobs by using
 * appropriate stack depths" (Apex Developer Guide, "Chaining Jobs"); without one, enqueueing the second throws, as orgs were observed to do.
 */
const TEST_DEPTH = 1;

/** "A Queueable job that failed due to an unhandled exception can be successively re-enqueued five times by a transaction finalizer" (same guide). */
const MAXIMUM_RETRIES = 5;

type Link = Pick<Job, 'depth' | 'maximumDepth' | 'retries'>;

/** Where in its chain a queueable stands that this transaction enqueues. Throws AsyncException when the chain may not grow. */
export function nextLink(transaction: Transaction, stated: number | null): Link {
  const parent = runningJob(transaction);
  const maximumDepth = stated ?? parent?.maximumDepth ?? null;
  const link = { depth: depthAfter(parent, transaction), maximumDepth, retries: retriesAfter(parent) };
  const limit = maximumDepth ?? (transaction.test ? TEST_DEPTH : DEVELOPER_DEPTH);
  // The guide's example of a finalizer says that its call "fails after 5 times when it hits the chaining limit": it is one error for both.
  if (link.depth > limit || link.retries > MAXIMUM_RETRIES) raise('AsyncException', 'Maximum stack depth has been reached.');
  return link;
}

/**
 * What a finalizer enqueues begins a chain anew, unless a depth was stated (advancedapex.com, "Set Queueable Stack Depth": the stack information is
 * cleared); a test counts it as a link, which is the stricter reading.
 */
function depthAfter(parent: Job | null, transaction: Transaction): number {
  if (parent?.work.type === 'queueable') return parent.depth + 1;
  if (parent?.work.type !== 'finalizer') return 1;
  return transaction.test || parent.maximumDepth !== null ? parent.depth + 1 : 1;
}

/** "This limit applies to a series of consecutive Queueable job failures. The counter is reset when the Queueable job completes" (same guide). */
function retriesAfter(parent: Job | null): number {
  return parent?.work.type === 'finalizer' && parent.work.failure ? parent.retries + 1 : 0;
}

/**
 * The finalizer of a job that has ended, with the state that it has then and the job's request id (Apex Developer Guide, "Transaction Finalizers",
 * "Implementation Details").
 */
export function finalizerJob(job: Job, finalizer: object, requestId: string, failure: unknown, now: number): Job {
  const told = failure ? finalizerFailure(failure) : null;
  const work = { type: 'finalizer', instance: copyState(finalizer), requestId, failure: told } as const;
  return { ...job, kind: 'Finalizer', dueAt: now, signature: null, work };
}

/**
 * What a finalizer is told of a failure. One that can't be caught arrives as an AsyncException whose message is the exception with its stack trace
 * (observed in orgs: octoberswimmer/aer-dist, issue 308).
 */
function finalizerFailure(failure: unknown): ApexException {
  if (failure instanceof ApexException && !failure.uncatchable) return failure;
  const text = failure instanceof ApexException ? `${failure.toString()}\n${failure.stackTraceString}` : String(failure);
  return new ApexException('AsyncException', text);
}
