import { describe } from 'vitest';
import { cases } from './rows.js';

describe('records', () => {
  cases([
    {
      name: 'fields',
      apex: "Account a = new Account(name = 'Acme'); a.NUMBEROFEMPLOYEES = 5; a.NumberOfEmployees += 2; System.debug(a.Name + a.NumberOfEmployees);",
      log: ['Acme7']
    },
    { name: 'unset field is null', apex: 'System.debug(new Account().Name);', log: ['null'] },
    { name: 'unset checkbox is false', apex: 'System.debug(new Account().Active__c);', log: ['false'] },
    {
      name: 'Integer into a currency',
      apex: 'Account a = new Account(AnnualRevenue = 5); System.debug(a.AnnualRevenue + 0.5);',
      log: ['5.5']
    },
    { name: 'parent', apex: "Contact c = new Contact(Account = new Account(Name = 'Acme')); System.debug(c.Account.Name);", log: ['Acme'] },
    { name: 'null parent reads as null', apex: 'System.debug(new Contact().Account.Parent.Name);', log: ['null'] },
    {
      name: 'null parent can not be written',
      apex: "Contact c = new Contact(); c.Account.Name = 'x';",
      thrown: 'System.NullPointerException: Attempt to de-reference a null object'
    },
    {
      name: 'null record',
      apex: 'Account a; System.debug(a.Name);',
      thrown: 'System.NullPointerException: Attempt to de-reference a null object'
    },
    { name: 'generic record', apex: "SObject s = new Account(); s.put('Name', 'x'); System.debug(s.get('name'));", log: ['x'] },
    {
      name: 'tokens',
      apex: 'System.debug(Account.SObjectType); System.debug(Account.Name); System.debug(Schema.Account.SObjectType == Account.sObjectType);',
      log: ['Account', 'Name', 'true']
    },
    {
      name: 'describe',
      apex: 'System.debug(Schema.SObjectType.Account.getName()); System.debug(Account.Name.getDescribe().getName()); System.debug(SObjectType.Account.fields.Name.getName());',
      log: ['Account', 'Name', 'Name']
    },
    {
      name: 'token beside a variable of its name',
      apex: "Account account = new Account(Name = 'v'); System.debug(account.Name); System.debug(Account.SObjectType);",
      log: ['v', 'Account']
    },
    {
      name: 'clone',
      apex: "Account a = new Account(Name = 'x'); Account b = a.clone(); b.Name = 'y'; System.debug(a.Name + b.Name);",
      log: ['xy']
    },
    {
      name: 'element of a list',
      apex: "List<Account> l = new List<Account>{ new Account() }; l[0].Name = 'z'; System.debug(l[0].Name);",
      log: ['z']
    },
    {
      name: 'list of records as any list',
      apex: "List<SObject> l = new List<SObject>{ new Account(Name = 'q') }; Account a = (Account) l[0]; System.debug(a.Name);",
      log: ['q']
    },
    {
      name: 'loop over generic records',
      apex: "List<SObject> l = new List<SObject>{ new Account(Name = 'q') }; for (Account a : l) { System.debug(a.Name); }",
      log: ['q']
    }
  ]);
});

