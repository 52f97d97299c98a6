import { describe, expect, it } from 'vitest';
import { runApex } from './apexWorld.js';

/** Apex expressions and what System.debug shows of them. */
const expressions: readonly (readonly [expression: string, shown: string])[] = [
  // Tokens
  ['Campaign.SObjectType', 'Campaign'],
  ["Campaign.SObjectType == Schema.getGlobalDescribe().get('CAMPAIGN')", 'true'],
  ['new Campaign().getSObjectType() == Campaign.SObjectType', 'true'],
  ['Campaign.Name', 'Name'],
  ["Campaign.Name == Schema.SObjectType.Campaign.fields.getMap().get('nAmE')", 'true'],
  ['Campaign.SObjectType.newSObject() instanceof Campaign', 'true'],
  ["Schema.describeSObjects(new List<String>{ 'Account', 'campaign' })[1].getName()", 'Campaign'],
  ["Schema.getGlobalDescribe().containsKey('Invoice__c')", 'true'],
  ["Schema.getGlobalDescribe().get('Nothing__c')", 'null'],
  // Objects
  ['Campaign.SObjectType.getDescribe().getKeyPrefix()', '701'],
  ['Schema.SObjectType.Campaign.getLabelPlural()', 'Campaigns'],
  ['Schema.SObjectType.Invoice__c.isCustom()', 'true'],
  ['Schema.SObjectType.Limits__c.isCustomSetting()', 'true'],
  ['Schema.SObjectType.Campaign.isAccessible() && Schema.SObjectType.Campaign.isDeletable()', 'true'],
  ['Schema.SObjectType.Rule__mdt.isCreateable()', 'false'],
  ["Schema.SObjectType.Invoice__c.getRecordTypeInfosByDeveloperName().get('Big').getName()", 'Big one'],
  ["Schema.SObjectType.Invoice__c.getRecordTypeInfosByName().get('Big one').isMaster()", 'false'],
  ['Schema.SObjectType.Account.getRecordTypeInfos().size()', '1'],
  // Fields
  ['Campaign.NumberOfLeads.getDescribe().getLabel()', 'Leads in Campaign'],
  ['Schema.SObjectType.Campaign.fields.Name.getLength()', '80'],
  ['Schema.SObjectType.CampaignMember.fields.CampaignId.isUpdateable()', 'false'],
  ['CampaignMember.CampaignId.getDescribe().isCreateable()', 'true'],
  ['CampaignMember.CampaignId.getDescribe().getReferenceTo()', '(Campaign)'],
  ['CampaignMember.CampaignId.getDescribe().getRelationshipName()', 'Campaign'],
  ['Campaign.NumberOfLeads.getDescribe().getType()', 'INTEGER'],
  ['Campaign.NumberOfLeads.getDescribe().getType() == Schema.DisplayType.INTEGER', 'true'],
  ['Invoice__c.Account__c.getDescribe().getType()', 'REFERENCE'],
  ['Invoice__c.Account__c.getDescribe().getSoapType()', 'ID'],
  ['Invoice__c.Total__c.getDescribe().isCalculated()', 'true'],
  ['Invoice__c.State__c.getDescribe().getPicklistValues().size()', '2'],
  ['Invoice__c.State__c.getDescribe().getPicklistValues()[0].getLabel()', 'Offen'],
  ['Invoice__c.State__c.getDescribe().getPicklistValues()[0].isDefaultValue()', 'true'],
  ['Invoice__c.State__c.getDescribe().isNillable()', 'false'],
  ['Invoice__c.Key__c.getDescribe().isExternalId()', 'true'],
  ['Invoice__c.Name.getDescribe().isNameField()', 'true'],
  ['Account.BillingCity.getDescribe().getCompoundFieldName()', 'BillingAddress'],
  ['Task.WhoId.getDescribe().isNamePointing()', 'true'],
  ['Campaign.Type.getDescribe().getInlineHelpText()', 'What kind'],
  // Field sets, labels
  ['Schema.SObjectType.Invoice__c.fieldSets.Cols.getFields()[0].getFieldPath()', 'Account__r.Name'],
  ["Schema.SObjectType.Invoice__c.fieldSets.getMap().get('cols').getLabel()", 'Columns'],
  ['Schema.SObjectType.Invoice__c.fieldSets.Cols.getFields()[0].getLabel()', 'Account Name'],
  ['System.Label.Hi', 'Hello'],
  ['Label.hi', 'Hello'],
  // Custom metadata
  ["Rule__mdt.getInstance('one').Weight__c", '1.50'],
  ['Rule__mdt.getAll().keySet()', '{One}'],
  ["Rule__mdt.getInstance('none')", 'null'],
  ["[SELECT Weight__c FROM Rule__mdt WHERE Object__r.QualifiedApiName = 'Campaign'].size()", '1'],
  // Custom settings without rows
  ['Limits__c.getInstance().Max__c', 'null'],
  ['Limits__c.getOrgDefaults().Id', 'null'],
  ['Limits__c.getValues(UserInfo.getUserId())', 'null'],
  ['Names__c.getAll().size()', '0'],
  ["Names__c.getInstance('x')", 'null']
];

describe('describes and static forms', () => {
  it.each(expressions)('%s → %s', (expression, shown) => {
    expect(runApex(`System.debug(${expression});`)).toEqual([shown]);
  });
});

