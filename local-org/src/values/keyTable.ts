import { hashKey, valueEquals } from './equality.js';

interface Entry<V> {
  readonly key: unknown;
  value: V;
}

/**
 * A hash table by Apex equality that keeps insertion order. Scalars are their own slot in a JavaScript Map; other keys are found by
 * hash text and then compared, so classes with equals and hashCode work as keys.
 */
export class KeyTable<V> {
  private readonly slots = new Map<unknown, Entry<V>>();
  /** Hashes that more than one key had: how many slots to look at. */
  private readonly probes = new Map<string, number>();

  get size(): number {
    return this.slots.size;
  }

  get(key: unknown): Entry<V> | undefined {
    if (typeof key !== 'object' || key === null) return this.slots.get(scalarSlot(key));
    const slot = this.find(key);
    return slot.found ? this.slots.get(slot.slot) : undefined;
  }

  /** The entry of the key, made with `value` when there is none; `added` tells which. */
  put(key: unknown, value: V): { readonly added: boolean; readonly previous: V | null } {
    const { slot, found } = this.find(key);
    const entry = this.slots.get(slot);
    if (found && entry) {
      const previous = entry.value;
      entry.value = value;
      return { added: false, previous };
    }
    this.slots.set(slot, { key, value });
    return { added: true, previous: null };
  }

  delete(key: unknown): Entry<V> | undefined {
    const { slot, found } = this.find(key);
    if (!found) return undefined;
    const entry = this.slots.get(slot);
    this.slots.delete(slot);
    return entry;
  }

  clear(): void {
    this.slots.clear();
    this.probes.clear();
  }

  entries(): IterableIterator<Entry<V>> {
    return this.slots.values();
  }

  private find(key: unknown): { slot: unknown; found: boolean } {
    if (typeof key !== 'object' || key === null) {
      const slot = scalarSlot(key);
      return { slot, found: this.slots.has(slot) };
    }
    const hash = hashKey(key);
    if (typeof hash !== 'string') return { slot: hash, found: this.slots.has(hash) };
    const probes = this.probes.get(hash) ?? 1;
    let free: string | null = null;
    for (let i = 0; i < probes; i++) {
      const slot = i === 0 ? hash : `${hash}\0${i}`;
      const entry = this.slots.get(slot);
      if (!entry) free ??= slot;
      else if (valueEquals(entry.key, key)) return { slot, found: true };
    }
    if (free !== null) return { slot: free, found: false };
    this.probes.set(hash, probes + 1);
    return { slot: `${hash}\0${probes}`, found: false };
  }
}

/** Strings, numbers, booleans and null are their own slot; a string that looks like a hash text is set apart from those. */
function scalarSlot(key: unknown): unknown {
  return typeof key === 'string' && key.charCodeAt(0) === 0 ? `\0$${key}` : key;
}
