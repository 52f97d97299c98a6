import { raise, type SObject, typeOf } from '../values/index.js';
import type { AsyncQueue, Org, RunningUser } from '../org/contracts.js';
import { runTransaction } from '../org/run.js';
import { hasTransaction, tx, type Quiddity, type Transaction } from '../org/transaction.js';
import { startBatch } from './batch.js';
import { copyState } from './copyState.js';
import { FinalizerContext, JobContext } from './contexts.js';
import { execute } from './execute.js';
import { EventDelivery } from './events.js';
import { movePending, pendingOf, runningJob, setRunningJob, type Job, type JobKind } from './job.js';
import { JobRows } from './jobRows.js';
import { Schedules } from './schedules.js';

const QUIDDITY: Record<JobKind, Quiddity> = {
  Queueable: 'QUEUEABLE',
  Future: 'FUTURE',
  BatchApex: 'BATCH_APEX',
  BatchApexWorker: 'BATCH_APEX',
  ScheduledApex: 'SCHEDULED'
};

/**
 * The org's background work: one job is one transaction, run one after the other. Jobs asked for inside a transaction wait for its commit.
 * In tests the jobs of a test method run at Test.stopTest, in the test's own database savepoint and with its static variables.
 */
export class JobQueue implements AsyncQueue {
  readonly rows: JobRows;
  readonly events: EventDelivery;
  readonly schedules: Schedules;
  /** Told when work has become due, so that a server can run it when it is idle. */
  onDue: (() => void) | null = null;
  /** Told of a job that failed, with what it threw. */
  onFailure: ((job: Job, failure: unknown) => void) | null = null;
  private due: Job[] = [];

  constructor(private readonly org: Org) {
    this.rows = new JobRows(org);
    this.events = new EventDelivery(org);
    this.schedules = new Schedules(org, (job) => this.add(job));
  }

