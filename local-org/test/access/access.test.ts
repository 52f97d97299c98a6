import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedOrg } from '../../src/access/index.js';
import { openStore } from '../../src/store/index.js';
import { metadata, schema } from '../schema/project.js';
import { clock, World } from './world.js';

const world = new World();
beforeEach(() => world.store.savepoint('test'));
afterEach(() => {
  world.store.rollbackTo('test');
  world.store.release('test');
  world.access.invalidate();
});

describe('seed', () => {
  it('a new org has its admin, the automated process and the metadata of the project', () => {
    expect(world.access.defaultUser()).toMatchObject({ username: 'admin@example.com', name: 'Ada Admin' });
    expect(world.access.automatedProcess().name).toBe('Automated Process');
    expect(world.store.rows('SELECT "Name" FROM "ApexClass"')).toEqual([['Billing']]);
    expect(world.store.rows('SELECT "DeveloperName", "SobjectType" FROM "RecordType"')).toEqual([['Big', 'Invoice__c']]);
    expect(world.store.rows('SELECT "DeveloperName", "Weight__c", "Object__c" FROM "Rule__mdt"')).toEqual([['One', 1.5, 'Campaign']]);
    expect(world.store.rows('SELECT "MasterLabel" FROM "LeadStatus" WHERE "IsConverted" = 1')).toEqual([['Closed - Converted']]);
    expect(
      world.store.rows('SELECT "IsClosed", "IsWon", "DefaultProbability" FROM "OpportunityStage" WHERE "MasterLabel" = ?', ['Closed Won'])
    ).toEqual([[1, 1, 100]]);
  });

  it('the permission set of a profile has a row for every object that the profile allows', () => {
    const rows = (profile: string): unknown[][] =>
      world.store.rows(
        `SELECT o."SobjectType", o."PermissionsRead", o."PermissionsEdit", o."PermissionsModifyAllRecords" FROM "ObjectPermissions" AS o
           JOIN "PermissionSet" AS s ON s."Id" = o."ParentId" JOIN "Profile" AS p ON p."Id" = s."ProfileId"
           WHERE p."Name" = ? AND o."SobjectType" IN ('Campaign', 'Lead') ORDER BY 1`,
        [profile]
      );
    expect(rows('Minimum Access - Salesforce')).toEqual([]);
    expect(rows('Standard User')).toEqual([
      ['Campaign', 1, 0, 0],
      ['Lead', 1, 1, 0]
    ]);
    expect(rows('System Administrator')).toEqual([
      ['Campaign', 1, 1, 1],
      ['Lead', 1, 1, 1]
    ]);
  });

  it('opening again changes nothing that people changed', () => {
    const store = openStore(':memory:', clock);
    const org = { schema, store, metadata, clock };
    expect(seedOrg(org)).toBe(true);
    store.run('UPDATE "User" SET "LastName" = ? WHERE "Username" = ?', ['Changed', 'admin@example.com']);
    store.run('DELETE FROM "ApexClass"');
    expect(seedOrg(org)).toBe(false);
    expect(store.rows('SELECT "LastName" FROM "User" WHERE "Username" = ?', ['admin@example.com'])).toEqual([['Changed']]);
    expect(store.rows('SELECT COUNT(*) FROM "ApexClass"')).toEqual([[1]]);
  });

  it('the same project gives the same ids', () => {
    expect(new World().access.defaultUser().id).toBe(world.access.defaultUser().id);
  });
});

