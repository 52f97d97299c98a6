import { describe, expect, it } from 'vitest';
import { ApexDate, type SObject } from '../../src/values/index.js';
import { TestOrg, thrown } from '../data/org.js';

const CloseDate = ApexDate.of(2026, 12, 31);

interface Fixture {
  readonly org: TestOrg;
  readonly campaign: SObject;
  readonly lead: SObject;
  readonly contact: SObject;
}

function fixture(): Fixture {
  const org = new TestOrg();
  const account = org.insert('Account', { Name: 'Acme' });
  return {
    org,
    campaign: org.insert('Campaign', { Name: 'Spring' }),
    lead: org.insert('Lead', { FirstName: 'Lea', LastName: 'Lead', Company: 'Widgets', Email: 'lea@example.com', City: 'Bonn' }),
    contact: org.insert('Contact', { FirstName: 'Con', LastName: 'Tact', AccountId: account.id, MailingCity: 'Köln', DoNotCall: true })
  };
}

const member = (org: TestOrg, campaign: SObject, values: Record<string, unknown>): SObject =>
  org.insert('CampaignMember', { CampaignId: campaign.id, ...values });
const status = (org: TestOrg, label: string): SObject => org.rows(`SELECT Id FROM CampaignMemberStatus WHERE Label = '${label}'`)[0];

describe('a new campaign', () => {
  it('has two statuses and counters at zero', () => {
    const { org, campaign } = fixture();
    expect(org.values('SELECT Label, SortOrder, IsDefault, HasResponded FROM CampaignMemberStatus ORDER BY SortOrder')).toEqual([
      { Label: 'Sent', SortOrder: 1, IsDefault: true, HasResponded: false },
      { Label: 'Responded', SortOrder: 2, IsDefault: false, HasResponded: true }
    ]);
    expect(org.read(campaign, 'NumberOfLeads')).toBe(0);
    expect(org.read(campaign, 'AmountWonOpportunities')).toBe(0);
    expect(org.read(campaign, 'Status')).toBe('Planned');
  });
});

