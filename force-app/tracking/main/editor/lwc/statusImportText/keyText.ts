import contactId from '@salesforce/label/c.Import_Key_Contact_Id';
import email from '@salesforce/label/c.Import_Key_Email';
import leadId from '@salesforce/label/c.Import_Key_Lead_Id';
import memberId from '@salesforce/label/c.Import_Key_Member_Id';

const NAMES: Readonly<Record<string, string>> = { MemberId: memberId, LeadId: leadId, ContactId: contactId, Email: email };

/** What people are found by; an external id has the name of its field. */
export function keyText(matchBy: string, fieldLabel = ''): string {
  return NAMES[matchBy] ?? fieldLabel;
}
