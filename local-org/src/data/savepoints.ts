import { hasTransaction, tx } from '../org/transaction.js';
import { raise } from '../values/index.js';

let next = 1;

/** A name that no other savepoint of the process has. */
export function nextSavepoint(): string {
  return `dml_${next++}`;
}

interface Marked {
  readonly name: string;
  /** Depth of triggers in which it was set: savepoints can't cross trigger invocations (Apex Developer Guide, "Transaction Control"). */
  readonly depth: number;
}

const SCRATCH = 'data.savepoints';

/** Savepoints that Apex set in this transaction and that are still good, in order. */
function stack(): Marked[] {
  const { scratch } = tx();
  let marked = scratch.get(SCRATCH) as Marked[] | undefined;
  if (!marked) scratch.set(SCRATCH, (marked = []));
  return marked;
}

/** Database.setSavepoint: counts as a DML statement. */
export function setSavepoint(): string {
  const transaction = tx();
  transaction.limits.count('DmlStatements');
  const name = `apex_${next++}`;
  transaction.org.store.savepoint(name);
  stack().push({ name, depth: transaction.triggers.length });
  return name;
}

/** Database.rollback: counts as a DML statement. Later savepoints become invalid, this one stays good. */
export function rollbackToSavepoint(name: string): void {
  const transaction = tx();
  transaction.limits.count('DmlStatements');
  const marked = stack();
  const place = checkedPlace(name);
  transaction.org.store.rollbackTo(name);
  marked.length = place + 1;
  // What was undone may have been grants.
  transaction.org.access.invalidate();
}

/** Database.releaseSavepoint: this one and later ones become invalid, what was done stays. */
export function releaseSavepoint(name: string): void {
  const place = checkedPlace(name);
  tx().org.store.release(name);
  stack().length = place;
}

/** Whether Apex holds savepoints: a callout is refused while it does. */
export function hasSavepoints(): boolean {
  return hasTransaction() && stack().length > 0;
}

function checkedPlace(name: string): number {
  const place = stack().findIndex((marked) => marked.name === name);
  if (place < 0) raise('TypeException', 'Savepoint is no longer valid.');
  if (stack()[place].depth !== tx().triggers.length) raise('TypeException', 'Savepoints cannot be used across trigger invocations.');
  return place;
}

/** Forgets the savepoints that a trigger invocation set and left behind. */
export function dropSavepointsDeeperThan(depth: number): void {
  const marked = stack();
  while (marked.length > 0 && marked[marked.length - 1].depth > depth) marked.pop();
}