describe('a campaign member', () => {
  it('shows its person, now and after the person changed', () => {
    const { org, campaign, lead, contact } = fixture();
    const ofLead = member(org, campaign, { LeadId: lead.id });
    const ofContact = member(org, campaign, { ContactId: contact.id });
    const fields =
      'Type, Name, FirstName, LastName, City, CompanyOrAccount, Email, DoNotCall, LeadOrContactId, LeadOrContactOwnerId, Status';
    expect(org.values(`SELECT ${fields} FROM CampaignMember WHERE Id = '${ofLead.id}'`)).toEqual([
      {
        Type: 'Lead',
        Name: 'Lea Lead',
        FirstName: 'Lea',
        LastName: 'Lead',
        City: 'Bonn',
        CompanyOrAccount: 'Widgets',
        Email: 'lea@example.com',
        DoNotCall: false,
        LeadOrContactId: lead.id,
        LeadOrContactOwnerId: org.transaction.user.id,
        Status: 'Sent'
      }
    ]);
    expect(org.values(`SELECT Type, Name, City, CompanyOrAccount, DoNotCall FROM CampaignMember WHERE Id = '${ofContact.id}'`)).toEqual([
      { Type: 'Contact', Name: 'Con Tact', City: 'Köln', CompanyOrAccount: 'Acme', DoNotCall: true }
    ]);
    org.update(lead, { LastName: 'Later', Company: 'Gadgets' });
    org.dml('update', org.make('Account', { Id: org.read(contact, 'AccountId'), Name: 'Acme 2' }));
    expect(org.read(ofLead, 'Name')).toBe('Lea Later');
    expect(org.read(ofLead, 'CompanyOrAccount')).toBe('Gadgets');
    expect(org.read(ofContact, 'CompanyOrAccount')).toBe('Acme 2');
    org.update(contact, { AccountId: null });
    expect(org.read(ofContact, 'CompanyOrAccount')).toBeNull();
  });

  it('responds by its status, and remembers when first', () => {
    const { org, campaign, lead } = fixture();
    const one = member(org, campaign, { LeadId: lead.id, Status: 'sent' });
    expect(org.values('SELECT Status, HasResponded, FirstRespondedDate FROM CampaignMember')).toEqual([
      { Status: 'Sent', HasResponded: false, FirstRespondedDate: null }
    ]);
    org.update(one, { Status: 'Responded' });
    expect(org.values('SELECT HasResponded, FirstRespondedDate FROM CampaignMember')).toEqual([
      { HasResponded: true, FirstRespondedDate: '2026-10-05' }
    ]);
    org.clock.time += 5 * 86_400_000;
    org.update(one, { Status: 'Sent' });
    org.update(one, { Status: 'Responded' });
    expect(org.read(one, 'FirstRespondedDate')).toBe('2026-10-05');
  });

  it('gets the default status for none and for an unknown one', () => {
    const { org, campaign, lead, contact } = fixture();
    org.dml('update', org.make('CampaignMemberStatus', { Id: status(org, 'Responded').id, IsDefault: true }));
    expect(org.read(member(org, campaign, { LeadId: lead.id }), 'Status')).toBe('Responded');
    const other = member(org, campaign, { ContactId: contact.id, Status: 'Nonsense' });
    expect(org.values(`SELECT Status, HasResponded FROM CampaignMember WHERE Id = '${other.id}'`)).toEqual([
      { Status: 'Responded', HasResponded: true }
    ]);
  });

  it('is one lead or contact, once', () => {
    const { org, campaign, lead, contact } = fixture();
    const both = member(org, campaign, { LeadId: lead.id, ContactId: contact.id });
    expect(org.read(both, 'LeadId')).toBeNull();
    expect(thrown(() => member(org, campaign, { ContactId: contact.id })).message).toBe(
      'Insert failed. First exception on row 0; first error: DUPLICATE_VALUE, Already a campaign member.: []'
    );
    const twice = [0, 1].map(() => org.make('CampaignMember', { CampaignId: campaign.id, LeadId: lead.id }));
    expect(org.dml('insert', twice, { allOrNone: false }).map((row) => row.success)).toEqual([true, false]);
    expect(thrown(() => member(org, campaign, {})).message).toContain('REQUIRED_FIELD_MISSING');
    expect(thrown(() => org.update(both, { CampaignId: org.insert('Campaign', { Name: 'Other' }).id })).message).toContain(
      'INVALID_FIELD_FOR_INSERT_UPDATE'
    );
  });

  it('goes with its campaign, its lead and its contact', () => {
    const { org, campaign, lead, contact } = fixture();
    let fired = 0;
    org.trigger('CampaignMember', 'before delete, after delete', () => void fired++);
    member(org, campaign, { LeadId: lead.id });
    member(org, campaign, { ContactId: contact.id });
    org.dml('delete', lead);
    expect(org.read(campaign, 'NumberOfLeads')).toBe(0);
    expect(org.read(campaign, 'NumberOfContacts')).toBe(1);
    org.dml('undelete', lead);
    expect(org.read(campaign, 'NumberOfLeads')).toBe(1);
    org.dml('delete', campaign);
    expect(org.rows('SELECT Id FROM CampaignMember')).toHaveLength(0);
    expect(org.rows('SELECT Id FROM CampaignMemberStatus')).toHaveLength(0);
    expect(fired).toBe(0);
  });

  it('is kept once when people are merged', () => {
    const { org, campaign, lead } = fixture();
    const double = org.insert('Lead', { LastName: 'Double', Company: 'W' });
    const kept = member(org, campaign, { LeadId: lead.id });
    member(org, campaign, { LeadId: double.id });
    org.run(() => org.org.dml.merge(lead, [double], { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false }));
    expect(org.rows('SELECT Id FROM CampaignMember').map((row) => row.id)).toEqual([kept.id]);
    expect(org.read(campaign, 'NumberOfLeads')).toBe(1);
  });
});

describe('campaign counters', () => {
  it('follow members without firing campaign triggers', () => {
    const { org, campaign, lead, contact } = fixture();
    let fired = 0;
    org.trigger('Campaign', 'before update, after update', () => void fired++);
    const one = member(org, campaign, { LeadId: lead.id, Status: 'Responded' });
    member(org, campaign, { ContactId: contact.id, Status: 'Responded' });
    const counters = (): unknown => org.values('SELECT NumberOfLeads, NumberOfContacts, NumberOfResponses FROM Campaign')[0];
    expect(counters()).toEqual({ NumberOfLeads: 1, NumberOfContacts: 1, NumberOfResponses: 2 });
    org.update(one, { Status: 'Sent' });
    org.dml('delete', one);
    expect(counters()).toEqual({ NumberOfLeads: 0, NumberOfContacts: 1, NumberOfResponses: 1 });
    expect(fired).toBe(0);
  });

  it('total the hierarchy', () => {
    const { org, campaign, lead } = fixture();
    const child = org.insert('Campaign', { Name: 'Child', ParentId: campaign.id, ActualCost: 5, NumberSent: 3 });
    const grandchild = org.insert('Campaign', { Name: 'Grandchild', ParentId: child.id, ActualCost: 7 });
    member(org, grandchild, { LeadId: lead.id, Status: 'Responded' });
    const totals = (): unknown =>
      org.values(
        `SELECT HierarchyNumberOfLeads, HierarchyNumberOfResponses, HierarchyActualCost, HierarchyNumberSent FROM Campaign WHERE Id = '${campaign.id}'`
      )[0];
    expect(totals()).toMatchObject({ HierarchyNumberOfLeads: 1, HierarchyNumberOfResponses: 1, HierarchyActualCost: 12 });
    org.update(child, { ParentId: null });
    expect(totals()).toMatchObject({ HierarchyNumberOfLeads: 0, HierarchyNumberOfResponses: 0, HierarchyActualCost: 0 });
    org.update(child, { ParentId: campaign.id });
    org.dml('delete', grandchild);
    expect(totals()).toMatchObject({ HierarchyNumberOfLeads: 0, HierarchyActualCost: 5 });
  });

  it('follow opportunities', () => {
    const { org, campaign } = fixture();
    const deal = org.insert('Opportunity', { Name: 'Deal', StageName: 'Prospecting', CloseDate, CampaignId: campaign.id, Amount: 100 });
    org.insert('Opportunity', { Name: 'Won', StageName: 'Closed Won', CloseDate, CampaignId: campaign.id, Amount: 50 });
    const counters = (): unknown =>
      org.values('SELECT NumberOfOpportunities, NumberOfWonOpportunities, AmountAllOpportunities, AmountWonOpportunities FROM Campaign')[0];
    expect(counters()).toEqual({
      NumberOfOpportunities: 2,
      NumberOfWonOpportunities: 1,
      AmountAllOpportunities: 150,
      AmountWonOpportunities: 50
    });
    org.update(deal, { StageName: 'Closed Won' });
    expect(counters()).toMatchObject({ NumberOfWonOpportunities: 2, AmountWonOpportunities: 150 });
    org.dml('delete', deal);
    expect(counters()).toMatchObject({ NumberOfOpportunities: 1, AmountAllOpportunities: 50 });
  });
});

