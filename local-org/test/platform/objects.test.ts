import { describe, expect, it } from 'vitest';
import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal, type SObject } from '../../src/values/index.js';
import type { LeadConversion } from '../../src/org/contracts.js';
import { standardPricebookId } from '../../src/platform/index.js';
import { tx } from '../../src/org/transaction.js';
import { NOON, TestOrg, thrown } from '../data/org.js';

const CloseDate = ApexDate.of(2026, 12, 31);

function convert(org: TestOrg, lead: SObject, more: Partial<LeadConversion> = {}): ReturnType<typeof org.org.dml.convertLead> {
  const conversion: LeadConversion = {
    leadId: lead.id!,
    accountId: null,
    contactId: null,
    opportunityName: null,
    doNotCreateOpportunity: false,
    ownerId: null,
    convertedStatus: 'Closed - Converted',
    overwriteLeadSource: false,
    ...more
  };
  return org.run(() => org.org.dml.convertLead(conversion, { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false }));
}

describe('leads', () => {
  it('need a company and a last name, and start open', () => {
    const org = new TestOrg();
    expect(thrown(() => org.insert('Lead', { FirstName: 'A' })).message).toContain(
      'REQUIRED_FIELD_MISSING, Required fields are missing: [LastName, Company]'
    );
    const lead = org.insert('Lead', { FirstName: 'A', LastName: 'B', Company: 'C' });
    expect(org.values('SELECT Name, Status, IsConverted FROM Lead')).toEqual([
      { Name: 'A B', Status: 'Open - Not Contacted', IsConverted: false }
    ]);
    expect(org.read(lead, 'OwnerId')).toBe(org.transaction.user.id);
  });

  it('convert to account, contact and opportunity with their triggers', () => {
    const org = new TestOrg();
    const fired: string[] = [];
    for (const object of ['Account', 'Contact', 'Opportunity', 'Lead'])
      org.trigger(object, 'after insert, after update', () => void fired.push(`${object} ${tx().triggers.at(-1)!.operation}`));
    const campaign = org.insert('Campaign', { Name: 'Spring' });
    const lead = org.insert('Lead', {
      FirstName: 'Lea',
      LastName: 'Lead',
      Company: 'Widgets',
      Phone: '1',
      City: 'Bonn',
      LeadSource: 'Web'
    });
    const member = org.insert('CampaignMember', { CampaignId: campaign.id, LeadId: lead.id, Status: 'Responded' });
    fired.length = 0;
    const result = convert(org, lead);
    expect(result.success).toBe(true);
    expect(org.values('SELECT Name, Phone, BillingCity, AccountSource FROM Account')).toEqual([
      { Name: 'Widgets', Phone: '1', BillingCity: 'Bonn', AccountSource: 'Web' }
    ]);
    expect(org.values('SELECT Name, AccountId, MailingCity FROM Contact')).toEqual([
      { Name: 'Lea Lead', AccountId: result.accountId, MailingCity: 'Bonn' }
    ]);
    expect(org.values('SELECT Name, StageName, CloseDate, CampaignId FROM Opportunity')).toEqual([
      { Name: 'Widgets', StageName: 'Prospecting', CloseDate: '2026-12-31', CampaignId: campaign.id }
    ]);
    expect(org.values('SELECT Status, IsConverted, ConvertedContactId, ConvertedDate FROM Lead')).toEqual([
      { Status: 'Closed - Converted', IsConverted: true, ConvertedContactId: result.contactId, ConvertedDate: '2026-10-05' }
    ]);
    expect(
      org.values(`SELECT LeadId, ContactId, Type, LeadOrContactId, HasResponded FROM CampaignMember WHERE Id = '${member.id}'`)
    ).toEqual([{ LeadId: lead.id, ContactId: result.contactId, Type: 'Contact', LeadOrContactId: result.contactId, HasResponded: true }]);
    expect(
      org.values('SELECT NumberOfLeads, NumberOfConvertedLeads, NumberOfContacts, NumberOfResponses, NumberOfOpportunities FROM Campaign')
    ).toEqual([{ NumberOfLeads: 1, NumberOfConvertedLeads: 1, NumberOfContacts: 1, NumberOfResponses: 1, NumberOfOpportunities: 1 }]);
    expect(fired).toEqual(['Account AFTER_INSERT', 'Contact AFTER_INSERT', 'Opportunity AFTER_INSERT', 'Lead AFTER_UPDATE']);
    expect(thrown(() => convert(org, lead)).message).toContain('ConvertLead failed. First exception on row 0');
  });

  it('refuse to convert to a status that is no converted one, and leave nothing behind', () => {
    const org = new TestOrg();
    const lead = org.insert('Lead', { LastName: 'B', Company: 'C' });
    expect(thrown(() => convert(org, lead, { convertedStatus: 'Open - Not Contacted' })).message).toContain(
      'INVALID_STATUS, invalid convertedStatus: Open - Not Contacted'
    );
    org.trigger('Contact', 'before insert', (fresh) => {
      fresh[0].errors = [{ field: null, message: 'no' }];
    });
    expect(thrown(() => convert(org, lead)).message).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION, no');
    expect(org.rows('SELECT Id FROM Account')).toHaveLength(0);
  });
});

