import { unwrap } from 'lwc';
import { deepFreeze } from './http.js';

/** What a wired property or function receives. */
export interface WireValue<Data = unknown> {
  readonly data: Data | undefined;
  readonly error: unknown;
}

/** One read that can be shared, cached and repeated. */
export interface Read {
  /** Adapter and parameters: equal keys share one answer. */
  readonly key: string;
  readonly load: () => Promise<unknown>;
  /** Records whose change makes the answer stale. */
  readonly records: readonly string[];
  /** Milliseconds that an answer may be reused. */
  readonly maxAge: number;
}

const EMPTY: WireValue = Object.freeze({ data: undefined, error: undefined });

/** The answer to one read, and who watches it. */
class Entry {
  readonly watchers = new Set<(value: WireValue) => void>();
  value: WireValue | null = null;
  private text = '';
  private loadedAt = 0;
  private pending: Promise<void> | null = null;

  constructor(readonly read: Read) {}

  get fresh(): boolean {
    return this.value !== null && this.value.error === undefined && Date.now() - this.loadedAt < this.read.maxAge;
  }

  /** Loads now; watchers hear of it only if the answer is another one. Requests under way are shared. */
  refresh(): Promise<void> {
    this.pending ??= this.fetch().finally(() => {
      this.pending = null;
    });
    return this.pending;
  }

  /** Keeps an answer that came another way (an imperative call of a cacheable method). */
  accept(data: unknown): void {
    this.loadedAt = Date.now();
    this.publish({ data: deepFreeze(data), error: undefined });
  }

  private async fetch(): Promise<void> {
    try {
      this.accept(await this.read.load());
    } catch (error) {
      this.publish({ data: undefined, error });
    }
  }

  private publish(value: WireValue): void {
    const text = JSON.stringify(value);
    if (this.value && text === this.text) return;
    this.text = text;
    this.value = Object.freeze(value);
    for (const watcher of [...this.watchers]) watcher(this.value);
  }
}

const entries = new Map<string, Entry>();
/** From what a component was given to what gave it, for refreshApex. */
const origins = new WeakMap<object, Subscription<never>>();

function entryOf(read: Read): Entry {
  let entry = entries.get(read.key);
  if (!entry) entries.set(read.key, (entry = new Entry(read)));
  return entry;
}

/**
 * A wire adapter, with the platform's manners: `{data: undefined, error: undefined}` comes first; nothing is read until `toRead` has all
 * it needs (null: it has not); while a new answer is on its way the last one stays.
 */
class Subscription<Config> {
  private entry: Entry | null = null;
  private config: Config | undefined;
  private connected = false;
  private readonly watch = (value: WireValue): void => this.emit(value);

  constructor(
    private readonly callback: (value: WireValue) => void,
    private readonly toRead: (config: Config) => Read | null
  ) {
    this.emit(EMPTY);
  }

  connect(): void {
    this.connected = true;
    this.subscribe();
  }

  update(config: Config): void {
    this.config = config;
    if (this.connected) this.subscribe();
  }

  disconnect(): void {
    this.connected = false;
    this.entry?.watchers.delete(this.watch);
    this.entry = null;
  }

  async refresh(): Promise<void> {
    await this.entry?.refresh();
  }

  private subscribe(): void {
    const read = this.config === undefined ? null : this.toRead(this.config);
    this.entry?.watchers.delete(this.watch);
    this.entry = read && entryOf(read);
    if (!this.entry) return;
    this.entry.watchers.add(this.watch);
    if (this.entry.fresh) this.emit(this.entry.value!);
    else void this.entry.refresh();
  }

  private emit(value: WireValue): void {
    // A new object each time, so that it can be traced back to this very subscription.
    const given = { data: value.data, error: value.error };
    origins.set(given, this as unknown as Subscription<never>);
    this.callback(given);
  }
}

/** Makes a wire adapter class of a function that turns the component's parameters into a read. `Data` is what the read answers. */
export function wireAdapter<Config, Data = unknown>(
  toRead: (config: Config) => Read | null
): new (callback: (value: WireValue<Data>) => void) => Subscription<Config> {
  return class extends Subscription<Config> {
    constructor(callback: (value: WireValue<Data>) => void) {
      super(callback as (value: WireValue) => void, toRead);
    }
  };
}

/** `refreshApex(wiredValue)`: reads again what the value came from. */
export async function refreshValue(value: unknown): Promise<void> {
  const origin = typeof value === 'object' && value !== null ? origins.get(unwrap(value) as object) : undefined;
  if (!origin) throw new Error('refreshApex: the argument must be the value that a wire provisioned.');
  await origin.refresh();
}

/** Answers from the cache if it may, else reads. */
export async function readThrough(read: Read): Promise<unknown> {
  const entry = entryOf(read);
  if (!entry.fresh) await entry.refresh();
  if (entry.value!.error !== undefined) throw entry.value!.error;
  return entry.value!.data;
}

/** An answer that is fresh in the cache. */
export function cached(key: string): WireValue | null {
  const entry = entries.get(key);
  return entry?.fresh ? entry.value : null;
}

export function remember(read: Read, data: unknown): void {
  entryOf(read).accept(data);
}

/** Records changed: reads that show them are repeated if somebody watches, and forgotten otherwise. */
export async function recordsChanged(ids: readonly string[] | 'all'): Promise<void> {
  const work: Promise<void>[] = [];
  for (const [key, entry] of [...entries]) {
    const concerned =
      ids === 'all'
        ? entry.read.records.length > 0
        : entry.read.records.some((id) => ids.some((changed) => id === '*' || id.slice(0, 15) === changed.slice(0, 15)));
    if (!concerned) continue;
    if (entry.watchers.size > 0) work.push(entry.refresh());
    else entries.delete(key);
  }
  await Promise.all(work);
}