describe('campaign member statuses', () => {
  it('have unique labels and sort orders', () => {
    const { org, campaign } = fixture();
    const add = (values: Record<string, unknown>): SObject => org.insert('CampaignMemberStatus', { CampaignId: campaign.id, ...values });
    expect(thrown(() => add({ Label: 'New', SortOrder: 2 })).message).toContain(
      'DUPLICATE_VALUE, duplicate value found: SortOrder duplicates value on record with id: '
    );
    expect(thrown(() => add({ Label: 'sent', SortOrder: 3 })).message).toContain('DUPLICATE_VALUE, duplicate value found: Label');
    expect(thrown(() => add({ Label: 'x'.repeat(41), SortOrder: 3 })).message).toContain('STRING_TOO_LONG');
    expect(org.read(add({ Label: 'Next' }), 'SortOrder')).toBe(3);
  });

  it('have one default and keep one, and one that is a response', () => {
    const { org } = fixture();
    const [sent, responded] = [status(org, 'Sent'), status(org, 'Responded')];
    org.update(responded, { IsDefault: true });
    expect(org.read(sent, 'IsDefault')).toBe(false);
    expect(thrown(() => org.update(responded, { IsDefault: false })).message).toContain('FIELD_INTEGRITY_EXCEPTION');
    expect(thrown(() => org.update(responded, { HasResponded: false })).message).toContain('FIELD_INTEGRITY_EXCEPTION');
  });

  it('stay while they are the default, in use or the last response', () => {
    const { org, campaign, lead } = fixture();
    const [sent, responded] = [status(org, 'Sent'), status(org, 'Responded')];
    expect(thrown(() => org.dml('delete', sent)).message).toContain('DELETE_FAILED');
    expect(thrown(() => org.dml('delete', responded)).message).toContain('DELETE_FAILED');
    const attended = org.insert('CampaignMemberStatus', { CampaignId: campaign.id, Label: 'Attended', SortOrder: 3, HasResponded: true });
    const one = member(org, campaign, { LeadId: lead.id, Status: 'Responded' });
    expect(thrown(() => org.dml('delete', responded)).message).toContain('in use');
    org.update(one, { Status: 'Attended' });
    org.dml('delete', responded);
    expect(thrown(() => org.dml('delete', attended)).message).toContain('DELETE_FAILED');
  });

  it('carry new names and flags to the members without triggers, also when names are swapped', () => {
    const { org, campaign, lead, contact } = fixture();
    let fired = 0;
    org.trigger('CampaignMember', 'before update, after update', () => void fired++);
    const [a, b] = [member(org, campaign, { LeadId: lead.id }), member(org, campaign, { ContactId: contact.id, Status: 'Responded' })];
    const [sent, responded] = [status(org, 'Sent'), status(org, 'Responded')];
    org.dml('update', [
      org.make('CampaignMemberStatus', { Id: sent.id, Label: 'Responded' }),
      org.make('CampaignMemberStatus', { Id: responded.id, Label: 'Sent' })
    ]);
    expect([org.read(a, 'Status'), org.read(b, 'Status')]).toEqual(['Responded', 'Sent']);
    expect([org.read(a, 'HasResponded'), org.read(b, 'HasResponded')]).toEqual([false, true]);
    org.update(sent, { HasResponded: true });
    expect([org.read(a, 'HasResponded'), org.read(a, 'FirstRespondedDate')]).toEqual([true, '2026-10-05']);
    expect(org.read(campaign, 'NumberOfResponses')).toBe(2);
    expect(fired).toBe(0);
  });
});
