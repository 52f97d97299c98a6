import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  campaignStatus,
  previousContactDate,
  previousStatus,
  readBankContacts,
  type BankContact
} from '../../../scripts/seed/bankContacts.js';

const FILE = fileURLToPath(new URL('../../../data/bank-marketing-2008-2010.csv.gz', import.meta.url));

const CONTACT: BankContact = {
  person_key: '1',
  contact_date: '2009-03-01',
  age: '30',
  job: 'student',
  marital: 'single',
  education: 'tertiary',
  balance_eur: '0',
  channel: 'cellular',
  call_seconds: '60',
  contacts_this_campaign: '1',
  days_since_previous_campaign: '',
  contacts_before: '0',
  previous_outcome: 'unknown',
  subscribed: 'no'
};

describe('how a row of the bank becomes statuses', () => {
  it.each([
    [{ subscribed: 'yes', contacts_this_campaign: '1' }, 'Subscribed'],
    [{ subscribed: 'yes', contacts_this_campaign: '5' }, 'Subscribed'],
    [{ subscribed: 'no', contacts_this_campaign: '1' }, 'Called'],
    [{ subscribed: 'no', contacts_this_campaign: '2' }, 'Called again'],
    [{ subscribed: 'no', contacts_this_campaign: '63' }, 'Called again']
  ] as const)('%j is %s', (row, status) => expect(campaignStatus({ ...CONTACT, ...row })).toBe(status));

  it.each([
    ['success', 'Subscribed'],
    ['failure', 'Declined'],
    ['other', 'Other outcome'],
    ['unknown', null]
  ] as const)('previous outcome %s is %s', (previous_outcome, status) =>
    expect(previousStatus({ ...CONTACT, previous_outcome })).toBe(status)
  );

  it.each([
    ['2009-03-01', '1', '2009-02-28'],
    ['2008-03-01', '1', '2008-02-29'],
    ['2010-01-01', '366', '2008-12-31']
  ])('%s less %s days is %s', (contact_date, days_since_previous_campaign, date) =>
    expect(previousContactDate({ ...CONTACT, contact_date, days_since_previous_campaign })).toBe(date)
  );

  it('counts what data/README.md says', async () => {
    const contacts = await readBankContacts(FILE);
    expect(contacts).toHaveLength(45_211);
    expect(contacts.filter((contact) => campaignStatus(contact) === 'Subscribed')).toHaveLength(5289);
    const known = contacts.filter((contact) => previousStatus(contact) !== null);
    expect(known).toHaveLength(8252);
    for (const contact of known) expect(previousContactDate(contact) < contact.contact_date).toBe(true);
    const dates = contacts.map((contact) => contact.contact_date);
    expect(dates[0]).toMatch(/^2008-05/);
    expect(dates.at(-1)).toMatch(/^2010-11/);
    expect(dates).toEqual([...dates].sort());
  });
});