const programs: readonly (readonly [name: string, apex: string, log: readonly string[]])[] = [
  [
    'get and put by name and token',
    `Campaign c = new Campaign(); System.debug(c.put('name', 'A')); System.debug(c.put(Campaign.Name, 'B')); System.debug(c.get('NAME')); c.put('BudgetedCost', 5); System.debug(c.BudgetedCost);`,
    ['null', 'A', 'B', '5']
  ],
  ['get of an unknown field', `new Campaign().get('Nope');`, ['System.SObjectException: Invalid field Nope for Campaign']],
  ['put of a wrong type', `new Campaign().put('IsActive', 'x');`, ['System.SObjectException: Illegal assignment from String to Boolean']],
  [
    'put of a calculated field',
    `new Campaign().put('NumberOfLeads', 1);`,
    ['System.SObjectException: Field is not writeable: Campaign.NumberOfLeads']
  ],
  [
    'put of an audit field',
    `new Campaign().put('CreatedDate', System.now());`,
    ['System.SObjectException: Field is not writeable: Campaign.CreatedDate']
  ],
  [
    'a token of another object',
    `new Campaign().get(Account.Phone);`,
    ['System.SObjectException: Account.Phone does not belong to SObject type Campaign']
  ],
  [
    'isSet and getPopulatedFieldsAsMap',
    `Campaign c = new Campaign(Name = 'A', Type = null); System.debug(c.isSet('Name')); System.debug(c.isSet(Campaign.Status)); System.debug(c.getPopulatedFieldsAsMap().keySet());`,
    ['true', 'false', '{Name, Type}']
  ],
  [
    'parents',
    `CampaignMember m = new CampaignMember(); m.putSObject('Campaign', new Campaign(Name = 'A')); System.debug(m.Campaign.Name); System.debug(((Campaign) m.getSObject('campaign')).Name); System.debug(new Account().getSObjects('Contacts'));`,
    ['A', 'A', 'null']
  ],
  [
    'a relationship that does not exist',
    `new Account().getSObject('Nope');`,
    ['System.SObjectException: Invalid relationship Nope for Account']
  ],
  [
    'clone',
    `Account a = new Account(Id = '001000000000001AAA', Name = 'A'); Account b = a.clone(); System.debug(b.Id); System.debug(a.clone(true).Id); System.debug(b.isClone() + ' ' + a.isClone()); System.debug(b.getCloneSourceId());`,
    ['null', '001000000000001AAA', 'true false', '001000000000001AAA']
  ],
  [
    'errors',
    `Account a = new Account(); System.debug(a.hasErrors()); a.addError('Whole'); a.Name.addError('Part'); System.debug(a.hasErrors()); System.debug(a.getErrors().size()); System.debug(a.getErrors()[1].getMessage() + a.getErrors()[1].getFields());`,
    ['false', 'true', '2', 'Part(Name)']
  ],
  [
    'hierarchy settings merge user, profile and organization',
    `insert new Limits__c(SetupOwnerId = UserInfo.getOrganizationId(), Max__c = 1); System.debug(Limits__c.getInstance().Max__c);
     insert new Limits__c(SetupOwnerId = UserInfo.getProfileId()); System.debug(Limits__c.getInstance().Max__c);
     insert new Limits__c(SetupOwnerId = UserInfo.getUserId(), Max__c = 3); System.debug(Limits__c.getInstance().Max__c);
     System.debug(Limits__c.getOrgDefaults().Max__c); System.debug(Limits__c.getValues(UserInfo.getProfileId()).Max__c); System.debug(Limits__c.getInstance(UserInfo.getProfileId()).Max__c);`,
    ['1', '1', '3', '1', 'null', '1']
  ],
  [
    'list settings',
    `insert new List<Names__c>{ new Names__c(Name = 'a'), new Names__c(Name = 'b') }; System.debug(Names__c.getAll().keySet()); System.debug(Names__c.getValues('b').Name);`,
    ['{a, b}', 'b']
  ],
  ['formulas are recalculated in memory', `Invoice__c i = new Invoice__c(); i.recalculateFormulas(); System.debug(i.Double__c);`, ['null']],
  [
    'stripInaccessible leaves an administrator everything, and takes what nobody can write',
    `SObjectAccessDecision d = Security.stripInaccessible(AccessType.READABLE, new List<Campaign>{ new Campaign(Name = 'A') }); System.debug(d.getRecords()[0].get('Name')); System.debug(d.getRemovedFields().size() + ' ' + d.getModifiedIndexes().size());`,
    ['A', '0 0']
  ]
];

describe('SObject methods, settings and security', () => {
  it.each(programs)('%s', (_, apex, log) => {
    expect(runApex(apex)).toEqual(log);
  });

  it('stripInaccessible takes fields that the user may not see, and refuses objects', () => {
    const users = `User u = new User(Username = 'min@example.com', LastName = 'Min', Alias = 'min', Email = 'm@example.com', CommunityNickname = 'min', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id); insert u; insert new PermissionSetAssignment(AssigneeId = u.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Clerk'].Id);`;
    const strip = (object: string): string =>
      `System.runAs(u) { SObjectAccessDecision d = Security.stripInaccessible(AccessType.READABLE, new List<SObject>{ new ${object} }); System.debug(d.getRemovedFields()); System.debug(d.getRecords()[0].getPopulatedFieldsAsMap().keySet()); }`;
    expect(runApex(users + strip(`Campaign(Name = 'A', Type = 'Email')`))).toEqual(['{Campaign={Type}}', '{Name}']);
    expect(runApex(users + strip(`Account(Name = 'A')`))).toEqual(['System.NoAccessException: No access to entity: Account']);
  });
});
