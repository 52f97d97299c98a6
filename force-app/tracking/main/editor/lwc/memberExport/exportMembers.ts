import company from '@salesforce/label/c.Editor_Column_Company';
import email from '@salesforce/label/c.Editor_Column_Email';
import firstResponded from '@salesforce/label/c.Editor_Column_First_Responded';
import memberId from '@salesforce/label/c.Editor_Column_Member_Id';
import name from '@salesforce/label/c.Editor_Column_Name';
import personId from '@salesforce/label/c.Editor_Column_Person_Id';
import responded from '@salesforce/label/c.Editor_Column_Responded';
import since from '@salesforce/label/c.Editor_Column_Since';
import source from '@salesforce/label/c.Editor_Column_Source';
import status from '@salesforce/label/c.Editor_Column_Status';
import type from '@salesforce/label/c.Editor_Column_Type';
import no from '@salesforce/label/c.Shared_No';
import yes from '@salesforce/label/c.Shared_Yes';
import { csvLine, toCsv, type CsvValue } from 'c/csvText';

/** As many as one answer holds well: a campaign of 45,000 members is 23 requests. */
const PAGE_SIZE = 2000;

const header: readonly string[] = [memberId, personId, name, company, email, type, status, responded, firstResponded, since, source];

function valuesOf(member: Apex.MemberRow): readonly CsvValue[] {
  return [
    member.memberId,
    member.leadOrContactId,
    member.name,
    member.companyOrAccount,
    member.email,
    member.type,
    member.status,
    member.hasResponded ? yes : no,
    member.firstRespondedDate,
    member.statusEnteredAt,
    member.statusSource
  ];
}

/** What the page of an export is read by, and whom to tell how far it is. */
export interface Export {
  readonly campaignId: string;
  readonly filter: Apex.MemberFilter;
  readonly read: (request: Apex.MemberPageRequest) => Promise<Apex.MemberPage>;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads all members that a filter finds, in the order in which they joined. What is kept of a page is its text, which is a fraction of its
 * rows.
 * @returns the pieces of a CSV file, undefined where the export was cancelled
 */
export async function readAll({ campaignId, filter, read, onProgress, signal }: Export): Promise<readonly string[] | undefined> {
  const pieces = [toCsv(header, [])];
  let done = 0;
  let cursor: Apex.MemberCursor | null = null;
  for (;;) {
    // Each page starts where the one before it ends.
    // eslint-disable-next-line no-await-in-loop
    const page: Apex.MemberPage = await read({
      campaignId,
      filter,
      sortBy: 'Id',
      descending: false,
      pageSize: PAGE_SIZE,
      cursor,
      backwards: false
    });
    if (signal.aborted) return undefined;
    pieces.push(page.members.map((member) => csvLine(valuesOf(member))).join(''));
    done += page.members.length;
    onProgress(done);
    if (!page.hasNext) return pieces;
    cursor = page.last ?? null;
  }
}
