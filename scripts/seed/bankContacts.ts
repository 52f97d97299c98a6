import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';

/** One row of data/bank-marketing-2008-2010.csv.gz; data/README.md explains the columns. */
export interface BankContact {
  readonly person_key: string;
  /** YYYY-MM-DD */
  readonly contact_date: string;
  readonly age: string;
  readonly job: string;
  readonly marital: string;
  readonly education: string;
  readonly balance_eur: string;
  readonly channel: string;
  readonly call_seconds: string;
  readonly contacts_this_campaign: string;
  /** Empty: never contacted before. */
  readonly days_since_previous_campaign: string;
  readonly contacts_before: string;
  readonly previous_outcome: 'success' | 'failure' | 'other' | 'unknown';
  readonly subscribed: 'yes' | 'no';
}

export async function readBankContacts(file: string): Promise<BankContact[]> {
  const text = gunzipSync(await readFile(file)).toString('utf8');
  const { data, errors } = Papa.parse<BankContact>(text, { header: true, skipEmptyLines: true });
  if (errors.length) throw new Error(`${file}, row ${errors[0].row}: ${errors[0].message}`);
  return data;
}

/** The status of a person in the campaign itself: subscribed counts as a response, the rest is told by the number of calls. */
export function campaignStatus(contact: BankContact): 'Called' | 'Called again' | 'Subscribed' {
  if (contact.subscribed === 'yes') return 'Subscribed';
  return Number(contact.contacts_this_campaign) > 1 ? 'Called again' : 'Called';
}

const PREVIOUS_STATUS = { success: 'Subscribed', failure: 'Declined', other: 'Other outcome' } as const;

/** The status of a person in the campaign before, or null where the source does not know its outcome. */
export function previousStatus(contact: BankContact): 'Subscribed' | 'Declined' | 'Other outcome' | null {
  return contact.previous_outcome === 'unknown' ? null : PREVIOUS_STATUS[contact.previous_outcome];
}

/** The day of the contact in the campaign before, counted back from this one's. */
export function previousContactDate(contact: BankContact): string {
  const days = Number(contact.days_since_previous_campaign);
  return new Date(Date.parse(contact.contact_date) - days * 86_400_000).toISOString().slice(0, 10);
}
