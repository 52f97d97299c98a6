import { ApexCollection } from './collection.js';
import { Types, type ApexType } from './apexType.js';
import { raise } from './exception.js';

/** An Apex List (and array). */
export class ApexList<T = unknown> extends ApexCollection {
  constructor(
    readonly element: ApexType,
    readonly items: T[] = []
  ) {
    super();
  }

  get apexType(): ApexType {
    return Types.list(this.element);
  }

  get size(): number {
    return this.items.length;
  }

  /** The element at `index`; ListException 'List index out of bounds: n'. */
  at(index: number): T {
    if (index < 0 || index >= this.items.length) raise('ListException', `List index out of bounds: ${index}`);
    return this.items[index];
  }

  setAt(index: number, value: T): void {
    if (this.readOnly) raise('FinalException', 'Collection is read-only');
    if (index < 0 || index >= this.items.length) raise('ListException', `List index out of bounds: ${index}`);
    this.items[index] = value;
  }

  add(value: T): void {
    this.beforeChange();
    this.items.push(value);
  }

  [Symbol.iterator](): IterableIterator<T> {
    return this.items[Symbol.iterator]();
  }
}
