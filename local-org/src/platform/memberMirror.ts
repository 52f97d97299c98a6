import { quoted } from '../store/index.js';
import type { Dml } from '../data/index.js';
import type { SObject } from '../values/index.js';
import { idsOf, textOf } from './text.js';

/** Fields of a lead or contact whose value its campaign members show under the same or another name (object reference, CampaignMember). */
const FROM_LEAD: readonly (readonly [string, string])[] = [
  ['Street', 'Street'],
  ['City', 'City'],
  ['State', 'State'],
  ['PostalCode', 'PostalCode'],
  ['Country', 'Country'],
  ['CompanyOrAccount', 'Company']
];
const FROM_CONTACT: readonly (readonly [string, string])[] = [
  ['Street', 'MailingStreet'],
  ['City', 'MailingCity'],
  ['State', 'MailingState'],
  ['PostalCode', 'MailingPostalCode'],
  ['Country', 'MailingCountry']
];
const FROM_BOTH: readonly (readonly [string, string])[] = [
  ...['Name', 'Salutation', 'FirstName', 'LastName', 'Title', 'Email', 'Phone', 'Fax', 'MobilePhone', 'Description'].map(
    (name) => [name, name] as const
  ),
  ...['DoNotCall', 'HasOptedOutOfEmail', 'HasOptedOutOfFax', 'LeadSource'].map((name) => [name, name] as const),
  ['LeadOrContactOwnerId', 'OwnerId']
];

type Person = 'Lead' | 'Contact';

const PAIRS: Readonly<Record<Person, readonly (readonly [string, string])[]>> = {
  Lead: [...FROM_BOTH, ...FROM_LEAD],
  Contact: [...FROM_BOTH, ...FROM_CONTACT]
};

/** Fields of people that members show. */
export const MIRRORED: readonly string[] = [...new Set([...PAIRS.Lead, ...PAIRS.Contact].map(([, source]) => source)), 'AccountId'];

/** Fields of members that are filled from their person. */
export const FILLED: readonly string[] = [
  ...new Set([...PAIRS.Lead, ...PAIRS.Contact].map(([target]) => target)),
  'CompanyOrAccount',
  'LeadOrContactId',
  'Type'
];

function pairsOf(dml: Dml, person: Person): (readonly [string, string])[] {
  const member = dml.object('CampaignMember');
  const source = dml.object(person);
  return PAIRS[person].filter(([target, from]) => member.field(target) && source.field(from));
}

/** Fills the person fields of members that are about to be written. */
export function fillMembers(dml: Dml, members: readonly SObject[]): void {
  const leads = dml.byIds(
    'Lead',
    idsOf(
      members.filter((member) => !textOf(member, 'ContactId')),
      'LeadId'
    )
  );
  const contacts = dml.byIds('Contact', idsOf(members, 'ContactId'));
  const accounts = dml.byIds('Account', idsOf(contacts.values(), 'AccountId'));
  const pairs = { Lead: pairsOf(dml, 'Lead'), Contact: pairsOf(dml, 'Contact') };
  for (const member of members) {
    const contactId = textOf(member, 'ContactId');
    const person = contactId ? contacts.get(contactId) : leads.get(textOf(member, 'LeadId') ?? '');
    const { values } = member;
    values.set('LeadOrContactId', contactId ?? textOf(member, 'LeadId'));
    values.set('Type', contactId ? 'Contact' : 'Lead');
    if (!person) continue;
    for (const [target, source] of pairs[contactId ? 'Contact' : 'Lead']) values.set(target, person.values.get(source) ?? null);
    if (contactId) values.set('CompanyOrAccount', textOf(accounts.get(textOf(person, 'AccountId') ?? ''), 'Name'));
  }
}

/** Brings the members of people that changed up to date: one statement, no triggers, no new modification date. */
export function mirrorPeople(dml: Dml, person: Person, ids: readonly string[]): void {
  const member = dml.table('CampaignMember');
  const source = dml.table(person);
  const sets = pairsOf(dml, person).map(([target, from]) => `${quoted(target)} = p.${quoted(from)}`);
  const list = JSON.stringify(ids);
  const mine = person === 'Lead' ? `m."LeadId" = p."Id" AND m."ContactId" IS NULL` : `m."ContactId" = p."Id"`;
  dml.run(
    `UPDATE ${quoted(member.name)} AS m SET ${sets.join(', ')} FROM ${quoted(source.name)} AS p
     WHERE ${mine} AND p."Id" IN (SELECT value FROM json_each(?))`,
    [list]
  );
  if (person === 'Contact') mirrorAccountNames(dml, `c."Id" IN (SELECT value FROM json_each(?))`, list);
}

/** Accounts were renamed: their contacts' members show the new name. */
export function mirrorAccounts(dml: Dml, ids: readonly string[]): void {
  dml.table('Contact');
  dml.table('CampaignMember');
  mirrorAccountNames(dml, `c."AccountId" IN (SELECT value FROM json_each(?))`, JSON.stringify(ids));
}

function mirrorAccountNames(dml: Dml, condition: string, list: string): void {
  dml.table('Account');
  dml.run(
    `UPDATE "CampaignMember" AS m SET "CompanyOrAccount" = (SELECT a."Name" FROM "Account" AS a WHERE a."Id" = c."AccountId")
     FROM "Contact" AS c WHERE m."ContactId" = c."Id" AND ${condition}`,
    [list]
  );
}
