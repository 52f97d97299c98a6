import { raise, type SObject, typeOf } from '../values/index.js';
import type { AsyncQueue, Org } from '../org/contracts.js';
import { runTransaction } from '../org/run.js';
import { hasTransaction, tx, type Quiddity, type Transaction } from '../org/transaction.js';
import { Batches } from './batch.js';
import { finalizerJob, nextLink } from './chain.js';
import { copyState } from './copyState.js';
import { EventDelivery } from './events.js';
import { movePending, pendingOf, runningJob, setRunningJob, singleJob, type Job, type JobKind } from './job.js';
import { JobRows } from './jobRows.js';
import { JobStore, type Waiting } from './jobStore.js';
import { perform } from './perform.js';
import { Schedules } from './schedules.js';

const QUIDDITY: Record<JobKind, Quiddity> = {
  Queueable: 'QUEUEABLE',
  Finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
  Future: 'FUTURE',
  BatchApex: 'BATCH_APEX',
  BatchApexWorker: 'BATCH_APEX',
  ScheduledApex: 'SCHEDULED'
};

/** A job and what its transaction left for its end. */
interface Ended {
  readonly job: Job;
  readonly seq: number | null;
  readonly test: Transaction | null;
  finalizer: object | null;
  requestId: string;
}

/**
 * The org's background work: one job is one transaction, run one after the other. Jobs asked for inside a transaction wait in the database for its
 * commit, and for a process that goes on with them when this one is killed.
 * In tests the jobs of a test method run at Test.stopTest, in the test's own database savepoint and with its static variables.
 */
export class JobQueue implements AsyncQueue {
  readonly rows: JobRows;
  readonly events: EventDelivery;
  readonly schedules: Schedules;
  /** Told when work has become due, so that a server can run it when it is idle. */
  onDue: (() => void) | null = null;
  /** Told of a job that failed, with what it threw. */
  onFailure: ((job: Pick<Job, 'kind' | 'className'>, failure: unknown) => void) | null = null;
  private readonly jobs: JobStore;
  private readonly batches: Batches;

  constructor(private readonly org: Org) {
    this.rows = new JobRows(org);
    this.jobs = new JobStore(org);
    this.batches = new Batches(org, this.rows);
    this.events = new EventDelivery(org);
    this.schedules = new Schedules(org, this.rows);
  }

