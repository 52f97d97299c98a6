import { compileAnonymous } from '../../local-org/src/apex/index.js';
import { observeTransactions, type LocalOrg } from '../../local-org/src/org/index.js';

const CAMPAIGN = 'Term Deposit 2008-2010';
const SHARES = ['Queries', 'QueryRows', 'DmlStatements', 'DmlRows', 'CpuTime', 'HeapSize'] as const;

/** What a change of every member of the largest campaign costs: one job, from the start to the transaction that finishes it. */
export function measureStatusJobs(org: LocalOrg): Record<string, number> {
  const start = compileAnonymous(
    `String campaignName = '${CAMPAIGN}'; Id campaignId = Database.query('SELECT Id FROM Campaign WHERE Name = :campaignName')[0].Id;
     StatusJobController.startChange(campaignId, null, null, 'Subscribed');`,
    org.program
  );
  org.run(null, 'ANONYMOUS', () => start.run());
  const used = { transactions: 0, queries: 0, statements: 0, rows: 0 };
  const worst: Record<string, number> = {};
  const stop = observeTransactions(({ limits, quiddity }) => {
    if (quiddity !== 'QUEUEABLE') return;
    used.transactions++;
    used.queries += limits.used('Queries');
    used.statements += limits.used('DmlStatements');
    used.rows += limits.used('DmlRows');
    for (const name of SHARES) worst[name] = Math.max(worst[name] ?? 0, limits.most(name) / limits.limit(name));
  }, true);
  org.async.drain();
  stop();
  const changed = changedByLastJob(org);
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    'editor.change45k.changed': changed,
    'editor.change45k.transactions': used.transactions,
    'editor.change45k.soqlPer10k': round((used.queries / changed) * 10_000),
    'editor.change45k.dmlStatementsPer10k': round((used.statements / changed) * 10_000),
    'editor.change45k.dmlRowsPerChange': round(used.rows / changed),
    'editor.change45k.maxCpuShare': round(worst['CpuTime']),
    'editor.change45k.maxHeapShare': round(worst['HeapSize']),
    'editor.change45k.maxOtherShare': round(
      Math.max(...SHARES.filter((name) => name !== 'CpuTime' && name !== 'HeapSize').map((name) => worst[name]))
    )
  };
}

function changedByLastJob(org: LocalOrg): number {
  const [[state, changed, message]] = org.store.rows(
    'SELECT "State__c", "Changed__c", "Message__c" FROM "Status_Job__c" ORDER BY "Id" DESC LIMIT 1'
  );
  if (state !== 'Finished') throw new Error(`The job is ${String(state)}: ${String(message)}`);
  return Number(changed);
}
