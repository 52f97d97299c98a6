import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clock } from '../org/contracts.js';

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
 * Measures this process. CPU time is the smaller of the process's CPU time and the time on the clock: the first leaves out waiting for other
 * programs, the second leaves out V8's helper threads.
 */
export function processMeter(clock: Clock): Meter {
  const startClock = clock.now();
  const startCpu = process.cpuUsage();
  return {
    cpu() {
      const { user, system } = process.cpuUsage(startCpu);
      return Math.min((user + system) / 1000, Math.max(0, clock.now() - startClock));
    },
    heap: () => getHeapStatistics().used_heap_size,
    collect: collectGarbage
  };
}