describe('objects', () => {
  it.each([
    ['System Administrator', 'Invoice__c', 'CRED'],
    ['System Administrator', 'CampaignMemberStatus', 'R'],
    ['System Administrator', 'Campaign', 'R'],
    ['Standard User', 'Account', 'CRED'],
    ['Standard User', 'Lead', 'CRE'],
    ['Standard User', 'Campaign', 'R'],
    ['Standard User', 'CampaignMember', 'R'],
    ['Standard User', 'Invoice__c', ''],
    ['Standard User', 'Invoice__Share', ''],
    ['Standard User', 'OpportunityLineItem', 'CRED'],
    ['Standard User', 'User', 'R'],
    ['Standard User', 'Rule__mdt', ''],
    ['Read Only', 'Account', 'R'],
    ['Minimum Access - Salesforce', 'Account', ''],
    ['Minimum Access - Salesforce', 'Task', 'CRED'],
    ['Minimum Access - Salesforce', 'Profile', 'R']
  ])('%s on %s: %s', (profile, object, rights) => {
    expect(world.rights(world.user('ann', profile), object)).toBe(rights);
  });

  it('permission sets add to the profile', () => {
    const clerk = world.user('ann', 'Minimum Access - Salesforce', ['Clerk']);
    expect(world.rights(clerk, 'Invoice__c')).toBe('CRED');
    expect(world.rights(clerk, 'Invoice__Share')).toBe('CRED');
    expect(world.rights(clerk, 'Line__c')).toBe('');
    expect(world.rights(clerk, 'Rule__mdt')).toBe('R');
  });

  it('campaigns are changed, and statuses set up, by marketing users only', () => {
    const clerk = world.user('ann', 'Minimum Access - Salesforce', ['Clerk']);
    const marketer = world.user('mae', 'Minimum Access - Salesforce', ['Clerk'], { UserPermissionsMarketingUser: true });
    expect(world.rights(clerk, 'Campaign')).toBe('R');
    expect(world.rights(marketer, 'Campaign')).toBe('CRE');
    expect(world.rights(clerk, 'CampaignMemberStatus')).toBe('R');
    expect(world.rights(marketer, 'CampaignMemberStatus')).toBe('CRED');
    expect(world.rights(world.user('mo', 'Marketing User', [], { UserPermissionsMarketingUser: true }), 'Campaign')).toBe('CRED');
  });

  it('grants made in the org count at once', () => {
    const ann = world.user('ann', 'Minimum Access - Salesforce');
    const set = world.insert('PermissionSet', 'Made', { Name: 'Made', Label: 'Made' });
    world.insert('ObjectPermissions', 'Made.Line', { ParentId: set, SobjectType: 'Line__c', PermissionsRead: true });
    expect(world.rights(ann, 'Line__c')).toBe('');
    world.insert('PermissionSetAssignment', 'a', { AssigneeId: ann.id, PermissionSetId: set });
    expect(world.rights(ann, 'Line__c')).toBe('R');
  });

  it('groups of permission sets', () => {
    const ann = world.user('ann', 'Minimum Access - Salesforce');
    const group = world.insert('PermissionSetGroup', 'G', { DeveloperName: 'G', MasterLabel: 'G' });
    const set = world.store.rows('SELECT "Id" FROM "PermissionSet" WHERE "Name" = ?', ['Clerk'])[0][0];
    world.insert('PermissionSetGroupComponent', 'G.Clerk', { PermissionSetGroupId: group, PermissionSetId: set });
    world.insert('PermissionSetAssignment', 'ann.G', { AssigneeId: ann.id, PermissionSetGroupId: group });
    expect(world.rights(ann, 'Invoice__c')).toBe('CRED');
  });
});