describe('opportunities', () => {
  it('take probability, category and period from stage and date', () => {
    const org = new TestOrg();
    const deal = org.insert('Opportunity', { Name: 'D', StageName: 'Value Proposition', CloseDate, Amount: ApexDecimal.of(200) });
    const read = (): unknown =>
      org.values(
        'SELECT IsClosed, IsWon, Probability, ForecastCategory, ExpectedRevenue, FiscalQuarter, FiscalYear, Fiscal FROM Opportunity'
      )[0];
    expect(read()).toEqual({
      IsClosed: false,
      IsWon: false,
      Probability: 50,
      ForecastCategory: 'Pipeline',
      ExpectedRevenue: 100,
      FiscalQuarter: 4,
      FiscalYear: 2026,
      Fiscal: '2026 4'
    });
    org.update(deal, { Probability: ApexDecimal.of(80) });
    expect(read()).toMatchObject({ Probability: 80 });
    org.update(deal, { StageName: 'Closed Won' });
    expect(read()).toMatchObject({ IsClosed: true, IsWon: true, Probability: 100, ForecastCategory: 'Closed' });
  });

  it('sum their products', () => {
    const org = new TestOrg();
    const pricebook = org.run(() => standardPricebookId(org.org));
    expect(org.run(() => standardPricebookId(org.org))).toBe(pricebook);
    const product = org.insert('Product2', { Name: 'P', ProductCode: 'p-1' });
    const entry = org.insert('PricebookEntry', {
      Pricebook2Id: pricebook,
      Product2Id: product.id,
      UnitPrice: ApexDecimal.of(10),
      IsActive: true
    });
    expect(org.read(entry, 'Name')).toBe('P');
    const deal = org.insert('Opportunity', { Name: 'D', StageName: 'Prospecting', CloseDate, Pricebook2Id: pricebook });
    const line = org.insert('OpportunityLineItem', {
      OpportunityId: deal.id,
      PricebookEntryId: entry.id,
      Quantity: 3,
      UnitPrice: ApexDecimal.of(9)
    });
    expect(org.values('SELECT TotalPrice, ListPrice, ProductCode FROM OpportunityLineItem')).toEqual([
      { TotalPrice: 27, ListPrice: 10, ProductCode: 'p-1' }
    ]);
    expect(org.values('SELECT Amount, HasOpportunityLineItem FROM Opportunity')).toEqual([{ Amount: 27, HasOpportunityLineItem: true }]);
    org.dml('delete', line);
    expect(org.values('SELECT Amount, HasOpportunityLineItem FROM Opportunity')).toEqual([{ Amount: 0, HasOpportunityLineItem: false }]);
  });
});

