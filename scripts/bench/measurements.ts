import type { LimitName } from '../../local-org/src/org/contracts.js';

export interface Measurement {
  readonly name: string;
  readonly apex: string;
  /** Metric name → governor counter. */
  readonly counters: Readonly<Record<string, LimitName>>;
}

const campaignId = (name: string): string =>
  `String campaignName = '${name}'; Id campaignId = Database.query('SELECT Id FROM Campaign WHERE Name = :campaignName')[0].Id;`;

const BANK = campaignId('Term Deposit 2008-2010');
const SMALL = campaignId('Spring Launch 2026');
const READS = { soql: 'Queries', queryRows: 'QueryRows' } as const;
const FIRST_PAGE = `MemberPageRequest request = new MemberPageRequest(); request.campaignId = campaignId; request.pageSize = 50; request.sortBy = 'Id';
  CampaignStatusEditorController.getMembers(request); CampaignStatusEditorController.getStatuses(campaignId);`;

/** Each includes the one query that looks the campaign up by its name. */
export const measurements: readonly Measurement[] = [
  { name: 'editor.firstPage18', apex: `${SMALL} ${FIRST_PAGE}`, counters: READS },
  { name: 'editor.firstPage45k', apex: `${BANK} ${FIRST_PAGE}`, counters: READS },
  {
    name: 'editor.change200',
    apex: `${BANK}
      List<StatusChange> changes = new List<StatusChange>();
      for (CampaignMember member : Database.query('SELECT Id, Status FROM CampaignMember WHERE CampaignId = :campaignId AND Status = \\'Called\\' ORDER BY Id LIMIT 200')) {
        StatusChange change = new StatusChange();
        change.memberId = member.Id;
        change.expectedStatus = member.Status;
        change.newStatus = 'Called again';
        changes.add(change);
      }
      CampaignStatusEditorController.changeStatuses(campaignId, changes);`,
    counters: { ...READS, dmlStatements: 'DmlStatements', dmlRows: 'DmlRows' }
  }
];
