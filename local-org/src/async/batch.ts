import { ApexException, ApexList, raise, typeOf, Types } from '../values/index.js';
import type { Org, QueryCursor } from '../org/contracts.js';
import { tx, type Transaction } from '../org/transaction.js';
import { JobContext } from './contexts.js';
import { copyState } from './copyState.js';
import { runningJob, singleJob, type Job, type Work } from './job.js';
import type { JobRows } from './jobRows.js';
import { decodeState, encodeState, NotStorable } from './state.js';

type Batchable = Record<string, (...args: unknown[]) => unknown>;
type Phase = Extract<Work, { type: 'batch' }>['phase'];

/** What start answered: a cursor, or the items of an iterable. */
type Scope = { readonly cursor: QueryCursor } | { readonly items: ApexList };

interface Batch {
  /** As submitted; of a stateful one as its last step left it. */
  instance: object;
  readonly scopeSize: number;
  scope: Scope | null;
}

/**
 * Batch Apex as a chain of jobs: start, one a chunk, finish, each its own transaction with its own limits. A chunk that fails is counted and the
 * next one goes on. Without Database.Stateful every chunk begins with the state the batch had when it was submitted
 * (Apex Developer Guide, "Using Batch Apex"). Instance and scope are stored beside the queue, once, for a process that goes on with the batch:
 * "the batch execution is rolled back and restarted after the service comes back up" (same place).
 */
export class Batches {
  private readonly batches = new Map<string, Batch>();

  constructor(
    private readonly org: Org,
    private readonly rows: JobRows
  ) {
    org.store.run(
      `CREATE TABLE IF NOT EXISTS "_batches" (id TEXT PRIMARY KEY, size INTEGER NOT NULL, instance TEXT, scope TEXT, problem TEXT) WITHOUT ROWID`
    );
  }

  /** The batch's first job. */
  submit(batchable: object, scopeSize: number, caller: Transaction): Job {
    if (scopeSize < 1 || scopeSize > 2000)
      raise('InvalidParameterValueException', `Invalid batch scope size: ${scopeSize}. It must be between 1 and 2000.`);
    refuseNested(caller);
    const className = typeOf(batchable).name;
    const id = this.rows.add({ className, jobType: 'BatchApex', userId: caller.user.id });
    const instance = copyState(batchable);
    this.batches.set(id, { instance, scopeSize, scope: null });
    this.org.store.run(`INSERT OR REPLACE INTO "_batches" (id, size) VALUES (?, ?)`, [id, scopeSize]);
    this.keep(id, 'instance', instance);
    return this.step(
      singleJob({ id, kind: 'BatchApex', className, userId: caller.user.id, dueAt: 0, work: phase('start', 0) }),
      'start',
      0
    );
  }

  /** One step in its transaction. */
  perform(job: Job, work: Extract<Work, { type: 'batch' }>): void {
    const batch = this.batch(job.id);
    const instance = copyState(batch.instance) as Batchable;
    const context = new JobContext('Database.BatchableContext', job.id, job.id);
    if (work.phase === 'start') this.start(job, batch, instance['start$1'](context));
    else if (work.phase === 'execute') instance['execute$2'](context, chunk(batch.scope!, work.offset, batch.scopeSize));
    else instance['finish$1'](context);
    if (!isStateful(instance)) return;
    batch.instance = instance;
    this.keep(job.id, 'instance', instance);
  }

  /** After a step, in its transaction when it succeeded: what AsyncApexJob shows, and the next step. */
  ended(job: Job, work: Extract<Work, { type: 'batch' }>, failure: unknown): Job | null {
    const message = failure ? errorText(failure) : null;
    if (work.phase === 'execute') {
      this.rows.progressed(job.id, failure !== null, message);
      const { scope, scopeSize } = this.batch(job.id);
      const next = work.offset + scopeSize;
      return next < sizeOf(scope!) ? this.step(job, 'execute', next) : this.step(job, 'finish', 0);
    }
    if (work.phase === 'start' && !failure) return this.step(job, sizeOf(this.batch(job.id).scope!) > 0 ? 'execute' : 'finish', 0);
    this.rows.ended(job.id, failure ? 'Failed' : 'Completed', message);
    this.forget(job.id);
    return null;
  }

