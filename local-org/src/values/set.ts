import { ApexCollection } from './collection.js';
import { Types, type ApexType } from './apexType.js';
import { KeyTable } from './keyTable.js';

/** An Apex Set: elements are the same by Apex equality (strings with case); it keeps the order of insertion. */
export class ApexSet<T = unknown> extends ApexCollection {
  private readonly table = new KeyTable<null>();

  constructor(
    readonly element: ApexType,
    items: Iterable<T> = []
  ) {
    super();
    for (const item of items) this.table.put(item, null);
  }

  get apexType(): ApexType {
    return Types.set(this.element);
  }

  get size(): number {
    return this.table.size;
  }

  /** Whether it was not there before. */
  add(value: T): boolean {
    if (this.table.get(value)) return false;
    this.beforeChange();
    return this.table.put(value, null).added;
  }

  has(value: unknown): boolean {
    return this.table.get(value) !== undefined;
  }

  delete(value: unknown): boolean {
    this.beforeChange();
    return this.table.delete(value) !== undefined;
  }

  clear(): void {
    this.beforeChange();
    this.table.clear();
  }

  *values(): IterableIterator<T> {
    for (const { key } of this.table.entries()) yield key as T;
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.values();
  }
}
