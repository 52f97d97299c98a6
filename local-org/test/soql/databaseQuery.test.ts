import { describe, expect, it } from 'vitest';
import { allDeclarations } from '../../src/stdlib/all.js';
import { ApexList, ApexMap, raise, Types, type SObject } from '../../src/values/index.js';
import { seeded, type World } from './world.js';

const declarations = allDeclarations();

/** Calls a built-in as compiled code does. */
function call(world: World, header: string, signature: string, ...args: unknown[]): unknown {
  const member = declarations.find((each) => each.header.startsWith(header) && signature in each.members)!.members[signature];
  return world.run(() => (member as (...values: unknown[]) => unknown)(...args));
}

const userMode = (world: World): unknown => {
  const declaration = declarations.find((each) => each.header === 'class AccessLevel')!;
  return world.run(() => (declaration.members['static final AccessLevel USER_MODE'] as { get: () => unknown }).get());
};

const labels = (world: World, list: unknown): unknown[] =>
  (list as ApexList<SObject>).items.map((record) => [...world.ids].find(([, id]) => id === record.id)?.[0]);

describe('Database', () => {
  it("queries with the caller's variables and default access", () => {
    const world = seeded();
    const bind = (name: string): unknown => (name === 'wanted' ? 'Acme' : raise('QueryException', `Variable does not exist: ${name}`));
    world.transaction.caller = { accessLevel: 'SYSTEM_MODE', bind };
    const query = 'static List<SObject> query(String queryString)';
    expect(labels(world, call(world, 'class Database', query, 'SELECT Id FROM Account WHERE Name = :wanted'))).toEqual(['acme']);
    expect(() => call(world, 'class Database', query, 'SELECT Id FROM Account WHERE Name = :other')).toThrow(
      'Variable does not exist: other'
    );
    expect(() => call(world, 'class Database', query, null)).toThrow('Argument cannot be null');
    world.hidden.add('Account');
    world.transaction.caller = { accessLevel: 'USER_MODE', bind };
    expect(() => call(world, 'class Database', query, 'SELECT Id FROM Account')).toThrow(/^sObject type 'Account'/);
  });

  it('binds from a map', () => {
    const world = seeded();
    const map = new ApexMap<string, unknown>(Types.primitive('String'), Types.primitive('Object'));
    map.set('Wanted', new ApexList(Types.primitive('String'), ['Acme', 'Globex']));
    const signature = 'static List<SObject> queryWithBinds(String queryString, Map<String, Object> bindMap, AccessLevel accessLevel)';
    const run = (soql: string): unknown => call(world, 'class Database', signature, soql, map, userMode(world));
    expect(labels(world, run('SELECT Id FROM Account WHERE Name IN :wanted'))).toEqual(['acme', 'globex']);
    expect(() => run('SELECT Id FROM Account WHERE Name IN :none')).toThrow("Key 'none' does not exist in the bindMap");
    const count = 'static Integer countQueryWithBinds(String query, Map<String, Object> bindMap, AccessLevel accessLevel)';
    expect(call(world, 'class Database', count, 'SELECT COUNT() FROM Account WHERE Name IN :wanted', map, null)).toBe(2);
  });

  it('walks a locator and charges its rows there', () => {
    const world = seeded();
    const locator = call(
      world,
      'class Database',
      'static Database.QueryLocator getQueryLocator(String query)',
      'SELECT Id FROM Contact ORDER BY LastName'
    );
    const iterator = call(world, 'class Database.QueryLocator', 'Database.QueryLocatorIterator iterator()', locator) as {
      hasNext$0(): boolean;
      next$0(): SObject;
    };
    const seen: string[] = [];
    world.run(() => {
      while (iterator.hasNext$0()) seen.push(iterator.next$0().id!);
    });
    expect(seen).toHaveLength(4);
    expect(world.transaction.limits.used('QueryLocatorRows')).toBe(4);
    expect(world.transaction.limits.used('QueryRows')).toBe(0);
  });

  it('fetches from cursors in any order', () => {
    const world = seeded();
    const cursor = call(
      world,
      'class Database',
      'static Database.Cursor getCursor(String query)',
      'SELECT Id FROM Contact ORDER BY LastName'
    );
    expect(call(world, 'class Database.Cursor', 'Integer getNumRecords()', cursor)).toBe(4);
    const fetch = (position: number, count: number): unknown[] =>
      labels(world, call(world, 'class Database.Cursor', 'List<SObject> fetch(Integer position, Integer count)', cursor, position, count));
    expect(fetch(2, 2)).toEqual(['dee', 'eve']);
    expect(fetch(0, 1)).toEqual(['bob']);
    expect(world.transaction.limits.used('Queries')).toBe(3);
    expect(world.transaction.limits.used('QueryRows')).toBe(3);
  });

  it('fills pages over deleted records', () => {
    const world = seeded();
    const cursor = call(
      world,
      'class Database',
      'static Database.PaginationCursor getPaginationCursor(String query)',
      'SELECT Id FROM Contact ORDER BY LastName'
    );
    world.store.run('UPDATE Contact SET IsDeleted = 1 WHERE Id = ?', [world.ids.get('cid')!]);
    const page = call(
      world,
      'class Database.PaginationCursor',
      'Database.CursorFetchResult fetchPage(Integer start, Integer pageSize)',
      cursor,
      0,
      2
    );
    const of = (signature: string): unknown => call(world, 'class Database.CursorFetchResult', signature, page);
    expect(labels(world, of('List<SObject> getRecords()'))).toEqual(['bob', 'dee']);
    expect([of('Integer getNextIndex()'), of('Integer getNumDeletedRecords()'), of('Boolean isDone()')]).toEqual([3, 1, false]);
  });
});
