import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/metadata/index.js';
import { buildSchema, MASTER_RECORD_TYPE, resolvePath, type FieldInfo, type ObjectInfo } from '../../src/schema/index.js';
import { memoryTree } from '../metadata/memoryTree.js';
import { FILES, schema } from './project.js';

function object(name: string): ObjectInfo {
  return schema.object(name)!;
}

function field(path: string): FieldInfo {
  const [name = '', part = ''] = path.split('.');
  return object(name).field(part)!;
}

describe('standard objects', () => {
  it.each([
    ['Account', '001', 'Accounts', 'ReadWrite'],
    ['Contact', '003', 'Contacts', 'ControlledByParent'],
    ['Lead', '00Q', 'Leads', 'ReadWrite'],
    ['Opportunity', '006', 'Opportunities', 'Read'],
    ['Campaign', '701', 'Campaigns', 'FullAccess'],
    ['CampaignMember', '00v', 'Campaign Members', 'ControlledByParent'],
    ['CampaignMemberStatus', '01Y', 'Campaign Member Statuses', 'ControlledByParent'],
    ['Task', '00T', 'Tasks', 'Private'],
    ['User', '005', 'Users', 'Read']
  ])('%s has prefix %s, plural %s, sharing %s', (name, prefix, plural, sharing) => {
    expect(object(name)).toMatchObject({ keyPrefix: prefix, labelPlural: plural, sharingModel: sharing, kind: 'standard' });
    expect(schema.objectByPrefix(prefix)?.name).toBe(name);
  });

  it.each<[string, Partial<FieldInfo>]>([
    ['Campaign.Name', { label: 'Name', length: 80, nillable: false, nameField: true, createable: true }],
    ['Campaign.NumberOfResponses', { type: 'int', apexType: 'Integer', calculated: true, createable: false, updateable: false }],
    ['Campaign.ExpectedResponse', { type: 'percent', apexType: 'Decimal' }],
    [
      'CampaignMember.CampaignId',
      {
        createable: true,
        updateable: false,
        nillable: false,
        referenceTo: ['Campaign'],
        relationshipName: 'Campaign',
        permissionable: false
      }
    ],
    ['Campaign.NumberOfLeads', { calculated: true, nillable: false, createable: false, permissionable: true }],
    ['Contact.Name', { calculated: true, nameField: true, permissionable: false }],
    ['CampaignMember.Status', { type: 'picklist', length: 40, createable: true, updateable: true, permissionable: false }],
    ['CampaignMember.HasResponded', { createable: false, updateable: false, type: 'boolean' }],
    ['CampaignMember.FirstRespondedDate', { type: 'date', createable: false, updateable: false }],
    ['CampaignMember.LeadOrContactId', { referenceTo: ['Contact', 'Lead'], relationshipName: 'LeadOrContact' }],
    ['CampaignMemberStatus.Label', { nillable: false, createable: true, updateable: true }],
    ['Lead.OwnerId', { referenceTo: ['Group', 'User'], relationshipName: 'Owner' }],
    ['Contact.Name', { calculated: true, createable: false, nameField: true }],
    ['Task.WhoId', { referenceTo: ['Contact', 'Lead'] }],
    ['Account.CreatedById', { createable: false, nillable: false, relationshipName: 'CreatedBy', referenceTo: ['User'] }],
    ['Account.BillingAddress', { type: 'address', apexType: 'Address', createable: false }],
    ['Account.IsDeleted', { type: 'boolean', defaultValueFormula: 'false', createable: false }],
    ['User.Email', { type: 'email', length: 128, nillable: false }]
  ])('%s', (path, expected) => {
    expect(field(path)).toMatchObject(expected);
  });

  it.each([
    ['Lead.Status', 'Open - Not Contacted'],
    ['Campaign.Status', 'Planned'],
    ['Task.Status', 'Not Started'],
    ['Task.Priority', 'Normal'],
    ['Case.Status', 'New']
  ])('%s defaults to %s', (path, value) => {
    expect(field(path).picklist!.find((entry) => entry.isDefault)?.value).toBe(value);
  });

  it.each([
    ['Account', 'Contacts', 'Contact', 'AccountId', true],
    ['Campaign', 'CampaignMembers', 'CampaignMember', 'CampaignId', true],
    ['Campaign', 'CampaignMemberStatuses', 'CampaignMemberStatus', 'CampaignId', true],
    ['Campaign', 'ChildCampaigns', 'Campaign', 'ParentId', false],
    ['Contact', 'CampaignMembers', 'CampaignMember', 'ContactId', true],
    ['Contact', 'Tasks', 'Task', 'WhoId', false],
    ['Campaign', 'Tasks', 'Task', 'WhatId', false],
    ['User', 'ManagedUsers', 'User', 'ManagerId', false]
  ])('%s.%s are %s by %s', (parent, relationship, child, key, cascadeDelete) => {
    expect(object(parent).child(relationship.toLowerCase())).toMatchObject({
      name: relationship,
      childObject: child,
      field: key,
      cascadeDelete
    });
  });

  it('finds fields and relationships in any case, and has none of features that a new org lacks', () => {
    expect(object('cAmPaIgN').field('NUMBEROFLEADS')?.name).toBe('NumberOfLeads');
    expect(object('CampaignMember').relationship('campaign')?.name).toBe('CampaignId');
    expect(object('Campaign').field('CurrencyIsoCode')).toBeUndefined();
    expect(object('Account').field('IsPersonAccount')).toBeUndefined();
  });

  it('every field that is named is one: overlay and dump agree', () => {
    for (const info of schema.objects()) {
      for (const child of info.children)
        expect(schema.object(child.childObject)?.field(child.field), `${info.name}.${child.name}`).toBeDefined();
    }
  });
});

