import type { Org } from '../org/contracts.js';
import type { Quiddity, Transaction } from '../org/transaction.js';

/** All that the HTTP area asks of a local org. `LocalOrg` of org/org.ts is one: `{ org, runInTransaction: (…) => org.run(…) }`. */
export interface OrgHandle {
  readonly org: Org;
  /** Runs work as one transaction of the user: committed when it returns, rolled back when it throws. */
  runInTransaction<T>(userId: string, quiddity: Quiddity, work: (transaction: Transaction) => T): T;
}
