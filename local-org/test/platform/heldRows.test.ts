import { beforeEach, describe, expect, it } from 'vitest';
import type { SObject } from '../../src/values/index.js';
import { TestOrg, thrown } from '../data/org.js';

const LOCKED = { success: false, errors: [expect.objectContaining({ code: 'UNABLE_TO_LOCK_ROW' })] };
const SAVED = { success: true };

let org: TestOrg;
let campaign: SObject;
let members: SObject[];

beforeEach(() => {
  org = new TestOrg();
  campaign = org.insert('Campaign', { Name: 'Spring' });
  members = ['Ada', 'Bob', 'Cleo'].map((LastName) => {
    const lead = org.insert('Lead', { LastName, Company: 'C' });
    return org.insert('CampaignMember', { CampaignId: campaign.id, LeadId: lead.id });
  });
});

const hold = (id: unknown): unknown => org.org.heldRows.add(String(id));
const responded = (): SObject[] => members.map(({ id }) => org.make('CampaignMember', { Id: id, Status: 'Responded' }));
const query = (soql: string): unknown =>
  org.run(() => org.org.queries.query(soql, { accessLevel: 'SYSTEM_MODE', enforceSharing: false }).items);

describe('rows that another transaction holds', () => {
  it('are refused one by one', () => {
    hold(members[1].id);
    expect(org.dml('update', responded(), { allOrNone: false })).toMatchObject([SAVED, LOCKED, SAVED]);
    expect(org.values('SELECT Status FROM CampaignMember ORDER BY Id').map(({ Status }) => Status)).toEqual([
      'Responded',
      'Sent',
      'Responded'
    ]);
  });

  it('hold up the children whose save locks them: members of a campaign and of a person', () => {
    hold(org.read(members[0], 'LeadId'));
    expect(org.dml('update', responded(), { allOrNone: false })).toMatchObject([LOCKED, SAVED, SAVED]);
    expect(org.dml('delete', members, { allOrNone: false })).toMatchObject([LOCKED, SAVED, SAVED]);
    hold(campaign.id);
    expect(thrown(() => org.update(members[0], { Status: 'Responded' })).message).toContain('UNABLE_TO_LOCK_ROW');
  });

  it('let the other records of their object be saved', () => {
    hold(campaign.id);
    expect(() => org.insert('Campaign', { Name: 'Autumn' })).not.toThrow();
  });

  it('are not given to a query FOR UPDATE, but to any other', () => {
    hold(members[2].id);
    expect(query('SELECT Id FROM CampaignMember')).toHaveLength(3);
    expect(thrown(() => query('SELECT Id FROM CampaignMember FOR UPDATE')).message).toContain('Record Currently Unavailable');
    org.org.heldRows.clear();
    expect(query('SELECT Id FROM CampaignMember FOR UPDATE')).toHaveLength(3);
  });
});
