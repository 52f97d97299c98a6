import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApexException, type ApexList, type SObject } from '../../src/values/index.js';
import { seeded, type World } from './world.js';

const used = (world: World): Record<string, number> => {
  const { limits } = world.transaction;
  return { queries: limits.used('Queries'), rows: limits.used('QueryRows'), subqueries: limits.used('AggregateQueries') };
};

describe('governor limits', () => {
  it.each([
    ['SELECT Id FROM Account', { queries: 1, rows: 4, subqueries: 0 }],
    ['SELECT Id, (SELECT Id FROM Contacts) FROM Account', { queries: 1, rows: 7, subqueries: 1 }],
    ['SELECT COUNT(Id) FROM Account', { queries: 1, rows: 1, subqueries: 0 }],
    ['SELECT ParentId, COUNT(Id) FROM Account GROUP BY ParentId', { queries: 1, rows: 2, subqueries: 0 }],
    ['SELECT SUM(Amount__c) FROM Account', { queries: 1, rows: 4, subqueries: 0 }],
    ['SELECT ParentId, MAX(Name) FROM Account GROUP BY ParentId LIMIT 1', { queries: 1, rows: 4, subqueries: 0 }]
  ])('%s', (soql, expected) => {
    const world = seeded();
    world.query(soql);
    expect(used(world)).toEqual(expected);
  });

  it('charges one row for COUNT() and nothing for the platform itself', () => {
    const world = seeded();
    world.run(() => world.queries.count('SELECT COUNT() FROM Account', world.options()));
    world.query('SELECT Id FROM Account', {}, { internal: true });
    expect(used(world)).toEqual({ queries: 1, rows: 1, subqueries: 0 });
  });

  it('stops at the hundred and first query', () => {
    const world = seeded();
    for (let i = 0; i < 100; i++) world.query('SELECT Id FROM Group');
    expect(() => world.query('SELECT Id FROM Group')).toThrow('Too many SOQL queries: 101');
  });
});

describe('access', () => {
  const refused = (world: World, soql: string): ApexException => {
    try {
      world.query(soql);
    } catch (error) {
      return error as ApexException;
    }
    throw new Error('not refused');
  };

  it('hides objects and fields in user mode only', () => {
    const world = seeded();
    world.hidden.add('Account.Rating').add('Contact');
    expect(world.rows("SELECT Rating FROM Account WHERE Name = 'Acme'")).toEqual([{ Rating: 'Hot' }]);
    const field = refused(world, "SELECT Id FROM Account WHERE Rating = 'Hot' WITH USER_MODE");
    expect(field.message).toMatch(/^No such column 'Rating' on entity 'Account'/);
    expect(field.typeName).toBe('System.QueryException');
    expect(field.inaccessibleFields).toEqual(new Map([['Account', ['Rating']]]));
    expect(refused(world, 'SELECT Id FROM Contact WITH USER_MODE').message).toMatch(/^sObject type 'Contact' is not supported/);
    expect(refused(world, 'SELECT Id, (SELECT Id FROM Contacts) FROM Account WITH USER_MODE').message).toMatch(/^sObject type 'Contact'/);
  });

  it('checks only what SECURITY_ENFORCED selects', () => {
    const world = seeded();
    world.hidden.add('Account.Rating');
    expect(world.rows("SELECT Id FROM Account WHERE Rating = 'Hot' WITH SECURITY_ENFORCED")).toEqual([{ Id: 'acme' }]);
    expect(refused(world, 'SELECT Rating FROM Account WITH SECURITY_ENFORCED').message).toBe(
      'Insufficient permissions: secure query included inaccessible field'
    );
  });

  it('filters records by sharing', () => {
    const world = seeded();
    world.filter = { object: 'Contact', sql: (alias) => `${alias}.LastName <> ?`, parameters: ['Cid'] };
    const count = (more: object): number => world.query('SELECT Id FROM Contact', {}, more).items.length;
    expect(count({})).toBe(4);
    expect(count({ enforceSharing: true })).toBe(3);
    expect(count({ accessLevel: 'USER_MODE' })).toBe(3);
    const [acme] = world.query("SELECT (SELECT Id FROM Contacts) FROM Account WHERE Name = 'Acme' WITH USER_MODE").items;
    expect((acme.values.get('Contacts') as ApexList).items).toHaveLength(1);
  });

  it("answers only the running user's records for USING SCOPE mine", () => {
    const world = seeded();
    world.begin();
    expect(world.rows('SELECT Id FROM Account USING SCOPE mine')).toEqual([{ Id: 'acme' }, { Id: 'zürich' }, { Id: 'empty' }]);
  });
});

describe('cursors', () => {
  it('read every record once and in order, whatever the steps', () => {
    const world = seeded();
    for (let i = 0; i < 57; i++) world.insert(`c${i}`, 'Contact', { LastName: `L${(i * 37) % 57}` });
    const soql = "SELECT Id, Name, (SELECT Id FROM Tasks) FROM Contact WHERE Name LIKE 'L%' ORDER BY LastName DESC";
    const all = world.query(soql).items.map((record) => record.id);
    expect(all).toHaveLength(57);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 60 }), (steps) => {
        world.begin();
        world.run(() => {
          const cursor = world.queries.open(soql, world.options());
          const seen: (string | null)[] = [];
          for (const step of steps) seen.push(...(cursor.fetch(seen.length, step).items as SObject[]).map((record) => record.id));
          expect(cursor.size).toBe(57);
          expect(seen).toEqual(all.slice(0, seen.length));
          expect(used(world)).toMatchObject({ queries: 1, rows: seen.length });
        });
      }),
      { numRuns: 30 }
    );
  });
});

describe('search', () => {
  it('finds words in text fields, and in tests only what was fixed', () => {
    const world = seeded();
    const find = (sosl: string, binds = {}): unknown[][] =>
      world.run(() =>
        world.queries
          .search(sosl, world.options(binds))
          .items.map((list) => (list as ApexList<SObject>).items.map((record) => record.values.get('Name')))
      );
    expect(find("FIND 'bro* OR acme' IN ALL FIELDS RETURNING Contact(Id, Name), Account(Name WHERE Employees > 5 LIMIT 3)")).toEqual([
      ['Bob Brown'],
      ['Acme']
    ]);
    expect(find('FIND :term RETURNING Account(Name)', { term: 'zürich' })).toEqual([['ZÜRICH AG']]);
    world.transaction.test = { started: false, stopped: false, calloutMock: null, webServiceMock: null, fixedSearchResults: null };
    expect(find("FIND 'acme' RETURNING Account(Name)")).toEqual([[]]);
    world.transaction.test.fixedSearchResults = [world.ids.get('globex')!];
    expect(find("FIND 'acme' RETURNING Account(Name)")).toEqual([['Globex']]);
  });
});

describe('speed', () => {
  it('reads 45,000 records of six fields in well under two seconds', () => {
    const world = seeded();
    world.store.savepoint('s');
    for (let i = 0; i < 45_000; i++) {
      world.store.run('INSERT INTO Contact (Id, FirstName, LastName, Email, CreatedDate, IsDeleted) VALUES (?, ?, ?, ?, ?, 0)', [
        `003Xx${String(i).padStart(10, '0')}AAA`,
        `First ${i}`,
        `Last ${i}`,
        `p${i}@example.com`,
        1_700_000_000_000 + i
      ]);
    }
    world.store.release('s');
    const started = performance.now();
    const records = world.query('SELECT Id, FirstName, LastName, Email, CreatedDate, AccountId FROM Contact', {}, { internal: true }).items;
    expect(records).toHaveLength(45_004);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
