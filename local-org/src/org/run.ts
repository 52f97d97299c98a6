import type { Org, RunningUser } from './contracts.js';
import { Transaction, within, type Quiddity, type TestState } from './transaction.js';
import { createLimits, type LimitsKind } from '../limits/index.js';

export interface RunOptions {
  readonly user: RunningUser;
  readonly quiddity: Quiddity;
  /** Which set of governor limits applies. */
  readonly kind: LimitsKind;
  /** A test's asynchronous work runs with the test's static variables, mocks and state. */
  readonly inside?: Transaction;
  readonly requestId?: string;
}

export interface RunReport {
  readonly transaction: Transaction;
}

let nextSavepoint = 1;
let nextRequest = 1;

/**
 * Runs `work` as one transaction: everything it wrote is committed when it returns and rolled back when it throws.
 * Jobs and events that it added become due only after the commit.
 */
export function runTransaction<T>(org: Org, options: RunOptions, work: (transaction: Transaction) => T): T {
  const transaction = new Transaction(
    org,
    options.user,
    createLimits(options.kind, undefined, [...observers.values()].includes(true)),
    options.quiddity,
    options.requestId ?? newRequestId(org)
  );
  if (options.inside) inherit(transaction, options.inside);
  const savepoint = `transaction_${nextSavepoint++}`;
  org.store.savepoint(savepoint);
  let result: T;
  try {
    result = within(transaction, () => {
      const value = work(transaction);
      org.async.commit();
      return value;
    });
  } catch (error) {
    org.store.rollbackTo(savepoint);
    org.store.release(savepoint);
    within(transaction, () => org.async.rollback());
    throw error;
  } finally {
    for (const observer of observers.keys()) observer(transaction);
  }
  org.store.release(savepoint);
  return result;
}

function inherit(transaction: Transaction, from: Transaction): void {
  transaction.statics = from.statics;
  transaction.test = from.test;
}

export function newTestState(): TestState {
  return { started: false, stopped: false, calloutMock: null, webServiceMock: null, fixedSearchResults: null };
}

/** `TID:` and a number that grows: unique in this process, as requests of one org are. */
function newRequestId(org: Org): string {
  return `${org.clock.now().toString(36)}${(nextRequest++).toString(36).padStart(8, '0')}`;
}

export type TransactionObserver = (transaction: Transaction) => void;
/** With whether the observer wants to know the highest use of heap. */
const observers = new Map<TransactionObserver, boolean>();

/**
 * Sees every transaction when it ends, committed or not (`exec --limits`, the bench); with `watchHeap` also the highest use of heap in it, which takes
 * time. Answers how to stop.
 */
export function observeTransactions(observer: TransactionObserver, watchHeap = false): () => void {
  observers.set(observer, watchHeap);
  return () => observers.delete(observer);
}
