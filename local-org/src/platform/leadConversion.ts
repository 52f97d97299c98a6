import type { LeadConversion, LeadConversionResult, RowResult } from '../org/contracts.js';
import type { Dml, Row } from '../data/index.js';
import { ApexDate, raise, SObject } from '../values/index.js';
import { countMembers } from './campaignTotals.js';
import { fillMembers, FILLED } from './memberMirror.js';
import { idsOf, isTrue, textOf, today } from './text.js';

/** Standard fields that conversion carries over (Salesforce Help, "Lead Conversion Field Mapping"), as [lead, target]. */
const TO_ACCOUNT = [
  ['Company', 'Name'],
  ...['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => [part, `Billing${part}`]),
  ...['Phone', 'Fax', 'Website', 'Industry', 'AnnualRevenue', 'NumberOfEmployees', 'Rating'].map((name) => [name, name]),
  ['LeadSource', 'AccountSource']
] as [string, string][];

const TO_CONTACT = [
  ...['FirstName', 'LastName', 'Salutation', 'Title', 'Email', 'Phone', 'MobilePhone', 'Fax', 'LeadSource', 'Description'].map((name) => [
    name,
    name
  ]),
  ...['DoNotCall', 'HasOptedOutOfEmail', 'HasOptedOutOfFax'].map((name) => [name, name]),
  ...['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => [part, `Mailing${part}`])
] as [string, string][];

const NEVER: Omit<LeadConversionResult, keyof RowResult> = { leadId: '', accountId: null, contactId: null, opportunityId: null };

/**
 * Converts a lead: account and contact are made or found, an opportunity unless it is not wanted, memberships and activities move to the contact. Triggers of
 * all four objects fire (Apex Reference, "LeadConvert Class").
 */
export function convertLead(dml: Dml, conversion: LeadConversion, row: Row): Omit<LeadConversionResult, keyof RowResult> {
  const lead = dml.byIds('Lead', [conversion.leadId]).get(conversion.leadId);
  if (!lead || isTrue(lead, 'IsDeleted')) {
    row.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return NEVER;
  }
  if (isTrue(lead, 'IsConverted')) row.fail('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot convert lead: it is already converted');
  if (!convertedStatuses(dml).has(conversion.convertedStatus.toLowerCase())) {
    row.fail('INVALID_STATUS', `invalid convertedStatus: ${conversion.convertedStatus}`);
  }
  if (conversion.contactId !== null && conversion.accountId === null)
    row.fail('REQUIRED_FIELD_MISSING', 'accountId is required when contactId is given');
  if (row.failed) return NEVER;
  const ownerId = conversion.ownerId ?? textOf(lead, 'OwnerId')!;
  const accountId = conversion.accountId ?? create(dml, 'Account', carried(lead, TO_ACCOUNT, { OwnerId: ownerId }));
  const contactId = conversion.contactId ?? create(dml, 'Contact', carried(lead, TO_CONTACT, { OwnerId: ownerId, AccountId: accountId }));
  if (conversion.contactId !== null && conversion.overwriteLeadSource)
    change(dml, 'Contact', contactId, { LeadSource: lead.values.get('LeadSource') ?? null });
  const opportunityId = conversion.doNotCreateOpportunity
    ? null
    : createOpportunity(dml, lead, conversion, { ownerId, accountId, contactId });
  change(dml, 'Lead', conversion.leadId, {
    Status: conversion.convertedStatus,
    IsConverted: true,
    ConvertedDate: today(dml),
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    ConvertedOpportunityId: opportunityId,
    IsUnreadByOwner: false
  });
  moveMemberships(dml, conversion.leadId, contactId);
  moveActivities(dml, conversion.leadId, contactId);
  dml.settle();
  return { leadId: conversion.leadId, accountId, contactId, opportunityId };
}

/** Lead statuses that mean converted: the project's value set, else that of a new org. */
function convertedStatuses(dml: Dml): Set<string> {
  const set = dml.org.metadata?.standardValueSets.find((one) => one.name === 'LeadStatus');
  const converted =
    set?.element
      .all('standardValue')
      .filter((value) => value.flag('converted'))
      .map((value) => value.text('fullName')!.toLowerCase()) ?? [];
  return new Set(converted.length > 0 ? converted : ['closed - converted']);
}

function carried(lead: SObject, pairs: readonly [string, string][], more: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [from, to] of pairs) if ((lead.values.get(from) ?? null) !== null) values[to] = lead.values.get(from);
  return { ...values, ...more };
}

function recordOf(dml: Dml, object: string, values: Readonly<Record<string, unknown>>): SObject {
  const record = new SObject(dml.object(object));
  for (const [name, value] of Object.entries(values)) if (record.info!.field(name)) record.values.set(name, value);
  return record;
}

function create(dml: Dml, object: string, values: Readonly<Record<string, unknown>>): string {
  const record = recordOf(dml, object, values);
  dml.nested('insert', [record]);
  return record.id!;
}

function change(dml: Dml, object: string, id: string, values: Readonly<Record<string, unknown>>): void {
  dml.nested('update', [recordOf(dml, object, { Id: id, ...values })]);
}

/** The opportunity closes at the end of the quarter; its campaign is the one that the lead joined last (Salesforce Help, "Lead Conversion"). */
function createOpportunity(
  dml: Dml,
  lead: SObject,
  conversion: LeadConversion,
  ids: { readonly ownerId: string; readonly accountId: string; readonly contactId: string }
): string {
  const now = today(dml);
  const quarterEnd = ApexDate.of(now.year, Math.ceil(now.month / 3) * 3, 1)
    .addMonths(1)
    .addDays(-1);
  const stage = dml
    .object('Opportunity')
    .field('StageName')!
    .picklist?.find((entry) => entry.active)?.value;
  if (!stage) return raise('TypeException', 'Opportunities have no stage.');
  const members = dml.where('CampaignMember', 'LeadId', [lead.id!]);
  const latest = members.sort((a, b) => (a.id! < b.id! ? 1 : -1))[0];
  const opportunityId = create(dml, 'Opportunity', {
    Name: conversion.opportunityName ?? textOf(lead, 'Company') ?? textOf(lead, 'Name'),
    StageName: stage,
    CloseDate: quarterEnd,
    AccountId: ids.accountId,
    OwnerId: ids.ownerId,
    LeadSource: lead.values.get('LeadSource') ?? null,
    CampaignId: textOf(latest, 'CampaignId')
  });
  create(dml, 'OpportunityContactRole', { OpportunityId: opportunityId, ContactId: ids.contactId, IsPrimary: true });
  return opportunityId;
}

/**
 * The lead's members become the contact's and keep the lead's id. Where the contact is a member of the campaign already, what the platform does is not
 * documented: here the contact's own member stays and the lead's goes.
 */
function moveMemberships(dml: Dml, leadId: string, contactId: string): void {
  const members = dml.where('CampaignMember', 'LeadId', [leadId]);
  const taken = idsOf(dml.where('CampaignMember', 'ContactId', [contactId]), 'CampaignId');
  const moved = members.filter((member) => !taken.has(textOf(member, 'CampaignId')!));
  dml.discard(
    'CampaignMember',
    members.filter((member) => taken.has(textOf(member, 'CampaignId')!))
  );
  for (const member of moved) member.values.set('ContactId', contactId);
  fillMembers(dml, moved);
  dml.update('CampaignMember', moved, ['ContactId', ...FILLED]);
  countMembers(dml, idsOf(members, 'CampaignId'));
}

function moveActivities(dml: Dml, leadId: string, contactId: string): void {
  for (const object of ['Task', 'Event']) {
    dml.table(object);
    dml.run(`UPDATE "${object}" SET "WhoId" = ? WHERE "WhoId" = ?`, [contactId, leadId]);
  }
}
