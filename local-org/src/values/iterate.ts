import { type ApexCollection } from './collection.js';
import { raise, raiseNull } from './exception.js';
import { ApexList } from './list.js';
import { ApexSet } from './set.js';

interface ApexIterator {
  hasNext$0(): boolean;
  next$0(): unknown;
}

interface ApexIterable {
  iterator$0(): ApexIterator | null;
}

/** What `for (T item : source)` walks: lists and sets (which refuse changes meanwhile) and anything with an `iterator` method. */
export function* iterate(source: unknown): Generator<unknown, void, void> {
  if (source === null) raiseNull();
  if (source instanceof ApexList || source instanceof ApexSet)
    yield* guarded(source, source instanceof ApexList ? source.items : source.values());
  else if (typeof source === 'object' && 'iterator$0' in source) {
    const iterator = (source as ApexIterable).iterator$0() ?? raiseNull();
    while (iterator.hasNext$0()) yield iterator.next$0();
  } else raise('TypeException', 'Loop must iterate over a collection');
}

function* guarded(collection: ApexCollection, items: Iterable<unknown>): Generator<unknown, void, void> {
  const { backing } = collection;
  collection.iterating++;
  if (backing) backing.iterating++;
  try {
    yield* items;
  } finally {
    collection.iterating--;
    if (backing) backing.iterating--;
  }
}
