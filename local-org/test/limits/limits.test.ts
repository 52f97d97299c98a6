import { describe, expect, it } from 'vitest';
import { createLimits, type LimitsKind, type Meter } from '../../src/limits/index.js';
import type { LimitName, Limits } from '../../src/org/contracts.js';
import { type ApexException } from '../../src/values/index.js';

class FakeMeter implements Meter {
  time = 0;
  live = 50_000_000;
  garbage = 0;
  collections = 0;
  cpu(): number {
    return this.time;
  }
  heap(): number {
    return this.live + this.garbage;
  }
  collect(): void {
    this.collections++;
    this.garbage = 0;
  }
}

function message(work: () => void): string {
  try {
    work();
  } catch (error) {
    expect((error as ApexException).uncatchable).toBe(true);
    return (error as ApexException).message;
  }
  return 'nothing';
}

function ticks(limits: Limits): void {
  for (let i = 0; i < 20_000; i++) limits.tick();
}

describe('counted limits', () => {
  const cases: [LimitsKind, LimitName, number, string][] = [
    ['sync', 'Queries', 100, 'Too many SOQL queries: 101'],
    ['async', 'Queries', 200, 'Too many SOQL queries: 201'],
    ['sync', 'QueryRows', 50_000, 'Too many query rows: 50001'],
    ['sync', 'DmlStatements', 150, 'Too many DML statements: 151'],
    ['sync', 'DmlRows', 10_000, 'Too many DML rows: 10001'],
    ['sync', 'AggregateQueries', 300, 'Too many aggregate queries: 301'],
    ['sync', 'SoslQueries', 20, 'Too many SOSL queries: 21'],
    ['sync', 'Callouts', 100, 'Too many callouts: 101'],
    ['sync', 'FutureCalls', 50, 'Too many future calls: 51'],
    ['sync', 'QueueableJobs', 50, 'Too many queueable jobs added to the queue: 51'],
    ['async', 'QueueableJobs', 1, 'Too many queueable jobs added to the queue: 2'],
    ['sync', 'EmailInvocations', 10, 'Too many Email Invocations: 11'],
    ['sync', 'FetchCallsOnApexCursor', 100, 'Too many fetch calls on Apex cursor: 101'],
    ['async', 'FetchCallsOnApexCursor', 100, 'Too many fetch calls on Apex cursor: 101'],
    ['finalizer', 'Queries', 100, 'Too many SOQL queries: 101'],
    ['finalizer', 'QueueableJobs', 1, 'Too many queueable jobs added to the queue: 2']
  ];
  it.each(cases)('%s %s: %d', (kind, name, limit, text) => {
    const limits = createLimits(kind);
    expect(limits.limit(name)).toBe(limit);
    limits.count(name, limit);
    expect(limits.used(name)).toBe(limit);
    expect(message(() => limits.count(name))).toBe(text);
  });

  it('start anew between startTest and stopTest', () => {
    const limits = createLimits('sync');
    limits.count('Queries', 90);
    limits.push();
    expect(limits.used('Queries')).toBe(0);
    limits.count('Queries', 50);
    limits.pop();
    expect(limits.used('Queries')).toBe(90);
  });

  it('go back to a mark', () => {
    const limits = createLimits('sync');
    limits.count('DmlRows', 5);
    const mark = limits.mark();
    limits.count('DmlRows', 7);
    limits.resetTo(mark);
    expect(limits.used('DmlRows')).toBe(5);
    expect(limits.snapshot()['DmlRows']).toEqual({ used: 5, limit: 10_000 });
  });
});

