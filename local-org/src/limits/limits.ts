import type { LimitName, Limits } from '../org/contracts.js';
import { raise } from '../values/index.js';
import { processMeter, type Meter } from './meter.js';
import { limitMessage, limitOf, LIMITS, type LimitsKind } from './numbers.js';

/** Ticks between looks at the CPU clock, and looks at the clock between looks at the heap. */
const TICKS_PER_CPU_CHECK = 2048;
const CPU_CHECKS_PER_HEAP_CHECK = 8;

/**
 * What the growth of V8's heap is divided by: a choice, not a conversion. Orgs were seen to count a byte a character and 8 an Integer; how they count
 * a record is not documented. Here (Node 20.20; anonymous Apex that keeps what it makes in a static variable, a forced collection before and after it)
 * 20,000 strings of 50 characters took 4.9 MB, 10,000 map entries of an 18 and a 20 character string 2.8 MB, 10,000 leads of five 20 character fields
 * 7.0 MB, 100,000 Integers in a list 0.9 MB: 5 to 7 bytes for a byte of text, one for a byte of an Integer. With 2, text and records are counted
 * two to four times too strictly, and a list of nothing but numbers half of what it should be.
 */
const V8_BYTES_PER_APEX_BYTE = 2;

/** Growth after a forced collection that makes the next one worth its time: for a reader of the number, and for the check in `tick`. */
const REMEASURE_AFTER = 2 * 1024 * 1024;
const CHECK_AFTER = 32 * 1024 * 1024;

/** Share of the limit below which garbage is not worth a collection. */
const MUCH_OF_HEAP = 0.25;

interface Frame {
  readonly counts: Map<LimitName, number>;
  /** Reading of the CPU meter at which this frame's time began; moved on by time outside. */
  cpuStart: number;
}

class GovernorLimits implements Limits {
  private frames: Frame[];
  private ticks = 0;
  private cpuChecks = 0;
  /** Reading of the CPU meter when the database took over; null while Apex runs. */
  private outsideSince: number | null = null;
  private readonly heapStart: number;
  /** Raw heap use after the last forced collection. */
  private collectedAt = 0;
  private highestHeap = 0;

  constructor(
    private readonly kind: LimitsKind,
    private readonly meter: Meter,
    private readonly watchHeap: boolean
  ) {
    this.frames = [{ counts: new Map(), cpuStart: meter.cpu() }];
    this.heapStart = meter.heap();
  }

  private get frame(): Frame {
    return this.frames[this.frames.length - 1];
  }

  used(name: LimitName): number {
    if (name === 'CpuTime') return Math.max(0, Math.floor((this.outsideSince ?? this.meter.cpu()) - this.frame.cpuStart));
    if (name === 'HeapSize') return this.apexHeap();
    // Apex Reference, "Limits class": both are the DML statements' number since savepoints count as statements.
    if (name === 'Savepoints' || name === 'SavepointRollbacks') return this.frame.counts.get('DmlStatements') ?? 0;
    return this.frame.counts.get(name) ?? 0;
  }

  most(name: LimitName): number {
    if (name === 'HeapSize') this.sampleHeap();
    return name === 'HeapSize' && this.watchHeap ? this.highestHeap : this.used(name);
  }

  limit(name: LimitName): number {
    return limitOf(name, this.kind);
  }

  count(name: LimitName, by = 1): void {
    const used = (this.frame.counts.get(name) ?? 0) + by;
    this.frame.counts.set(name, used);
    const limit = this.limit(name);
    if (used > limit) this.exceeded(name, used);
  }

  tick(): void {
    if (++this.ticks < TICKS_PER_CPU_CHECK) return;
    this.ticks = 0;
    if (this.used('CpuTime') > this.limit('CpuTime')) this.exceeded('CpuTime', 0);
    if (++this.cpuChecks < CPU_CHECKS_PER_HEAP_CHECK) return;
    this.cpuChecks = 0;
    this.sampleHeap();
    if (this.meter.heap() > this.collectedAt + CHECK_AFTER) {
      const heap = this.apexHeap();
      if (heap > this.limit('HeapSize')) this.exceeded('HeapSize', heap);
    }
  }

