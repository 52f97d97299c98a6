import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Where the measured limits get their numbers from. */
export interface Meter {
  /** Milliseconds of work since some fixed point. */
  cpu(): number;
  /** Bytes in use, garbage included. */
  heap(): number;
  /** Collects garbage, so that `heap` answers live bytes only. */
  collect(): void;
}

let collector: (() => void) | null = null;

function collectGarbage(): void {
  if (!collector) {
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('gc') as () => void;
  }
  collector();
}

/**
 * Measures this process. CPU time is the smaller of the process's CPU time and the time that went by: the first leaves out waiting for other
 * programs, the second leaves out V8's helper threads. Not by the org's clock, which a test may move or hold.
 */
export function processMeter(): Meter {
  const started = performance.now();
  const startCpu = process.cpuUsage();
  return {
    cpu() {
      const { user, system } = process.cpuUsage(startCpu);
      return Math.min((user + system) / 1000, performance.now() - started);
    },
    heap: () => getHeapStatistics().used_heap_size,
    collect: collectGarbage
  };
}