describe('collections', () => {
  cases([
    { name: 'elements', apex: 'List<Integer> l = new List<Integer>{1, 2}; l[0] = 5; l[1] += 3; l[0]++; System.debug(l);', log: ['(6, 5)'] },
    {
      name: 'arrays',
      apex: "Integer[] a = new Integer[2]; a[1] = 3; System.debug(a); String[] s = new String[]{'x'}; System.debug(s.size());",
      log: ['(null, 3)', '1']
    },
    { name: 'literal widens', apex: 'List<Decimal> l = new List<Decimal>{1, 2.5}; System.debug(l);', log: ['(1, 2.5)'] },
    {
      name: 'map',
      apex: "Map<String, List<Integer>> m = new Map<String, List<Integer>>(); m.put('a', new List<Integer>()); m.get('a').add(1); System.debug(m);",
      log: ['{a=(1)}']
    },
    {
      name: 'map literal',
      apex: "Map<Integer, String> m = new Map<Integer, String>{1 => 'a', 2 => 'b'}; System.debug(m.get(2));",
      log: ['b']
    },
    {
      name: 'copy',
      apex: 'List<Integer> a = new List<Integer>{2, 1, 2}; System.debug(new Set<Integer>(a).size()); System.debug(new List<Integer>(new Set<Integer>(a)));',
      log: ['2', '(2, 1)']
    },
    {
      name: 'map of records',
      apex: "Account a = new Account(Id = '001000000000001', Name = 'x'); Map<Id, Account> m = new Map<Id, Account>(new List<Account>{a}); System.debug(m.get('001000000000001AAA').Name);",
      log: ['x']
    },
    {
      name: 'nested index',
      apex: 'List<List<Integer>> l = new List<List<Integer>>{ new List<Integer>{1, 2} }; System.debug(l[0][1]);',
      log: ['2']
    },
    { name: 'wrong element', apex: "List<Integer> l = new List<Integer>{'a'};", error: 'Illegal assignment from String to Integer' },
    {
      name: 'list of ids from strings',
      apex: "List<Id> l = new List<Id>{'001000000000001'}; System.debug(l[0]);",
      log: ['001000000000001AAA']
    }
  ]);
});

