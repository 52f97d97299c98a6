import { beforeEach, describe, expect, it } from 'vitest';
import { ApexDate, ApexDatetime, ApexDecimal, ApexList, ApexSet, Types } from '../../src/values/index.js';
import { seeded } from './world.js';

const text = Types.primitive('String');
const id = Types.primitive('Id');
const world = seeded();
beforeEach(() => world.begin());
const list = (...items: unknown[]): ApexList => new ApexList(text, items);
const set = (...items: unknown[]): ApexSet => {
  const all = new ApexSet(id);
  for (const item of items) all.add(item);
  return all;
};
const named = (names: string): unknown[] => (names === '' ? [] : names.split(' ')).map((Id) => ({ Id }));

/** WHERE clause of a query on Account → the records found, in order. */
const FILTERS: [number, string, string, Record<string, unknown>?][] = [
  [1, "Name = 'aCmE'", 'acme'],
  [2, "Name != 'acme'", 'globex zürich empty'],
  [3, 'Name = null', 'empty'],
  [4, "Name = ''", 'empty'],
  [5, 'Name != null', 'acme globex zürich'],
  [6, "Name = 'zürich ag'", 'zürich'],
  [7, "Name LIKE '%RICH%'", 'zürich'],
  [8, "Name LIKE 'zü_ich%'", 'zürich'],
  [9, "(NOT Name LIKE 'A%')", 'globex zürich empty'],
  [10, "Name < 'b'", 'acme'],
  [11, 'Amount__c > 99.5', 'acme globex'],
  [12, 'NOT(Amount__c > 100)', 'acme zürich empty'],
  [13, 'Amount__c < null', ''],
  [14, "Name IN ('Acme', 'GLOBEX')", 'acme globex'],
  [15, "Name NOT IN ('Acme', 'GLOBEX')", 'zürich empty'],
  [16, "Name IN ('Acme', null)", 'acme empty'],
  [17, "Name NOT IN ('Acme', null)", 'globex zürich'],
  [18, 'Name IN :names', 'acme zürich', { names: list('ACME', 'zürich AG') }],
  [19, 'Name IN :names', '', { names: list() }],
  [20, 'Name NOT IN :names', 'acme globex zürich empty', { names: list() }],
  [21, 'Id IN :ids', 'acme', { ids: set(world.ids.get('acme')!.slice(0, 15)) }],
  [22, 'Id = :one', 'acme', { one: world.query('SELECT Id FROM Account LIMIT 1').items[0] }],
  [23, 'ParentId = :one AND Amount__c = :amount', 'globex', { one: world.ids.get('acme'), amount: ApexDecimal.parse('250.50') }],
  [24, "Parent.Name = 'Acme'", 'globex zürich'],
  [25, 'Parent.Name = null', 'acme empty'],
  [26, "Parent.Owner.Name = 'ada admin'", 'globex zürich'],
  [27, "Owner.Name = 'Queue'", 'globex'],
  [28, "Owner.Type = 'User'", 'acme zürich empty'],
  [29, 'Active__c = true', 'acme'],
  [30, 'Active__c = false', 'globex zürich empty'],
  [31, 'Active__c != true', 'globex zürich empty'],
  [32, "Tags__c INCLUDES ('a', 'c')", 'acme globex'],
  [33, "Tags__c INCLUDES ('a;b')", 'acme'],
  [34, "Tags__c EXCLUDES ('a')", 'globex zürich empty'],
  [35, 'Founded__c = 2020-02-29', 'acme'],
  [36, 'Founded__c = YESTERDAY', 'globex'],
  [37, 'Founded__c != YESTERDAY', 'acme zürich empty'],
  [38, 'Founded__c < LAST_N_YEARS:3', 'acme'],
  // 03:00 UTC is the evening before in New York.
  [39, 'CreatedDate = TODAY', 'globex'],
  [40, 'CreatedDate = YESTERDAY', 'acme'],
  [41, 'CreatedDate = LAST_YEAR', 'zürich empty'],
  [42, 'CreatedDate = LAST_N_DAYS:1', 'acme globex'],
  [43, 'CreatedDate > 2026-05-13T04:00:00Z', 'globex'],
  [44, 'CreatedDate > 2026-05-13T00:00:00-04:00', 'globex'],
  [45, 'CreatedDate >= :when', 'acme globex', { when: new ApexDatetime(Date.UTC(2026, 4, 13, 3)) }],
  [46, 'Founded__c >= :when', 'globex', { when: ApexDate.of(2021, 1, 1) }],
  [47, 'CreatedDate IN (TODAY, YESTERDAY)', 'acme globex'],
  [48, 'Id IN (SELECT AccountId FROM Contact)', 'acme globex'],
  [49, "Id IN (SELECT AccountId FROM Contact WHERE FirstName = 'Dee')", 'globex'],
  [50, 'Id NOT IN (SELECT AccountId FROM Contact)', 'zürich empty'],
  [51, 'CALENDAR_YEAR(CreatedDate) = 2025', 'zürich'],
  [52, 'CALENDAR_YEAR(convertTimezone(CreatedDate)) = 2025', 'zürich empty'],
  [53, 'DAY_ONLY(CreatedDate) = 2026-05-13', 'acme globex'],
  [54, "(Name = 'Acme' AND Employees = 10) OR (Employees > 15 AND NOT Name = 'x')", 'acme globex'],
  [55, "DISTANCE(Place__c, GEOLOCATION(37.8, -122.4), 'mi') < 20", 'acme'],
  [56, 'Employees IN (10, 20, 30)', 'acme globex'],
  [57, "a.Name = 'Acme'", 'acme'],
  [58, "Account.Name = 'Acme'", 'acme'],
  [59, "Rating = 'hot' ORDER BY Name LIMIT 1", 'acme'],
  [60, 'Name LIKE :patterns', 'acme globex', { patterns: list('ac%', '%bex') }],
  [61, 'CreatedDate >= 2026-05-13T05:00:00.000+0000', 'globex'],
  [62, 'Founded__c = THIS_WEEK', 'globex'],
  [63, "Name = 'gone' ALL ROWS", 'gone']
];

