import { ApexCollection } from './collection.js';
import { Types, type ApexType } from './apexType.js';
import { KeyTable } from './keyTable.js';

/** An Apex Map: keys are the same by Apex equality (strings with case); it keeps the order of insertion. */
export class ApexMap<K = unknown, V = unknown> extends ApexCollection {
  private readonly table = new KeyTable<V>();

  constructor(
    readonly keyType: ApexType,
    readonly valueType: ApexType,
    entries: Iterable<readonly [K, V]> = []
  ) {
    super();
    for (const [key, value] of entries) this.table.put(key, value);
  }

  get apexType(): ApexType {
    return Types.map(this.keyType, this.valueType);
  }

  get size(): number {
    return this.table.size;
  }

  /** The value, or null when there is none. */
  get(key: unknown): V | null {
    return this.table.get(key)?.value ?? null;
  }

  has(key: unknown): boolean {
    return this.table.get(key) !== undefined;
  }

  /** Answers the value that the key had before, or null. */
  set(key: K, value: V): V | null {
    // Replacing a value is no change of structure.
    if (this.readOnly || (this.iterating > 0 && !this.has(key))) this.beforeChange();
    return this.table.put(key, value).previous;
  }

  /** Answers the removed value, or null. */
  delete(key: unknown): V | null {
    this.beforeChange();
    return this.table.delete(key)?.value ?? null;
  }

  clear(): void {
    this.beforeChange();
    this.table.clear();
  }

  *keys(): IterableIterator<K> {
    for (const { key } of this.table.entries()) yield key as K;
  }

  *values(): IterableIterator<V> {
    for (const { value } of this.table.entries()) yield value;
  }

  *entries(): IterableIterator<[K, V]> {
    for (const { key, value } of this.table.entries()) yield [key as K, value];
  }
}