  outsideCpu<T>(work: () => T): T {
    if (this.outsideSince !== null) return work();
    this.sampleHeap();
    try {
      return this.outside(work);
    } finally {
      this.sampleHeap();
    }
  }

  private outside<T>(work: () => T): T {
    this.leaveCpu();
    try {
      return work();
    } finally {
      this.enterCpu();
    }
  }

  insideCpu<T>(work: () => T): T {
    if (this.outsideSince === null) return work();
    this.enterCpu();
    try {
      return work();
    } finally {
      this.leaveCpu();
    }
  }

  private leaveCpu(): void {
    this.outsideSince = this.meter.cpu();
  }

  /** Time spent outside moves the start of every frame on. */
  private enterCpu(): void {
    const spent = this.meter.cpu() - this.outsideSince!;
    this.outsideSince = null;
    for (const frame of this.frames) frame.cpuStart += spent;
  }

  push(): void {
    this.frames.push({ counts: new Map(), cpuStart: this.meter.cpu() });
  }

  pop(): void {
    if (this.frames.length === 1) throw new Error('pop() without push().');
    const inner = this.frames.pop()!;
    // What ran in between had limits of its own: its time is not the outer frame's.
    this.frame.cpuStart += this.meter.cpu() - inner.cpuStart;
  }

  snapshot(): Record<string, { used: number; limit: number }> {
    const names = Object.keys(LIMITS) as LimitName[];
    return Object.fromEntries(names.map((name) => [name, { used: this.most(name), limit: this.limit(name) }]));
  }

  mark(): ReadonlyMap<LimitName, number> {
    return new Map(this.frame.counts);
  }

  resetTo(mark: ReadonlyMap<LimitName, number>): void {
    this.frame.counts.clear();
    for (const [name, used] of mark) this.frame.counts.set(name, used);
  }

  /** Collecting garbage takes its time: only where somebody asked for the highest use, and what is in use now could be more. */
  private sampleHeap(): void {
    if (this.watchHeap && this.grown(this.meter.heap()) > this.highestHeap) this.highestHeap = Math.max(this.highestHeap, this.apexHeap());
  }

  /**
   * Growth of the process's heap since the transaction began, in Apex bytes; collects garbage before it says that much of the limit is used: an
   * org's Limits.getHeapSize counts live memory, and code goes by it when it takes fewer records at a time.
   */
  private apexHeap(): number {
    let raw = this.meter.heap();
    if (this.grown(raw) > this.limit('HeapSize') * MUCH_OF_HEAP && raw > this.collectedAt + REMEASURE_AFTER) {
      if (this.outsideSince === null) this.outside(() => this.meter.collect());
      else this.meter.collect();
      raw = this.collectedAt = this.meter.heap();
    }
    return this.grown(raw);
  }

  private grown(raw: number): number {
    return Math.max(0, Math.floor((raw - this.heapStart) / V8_BYTES_PER_APEX_BYTE));
  }

  private exceeded(name: LimitName, used: number): never {
    raise('LimitException', limitMessage(name, used, this.limit(name)));
  }
}

/**
 * The governor counters of one transaction. Counted limits are exact. CPU time is this process's time outside SQL. Heap size is the growth of V8's
 * live heap since the transaction began, halved (see V8_BYTES_PER_APEX_BYTE): a measurement of this machine's memory that stands for the
 * platform's number, which it is not; with `watchHeap` its highest value is kept, as seen where the database takes over, where it has answered, and
 * now and then between. Exceeding any throws System.LimitException, which no Apex code can catch.
 */
export function createLimits(kind: LimitsKind, meter: Meter = processMeter(), watchHeap = false): Limits {
  return new GovernorLimits(kind, meter, watchHeap);
}