describe('filters', () => {
  it.each(FILTERS)('%i: WHERE %s', (_number, where, names, binds = {}) => {
    expect(world.rows(`SELECT Id FROM Account a WHERE ${where}`, binds)).toEqual(named(names));
  });
});

const QUERIES: [number, string, unknown[]][] = [
  [
    1,
    "SELECT Name, Amount__c, Employees, Founded__c FROM Account WHERE Name = 'acme'",
    [{ Name: 'Acme', Amount__c: '100.00', Employees: 10, Founded__c: '2020-02-29' }]
  ],
  [2, 'SELECT Name FROM Contact ORDER BY Name', [{ Name: 'Bob Brown' }, { Name: 'Cid' }, { Name: 'Dee Dow' }, { Name: 'Eve Else' }]],
  [
    3,
    'SELECT LastName, Account.Name, Account.Owner.Name FROM Contact ORDER BY Account.Name NULLS LAST, LastName DESC LIMIT 3',
    [
      { LastName: 'Cid', Account: { Name: 'Acme', Owner: { Name: 'Ada Admin' } } },
      { LastName: 'Brown', Account: { Name: 'Acme', Owner: { Name: 'Ada Admin' } } },
      { LastName: 'Dow', Account: { Name: 'Globex', Owner: { Name: 'Queue' } } }
    ]
  ],
  [4, "SELECT LastName, Account.Name FROM Contact WHERE LastName = 'else'", [{ LastName: 'Else', Account: null }]],
  [
    5,
    'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC LIMIT 1) FROM Account WHERE Employees != null',
    [
      { Name: 'Acme', Contacts: [{ LastName: 'Cid' }] },
      { Name: 'Globex', Contacts: [{ LastName: 'Dow' }] }
    ]
  ],
  [
    6,
    "SELECT Name, (SELECT Name, (SELECT LastName FROM Contacts) FROM ChildAccounts) FROM Account WHERE Name = 'Acme'",
    [
      {
        Name: 'Acme',
        ChildAccounts: [
          { Name: 'Globex', Contacts: [{ LastName: 'Dow' }] },
          { Name: 'ZÜRICH AG', Contacts: [] }
        ]
      }
    ]
  ],
  [
    7,
    'SELECT Subject, Who.Name, Who.Type, What.Name FROM Task',
    [
      { Subject: 'Call', Who: { Name: 'Bob Brown', Type: 'Contact' }, What: { Name: 'Acme' } },
      { Subject: 'Mail', Who: { Name: 'Lea Long', Type: 'Lead' }, What: { Name: 'Queue' } },
      { Subject: '100% _sure\\', Who: null, What: null }
    ]
  ],
  [
    8,
    'SELECT Subject, TYPEOF Who WHEN Lead THEN Company, LastName ELSE Email END FROM Task WHERE WhoId != null',
    [
      { Subject: 'Call', Who: { Email: 'bob@acme.com' } },
      { Subject: 'Mail', Who: { Company: 'Leads Ltd', LastName: 'Long' } }
    ]
  ],
  [9, 'SELECT Rating FROM Account ORDER BY Rating', [{ Rating: null }, { Rating: 'Warm' }, { Rating: 'Hot' }, { Rating: 'Cold' }]],
  [10, 'SELECT Rating FROM Account ORDER BY Rating DESC NULLS FIRST LIMIT 2 OFFSET 1', [{ Rating: 'Cold' }, { Rating: 'Hot' }]],
  [11, "SELECT toLabel(Rating) FROM Account WHERE Rating = 'Hot'", [{ Rating: 'Scorching' }]],
  [
    12,
    "SELECT toLabel(Rating) shown, FORMAT(Amount__c) money, FORMAT(CreatedDate) made FROM Account WHERE Name = 'Acme'",
    [{ shown: 'Scorching', money: '$100.00', made: '5/12/2026, 11:00 PM' }]
  ],
  [
    13,
    'SELECT COUNT(Id), COUNT(Name) named, SUM(Amount__c), AVG(Employees) a, MIN(Name) lo, MAX(CreatedDate) hi, COUNT_DISTINCT(ParentId) p FROM Account',
    [{ expr0: 4, named: 3, expr1: '350.50', a: '15', lo: 'Acme', hi: '2026-05-13 05:00:00', p: 1 }]
  ],
  [
    14,
    'SELECT ParentId, COUNT(Id) FROM Account GROUP BY ParentId ORDER BY COUNT(Id) DESC, ParentId',
    [
      { ParentId: null, expr0: 2 },
      { ParentId: 'acme', expr0: 2 }
    ]
  ],
  [15, 'SELECT Account.Name, COUNT(Id) n FROM Contact GROUP BY Account.Name HAVING COUNT(Id) > 1', [{ Name: 'Acme', n: 2 }]],
  [
    16,
    'SELECT CALENDAR_YEAR(CreatedDate) y, COUNT(Id) n FROM Account GROUP BY CALENDAR_YEAR(CreatedDate) ORDER BY CALENDAR_YEAR(CreatedDate) DESC',
    [
      { y: 2026, n: 3 },
      { y: 2025, n: 1 }
    ]
  ],
  [
    17,
    'SELECT Active__c, Rating, COUNT(Id) n, GROUPING(Rating) g FROM Account WHERE Rating != null GROUP BY ROLLUP(Active__c, Rating) ORDER BY GROUPING(Active__c), GROUPING(Rating), Rating',
    [
      { Active__c: false, Rating: 'Warm', n: 1, g: 0 },
      { Active__c: true, Rating: 'Hot', n: 1, g: 0 },
      { Active__c: false, Rating: 'Cold', n: 1, g: 0 },
      { Active__c: false, Rating: null, n: 2, g: 1 },
      { Active__c: true, Rating: null, n: 1, g: 1 },
      { Active__c: null, Rating: null, n: 3, g: 1 }
    ]
  ],
  [18, 'SELECT Name n FROM Account GROUP BY Name ORDER BY Name DESC LIMIT 2', [{ n: 'ZÜRICH AG' }, { n: 'Globex' }]],
  [19, "SELECT Id FROM Task WHERE Subject LIKE '100\\% \\_sure%'", [{ Id: 'note' }]],
  [20, "SELECT Id FROM Task WHERE Subject LIKE '1\\_%'", []],
  [21, 'SELECT FIELDS(STANDARD) FROM Group', [{ Name: 'Queue' }]],
  [22, "SELECT c.LastName, a.Name FROM Contact c, c.Account a WHERE a.Name = 'Globex'", [{ LastName: 'Dow', Account: { Name: 'Globex' } }]],
  [
    23,
    'SELECT DAY_ONLY(CreatedDate) d, COUNT(Id) FROM Account GROUP BY DAY_ONLY(CreatedDate) ORDER BY DAY_ONLY(CreatedDate) DESC LIMIT 1',
    [{ d: '2026-05-13', expr0: 2 }]
  ],
  [24, 'SELECT Id FROM Account USING SCOPE everything WHERE Employees = 10 FOR UPDATE', [{ Id: 'acme' }]],
  [25, "SELECT COUNT(Id) n FROM Account WHERE Name = 'nobody'", [{ n: 0 }]]
];

