import type { LocalOrg } from '../../local-org/src/org/index.js';
import { BANK, hugeCampaign, idOf } from './lib/largeCampaign.js';
import { measureReads, sumOf, type Reads } from './lib/reads.js';

/**
 * What the editor's first screen costs, as its page opens it: the statuses, the first page and the number of members, each a transaction of
 * its own, added up; what a preview and the dearest order cost; for the bank campaign and for one of a million members.
 */
export function measureEditor(org: LocalOrg): Record<string, number> {
  const bank = idOf(org, BANK);
  const huge = hugeCampaign(org);
  const first = firstScreen(org, bank);
  const firstAt1M = firstScreen(org, huge);
  const preview = measureReads(org, `CampaignStatusEditorController.previewChange('${huge}', null, null, 'Subscribed');`);
  return {
    'editor.firstPage.soql': first.soql,
    'editor.firstPage.queryRows': first.queryRows,
    'editor.firstPage.soqlAt1M': firstAt1M.soql,
    'editor.firstPage.queryRowsAt1M': firstAt1M.queryRows,
    'editor.pageByStatus.soqlAt1M': measureReads(org, page(huge, 'Status')).soql,
    'editor.previewChange.soqlAt1M': preview.soql,
    'editor.previewChange.queryRowsAt1M': preview.queryRows
  };
}

function firstScreen(org: LocalOrg, campaignId: string): Reads {
  return sumOf(
    [
      `CampaignStatusEditorController.getStatuses('${campaignId}');`,
      page(campaignId, 'Name'),
      `CampaignStatusEditorController.countMembers('${campaignId}', null);`
    ].map((apex) => measureReads(org, apex))
  );
}

function page(campaignId: string, sortBy: string): string {
  return `MemberPageRequest request = new MemberPageRequest();
    request.campaignId = '${campaignId}'; request.sortBy = '${sortBy}'; request.pageSize = 50;
    CampaignStatusEditorController.getMembers(request);`;
}
