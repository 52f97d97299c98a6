import { compileAnonymous } from '../../local-org/src/apex/index.js';
import { observeTransactions, type LocalOrg } from '../../local-org/src/org/index.js';
import { BANK, hugeCampaign, idOf } from './lib/largeCampaign.js';

/**
 * What the editor's first screen costs, as its page opens it: the statuses, the first page and the number of members, each a transaction of
 * its own, added up; what a preview and the dearest order cost; for the bank campaign and for one of a million members.
 */
export function measureEditor(org: LocalOrg): Record<string, number> {
  const bank = idOf(org, BANK);
  const huge = hugeCampaign(org);
  const first = firstScreen(org, bank);
  const firstAt1M = firstScreen(org, huge);
  const preview = measure(org, `CampaignStatusEditorController.previewChange('${huge}', null, null, 'Subscribed');`);
  return {
    'editor.firstPage.soql': first.soql,
    'editor.firstPage.queryRows': first.queryRows,
    'editor.firstPage.soqlAt1M': firstAt1M.soql,
    'editor.firstPage.queryRowsAt1M': firstAt1M.queryRows,
    'editor.pageByStatus.soqlAt1M': measure(org, page(huge, 'Status')).soql,
    'editor.previewChange.soqlAt1M': preview.soql,
    'editor.previewChange.queryRowsAt1M': preview.queryRows
  };
}

interface Reads {
  readonly soql: number;
  readonly queryRows: number;
}

function firstScreen(org: LocalOrg, campaignId: string): Reads {
  const calls = [
    `CampaignStatusEditorController.getStatuses('${campaignId}');`,
    page(campaignId, 'Name'),
    `CampaignStatusEditorController.countMembers('${campaignId}', null);`
  ].map((apex) => measure(org, apex));
  const total = (read: (reads: Reads) => number): number => calls.map(read).reduce((sum, next) => sum + next, 0);
  return { soql: total(({ soql }) => soql), queryRows: total(({ queryRows }) => queryRows) };
}

function page(campaignId: string, sortBy: string): string {
  return `MemberPageRequest request = new MemberPageRequest();
    request.campaignId = '${campaignId}'; request.sortBy = '${sortBy}'; request.pageSize = 50;
    CampaignStatusEditorController.getMembers(request);`;
}

function measure(org: LocalOrg, apex: string): Reads {
  const runnable = compileAnonymous(apex, org.program);
  let reads: Reads = { soql: 0, queryRows: 0 };
  const stop = observeTransactions(({ limits }) => {
    reads = { soql: limits.used('Queries'), queryRows: limits.used('QueryRows') };
  });
  org.run(null, 'ANONYMOUS', () => runnable.run());
  stop();
  return reads;
}