  enqueue(queueable: object, options: NonNullable<Parameters<AsyncQueue['enqueue']>[1]> = {}): string {
    const transaction = tx();
    transaction.limits.count('QueueableJobs');
    const link = nextLink(transaction, options.maximumDepth ?? null);
    const signature = options.duplicateSignature ?? null;
    if (signature !== null && this.isWaiting(signature, transaction)) {
      raise('DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
    }
    const className = typeOf(queueable).name;
    const userId = transaction.user.id;
    return this.ask(transaction, {
      id: this.rows.add({ className, jobType: 'Queueable', userId }),
      kind: 'Queueable',
      className,
      userId,
      dueAt: this.org.clock.now() + (options.delayMinutes ?? 0) * 60_000,
      ...link,
      delayMinutes: options.delayMinutes ?? null,
      signature,
      work: { type: 'queueable', instance: copyState(queueable) }
    });
  }

  future(className: string, method: string, args: readonly unknown[]): void {
    const transaction = tx();
    transaction.limits.count('FutureCalls');
    const parent = runningJob(transaction);
    if (parent?.kind === 'Future' || parent?.kind === 'BatchApexWorker') {
      raise('AsyncException', 'Future method cannot be called from a future or batch method: ' + `${className}.${method}`);
    }
    const userId = transaction.user.id;
    const id = this.rows.add({ className, jobType: 'Future', userId, methodName: method });
    const work = { type: 'future', method, args: args.map((value) => copyState(value)) } as const;
    this.ask(transaction, singleJob({ id, kind: 'Future', className, userId, dueAt: this.org.clock.now(), work }));
  }

  executeBatch(batchable: object, scopeSize: number): string {
    return this.ask(tx(), this.batches.submit(batchable, scopeSize, tx()));
  }

  schedule(name: string, cron: string, schedulable: object): string {
    return this.schedules.add(name, cron, copyState(schedulable));
  }

  scheduleBatch(batchable: object, name: string, minutes: number, scopeSize: number): string {
    return this.schedules.addOnce(name, minutes, copyState(batchable), scopeSize);
  }

  abort(jobId: string): void {
    if (this.schedules.remove(jobId)) return;
    const status = this.rows.status(jobId);
    if (status === null) raise('StringException', `Invalid id: ${jobId}`);
    if (status === 'Completed' || status === 'Failed' || status === 'Aborted') {
      raise('AsyncException', `You can't abort a job that has ended: ${jobId}`);
    }
    this.rows.ended(jobId, 'Aborted');
  }

  attachFinalizer(finalizer: object): void {
    const transaction = tx();
    // Texts as in the Apex Developer Guide, "Transaction Finalizers Error Messages".
    if (runningJob(transaction)?.kind !== 'Queueable')
      raise('AsyncException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
    const pending = pendingOf(transaction);
    if (pending.finalizer) raise('AsyncException', 'More than one Finalizer cannot be attached to same Async Apex Job');
    pending.finalizer = finalizer;
  }

  publish(events: readonly SObject[]): void {
    const transaction = tx();
    const { immediate, afterCommit } = this.events.stamp(events, transaction.user);
    pendingOf(transaction).events.push(...afterCommit);
    if (transaction.test) pendingOf(transaction).events.push(...immediate);
    else this.events.enqueue(immediate);
    if (immediate.length && !transaction.test) this.onDue?.();
  }

  /** Test.getEventBus().deliver(): what the test has published so far. */
  deliverTestEvents(): void {
    const transaction = tx();
    this.events.deliver(pendingOf(transaction).events.splice(0), transaction);
  }

  commit(): void {
    const transaction = tx();
    if (transaction.test) return;
    this.events.enqueue(pendingOf(transaction).events.splice(0));
    this.onDue?.();
  }

  rollback(): void {
    const pending = pendingOf(tx());
    pending.jobs.length = 0;
    pending.events.length = 0;
  }

  drain(): void {
    if (hasTransaction() && tx().test) this.drainTest(tx());
    else while (this.runNext());
  }

  /** Runs the next thing that is due. Answers false when there is none. */
  runNext(): boolean {
    if (this.events.deliverNext()) return true;
    this.schedules.enqueueDue((job) => this.jobs.add(job));
    const waiting = this.jobs.next(this.org.clock.now());
    if (!waiting) return false;
    this.runStored(waiting);
    return true;
  }

  /** When the next job or schedule is due, in milliseconds since the epoch; null: nothing waits. */
  nextDueAt(): number | null {
    const times = [this.jobs.nextDue(), this.schedules.nextDue()].filter((time) => time !== null);
    return times.length ? Math.min(...times) : null;
  }

  /** After a start of the process: goes on with what the last one left, and says what can't go on. */
  resume(): void {
    const lost = this.batches.lost();
    for (const { seq, id, job, problem } of this.jobs.all()) {
      if (!job) lost.set(id, problem!);
      if (lost.has(id)) this.jobs.remove(seq);
    }
    for (const id of lost.keys()) this.batches.forget(id);
    this.schedules.resume();
    this.events.resume();
    this.rows.resumed(lost);
  }

  private drainTest(transaction: Transaction): void {
    const pending = pendingOf(transaction);
    pending.jobs.push(...this.schedules.takeForTest());
    while (pending.jobs.length || pending.events.length) {
      this.events.deliver(pending.events.splice(0), transaction);
      const job = pending.jobs.shift();
      const failure = job && this.run(job, transaction, null);
      // A job's uncaught exception surfaces at Test.stopTest, as on the platform.
      if (failure) throw failure as Error;
    }
  }

  private isWaiting(signature: string, transaction: Transaction): boolean {
    if (!transaction.test) return this.jobs.hasQueued(signature);
    return pendingOf(transaction).jobs.some((job) => job.signature === signature && this.rows.status(job.id) === 'Queued');
  }

  private ask(transaction: Transaction, job: Job): string {
    if (!transaction.test) {
      this.jobs.add(job);
      return job.id;
    }
    const { jobs } = pendingOf(transaction);
    // An id that comes again was given before a savepoint that was rolled back to, and so was its job.
    const forgotten = jobs.findIndex((other) => other.id === job.id);
    if (forgotten >= 0) jobs.splice(forgotten, 1);
    jobs.push(job);
    return job.id;
  }

  private runStored({ seq, id, job, problem }: Waiting): unknown {
    if (job) return this.run(job, null, seq);
    this.jobs.remove(seq);
    this.rows.ended(id, 'Failed', problem);
    this.onFailure?.({ kind: 'Queueable', className: id }, problem);
    return problem;
  }

  /** One job in its transaction; with that, or after its rollback, what follows from it. Answers what it threw. */
  private run(job: Job, test: Transaction | null, seq: number | null): unknown {
    const status = this.rows.status(job.id);
    // No row: asked for after a savepoint that was rolled back to.
    if (status === null || (status === 'Aborted' && job.kind !== 'Finalizer')) {
      if (seq !== null) this.jobs.remove(seq);
      if (job.work.type === 'batch') this.batches.forget(job.id);
      return null;
    }
    if (seq !== null) this.jobs.started(seq);
    if (job.kind !== 'Finalizer' && job.work.type !== 'batch') this.rows.processing(job.id);
    const ended: Ended = { job, seq, test, finalizer: null, requestId: '' };
    let follows: Waiting | null = null;
    let failure: unknown = null;
    try {
      follows = this.transact(ended);
    } catch (error) {
      failure = error;
      this.onFailure?.(job, failure);
      this.org.store.savepoint('job_end');
      follows = this.end(ended, failure);
      this.org.store.release('job_end');
    }
    // A finalizer runs whatever became of the job, and before anything else.
    const finalized = follows ? this.runFollowing(follows, test) : null;
    return failure ?? finalized;
  }

  private transact(ended: Ended): Waiting | null {
    const { job, test } = ended;
    const options = {
      user: this.org.access.user(job.userId),
      quiddity: QUIDDITY[job.kind],
      kind: job.kind === 'Finalizer' ? ('finalizer' as const) : ('async' as const),
      ...(job.work.type === 'finalizer' && { requestId: job.work.requestId }),
      ...(test && { inside: test })
    };
    return runTransaction(this.org, options, (transaction) => {
      ended.requestId = transaction.requestId;
      setRunningJob(transaction, job);
      try {
        perform(this.org, this.batches, job);
      } finally {
        ended.finalizer = pendingOf(transaction).finalizer;
      }
      if (test) movePending(transaction, test);
      return this.end(ended, null);
    });
  }

  private runFollowing({ seq, job }: Waiting, test: Transaction | null): unknown {
    return test ? this.run(job!, test, null) : this.runStored(this.jobs.take(seq)!);
  }

  /** What the end of a job leaves: its status, the next step of a batch, or its finalizer, which is answered. */
  private end({ job, seq, test, finalizer, requestId }: Ended, failure: unknown): Waiting | null {
    if (seq !== null) this.jobs.remove(seq);
    if (job.work.type === 'batch') {
      const next = this.batches.ended(job, job.work, failure);
      if (next && test) pendingOf(test).jobs.push(next);
      else if (next) this.jobs.add(next);
      return null;
    }
    if (job.kind === 'Finalizer') return null;
    this.rows.ended(job.id, failure ? 'Failed' : 'Completed', failure ? messageOf(failure) : null);
    if (!finalizer) return null;
    const next = finalizerJob(job, finalizer, requestId, failure, this.org.clock.now());
    return { seq: test ? 0 : this.jobs.add(next), id: job.id, job: next, problem: null };
  }
}

function messageOf(failure: unknown): string {
  if (failure && typeof failure === 'object' && 'message' in failure) return String(failure.message);
  return String(failure);
}