describe('queries and DML', () => {
  const two = "insert new List<Account>{ new Account(Name = 'a', NumberOfEmployees = 1), new Account(Name = 'b', NumberOfEmployees = 2) };";
  cases([
    {
      name: 'list',
      apex: `${two} List<Account> l = [SELECT Name FROM Account ORDER BY Name]; System.debug(l.size() + l[1].Name);`,
      log: ['2b']
    },
    { name: 'one record', apex: `${two} Account a = [SELECT Name FROM Account WHERE Name = 'a']; System.debug(a.Name);`, log: ['a'] },
    {
      name: 'no row',
      apex: "Account a = [SELECT Name FROM Account WHERE Name = 'zz'];",
      thrown: 'System.QueryException: List has no rows for assignment to SObject'
    },
    {
      name: 'two rows',
      apex: `${two} Account a = [SELECT Name FROM Account];`,
      thrown: 'System.QueryException: List has more than 1 row for assignment to SObject'
    },
    { name: 'count', apex: `${two} Integer n = [SELECT COUNT() FROM Account]; System.debug(n);`, log: ['2'] },
    {
      name: 'aggregate',
      apex: `${two} for (AggregateResult r : [SELECT SUM(NumberOfEmployees) total FROM Account]) { System.debug(r.get('total')); }`,
      log: ['3']
    },
    {
      name: 'field of the row',
      apex: `${two} System.debug([SELECT Name FROM Account WHERE Name = 'b'].Name); System.debug([SELECT Name FROM Account ORDER BY Name][1].Name); System.debug([SELECT Id FROM Account].size());`,
      log: ['b', 'b', '2']
    },
    {
      name: 'binds',
      apex: `${two} String n = 'b'; List<String> all = new List<String>{'a', 'x'}; System.debug([SELECT Id FROM Account WHERE Name = :n].size() + [SELECT Id FROM Account WHERE Name IN :all OR NumberOfEmployees = :(1 + 1)].size());`,
      log: ['3']
    },
    {
      name: 'field that was not queried',
      apex: `${two} Account a = [SELECT Id FROM Account LIMIT 1]; System.debug(a.Name);`,
      thrown: 'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Name'
    },
    { name: 'loop', apex: `${two} for (Account a : [SELECT Name FROM Account ORDER BY Name]) { System.debug(a.Name); }`, log: ['a', 'b'] },
    {
      name: 'loop in chunks',
      apex: "List<Account> l = new List<Account>(); for (Integer i = 0; i < 250; i++) { l.add(new Account(Name = 'n' + i)); } insert l; for (List<Account> chunk : [SELECT Id FROM Account]) { System.debug(chunk.size()); }",
      log: ['200', '50']
    },
    { name: 'safe navigation of no row', apex: "System.debug([SELECT Name FROM Account WHERE Name = 'zz']?.Name);", log: ['null'] },
    {
      name: 'coalesce of no row',
      apex: "Account a = [SELECT Name FROM Account WHERE Name = 'zz'] ?? new Account(Name = 'new'); System.debug(a.Name);",
      log: ['new']
    },
    {
      name: 'insert sets ids',
      apex: "Account a = new Account(Name = 'x'); insert a; System.debug(a.Id != null); a.Name = 'y'; update a; System.debug([SELECT Name FROM Account WHERE Id = :a.Id].Name); delete a; System.debug([SELECT COUNT() FROM Account]);",
      log: ['true', 'y', '0']
    },
    {
      name: 'dynamic query with binds',
      apex: `${two} String wanted = 'b'; List<Account> l = Database.query('SELECT Name FROM Account WHERE Name = :wanted'); System.debug(l[0].Name); Account one = Database.query('SELECT Id, Name FROM Account WHERE Name = :wanted'); System.debug(one.Name);`,
      log: ['b', 'b']
    },
    {
      name: 'dynamic query sees fields',
      apex: `${two} System.debug(new Finder().find());`,
      log: ['1'],
      classes: [
        "public class Finder { String wanted = 'a'; public Integer find() { return Database.query('SELECT Id FROM Account WHERE Name = :wanted').size(); } }"
      ]
    },
    {
      name: 'dynamic query without the variable',
      apex: "Database.query('SELECT Id FROM Account WHERE Name = :nobody');",
      thrown: 'System.QueryException: Variable does not exist: nobody'
    },
    {
      name: 'children',
      apex: "Account a = new Account(Name = 'x'); insert a; insert new Contact(LastName = 'l', AccountId = a.Id); for (Account each : [SELECT Id, (SELECT LastName FROM Contacts) FROM Account]) { System.debug(each.Contacts.size() + each.Contacts[0].LastName); }",
      log: ['1l']
    },
    {
      name: 'parent path',
      apex: "Account a = new Account(Name = 'x'); insert a; insert new Contact(LastName = 'l', AccountId = a.Id); Contact c = [SELECT Account.Name FROM Contact]; System.debug(c.Account.Name);",
      log: ['x']
    },
    {
      name: 'trigger',
      apex: "insert new Account(Name = 'x'); System.debug([SELECT Description FROM Account].Description);",
      log: ['true false 1 BEFORE_INSERT', 'from trigger'],
      classes: [
        "trigger AccountTrigger on Account (before insert) { System.debug(Trigger.isBefore + ' ' + Trigger.isUpdate + ' ' + Trigger.size + ' ' + Trigger.operationType); for (Account a : Trigger.new) { a.Description = 'from trigger'; } }"
      ]
    },
    {
      name: 'addError',
      apex: "try { insert new Account(Name = 'bad'); } catch (DmlException e) { System.debug(e.getDmlMessage(0)); System.debug(e.getDmlFieldNames(0)); }",
      log: ['no bad names', '(Name)'],
      classes: [
        "trigger AccountTrigger on Account (before insert) { for (Account a : Trigger.new) { if (a.Name == 'bad') { a.Name.addError('no bad names'); } } }"
      ]
    },
    {
      name: 'trigger maps',
      apex: "Account a = new Account(Name = 'x'); insert a; a.Name = 'y'; update a;",
      log: ['x to y'],
      classes: [
        "trigger AccountTrigger on Account (after update) { for (Id key : Trigger.newMap.keySet()) { System.debug(Trigger.oldMap.get(key).Name + ' to ' + Trigger.newMap.get(key).Name); } }"
      ]
    },
    { name: 'no trigger is running', apex: 'System.debug(Trigger.isExecuting); System.debug(Trigger.new);', log: ['false', 'null'] }
  ]);
});
