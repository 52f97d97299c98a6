import type { Dml, ObjectBehaviour, Row } from '../data/index.js';
import type { SObject } from '../values/index.js';
import { countMembers } from './campaignTotals.js';
import { idsOf, isTrue, textOf, today } from './text.js';

/** Members can't hold more (object reference, CampaignMember.Status), though a label may have 765. */
const LABEL_LENGTH = 40;

/** The statuses of a campaign. There are no Apex triggers on them. */
export const campaignMemberStatus: ObjectBehaviour = {
  objects: ['CampaignMemberStatus'],
  beforeSave(rows, dml) {
    const siblings = statusesOf(dml, rows);
    for (const row of rows) {
      const label = textOf(row.record, 'Label');
      if (label === null) row.fail('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Label]', ['Label']);
      else if (label.length > LABEL_LENGTH) {
        row.fail('STRING_TOO_LONG', `Label: data value too large: ${label} (max length=${LABEL_LENGTH})`, ['Label']);
      }
      if ((row.record.values.get('SortOrder') ?? null) === null) row.record.values.set('SortOrder', nextOrder(row, rows, siblings));
    }
    for (const [field, fold] of UNIQUE)
      refuseClashes(
        rows.filter((row) => !row.failed),
        siblings,
        field,
        fold
      );
    keepOneDefault(rows);
  },
  checked(rows, dml) {
    requireDefaultAndResponded(rows, dml);
  },
  afterSave(rows, dml) {
    unsetOtherDefaults(rows, dml);
    carryToMembers(
      rows.filter((row) => row.old !== null && (row.changes('Label') || row.changes('HasResponded'))),
      dml
    );
  },
  beforeDelete(rows, dml) {
    refuseDeletes(rows, dml);
  }
};

/** SortOrder is unique in a campaign (object reference); that Label is, too, is not documented, but a member's status names it. */
const UNIQUE: readonly (readonly [string, (value: unknown) => string])[] = [
  ['SortOrder', String],
  ['Label', (value) => String(value).toLowerCase()]
];

function statusesOf(dml: Dml, rows: readonly Row[]): SObject[] {
  return dml.where(
    'CampaignMemberStatus',
    'CampaignId',
    idsOf(
      rows.map((row) => row.record),
      'CampaignId'
    )
  );
}

function nextOrder(row: Row, rows: readonly Row[], siblings: readonly SObject[]): number {
  const campaign = textOf(row.record, 'CampaignId');
  const orders = [...siblings, ...rows.map((other) => other.record)]
    .filter((record) => textOf(record, 'CampaignId') === campaign)
    .map((record) => Number(record.values.get('SortOrder') ?? 0));
  return Math.max(0, ...orders) + 1;
}

function refuseClashes(rows: readonly Row[], siblings: readonly SObject[], field: string, fold: (value: unknown) => string): void {
  const own = new Set(rows.map((row) => row.record.id));
  const key = (record: SObject): string => `${textOf(record, 'CampaignId')}/${fold(record.values.get(field))}`;
  const taken = new Map(siblings.filter((record) => !own.has(record.id)).map((record) => [key(record), record.id ?? '<unknown>'] as const));
  for (const row of rows) {
    const holder = taken.get(key(row.record));
    if (holder !== undefined)
      row.fail('DUPLICATE_VALUE', `duplicate value found: ${field} duplicates value on record with id: ${holder}`, [field]);
    else taken.set(key(row.record), row.record.id ?? '<unknown>');
  }
}

/** Making one status the default unsets the other; of several in one call the last wins. */
function keepOneDefault(rows: readonly Row[]): void {
  const last = new Map<string, Row>();
  for (const row of rows) {
    if (row.failed || !isTrue(row.record, 'IsDefault') || !row.changes('IsDefault')) continue;
    const campaign = textOf(row.record, 'CampaignId')!;
    last.get(campaign)?.record.values.set('IsDefault', false);
    last.set(campaign, row);
  }
  for (const row of rows) {
    const winner = last.get(textOf(row.record, 'CampaignId') ?? '');
    if (winner && winner !== row) row.record.values.set('IsDefault', false);
  }
}

