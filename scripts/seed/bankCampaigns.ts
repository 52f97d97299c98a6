import { join } from 'node:path';
import type { SeedContext } from '../../local-org/src/org/index.js';
import { campaignStatus, previousContactDate, previousStatus, readBankContacts, type BankContact } from './bankContacts.js';
import { replaceStatuses } from './campaignStatuses.js';
import { loadMembers, startOfDay, type SeededMember } from './memberHistory.js';

const SOURCE =
  'Real contacts of a bank (Moro, Cortez, Rita: Bank Marketing, UCI Machine Learning Repository, 2014, CC BY 4.0). The source holds no names: people are shown by their running key.';

/** Loads both campaigns of the bank: one lead a person, one campaign member a person and campaign. */
export async function seedBankCampaigns(context: SeedContext): Promise<void> {
  const contacts = await readBankContacts(join(context.projectDirectory, 'data/bank-marketing-2008-2010.csv.gz'));
  context.progress(`${contacts.length.toLocaleString('en')} leads of the bank's telephone campaign`);
  const leadIds = context.load('Lead', contacts.map(toLead));
  seedCampaign(context, contacts, leadIds);
  seedPredecessor(context, contacts, leadIds);
}

function toLead(contact: BankContact): Record<string, unknown> {
  return {
    LastName: contact.person_key,
    Company: 'Private customer',
    Title: contact.job,
    LeadSource: 'Phone Inquiry',
    Status: 'Working - Contacted',
    Description: `Age ${contact.age}, ${contact.marital}, education ${contact.education}, average yearly balance ${contact.balance_eur} EUR, reached by ${contact.channel}, last call ${contact.call_seconds} s.`,
    CreatedDate: startOfDay(contact.contact_date)
  };
}

function seedCampaign(context: SeedContext, contacts: readonly BankContact[], leadIds: readonly string[]): void {
  const [campaignId] = context.load('Campaign', [
    {
      Name: 'Term Deposit 2008-2010',
      Type: 'Telemarketing',
      Status: 'Completed',
      IsActive: false,
      StartDate: contacts[0].contact_date,
      EndDate: contacts.at(-1)!.contact_date,
      NumberSent: contacts.length,
      Description: SOURCE,
      CreatedDate: startOfDay(contacts[0].contact_date)
    }
  ]);
  replaceStatuses(context, campaignId, [
    { label: 'Called', responded: false },
    { label: 'Called again', responded: false },
    { label: 'Subscribed', responded: true }
  ]);
  context.progress(`${contacts.length.toLocaleString('en')} members of Term Deposit 2008-2010`);
  loadMembers(
    context,
    campaignId,
    contacts.map((contact, index) => member(leadIds[index], campaignStatus(contact), contact.contact_date))
  );
}

function seedPredecessor(context: SeedContext, contacts: readonly BankContact[], leadIds: readonly string[]): void {
  const known = contacts
    .map((contact, index) => ({ contact, leadId: leadIds[index] }))
    .filter(({ contact }) => previousStatus(contact) !== null);
  const dates = known.map(({ contact }) => previousContactDate(contact)).sort();
  const [campaignId] = context.load('Campaign', [
    {
      Name: 'Term Deposit, previous campaign',
      Type: 'Telemarketing',
      Status: 'Completed',
      IsActive: false,
      StartDate: dates[0],
      EndDate: dates.at(-1),
      NumberSent: known.length,
      Description: SOURCE,
      CreatedDate: startOfDay(dates[0])
    }
  ]);
  replaceStatuses(context, campaignId, [
    { label: 'Called', responded: false },
    { label: 'Declined', responded: false },
    { label: 'Other outcome', responded: false },
    { label: 'Subscribed', responded: true }
  ]);
  context.progress(`${known.length.toLocaleString('en')} members of its predecessor`);
  loadMembers(
    context,
    campaignId,
    known.map(({ contact, leadId }) => member(leadId, previousStatus(contact)!, previousContactDate(contact)))
  );
}

/** Of earlier calls the source knows the number but not the days, so the status that came of them is all that there is. */
function member(leadId: string, status: string, date: string): SeededMember {
  return { person: { LeadId: leadId }, path: [{ status, responded: status === 'Subscribed', date }] };
}
