import type { LeadConversion } from '../org/contracts.js';
import { BuiltinObject, raise } from '../values/index.js';
import { builtin, type BuiltinDeclaration } from './declare.js';

/** Database.LeadConvert */
export class LeadConvert extends BuiltinObject {
  leadId: string | null = null;
  accountId: string | null = null;
  contactId: string | null = null;
  opportunityName: string | null = null;
  doNotCreateOpportunity: boolean | null = false;
  overwriteLeadSource: boolean | null = false;
  sendNotificationEmail: boolean | null = false;
  ownerId: string | null = null;
  convertedStatus: string | null = null;

  constructor() {
    super('Database.LeadConvert');
  }

  /** The request to the DML engine. */
  conversion(): LeadConversion {
    if (this.leadId === null)
      return raise('DmlException', 'ConvertLead failed. First exception on row 0; first error: MISSING_ARGUMENT, LeadId not specified: []');
    return {
      leadId: this.leadId,
      accountId: this.accountId,
      contactId: this.contactId,
      opportunityName: this.opportunityName,
      doNotCreateOpportunity: this.doNotCreateOpportunity === true,
      ownerId: this.ownerId,
      convertedStatus: this.convertedStatus ?? '',
      overwriteLeadSource: this.overwriteLeadSource === true
    };
  }
}

export const declarations: BuiltinDeclaration[] = [
  builtin('class Database.LeadConvert', {
    'Database.LeadConvert()': () => new LeadConvert(),
    'Id getLeadId()': (self: LeadConvert) => self.leadId,
    'void setLeadId(Id leadId)': (self: LeadConvert, value: string | null) => void (self.leadId = value),
    'Id getAccountId()': (self: LeadConvert) => self.accountId,
    'void setAccountId(Id accountId)': (self: LeadConvert, value: string | null) => void (self.accountId = value),
    'Id getContactId()': (self: LeadConvert) => self.contactId,
    'void setContactId(Id contactId)': (self: LeadConvert, value: string | null) => void (self.contactId = value),
    'String getConvertedStatus()': (self: LeadConvert) => self.convertedStatus,
    'void setConvertedStatus(String status)': (self: LeadConvert, value: string | null) => void (self.convertedStatus = value),
    'String getOpportunityName()': (self: LeadConvert) => self.opportunityName,
    'void setOpportunityName(String name)': (self: LeadConvert, value: string | null) => void (self.opportunityName = value),
    'Id getOwnerId()': (self: LeadConvert) => self.ownerId,
    'void setOwnerId(Id ownerId)': (self: LeadConvert, value: string | null) => void (self.ownerId = value),
    'Boolean isDoNotCreateOpportunity()': (self: LeadConvert) => self.doNotCreateOpportunity,
    'void setDoNotCreateOpportunity(Boolean doNotCreate)': (self: LeadConvert, value: boolean | null) =>
      void (self.doNotCreateOpportunity = value),
    'Boolean isOverWriteLeadSource()': (self: LeadConvert) => self.overwriteLeadSource,
    'void setOverwriteLeadSource(Boolean overwrite)': (self: LeadConvert, value: boolean | null) => void (self.overwriteLeadSource = value),
    'Boolean isSendNotificationEmail()': (self: LeadConvert) => self.sendNotificationEmail,
    'void setSendNotificationEmail(Boolean send)': (self: LeadConvert, value: boolean | null) => void (self.sendNotificationEmail = value)
  })
];