  enqueue(
    queueable: object,
    options: { readonly delayMinutes?: number; readonly maximumDepth?: number; readonly duplicateSignature?: string } = {}
  ): string {
    const transaction = tx();
    transaction.limits.count('QueueableJobs');
    const parent = runningJob(transaction);
    const depth = parent?.kind === 'Queueable' ? parent.depth + 1 : 1;
    const maximumDepth = options.maximumDepth ?? parent?.maximumDepth ?? null;
    // "You can't chain queueable jobs in an Apex test" (Trailhead, Asynchronous Apex, "Control Processes with Queueable Apex").
    if ((transaction.test && depth > 1) || (maximumDepth !== null && depth > maximumDepth)) {
      raise('AsyncException', 'Maximum stack depth has been reached.');
    }
    const signature = options.duplicateSignature ?? null;
    if (signature !== null && this.isWaiting(signature, transaction)) {
      raise('DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
    }
    const className = typeOf(queueable).name;
    const copy = copyState(queueable);
    return this.ask(transaction, {
      id: this.rows.add({ className, jobType: 'Queueable', userId: transaction.user.id }),
      kind: 'Queueable',
      className,
      userId: transaction.user.id,
      dueAt: this.org.clock.now() + (options.delayMinutes ?? 0) * 60_000,
      depth,
      maximumDepth,
      signature,
      ownStatus: false,
      body: (run) => execute(copy, 'QueueableContext', new JobContext('QueueableContext', runningJob(run)!.id))
    });
  }

  future(className: string, method: string, args: readonly unknown[]): void {
    const transaction = tx();
    transaction.limits.count('FutureCalls');
    const parent = runningJob(transaction);
    if (parent?.kind === 'Future' || parent?.kind === 'BatchApexWorker') {
      raise('AsyncException', 'Future method cannot be called from a future or batch method: ' + `${className}.${method}`);
    }
    const copies = args.map((value) => copyState(value));
    this.ask(transaction, {
      id: this.rows.add({ className, jobType: 'Future', userId: transaction.user.id, methodName: method }),
      kind: 'Future',
      className,
      userId: transaction.user.id,
      dueAt: this.org.clock.now(),
      depth: 1,
      maximumDepth: null,
      signature: null,
      ownStatus: false,
      body: () => void this.org.program.invokeStatic(className, method, copies)
    });
  }

  executeBatch(batchable: object, scopeSize: number): string {
    const transaction = tx();
    if (scopeSize < 1 || scopeSize > 2000)
      raise('InvalidParameterValueException', `Invalid batch scope size: ${scopeSize}. It must be between 1 and 2000.`);
    const job = startBatch(this.org, this.rows, copyState(batchable), scopeSize, transaction, (next) => this.add(next));
    return this.ask(transaction, job);
  }

  schedule(name: string, cron: string, schedulable: object): string {
    return this.schedules.add(name, cron, copyState(schedulable));
  }

  scheduleBatch(batchable: object, name: string, minutes: number, scopeSize: number): string {
    return this.schedules.addOnce(name, minutes, () => this.executeBatch(batchable, scopeSize));
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
    if (runningJob(transaction)?.kind !== 'Queueable')
      raise('AsyncException', 'System.attachFinalizer is only allowed in a queueable job.');
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
    const pending = pendingOf(transaction);
    for (const job of pending.jobs.splice(0)) this.add(job);
    this.events.enqueue(pending.events.splice(0));
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
    this.schedules.enqueueDue();
    const now = this.org.clock.now();
    const index = this.due.findIndex((job) => job.dueAt <= now);
    if (index < 0) return false;
    this.run(this.due.splice(index, 1)[0], null);
    return true;
  }

  /** When the next job or schedule is due, in milliseconds since the epoch; null: nothing waits. */
  nextDueAt(): number | null {
    const times = [...this.due.map((job) => job.dueAt), ...this.schedules.times()];
    return times.length ? Math.min(...times) : null;
  }

  private drainTest(transaction: Transaction): void {
    const pending = pendingOf(transaction);
    this.due = [];
    for (const job of this.schedules.takeForTest()) pending.jobs.push(job);
    while (pending.jobs.length || this.due.length || pending.events.length) {
      this.events.deliver(pending.events.splice(0), transaction);
      const job = pending.jobs.shift() ?? this.due.shift();
      if (job) {
        const failure = this.run(job, transaction);
        // A job's uncaught exception surfaces at Test.stopTest, as on the platform.
        if (failure) throw failure as Error;
      }
    }
  }

  private isWaiting(signature: string, transaction: Transaction): boolean {
    return [...this.due, ...pendingOf(transaction).jobs].some(
      (job) => job.signature === signature && this.rows.status(job.id) === 'Queued'
    );
  }

  private ask(transaction: Transaction, job: Job): string {
    const { jobs } = pendingOf(transaction);
    // An id that comes again was given before a savepoint that was rolled back to, and so was its job.
    const forgotten = jobs.findIndex((other) => other.id === job.id);
    if (forgotten >= 0) jobs.splice(forgotten, 1);
    jobs.push(job);
    return job.id;
  }

  private add(job: Job): void {
    this.due.push(job);
    this.onDue?.();
  }

  private run(job: Job, test: Transaction | null): unknown {
    const status = this.rows.status(job.id);
    // No row: asked for after a savepoint that was rolled back to.
    if (status === 'Aborted' || status === null) return null;
    if (!job.ownStatus) this.rows.processing(job.id);
    const user = this.org.access.user(job.userId);
    let finalizer: object | null = null;
    let failure: unknown = null;
    let requestId = '';
    try {
      runTransaction(this.org, { user, quiddity: QUIDDITY[job.kind], kind: 'async', ...(test && { inside: test }) }, (transaction) => {
        requestId = transaction.requestId;
        setRunningJob(transaction, job);
        try {
          job.body(transaction);
        } finally {
          finalizer = pendingOf(transaction).finalizer;
        }
        if (test) movePending(transaction, test);
      });
    } catch (error) {
      failure = error;
    }
    if (failure) this.onFailure?.(job, failure);
    if (!job.ownStatus) this.rows.ended(job.id, failure ? 'Failed' : 'Completed', failure ? messageOf(failure) : null);
    if (finalizer) this.runFinalizer(finalizer, job, failure, requestId, user, test);
    job.after?.(failure);
    return failure;
  }

  /** A finalizer runs in a transaction of its own, whatever became of the job, and may enqueue one job. */
  private runFinalizer(
    finalizer: object,
    job: Job,
    failure: unknown,
    requestId: string,
    user: RunningUser,
    test: Transaction | null
  ): void {
    const quiddity = 'TRANSACTION_FINALIZER_QUEUEABLE';
    try {
      runTransaction(this.org, { user, quiddity, kind: 'async', ...(test && { inside: test }) }, (transaction) => {
        setRunningJob(transaction, { ...job, kind: 'Queueable' });
        execute(finalizer, 'FinalizerContext', new FinalizerContext(job.id, requestId, failure));
        if (test) movePending(transaction, test);
      });
    } catch (error) {
      this.onFailure?.(job, error);
    }
  }
}

function messageOf(failure: unknown): string {
  if (failure && typeof failure === 'object' && 'message' in failure) return String(failure.message);
  return String(failure);
}
