import { tx } from '../../../org/transaction.js';
import { ApexException, ApexList, iterate, raiseNull } from '../../../values/index.js';

let ticks = 0;

/** At loop back-edges and method entries: lets the governor look at the clock now and then. */
export function tick(): void {
  ticks += 1;
  if ((ticks & 255) === 0) tx().limits.tick();
}

// Held here: near the end of the stack even reading a module's export may fail.
const Thrown = ApexException;

/** What ends a run of Apex, as Apex sees it: too deep a recursion is the platform's LimitException, anything else stays what it is. */
export function apexError(error: unknown): unknown {
  const isOverflow = error instanceof RangeError && error.message.startsWith('Maximum call stack');
  return isOverflow ? new Thrown('LimitException', 'Maximum stack depth reached: 1001') : error;
}

/** What a catch clause gets: only Apex exceptions that can be caught. */
export function caught(error: unknown): ApexException {
  if (error instanceof Thrown && !error.uncatchable) return error;
  throw apexError(error);
}

/** Whether this ends the whole transaction: no further Apex of it runs. */
export function isFatal(error: unknown): boolean {
  return !(error instanceof Thrown) || error.uncatchable;
}

/** Runs compiled code from outside. */
export function entry<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw apexError(error);
  }
}

/** The elements that a loop walks. The collection refuses changes meanwhile. */
export function each(source: unknown): Iterable<unknown> {
  if (source === null) raiseNull();
  return source instanceof ApexList ? new ListWalk(source) : iterate(source);
}

/** A list's own iterator: as cheap as an index loop, and it knows when the loop is left early. */
class ListWalk implements Iterator<unknown>, Iterable<unknown> {
  private index = 0;
  private readonly result = { done: false, value: undefined as unknown };

  constructor(private readonly list: ApexList) {
    list.iterating += 1;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<unknown> {
    const { items } = this.list;
    if (this.index < items.length) {
      this.result.value = items[this.index];
      this.index += 1;
    } else {
      this.list.iterating -= 1;
      this.result.done = true;
      this.result.value = undefined;
    }
    return this.result as IteratorResult<unknown>;
  }

  return(): IteratorResult<unknown> {
    this.list.iterating -= 1;
    return { done: true, value: undefined };
  }
}

/** The static state of a class in the running transaction, made and initialised on first use. */
export function statics<S extends object>(name: string, create: () => S, initialize: (state: S) => void): () => S {
  let owner: unknown = null;
  let state: S;
  return () => {
    const transaction = tx();
    if (transaction === owner) return state;
    const known = transaction.statics.get(name) as S | undefined;
    owner = transaction;
    if (known) return (state = known);
    const made = create();
    transaction.statics.set(name, (state = made));
    try {
      initialize(made);
    } catch (error) {
      transaction.statics.delete(name);
      owner = null;
      throw error;
    }
    // Initialising may have run code that used another transaction.
    owner = transaction;
    return (state = made);
  };
}
