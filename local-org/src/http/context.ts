import type { RunningUser } from '../org/contracts.js';
import type { Transaction } from '../org/transaction.js';
import type { Layouts, Site } from '../web/index.js';
import type { OrgHandle } from './host.js';
import type { Sessions } from './sessions.js';

/** What the routes share. */
export interface Context {
  readonly host: OrgHandle;
  readonly site: Site;
  readonly layouts: Layouts;
  readonly sessions: Sessions;
}

/** Runs a piece of a request as its user. */
export function asUser<T>(context: Context, userId: string, work: (transaction: Transaction, user: RunningUser) => T): T {
  return context.host.runInTransaction(userId, 'SYNC', (transaction) => work(transaction, transaction.user));
}
