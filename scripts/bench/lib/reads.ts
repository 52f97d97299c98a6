import { compileAnonymous } from '../../../local-org/src/apex/index.js';
import { observeTransactions, type LocalOrg } from '../../../local-org/src/org/index.js';

/** What a transaction reads, in governor counters. */
export interface Reads {
  readonly soql: number;
  readonly queryRows: number;
}

/** Runs anonymous Apex as one transaction, and answers what it read. */
export function measureReads(org: LocalOrg, apex: string): Reads {
  const runnable = compileAnonymous(apex, org.program);
  let reads: Reads = { soql: 0, queryRows: 0 };
  const stop = observeTransactions(({ limits }) => {
    reads = { soql: limits.used('Queries'), queryRows: limits.used('QueryRows') };
  });
  org.run(null, 'ANONYMOUS', () => runnable.run());
  stop();
  return reads;
}

/** What several transactions read together. */
export function sumOf(all: readonly Reads[]): Reads {
  return all.reduce((sum, next) => ({ soql: sum.soql + next.soql, queryRows: sum.queryRows + next.queryRows }), { soql: 0, queryRows: 0 });
}
