import { compileAnonymous } from '../apex/index.js';
import { observeTransactions } from '../org/index.js';
import type { Transaction } from '../org/transaction.js';
import { databasePath, orgDirectory, projectDirectory, readInput, type Terminal } from './context.js';
import { openChecked } from './open.js';
import { userId } from './users.js';

export interface ExecOptions {
  readonly org?: string;
  readonly project?: string;
  readonly limits?: boolean;
  readonly user?: string;
}

/** `local-org exec`: anonymous Apex and the background work it starts, with the debug log. */
export function exec(file: string, options: ExecOptions, terminal: Terminal): number {
  const project = projectDirectory(terminal, options.project);
  const source = readInput(terminal, file);
  const org = openChecked({ project, database: databasePath(orgDirectory(project, terminal, options.org)) });
  const stop = observeTransactions((transaction) => report(transaction, options, terminal), options.limits === true);
  try {
    const runnable = compileAnonymous(source, org.program);
    org.run(options.user === undefined ? null : userId(org, options.user), 'ANONYMOUS', () => runnable.run());
    org.async.onFailure = (job, failure) => terminal.error(`${job.kind} ${job.className} failed: ${String(failure)}`);
    org.async.drain();
    return 0;
  } finally {
    stop();
    org.close();
  }
}

function report(transaction: Transaction, options: ExecOptions, terminal: Terminal): void {
  for (const line of transaction.log) terminal.out(line);
  if (options.limits) terminal.out(JSON.stringify({ quiddity: transaction.quiddity, limits: transaction.limits.snapshot() }));
}