/** From API version 39.0 on every campaign has a default status and at least one that means a response (object reference). */
function requireDefaultAndResponded(rows: readonly Row[], dml: Dml): void {
  const changed = rows.filter((row) => row.old !== null && (row.changes('IsDefault') || row.changes('HasResponded')));
  if (changed.length === 0) return;
  const stored = statusesOf(dml, changed);
  for (const row of changed) {
    const after = [
      ...stored.map((record) => rows.find((other) => other.record.id === record.id)?.record ?? record),
      ...rows.filter((other) => other.old === null).map((other) => other.record)
    ];
    const mine = after.filter((record) => textOf(record, 'CampaignId') === textOf(row.record, 'CampaignId'));
    if (!mine.some((record) => isTrue(record, 'IsDefault'))) {
      row.fail('FIELD_INTEGRITY_EXCEPTION', 'A campaign must have a default member status.', ['IsDefault']);
    }
    if (!mine.some((record) => isTrue(record, 'HasResponded'))) {
      row.fail('FIELD_INTEGRITY_EXCEPTION', 'At least one member status of a campaign must be marked as responded.', ['HasResponded']);
    }
  }
}

function unsetOtherDefaults(rows: readonly Row[], dml: Dml): void {
  const made = rows.filter((row) => isTrue(row.record, 'IsDefault') && row.changes('IsDefault')).map((row) => row.record);
  if (made.length === 0) return;
  const keep = JSON.stringify(made.map((record) => record.id));
  dml.run(
    `UPDATE "CampaignMemberStatus" SET "IsDefault" = 0, "SystemModstamp" = ? WHERE "IsDefault" = 1
     AND "CampaignId" IN (SELECT value FROM json_each(?)) AND "Id" NOT IN (SELECT value FROM json_each(?))`,
    [dml.now.millis, JSON.stringify([...idsOf(made, 'CampaignId')]), keep]
  );
}

/** Renaming a status renames it on its members, and its responded flag is theirs; member triggers do not fire (Apex Developer Guide). */
function carryToMembers(rows: readonly Row[], dml: Dml): void {
  if (rows.length === 0) return;
  dml.table('CampaignMember');
  const changes = rows.map((row) => [
    textOf(row.record, 'CampaignId'),
    textOf(row.old, 'Label'),
    textOf(row.record, 'Label'),
    isTrue(row.record, 'HasResponded') ? 1 : 0
  ]);
  dml.run(
    `UPDATE "CampaignMember" SET "Status" = s.value ->> 2, "HasResponded" = s.value ->> 3,
       "FirstRespondedDate" = CASE WHEN s.value ->> 3 = 1 THEN coalesce("FirstRespondedDate", ?) ELSE "FirstRespondedDate" END
     FROM json_each(?) AS s WHERE "CampaignMember"."CampaignId" = s.value ->> 0 AND "CampaignMember"."Status" = s.value ->> 1`,
    [today(dml).toIso(), JSON.stringify(changes)]
  );
  countMembers(
    dml,
    idsOf(
      rows.filter((row) => row.changes('HasResponded')).map((row) => row.record),
      'CampaignId'
    )
  );
}

/** The default, a status in use and the last responded one stay. The codes and texts that the platform answers are not documented. */
function refuseDeletes(rows: readonly Row[], dml: Dml): void {
  if (rows.length === 0) return;
  dml.table('CampaignMember');
  const campaigns = JSON.stringify([
    ...idsOf(
      rows.map((row) => row.old),
      'CampaignId'
    )
  ]);
  const used = new Set(
    dml.store
      .rows(
        `SELECT DISTINCT "CampaignId" AS c, lower("Status") AS s FROM "CampaignMember"
         WHERE "IsDeleted" = 0 AND "CampaignId" IN (SELECT value FROM json_each(?))`,
        [campaigns]
      )
      .map(([campaign, status]) => `${String(campaign)}/${String(status)}`)
  );
  const going = new Set(rows.map((row) => row.id));
  const staying = dml
    .where(
      'CampaignMemberStatus',
      'CampaignId',
      idsOf(
        rows.map((row) => row.old),
        'CampaignId'
      )
    )
    .filter((record) => !going.has(record.id));
  for (const row of rows) {
    const campaign = textOf(row.old, 'CampaignId')!;
    if (isTrue(row.old, 'IsDefault')) row.fail('DELETE_FAILED', 'You cannot delete the default member status of a campaign.');
    else if (used.has(`${campaign}/${textOf(row.old, 'Label')!.toLowerCase()}`)) {
      row.fail('DELETE_FAILED', 'You cannot delete a member status that is in use by members of the campaign.');
    } else if (!staying.some((record) => textOf(record, 'CampaignId') === campaign && isTrue(record, 'HasResponded'))) {
      row.fail('DELETE_FAILED', 'At least one member status of a campaign must be marked as responded.');
    }
  }
}