describe('queries', () => {
  it.each(QUERIES)('%i: %s', (_number, soql, rows) => {
    expect(world.rows(soql)).toEqual(rows);
  });

  it('counts', () => {
    expect(world.run(() => world.queries.count("SELECT COUNT() FROM Account WHERE Name != 'Acme'", world.options()))).toBe(3);
    expect(world.run(() => world.queries.count('SELECT count() FROM Account LIMIT 2', world.options()))).toBe(2);
    expect(world.queries.isCount('select Count() from Account')).toBe(true);
    expect(world.queries.isCount('SELECT COUNT(Id) FROM Account')).toBe(false);
  });

  it('keeps the order of the SELECT list and always has the id', () => {
    const [record] = world.query("SELECT Rating, Name FROM Account WHERE Name = 'Acme'").items;
    expect([...record.values.keys()]).toEqual(['Rating', 'Name', 'Id']);
    expect(record.queried).toBe(true);
  });

  it('takes LIMIT and OFFSET from binds', () => {
    expect(world.rows('SELECT Id FROM Contact LIMIT :a OFFSET :b', { a: 1, b: 2 })).toEqual(named('dee'));
  });
});

const ERRORS: [string, string][] = [
  [
    'SELECT Foo FROM Account',
    "No such column 'Foo' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
  ],
  [
    'SELECT Id FROM Foo',
    "sObject type 'Foo' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
  ],
  ['SELECT Foo.Name FROM Account', "Didn't understand relationship 'Foo' in field path."],
  ['SELECT (SELECT Id FROM Foos) FROM Account', "Didn't understand relationship 'Foos' in FROM part of query call."],
  ["SELECT Id FROM Account WHERE Name = 'a' AND Rating = 'b' OR Name = 'c'", "unexpected token: 'OR'"],
  ['SELECT Id, FROM Account', "unexpected token: 'FROM'"],
  [
    "SELECT Id FROM Account WHERE Amount__c = '5'",
    "value of filter criterion for field 'Amount__c' must be of type double and should not be enclosed in quotes"
  ],
  [
    'SELECT Id FROM Account WHERE Name = 5',
    "value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes"
  ],
  [
    'SELECT Id FROM Account WHERE CreatedDate = 2020-01-01',
    "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes"
  ],
  ["SELECT Id FROM Account WHERE Id = 'x'", 'invalid ID field: x'],
  ["SELECT Id FROM Account WHERE Description = 'x'", "field 'Description' can not be filtered in a query call"],
  ['SELECT Name, COUNT(Id) FROM Account', 'Field must be grouped or aggregated: Name'],
  ['SELECT Name, Id, Name FROM Account', 'duplicate field selected: Name'],
  ['SELECT Id FROM Account LIMIT 1 OFFSET 2001', 'Maximum SOQL offset allowed for apiName Account is 2000'],
  ['SELECT CreatedDate FROM Account GROUP BY CreatedDate', "field 'CreatedDate' can not be grouped in a query call"],
  ['SELECT Amount__c FROM Account GROUP BY Amount__c', "field 'Amount__c' can not be grouped in a query call"],
  ['SELECT Place__Latitude__s FROM Account GROUP BY Place__Latitude__s', "field 'Place__Latitude__s' can not be grouped in a query call"],
  ['SELECT Description FROM Account GROUP BY Description', "field 'Description' can not be grouped in a query call"],
  ['SELECT Tags__c FROM Account GROUP BY Tags__c', "field 'Tags__c' can not be grouped in a query call"],
  ['SELECT Number__c FROM Account GROUP BY Number__c', "field 'Number__c' can not be grouped in a query call"],
  ['SELECT Account.Amount__c, COUNT(Id) FROM Contact GROUP BY Account.Amount__c', "field 'Amount__c' can not be grouped in a query call"],
  ['SELECT MAX(Active__c) FROM Account', 'field Active__c does not support aggregate operator MAX'],
  ['SELECT COUNT(Active__c) FROM Account', 'field Active__c does not support aggregate operator COUNT'],
  ['SELECT COUNT(Description) FROM Account', 'field Description does not support aggregate operator COUNT'],
  ['SELECT COUNT_DISTINCT(Tags__c) FROM Account', 'field Tags__c does not support aggregate operator COUNT_DISTINCT'],
  ['SELECT SUM(Name) FROM Account', 'field Name does not support aggregate operator SUM'],
  ['SELECT Name, COUNT(Name) FROM Account GROUP BY Name', 'Grouped field should not be aggregated: Name'],
  ['SELECT Name FROM Account GROUP BY Name, Name', 'duplicate grouping expression: Name'],
  ['SELECT Name FROM Account GROUP BY CUBE(Name, Rating, Active__c, Employees)', 'GROUP BY CUBE takes three fields at most'],
  ['SELECT COUNT(Id) FROM Account LIMIT 1', 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT'],
  ['SELECT MAX(Name) FROM Account LIMIT :a', 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT'],
  ['SELECT COUNT(Id) FROM Account OFFSET 1', 'Non-grouped query that uses overall aggregate functions cannot also use OFFSET'],
  ['SELECT Name FROM Account GROUP BY Name HAVING Rating != null', 'Field must be grouped or aggregated: Rating'],
  ['SELECT Id FROM Account ORDER BY Description', "field 'Description' can not be sorted in a query call"],
  ['SELECT Id FROM Account ORDER BY Tags__c', "field 'Tags__c' can not be sorted in a query call"],
  ['SELECT Id FROM Account ORDER BY Name FOR UPDATE', 'Explicit ORDER BY not allowed when locking rows (Id order is implied)'],
  ['SELECT Id FROM Account LIMIT 5 OFFSET 1 FOR UPDATE', 'FOR UPDATE cannot be used in conjunction with the OFFSET clause'],
  ['SELECT COUNT(Id) FROM Account FOR UPDATE', 'FOR UPDATE cannot be used with aggregate functions or GROUP BY'],
  ['SELECT Id FROM Account FOR UPDATE ALL ROWS', 'ALL ROWS cannot be used with FOR UPDATE'],
  ['SELECT Id, (SELECT Id FROM Contacts OFFSET 1) FROM Account', 'OFFSET can be used in a sub-query only if its parent query has LIMIT 1'],
  [
    'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Contact) AND Id NOT IN (SELECT AccountId FROM Contact)',
    'Maximum 2 semi join sub-selects are allowed'
  ],
  [
    "SELECT Id FROM Account WHERE Name = 'x' OR Id IN (SELECT AccountId FROM Contact)",
    "Semi join sub-selects are not allowed with the 'OR' operator"
  ],
  [
    "SELECT Id FROM Account WHERE Name = 'x' AND (Name = 'y' OR Id IN (SELECT AccountId FROM Contact))",
    'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.'
  ],
  [
    'SELECT Id FROM Account WHERE (NOT Id IN (SELECT AccountId FROM Contact))',
    'Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.'
  ],
  [
    'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE OwnerId IN (SELECT Id FROM User))',
    'Nesting of semi join sub-selects is not supported'
  ],
  [
    'SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)',
    'The inner and outer selects should not be on the same object type'
  ],
  ['SELECT Id FROM Account WHERE Id IN (SELECT WhatId FROM Task)', "Entity 'Task' is not supported for semi join inner selects"],
  ['SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact LIMIT 1)', "missing value at 'LIMIT'"],
  ['SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact ORDER BY Name)', "missing value at 'ORDER'"],
  ['SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact GROUP BY AccountId)', "missing value at 'GROUP'"],
  [
    'SELECT Name FROM Account GROUP BY Name HAVING Name IN (SELECT AccountId FROM Contact)',
    'Semi-joins are only supported in WHERE clauses'
  ],
  ['SELECT FIELDS(ALL) FROM Account', 'The SOQL FIELDS function must have a LIMIT of at most 200'],
  [
    'SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account',
    'SOQL statements cannot query parent relationships more than 5 levels away from the root entity object.'
  ]
];

describe('errors', () => {
  it.each(ERRORS)('%s', (soql, message) => {
    expect(() => world.query(soql)).toThrow(message);
    const found = world.queries.validate(soql);
    expect(found?.message).toContain(message);
  });

  it('a statement is too long', () => {
    const text = `SELECT Id FROM Account WHERE Name = '${'x'.repeat(100_000)}'`;
    expect(() => world.query(text)).toThrow('SOQL statements cannot be longer than 100000 characters.');
  });

  it('points at what is wrong and accepts what is right', () => {
    expect(world.queries.validate('SELECT Id, Foo FROM Account')?.column).toBe(12);
    for (const [, soql] of QUERIES) expect(world.queries.validate(soql)).toBeNull();
    for (const [, where] of FILTERS) expect(world.queries.validate(`SELECT Id FROM Account a WHERE ${where}`)).toBeNull();
  });
});