describe('objects of the project', () => {
  it('custom objects come with their companions', () => {
    expect(object('Invoice__c')).toMatchObject({
      label: 'Invoice',
      labelPlural: 'Invoices',
      custom: true,
      kind: 'custom',
      sharingModel: 'Private'
    });
    expect(object('Invoice__c').keyPrefix).toMatch(/^a\w\w$/);
    expect(object('Invoice__Share')).toMatchObject({ kind: 'share' });
    expect(object('Invoice__History')).toMatchObject({ kind: 'history', createable: false });
    expect(object('Invoice__ChangeEvent').field('State__c')).toMatchObject({ nillable: true, createable: false });
    expect(object('Invoice__ChangeEvent').field('Double__c')).toBeUndefined();
    expect(schema.object('Line__Share')).toBeUndefined();
  });

  it.each<[string, Partial<FieldInfo>]>([
    ['Invoice__c.Name', { autoNumber: 'I-{0000}', createable: false, nameField: true }],
    ['Invoice__c.OwnerId', { nillable: false, referenceTo: ['Group', 'User'] }],
    ['Invoice__c.Account__c', { type: 'reference', referenceTo: ['Account'], relationshipName: 'Account__r', cascadeDelete: false }],
    [
      'Invoice__c.Total__c',
      {
        type: 'currency',
        precision: 16,
        scale: 2,
        calculated: true,
        summary: expect.objectContaining({
          operation: 'sum',
          childObject: 'Line__c',
          foreignKey: 'Invoice__c',
          summarizedField: 'Amount__c',
          filters: [{ field: 'Open__c', operation: 'equals', value: 'true' }]
        }) as FieldInfo['summary']
      }
    ],
    ['Invoice__c.Double__c', { formula: 'Total__c * 2', calculated: true, createable: false, formulaBlanks: 'blank' }],
    ['Invoice__c.State__c', { nillable: false, restrictedPicklist: true, permissionable: false }],
    ['Invoice__c.Key__c', { length: 20, externalId: true, unique: true, caseSensitive: true, apexType: 'String' }],
    ['Invoice__c.Place__c', { type: 'location', createable: false }],
    ['Invoice__c.Place__Latitude__s', { type: 'double', createable: true }],
    ['Line__c.Invoice__c', { masterDetail: true, cascadeDelete: true, updateable: false, nillable: false, permissionable: false }],
    ['Line__c.Open__c', { type: 'boolean', defaultValueFormula: 'true', nillable: false }],
    ['Campaign.Score__c', { custom: true, apexType: 'Decimal', precision: 4, scale: 0 }],
    ['Campaign.Type', { helpText: 'What kind', custom: false }],
    ['CampaignChangeEvent.Score__c', { createable: false }],
    ['Task.Kind__c', { length: 10 }],
    ['Event.Kind__c', { length: 10 }],
    ['Limits__c.SetupOwnerId', { referenceTo: ['Organization', 'Profile', 'User'] }],
    ['Rule__mdt.DeveloperName', { nillable: false }],
    ['Rule__mdt.Object__c', { apexType: 'String' }],
    ['Alert__e.ReplayId', { type: 'string' }]
  ])('%s', (path, expected) => {
    expect(field(path)).toMatchObject(expected);
  });

  it('picklists keep inactive values apart', () => {
    expect(field('Invoice__c.State__c').picklist).toEqual([
      { value: 'Open', label: 'Offen', isDefault: true, active: true },
      { value: 'Paid', label: 'Paid', isDefault: false, active: true },
      { value: 'Old', label: 'Old', isDefault: false, active: false }
    ]);
    expect(field('Contact.LeadSource').picklist!.map((entry) => entry.value)).toEqual(['Fair']);
  });

  it('kinds', () => {
    expect(['Limits__c', 'Names__c', 'Rule__mdt', 'Alert__e', 'Invoice__c'].map((name) => object(name).kind)).toEqual([
      'hierarchySetting',
      'listSetting',
      'customMetadata',
      'platformEvent',
      'custom'
    ]);
    expect(object('Line__c')).toMatchObject({ sharingModel: 'ControlledByParent' });
    expect(object('Line__c').field('OwnerId')).toBeUndefined();
  });

  it('child relationships end in __r, activities reach objects that allow them', () => {
    expect(object('Account').child('Invoices__r')).toMatchObject({ childObject: 'Invoice__c', field: 'Account__c', cascadeDelete: false });
    expect(object('Invoice__c').child('Lines__r')).toMatchObject({ cascadeDelete: true });
    expect(object('Invoice__c').child('Tasks')).toMatchObject({ field: 'WhatId' });
    expect(object('Line__c').child('Tasks')).toBeUndefined();
    expect(field('Task.WhatId').referenceTo).toContain('Invoice__c');
  });

  it('record types, field sets and active validation rules', () => {
    const { recordTypes, fieldSets, validationRules } = object('Invoice__c');
    expect(recordTypes).toMatchObject([
      { developerName: 'Big', label: 'Big one', active: true, master: false, id: expect.stringMatching(/^012\w{15}$/) as string },
      { id: MASTER_RECORD_TYPE, master: true }
    ]);
    expect(fieldSets).toEqual([{ name: 'Cols', label: 'Columns', fields: [{ path: 'Account__r.Name', required: true }] }]);
    expect(validationRules).toEqual([{ name: 'On', formula: 'ISBLANK(Key__c)', errorMessage: 'No key', errorField: 'Key__c' }]);
  });

  it('paths of relationships resolve to canonical names', () => {
    expect(resolvePath(schema, object('Invoice__c'), 'account__R.owner.NAME')?.parts).toEqual(['Account__r', 'Owner', 'Name']);
    expect(resolvePath(schema, object('Lead'), 'Owner:Group.DeveloperName')?.object.name).toBe('Group');
    expect(resolvePath(schema, object('Lead'), 'Nothing.Name')).toBeNull();
  });

  it('an object keeps its key prefix and ids when others are added', () => {
    const more = buildSchema(
      loadProject(
        '/p',
        memoryTree({ ...FILES, '/p/app/objects/Aaa__c/Aaa__c.object-meta.xml': '<CustomObject><label>A</label></CustomObject>' })
      )
    );
    expect(more.object('Invoice__c')!.keyPrefix).toBe(object('Invoice__c').keyPrefix);
    expect(more.object('Invoice__c')!.recordTypes[0].id).toBe(object('Invoice__c').recordTypes[0].id);
  });
});
