import type { Dml, ObjectBehaviour } from '../data/index.js';
import type { SObject } from '../values/index.js';
import { mirrorPeople, MIRRORED } from './memberMirror.js';
import { textOf } from './text.js';

/** First, middle and last name and suffix as a person's Name shows them (object reference, "Name" of Contact and Lead). */
export function fullName(record: SObject): string {
  return ['FirstName', 'MiddleName', 'LastName', 'Suffix']
    .map((part) => textOf(record, part))
    .filter((part) => part !== null)
    .join(' ');
}

/** Whoever has a first and a last name. */
export const named: ObjectBehaviour = {
  objects: ['Lead', 'Contact', 'User', 'Individual'],
  beforeSave(rows) {
    for (const { record } of rows) record.values.set('Name', fullName(record).trim() || null);
  }
};

/** Leads and contacts: their campaign members show what they are now. */
export const people: ObjectBehaviour = {
  objects: ['Lead', 'Contact'],
  required: ['LastName'],
  afterSave(rows, dml) {
    const changed = rows.filter((row) => row.old !== null && MIRRORED.some((field) => row.changes(field)));
    if (changed.length === 0) return;
    const object = changed[0].record.typeName;
    mirrorPeople(
      dml,
      object === 'Lead' ? 'Lead' : 'Contact',
      changed.map((row) => row.record.id!)
    );
  },
  merging(masterId, duplicateIds, dml) {
    dropDoubleMemberships(dml, masterId, duplicateIds);
  }
};

/** Someone is a member of a campaign once: of the merged records' memberships in one campaign the master's stays, else the first. */
function dropDoubleMemberships(dml: Dml, masterId: string, duplicateIds: readonly string[]): void {
  const field = dml.schema.objectByPrefix(masterId.slice(0, 3))?.name === 'Lead' ? 'LeadId' : 'ContactId';
  const order = [masterId, ...duplicateIds];
  const members = dml.where('CampaignMember', field, order);
  const rank = (member: SObject): number => order.indexOf(textOf(member, field)!);
  members.sort((a, b) => rank(a) - rank(b));
  const taken = new Set<string>();
  const surplus = members.filter((member) => {
    const campaign = textOf(member, 'CampaignId')!;
    if (!taken.has(campaign)) {
      taken.add(campaign);
      return false;
    }
    return true;
  });
  dml.discard('CampaignMember', surplus);
}