describe('CPU time', () => {
  it('is this transaction’s, without the database’s', () => {
    const meter = new FakeMeter();
    const limits = createLimits('sync', meter);
    meter.time += 9_000;
    limits.outsideCpu(() => limits.outsideCpu(() => (meter.time += 60_000)));
    expect(limits.used('CpuTime')).toBe(9_000);
    ticks(limits);
    limits.push();
    meter.time += 9_000;
    expect(limits.used('CpuTime')).toBe(9_000);
    limits.pop();
    expect(limits.used('CpuTime')).toBe(9_000);
    meter.time += 1_001;
    expect(message(() => ticks(limits))).toBe('Apex CPU time limit exceeded');
  });

  it('counts Apex that runs inside the database’s work', () => {
    const meter = new FakeMeter();
    const limits = createLimits('sync', meter);
    limits.outsideCpu(() => {
      meter.time += 1_000;
      limits.insideCpu(() => (meter.time += 200));
      meter.time += 1_000;
      expect(limits.used('CpuTime')).toBe(200);
    });
    expect(limits.used('CpuTime')).toBe(200);
  });

  it('measures real work', () => {
    const limits = createLimits('sync');
    // A busy machine may give the process a small part of this time only.
    const until = performance.now() + 4_000;
    while (performance.now() < until && limits.used('CpuTime') <= 10);
    expect(limits.used('CpuTime')).toBeGreaterThan(10);
    expect(limits.used('CpuTime')).toBeLessThan(5_000);
  });
});

describe('heap size', () => {
  it('is the growth of live memory: garbage does not count', () => {
    const meter = new FakeMeter();
    const limits = createLimits('sync', meter);
    expect(limits.used('HeapSize')).toBe(0);
    meter.live += 4_000_000;
    expect(limits.used('HeapSize')).toBe(2_000_000);
    meter.garbage += 100_000_000;
    const collections = meter.collections;
    ticks(limits);
    expect(meter.collections).toBe(collections + 1);
    expect(limits.used('HeapSize')).toBe(2_000_000);
    meter.live += 40_000_000;
    expect(message(() => ticks(limits))).toBe('Apex heap size too large: 22000000');
  });

  it('leaves garbage out before the limit, too, for code that does less when memory gets short', () => {
    const meter = new FakeMeter();
    const limits = createLimits('sync', meter);
    meter.live += 2_000_000;
    meter.garbage += 8_000_000;
    expect(limits.used('HeapSize')).toBe(1_000_000);
    expect(limits.used('HeapSize')).toBe(1_000_000);
    expect(meter.collections).toBe(1);
  });

  it('is remembered at its highest while somebody watches', () => {
    const meter = new FakeMeter();
    const [watched, unwatched] = [true, false].map((watch) => createLimits('sync', meter, watch));
    const handOver = (): void => [watched, unwatched].forEach((limits) => limits.outsideCpu(() => undefined));
    meter.live += 4_000_000;
    meter.garbage += 10_000_000;
    handOver();
    expect(meter.collections).toBe(1);
    meter.live -= 4_000_000;
    handOver();
    expect(watched.used('HeapSize')).toBe(0);
    expect([watched.most('HeapSize'), unwatched.most('HeapSize')]).toEqual([2_000_000, 0]);
    expect(watched.snapshot()['HeapSize'].used).toBe(2_000_000);
    meter.live += 6_000_000;
    ticks(watched);
    meter.live -= 6_000_000;
    expect(watched.most('HeapSize')).toBe(3_000_000);
    watched.count('Queries');
    expect(watched.most('Queries')).toBe(1);
  });

  it('is looked at where a query has made its records, too', () => {
    const meter = new FakeMeter();
    const limits = createLimits('sync', meter, true);
    limits.outsideCpu(() => (meter.live += 4_000_000));
    meter.live -= 4_000_000;
    expect(limits.most('HeapSize')).toBe(2_000_000);
  });

  it('catches a real hoard', () => {
    const limits = createLimits('sync');
    const hoard: string[][] = [];
    expect(
      message(() => {
        for (let i = 0; i < 400_000; i++) {
          hoard.push([`${i}`, `${i}x`]);
          limits.tick();
        }
      })
    ).toMatch(/^Apex heap size too large: \d+$/);
    expect(hoard.length).toBeGreaterThan(0);
  });
});
