import { expect, it } from 'vitest';
import { openOrg } from '../../src/org/index.js';
import { runTests } from '../../src/testing/index.js';
import { TinyProject } from '../testing/project.js';

const APEX = `@IsTest private class RecordAccessTest {
  private static User person(String profileName) {
    Profile found = [SELECT Id FROM Profile WHERE Name = :profileName];
    User made = new User(ProfileId = found.Id, Username = 'person@example.com.test', Email = 'person@example.com', LastName = 'Person',
      Alias = 'person', TimeZoneSidKey = 'Europe/Berlin', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
    insert made;
    return made;
  }
  private static String level(Id userId, Id recordId) {
    return [SELECT RecordId, MaxAccessLevel FROM UserRecordAccess WHERE UserId = :userId AND RecordId = :recordId].MaxAccessLevel;
  }
  @IsTest static void levels() {
    Lead shown = new Lead(LastName = 'Shown', Company = 'Example');
    Campaign hidden = new Campaign(Name = 'Hidden');
    insert new List<SObject>{ shown, hidden };
    System.assertEquals('All', level(UserInfo.getUserId(), shown.Id));
    User standard = person('Standard User');
    UserRecordAccess found = [
      SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess, HasTransferAccess, HasAllAccess, MaxAccessLevel
      FROM UserRecordAccess WHERE UserId = :standard.Id AND RecordId IN :new Set<Id>{ shown.Id }
    ];
    System.assertEquals(shown.Id, found.RecordId);
    System.assert(found.HasReadAccess && found.HasEditAccess && !found.HasDeleteAccess && !found.HasAllAccess);
    System.assertEquals('Edit', found.MaxAccessLevel);
    System.runAs(standard) {
      Lead own = new Lead(LastName = 'Own', Company = 'Example');
      insert as system own;
      System.assertNotEquals('None', level(standard.Id, own.Id));
      System.assertEquals(2, [SELECT RecordId FROM UserRecordAccess WHERE UserId = :standard.Id AND RecordId IN :new List<Id>{ own.Id, shown.Id } AND HasReadAccess = true].size());
    }
  }
  @IsTest static void nothing() {
    Campaign hidden = new Campaign(Name = 'Hidden');
    insert hidden;
    User nobody = person('Minimum Access - Salesforce');
    System.assertEquals('None', level(nobody.Id, hidden.Id));
    List<String> levels = new List<String>();
    for (UserRecordAccess each : [SELECT MaxAccessLevel FROM UserRecordAccess WHERE UserId = :nobody.Id AND RecordId = :hidden.Id]) {
      levels.add(each.MaxAccessLevel);
    }
    System.assertEquals(new List<String>{ 'None' }, levels);
    System.assertEquals(1, [SELECT COUNT() FROM UserRecordAccess WHERE UserId = :nobody.Id AND RecordId = :hidden.Id]);
    System.assertEquals(0, [SELECT RecordId FROM UserRecordAccess WHERE UserId = :nobody.Id AND RecordId = :hidden.Id AND HasReadAccess = true].size());
  }
  @IsTest static void refusals() {
    for (String soql : new List<String>{ 'SELECT RecordId FROM UserRecordAccess', 'SELECT RecordId FROM UserRecordAccess WHERE RecordId = \\'00Q000000000001AAA\\'' }) {
      try {
        Database.query(soql);
        Assert.fail(soql);
      } catch (QueryException error) {
        System.assert(error.getMessage().contains('UserId'), error.getMessage());
      }
    }
  }
  @IsTest static void permissionSetGroups() {
    PermissionSet right = new PermissionSet(Name = 'Right', Label = 'Right');
    PermissionSetGroup rights = new PermissionSetGroup(DeveloperName = 'Rights', MasterLabel = 'Rights');
    insert new List<SObject>{ right, rights };
    insert new PermissionSetGroupComponent(PermissionSetGroupId = rights.Id, PermissionSetId = right.Id);
    Test.calculatePermissionSetGroup(rights.Id);
    System.assertEquals('Updated', [SELECT Status FROM PermissionSetGroup WHERE Id = :rights.Id].Status);
    Test.calculatePermissionSetGroup(new List<String>{ rights.Id });
    try {
      Test.calculatePermissionSetGroup(right.Id);
      Assert.fail('not a group');
    } catch (Exception error) {
      System.assert(error.getMessage().contains(right.Id), error.getMessage());
    }
  }
}`;

it('a user’s access to records, and permission set groups', () => {
  const project = new TinyProject([APEX]);
  const org = openOrg({ project: project.directory, database: ':memory:' });
  try {
    expect(org.program.diagnostics).toEqual([]);
    const results = runTests(org);
    expect(
      results.filter((result) => !result.passed).map(({ method, message, stackTrace }) => `${method}: ${message} ${stackTrace}`)
    ).toEqual([]);
    expect(results).toHaveLength(4);
  } finally {
    org.close();
    project.remove();
  }
}, 60_000);