describe('fields', () => {
  it.each([
    ['Standard User', [], 'Account.Industry', 're'],
    ['Standard User', [], 'Campaign.Score__c', ''],
    ['Standard User', [], 'Campaign.Type', 'r'],
    ['Read Only', [], 'Account.Industry', 'r'],
    ['Minimum Access - Salesforce', ['Clerk'], 'Invoice__c.Key__c', 're'],
    ['Minimum Access - Salesforce', ['Clerk'], 'Invoice__c.Account__c', 'r'],
    ['Minimum Access - Salesforce', ['Clerk'], 'Invoice__c.Double__c', ''],
    ['Minimum Access - Salesforce', ['Clerk'], 'Invoice__c.State__c', 're'],
    ['Minimum Access - Salesforce', ['Clerk'], 'Invoice__c.OwnerId', 're'],
    ['Minimum Access - Salesforce', ['Clerk'], 'Invoice__c.CreatedDate', 'r'],
    ['Minimum Access - Salesforce', ['Clerk'], 'Campaign.Type', ''],
    ['Minimum Access - Salesforce', ['Clerk'], 'Campaign.Name', 'r'],
    ['Minimum Access - Salesforce', ['Clerk'], 'CampaignMember.Status', 'r'],
    ['Minimum Access - Salesforce', ['Clerk'], 'Line__c.Amount__c', ''],
    ['System Administrator', [], 'Invoice__c.Key__c', 're'],
    ['System Administrator', [], 'Campaign.NumberOfLeads', 'r']
  ] as const)('%s with %j: %s → %s', (profile, sets, path, rights) => {
    expect(world.fieldRights(world.user('ann', profile, sets), path)).toBe(rights);
  });
});

describe('other permissions', () => {
  it('custom permissions and Apex classes come with permission sets; even administrators need the custom ones', () => {
    const clerk = world.user('ann', 'Standard User', ['Clerk']);
    const other = world.user('bob', 'Standard User');
    const admin = world.access.defaultUser();
    expect([clerk, other, admin].map((user) => world.access.hasPermission(user, 'edit_all'))).toEqual([true, false, false]);
    expect([clerk, other, admin].map((user) => world.access.canRunApex(user, 'billing'))).toEqual([true, false, true]);
    expect([clerk, admin].map((user) => world.access.hasSystemPermission(user, 'ModifyAllData'))).toEqual([false, true]);
    expect(world.access.hasSystemPermission(other, 'RunReports')).toBe(true);
  });
});

