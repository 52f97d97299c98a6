import { compileAnonymous } from '../../local-org/src/apex/index.js';
import { observeTransactions, type LocalOrg } from '../../local-org/src/org/index.js';

const CHUNK = 200;
/** Enough that half-filled pages of the database don't count. */
const CHUNKS = 50;

/** What the history of a change costs: governor counters of the trigger for one chunk, and bytes in the database for one change. */
export function measureHistory(org: LocalOrg): Record<string, number> {
  const memberIds = org
    .run(null, 'ANONYMOUS', () =>
      org.queries.query(
        `SELECT Id FROM CampaignMember WHERE Campaign.Name = 'Term Deposit 2008-2010' AND Status = 'Called' ORDER BY Id LIMIT ${CHUNK * CHUNKS}`,
        { accessLevel: 'SYSTEM_MODE', enforceSharing: false, internal: true }
      )
    )
    .items.map((record) => (record as { id: string }).id);
  const before = bytesOf(org);
  let counters: Record<string, number> = {};
  for (let start = 0; start < memberIds.length; start += CHUNK) counters = change(org, memberIds.slice(start, start + CHUNK));
  return {
    'history.soqlPer200': counters['soql'],
    // One statement is the update itself.
    'history.dmlStatementsPer200': counters['statements'] - 1,
    'history.bytesPerChange': Math.round((bytesOf(org) - before) / memberIds.length)
  };
}

/** One update and nothing else, so that all that is counted beside it is the trigger's. */
function change(org: LocalOrg, memberIds: readonly string[]): Record<string, number> {
  const list = memberIds.map((id) => `'${id}'`).join(',');
  const runnable = compileAnonymous(
    `List<CampaignMember> changes = new List<CampaignMember>();
     for (String memberId : new List<String>{${list}}) { changes.add(new CampaignMember(Id = memberId, Status = 'Called again')); }
     update as system changes;`,
    org.program
  );
  const counters: Record<string, number> = {};
  const stop = observeTransactions(({ limits }) => {
    counters['soql'] = limits.used('Queries');
    counters['statements'] = limits.used('DmlStatements');
  });
  org.run(null, 'ANONYMOUS', () => runnable.run());
  stop();
  return counters;
}

function bytesOf(org: LocalOrg): number {
  const pragma = (name: string): number => Number(org.store.rows(`PRAGMA ${name}`)[0][0]);
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}
