import type { Dml, ObjectBehaviour, Row } from '../data/index.js';
import type { SObject } from '../values/index.js';
import { countMembers } from './campaignTotals.js';
import { fillMembers } from './memberMirror.js';
import { idsOf, isTrue, textOf, today } from './text.js';

/** People on campaigns. See the object reference, CampaignMember. */
export const campaignMember: ObjectBehaviour = {
  objects: ['CampaignMember'],
  defaults(rows) {
    // "An attempt to create a record with both results in a successful insert but only the ContactId is inserted."
    for (const { record } of rows) if (textOf(record, 'ContactId')) record.values.set('LeadId', null);
  },
  beforeSave(rows, dml) {
    const created = rows.filter((row) => row.old === null);
    for (const row of created) {
      // The documentation does not say which code the platform answers here.
      if (!textOf(row.record, 'LeadId') && !textOf(row.record, 'ContactId')) {
        row.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LeadId, ContactId]', ['LeadId', 'ContactId']);
      }
    }
    setStatuses(
      rows.filter((row) => !row.failed && (row.old === null || row.changes('Status') || dml.load)),
      dml
    );
    fillMembers(
      dml,
      created.map((row) => row.record)
    );
    takeRecordType(created, dml);
  },
  checked(rows, dml) {
    refuseDoubles(
      rows.filter((row) => row.old === null),
      dml
    );
  },
  afterSave(rows, dml) {
    countMembers(
      dml,
      idsOf(
        rows.filter((row) => row.old === null || row.changes('HasResponded')).map((row) => row.record),
        'CampaignId'
      )
    );
  },
  removed(records, dml) {
    countMembers(dml, idsOf(records, 'CampaignId'));
  },
  restored(records, dml) {
    countMembers(dml, idsOf(records, 'CampaignId'));
  }
};

/**
 * The status decides whether a member has responded. One that is not among the campaign's statuses is replaced by the default without a word
 * (object reference, CampaignMember.Status). The first response leaves its date, which stays when a member stops being responded: whether the
 * platform clears it is not documented, "first" says it does not.
 */
function setStatuses(rows: readonly Row[], dml: Dml): void {
  if (rows.length === 0) return;
  const byCampaign = new Map<string, SObject[]>();
  for (const status of dml.where(
    'CampaignMemberStatus',
    'CampaignId',
    idsOf(
      rows.map((row) => row.record),
      'CampaignId'
    )
  )) {
    const campaign = textOf(status, 'CampaignId')!;
    byCampaign.set(campaign, [...(byCampaign.get(campaign) ?? []), status]);
  }
  const now = today(dml);
  for (const { record } of rows) {
    const statuses = byCampaign.get(textOf(record, 'CampaignId') ?? '') ?? [];
    const wanted = textOf(record, 'Status')?.trim().toLowerCase() ?? null;
    const status =
      statuses.find((one) => textOf(one, 'Label')!.toLowerCase() === wanted) ?? statuses.find((one) => isTrue(one, 'IsDefault'));
    if (!status) continue;
    record.values.set('Status', textOf(status, 'Label'));
    const responded = isTrue(status, 'HasResponded');
    record.values.set('HasResponded', responded);
    if (responded && (record.values.get('FirstRespondedDate') ?? null) === null) record.values.set('FirstRespondedDate', now);
  }
}

/** Members are of the record type that their campaign names. */
function takeRecordType(rows: readonly Row[], dml: Dml): void {
  if (rows.length === 0 || !dml.object('CampaignMember').field('RecordTypeId')) return;
  const campaigns = dml.byIds(
    'Campaign',
    idsOf(
      rows.map((row) => row.record),
      'CampaignId'
    )
  );
  for (const { record } of rows) {
    record.values.set('RecordTypeId', textOf(campaigns.get(textOf(record, 'CampaignId') ?? ''), 'CampaignMemberRecordTypeId'));
  }
}

function refuseDoubles(rows: readonly Row[], dml: Dml): void {
  if (rows.length === 0) return;
  const key = (campaign: unknown, person: unknown): string => `${String(campaign)}/${String(person)}`;
  const records = rows.map((row) => row.record);
  dml.table('CampaignMember');
  const taken = new Set<string>();
  for (const field of ['LeadId', 'ContactId']) {
    const people = idsOf(records, field);
    if (people.size === 0) continue;
    const existing = dml.store.rows(
      `SELECT "CampaignId" AS c, "${field}" AS p FROM "CampaignMember" WHERE "${field}" IN (SELECT value FROM json_each(?))
       AND "CampaignId" IN (SELECT value FROM json_each(?)) AND "IsDeleted" = 0`,
      [JSON.stringify([...people]), JSON.stringify([...idsOf(records, 'CampaignId')])]
    );
    for (const [campaign, person] of existing) taken.add(key(campaign, person));
  }
  for (const row of rows) {
    const mine = key(textOf(row.record, 'CampaignId'), textOf(row.record, 'ContactId') ?? textOf(row.record, 'LeadId'));
    if (taken.has(mine)) row.fail('DUPLICATE_VALUE', 'Already a campaign member.');
    taken.add(mine);
  }
}