describe('activities and cases', () => {
  it('belong to accounts, close and have times', () => {
    const org = new TestOrg();
    const account = org.insert('Account', { Name: 'A' });
    const contact = org.insert('Contact', { LastName: 'C', AccountId: account.id });
    const task = org.insert('Task', { Subject: 'Call', WhoId: contact.id });
    expect(org.values('SELECT AccountId, IsClosed, Status, Priority, IsHighPriority FROM Task')).toEqual([
      { AccountId: account.id, IsClosed: false, Status: 'Not Started', Priority: 'Normal', IsHighPriority: false }
    ]);
    org.update(task, { Status: 'Completed' });
    expect(org.read(task, 'IsClosed')).toBe(true);
    org.insert('Event', { Subject: 'Meet', WhatId: account.id, ActivityDateTime: new ApexDatetime(NOON), DurationInMinutes: 30 });
    const [event] = org.rows('SELECT StartDateTime, EndDateTime, AccountId FROM Event');
    expect((event.values.get('EndDateTime') as ApexDatetime).millis - NOON).toBe(30 * 60_000);
    expect(thrown(() => org.insert('Event', { Subject: 'When?' })).message).toContain('REQUIRED_FIELD_MISSING');
    const one = org.insert('Case', { Subject: 'Help', ContactId: contact.id });
    expect(org.values('SELECT CaseNumber, AccountId, IsClosed, Status FROM Case')).toEqual([
      { CaseNumber: '00000001', AccountId: account.id, IsClosed: false, Status: 'New' }
    ]);
    org.update(one, { Status: 'Closed' });
    expect(org.read(one, 'IsClosed')).toBe(true);
  });
});

describe('files', () => {
  it('make a document and its links, and keep versions', () => {
    const org = new TestOrg();
    const account = org.insert('Account', { Name: 'A' });
    const VersionData = new ApexBlob(new TextEncoder().encode('hello'));
    org.insert('ContentVersion', { PathOnClient: 'a/report.txt', VersionData, FirstPublishLocationId: account.id });
    const [version] = org.values(
      'SELECT Title, FileType, FileExtension, ContentSize, VersionNumber, IsLatest, ContentDocumentId FROM ContentVersion'
    );
    expect(version).toMatchObject({
      Title: 'report',
      FileType: 'TEXT',
      FileExtension: 'txt',
      ContentSize: 5,
      VersionNumber: '1',
      IsLatest: true
    });
    expect(org.values('SELECT Title, ContentSize FROM ContentDocument')).toEqual([{ Title: 'report', ContentSize: 5 }]);
    expect(org.values(`SELECT ShareType FROM ContentDocumentLink WHERE LinkedEntityId = '${account.id}'`)).toEqual([{ ShareType: 'V' }]);
    org.insert('ContentVersion', {
      PathOnClient: 'report2.txt',
      Title: 'two',
      VersionData,
      ContentDocumentId: version['ContentDocumentId']
    });
    expect(org.values('SELECT VersionNumber, IsLatest FROM ContentVersion ORDER BY VersionNumber')).toEqual([
      { VersionNumber: '1', IsLatest: false },
      { VersionNumber: '2', IsLatest: true }
    ]);
    expect(org.values('SELECT Title FROM ContentDocument')).toEqual([{ Title: 'two' }]);
    const link = { ContentDocumentId: version['ContentDocumentId'], LinkedEntityId: account.id };
    expect(thrown(() => org.insert('ContentDocumentLink', link)).message).toContain('DUPLICATE_VALUE');
    org.insert('Attachment', { ParentId: account.id, Name: 'a', Body: VersionData });
    expect(org.values('SELECT BodyLength FROM Attachment')).toEqual([{ BodyLength: 5 }]);
    expect(thrown(() => org.insert('Attachment', { Name: 'a', Body: VersionData })).message).toContain('[ParentId]');
  });

  it.each([[{}], [{ VersionData: new ApexBlob(new Uint8Array()) }]])('need content or an address: %o', (content) => {
    const org = new TestOrg();
    expect(thrown(() => org.insert('ContentVersion', { PathOnClient: 'empty.txt', ...content })).message).toContain('[VersionData]');
  });
});