  /** After a start of the process: ids of the batches that can't go on, and why. */
  lost(): Map<string, string> {
    const lost = new Map<string, string>();
    for (const [id, problem] of this.org.store.rows(`SELECT id, problem FROM "_batches"`)) {
      if (problem !== null) {
        lost.set(String(id), String(problem));
        continue;
      }
      try {
        this.batch(String(id));
      } catch (error) {
        lost.set(String(id), (error as Error).message);
      }
    }
    return lost;
  }

  forget(id: string): void {
    this.batches.delete(id);
    this.org.store.run(`DELETE FROM "_batches" WHERE id = ?`, [id]);
  }

  private step(job: Job, next: Phase, offset: number): Job {
    return { ...job, kind: next === 'execute' ? 'BatchApexWorker' : 'BatchApex', dueAt: this.org.clock.now(), work: phase(next, offset) };
  }

  private start(job: Job, batch: Batch, started: unknown): void {
    batch.scope = readScope(started);
    const chunks = Math.ceil(sizeOf(batch.scope) / batch.scopeSize);
    if (tx().test && chunks > 1) {
      raise(
        'UnexpectedException',
        'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.'
      );
    }
    this.rows.processing(job.id, chunks);
    this.keep(job.id, 'scope', batch.scope);
  }

  /** Of this process, or as the last one stored it. */
  private batch(id: string): Batch {
    const known = this.batches.get(id);
    if (known) return known;
    const [[size, instance, scope]] = this.org.store.rows(`SELECT size, instance, scope FROM "_batches" WHERE id = ?`, [id]);
    const batch = {
      instance: decodeState(instance as string, this.org) as object,
      scope: scope === null ? null : (decodeState(scope as string, this.org) as Scope),
      scopeSize: Number(size)
    };
    this.batches.set(id, batch);
    return batch;
  }

  /** What can't be stored is told to the process that would have gone on with it. */
  private keep(id: string, column: 'instance' | 'scope', value: unknown): void {
    try {
      this.org.store.run(`UPDATE "_batches" SET ${column} = ? WHERE id = ?`, [encodeState(value, this.org), id]);
    } catch (error) {
      if (!(error instanceof NotStorable)) throw error;
      this.org.store.run(`UPDATE "_batches" SET problem = ? WHERE id = ?`, [error.what, id]);
    }
  }
}

function phase(name: Phase, offset: number): Work {
  return { type: 'batch', phase: name, offset };
}

/** Only finish may start a further batch. */
function refuseNested(caller: Transaction): void {
  const job = runningJob(caller);
  const inBatch = job?.work.type === 'batch' && job.work.phase !== 'finish';
  if (inBatch || job?.work.type === 'future')
    raise('AsyncException', 'Database.executeBatch cannot be called from a batch start, batch execute, or future method.');
}

function sizeOf(scope: Scope): number {
  return 'cursor' in scope ? scope.cursor.size : scope.items.size;
}

function chunk(scope: Scope, offset: number, count: number): ApexList {
  if ('cursor' in scope) return scope.cursor.fetch(offset, count);
  return new ApexList(scope.items.element, scope.items.items.slice(offset, offset + count));
}

function readScope(started: unknown): Scope {
  if (started === null) raise('NullPointerException', 'Attempt to de-reference a null object');
  const cursor = (started as { cursor?: QueryCursor }).cursor;
  if (cursor) return { cursor };
  const element = started instanceof ApexList ? started.element : Types.primitive('Object');
  return { items: new ApexList(element, listItems(started as object)) };
}

function listItems(iterable: object): unknown[] {
  if (iterable instanceof ApexList) return [...(iterable.items as unknown[])];
  const iterator = (iterable as Batchable)['iterator$0']() as Batchable;
  const items: unknown[] = [];
  while (iterator['hasNext$0']()) items.push(iterator['next$0']());
  return items;
}

function isStateful(batchable: object): boolean {
  for (let info = typeOf(batchable).info; info; info = info.superclass?.info ?? null) {
    if (info.interfaces.some((type) => type.key === 'database.stateful')) return true;
  }
  return false;
}

function errorText(error: unknown): string {
  return error instanceof ApexException ? `First error: ${error.message}` : `First error: ${String(error)}`;
}