describe('records', () => {
  it('private: the owner, users in roles below, queues, shares', () => {
    const boss = world.insert('UserRole', 'Boss', { Name: 'Boss', DeveloperName: 'Boss' });
    const clerk = world.insert('UserRole', 'Clerk', { Name: 'Clerk', DeveloperName: 'Clerk', ParentRoleId: boss });
    const ann = world.user('ann', 'Standard User', ['Clerk'], { UserRoleId: clerk });
    const bob = world.user('bob', 'Standard User', ['Clerk'], { UserRoleId: boss });
    const cid = world.user('cid', 'Standard User', ['Clerk']);
    const queue = world.insert('Group', 'Q', { Name: 'Q', Type: 'Queue' });
    world.insert('GroupMember', 'Q.cid', { GroupId: queue, UserOrGroupId: cid.id });
    const annas = world.insert('Invoice__c', 'annas', { OwnerId: ann.id });
    const queued = world.insert('Invoice__c', 'queued', { OwnerId: queue });
    expect(world.visible(ann, 'Invoice__c')).toEqual([annas]);
    expect(world.visible(bob, 'Invoice__c')).toEqual([annas]);
    expect(world.visible(cid, 'Invoice__c')).toEqual([queued]);
    expect(world.visible(world.access.defaultUser(), 'Invoice__c')).toEqual([annas, queued].sort());

    world.insert('Invoice__Share', 's', { ParentId: annas, UserOrGroupId: cid.id, AccessLevel: 'Read', RowCause: 'Manual' });
    expect(world.visible(cid, 'Invoice__c')).toEqual([annas, queued].sort());
    expect(world.visible(cid, 'Invoice__c', 'edit')).toEqual([queued]);
    expect(world.visible(ann, 'Invoice__Share')).toHaveLength(1);
  });

  it('details follow their master', () => {
    const ann = world.user('ann', 'Standard User', ['Clerk']);
    const bob = world.user('bob', 'Standard User', ['Clerk']);
    const invoice = world.insert('Invoice__c', 'annas', { OwnerId: ann.id });
    const line = world.insert('Line__c', 'line', { Invoice__c: invoice });
    expect(world.visible(ann, 'Line__c')).toEqual([line]);
    expect(world.visible(bob, 'Line__c')).toEqual([]);
  });

  it('public read only: everyone sees, the owner edits', () => {
    const ann = world.user('ann', 'Standard User');
    const bob = world.user('bob', 'Standard User');
    const deal = world.insert('Opportunity', 'deal', { OwnerId: ann.id });
    expect([
      world.visible(bob, 'Opportunity'),
      world.visible(bob, 'Opportunity', 'edit'),
      world.visible(ann, 'Opportunity', 'edit')
    ]).toEqual([[deal], [], [deal]]);
  });

  it('public read/write: everyone edits, the owner deletes; campaigns are everybody’s', () => {
    const ann = world.user('ann', 'Standard User');
    const bob = world.user('bob', 'Standard User');
    const account = world.insert('Account', 'acme', { OwnerId: ann.id });
    const campaign = world.insert('Campaign', 'c', { OwnerId: ann.id });
    expect([world.visible(bob, 'Account', 'edit'), world.visible(bob, 'Account', 'delete')]).toEqual([[account], []]);
    expect(world.visible(bob, 'Campaign', 'delete')).toEqual([campaign]);
  });

  it('contacts follow their account; those without one are their owner’s', () => {
    const ann = world.user('ann', 'Standard User');
    const bob = world.user('bob', 'Standard User');
    const account = world.insert('Account', 'acme', { OwnerId: ann.id });
    const inAccount = world.insert('Contact', 'in', { OwnerId: ann.id, AccountId: account });
    const alone = world.insert('Contact', 'alone', { OwnerId: ann.id });
    expect(world.visible(bob, 'Contact')).toEqual([inAccount]);
    expect(world.visible(ann, 'Contact')).toEqual([alone, inAccount].sort());
  });

  it('campaign members need access to the campaign and to the person', () => {
    const ann = world.user('ann', 'Standard User');
    const bob = world.user('bob', 'Standard User');
    const campaign = world.insert('Campaign', 'c', { OwnerId: ann.id });
    const account = world.insert('Account', 'acme', { OwnerId: ann.id });
    const shared = world.insert('Contact', 'shared', { OwnerId: ann.id, AccountId: account });
    const hidden = world.insert('Contact', 'hidden', { OwnerId: ann.id });
    const member = world.insert('CampaignMember', 'm1', { CampaignId: campaign, ContactId: shared });
    const secret = world.insert('CampaignMember', 'm2', { CampaignId: campaign, ContactId: hidden });
    expect(world.visible(ann, 'CampaignMember')).toEqual([member, secret].sort());
    expect(world.visible(bob, 'CampaignMember')).toEqual([member]);
  });

  it('private activities are seen with the record they are about', () => {
    const ann = world.user('ann', 'Standard User');
    const bob = world.user('bob', 'Standard User');
    const campaign = world.insert('Campaign', 'c', { OwnerId: ann.id });
    const about = world.insert('Task', 'about', { OwnerId: ann.id, WhatId: campaign });
    const alone = world.insert('Task', 'alone', { OwnerId: ann.id });
    expect(world.visible(bob, 'Task')).toEqual([about]);
    expect(world.visible(bob, 'Task', 'edit')).toEqual([]);
    expect(world.visible(ann, 'Task')).toEqual([about, alone].sort());
  });

  it('files are seen by those they are shared with', () => {
    const ann = world.user('ann', 'Standard User');
    const bob = world.user('bob', 'Standard User');
    const mine = world.insert('ContentDocument', 'mine', { OwnerId: ann.id });
    const shared = world.insert('ContentDocument', 'shared', { OwnerId: ann.id });
    world.insert('ContentDocumentLink', 'l', { ContentDocumentId: shared, LinkedEntityId: bob.id });
    expect(world.visible(bob, 'ContentDocument')).toEqual([shared]);
    expect(world.visible(ann, 'ContentDocument')).toEqual([mine, shared].sort());
  });
});
