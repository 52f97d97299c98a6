import { ApexList, ApexException, raise, typeOf } from '../values/index.js';
import { Types } from '../values/apexType.js';
import type { Org, QueryCursor } from '../org/contracts.js';
import type { Transaction } from '../org/transaction.js';
import { JobContext } from './contexts.js';
import { copyState } from './copyState.js';
import type { Job } from './job.js';
import type { JobRows } from './jobRows.js';

type Batchable = Record<string, (...args: unknown[]) => unknown>;

/** A query locator or iterable, as far as a batch needs it. */
interface Scope {
  readonly size: number;
  chunk(offset: number, count: number): ApexList;
}

/**
 * Batch Apex as a chain of jobs: start, one a chunk, finish, each its own transaction with its own limits. A chunk that fails is counted and the
 * next one goes on. Without Database.Stateful every chunk begins with the state the batch had when it was submitted
 * (Apex Developer Guide, "Using Batch Apex").
 */
export function startBatch(
  org: Org,
  rows: JobRows,
  submitted: object,
  scopeSize: number,
  caller: Transaction,
  next: (job: Job) => void
): Job {
  const className = typeOf(submitted).name;
  const stateful = isStateful(submitted);
  const inTest = caller.test !== null;
  const id = rows.add({ className, jobType: 'BatchApex', userId: caller.user.id });
  const batchContext = new JobContext('Database.BatchableContext', id, id);
  let current = submitted as Batchable;
  let scope: Scope | null = null;
  let failure: unknown = null;

  const step = (kind: 'BatchApex' | 'BatchApexWorker', body: () => void, after: (failure: unknown) => void): Job => ({
    id,
    kind,
    className,
    userId: caller.user.id,
    dueAt: org.clock.now(),
    depth: 1,
    maximumDepth: null,
    signature: null,
    ownStatus: true,
    body,
    after
  });

  const instance = (): Batchable => (stateful ? current : (current = copyState(submitted) as Batchable));

  const finish = (): Job =>
    step(
      'BatchApex',
      () => void instance()['finish$1'](batchContext),
      (error) => {
        if (!error) rows.ended(id, 'Completed');
        else rows.ended(id, 'Failed', errorText(error));
      }
    );

  const execute = (offset: number): Job =>
    step(
      'BatchApexWorker',
      () => void instance()['execute$2'](batchContext, scope!.chunk(offset, scopeSize)),
      (error) => {
        failure ??= error;
        rows.progressed(id, Boolean(error), error ? errorText(error) : null);
        next(offset + scopeSize < scope!.size ? execute(offset + scopeSize) : finish());
      }
    );

  return step(
    'BatchApex',
    () => {
      scope = readScope(instance()['start$1'](batchContext));
      const chunks = Math.ceil(scope.size / scopeSize);
      if (inTest && chunks > 1) {
        raise(
          'UnexpectedException',
          'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.'
        );
      }
      rows.processing(id, chunks);
    },
    (error) => {
      if (error) rows.ended(id, 'Failed', errorText(error));
      else next(scope!.size > 0 ? execute(0) : finish());
    }
  );
}

function readScope(started: unknown): Scope {
  if (started === null) raise('NullPointerException', 'Attempt to de-reference a null object');
  const cursor = (started as { cursor?: QueryCursor }).cursor;
  if (cursor) return { size: cursor.size, chunk: (offset, count) => cursor.fetch(offset, count) };
  const items = listItems(started as object);
  const element = started instanceof ApexList ? started.element : Types.primitive('Object');
  return { size: items.length, chunk: (offset, count) => new ApexList(element, items.slice(offset, offset + count)) };
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
