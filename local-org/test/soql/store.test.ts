import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, StoreError } from '../../src/store/index.js';
import { makeId } from '../../src/store/ids.js';
import { toId } from '../../src/values/index.js';
import { field, object } from './fixture.js';

const clock = { now: () => Date.UTC(2026, 0, 15) };
const thing = object('Thing__c', 'a01', [
  field('Name', 'string'),
  field('Code__c', 'string', { unique: true }),
  field('Amount__c', 'double')
]);

describe('store', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-test-'));
    path = join(folder, 'org.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const code = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      expect(error).toBeInstanceOf(StoreError);
      expect((error as Error).message).not.toContain('\n');
      return (error as StoreError).code;
    }
    return 'none';
  };

  it('keeps rows and id counters over a restart', () => {
    const first = openStore(path, clock);
    first.ensure(thing);
    const id = first.newId(thing);
    first.run('INSERT INTO Thing__c (Id, Name) VALUES (?, ?)', [id, 'one']);
    first.close();
    const second = openStore(path, clock);
    second.ensure(thing);
    expect(second.rows('SELECT Id, Name FROM Thing__c')).toEqual([[id, 'one']]);
    expect(second.newId(thing) > id).toBe(true);
    second.close();
  });

  it('adds columns that the schema has gained', () => {
    const store = openStore(path, clock);
    store.ensure(thing);
    store.run('INSERT INTO Thing__c (Id) VALUES (?)', [store.newId(thing)]);
    store.ensure(object('Thing__c', 'a01', [...thing.fields.values(), field('New__c', 'boolean')]));
    expect(store.rows('SELECT New__c FROM Thing__c')).toEqual([[null]]);
    store.close();
  });

  it('says what is wrong with a file', () => {
    writeFileSync(path, 'this is no database, only some text that is longer than a header '.repeat(20));
    expect(code(() => openStore(path, clock))).toBe('CORRUPT');
    rmSync(path);
    const store = openStore(path, clock);
    store.ensure(thing);
    for (let i = 0; i < 500; i++) store.run('INSERT INTO Thing__c (Id, Name) VALUES (?, ?)', [store.newId(thing), 'x'.repeat(200)]);
    expect(code(() => openStore(path, clock))).toBe('LOCKED');
    store.close();
    truncateSync(path, 20_000);
    expect(code(() => openStore(path, clock))).toBe('CORRUPT');
  });

  it('refuses a newer layout', () => {
    const store = openStore(path, clock);
    store.run('PRAGMA user_version = 99');
    store.close();
    expect(code(() => openStore(path, clock))).toBe('NEWER');
  });

  it('takes over what a dead process left', () => {
    writeFileSync(`${path}.pid`, '999999');
    openStore(path, clock).close();
  });

  it('reads beside a writer', () => {
    const writer = openStore(path, clock);
    writer.ensure(thing);
    writer.run('INSERT INTO Thing__c (Id) VALUES (?)', [writer.newId(thing)]);
    const reader = openStore(path, clock, { readOnly: true });
    expect(reader.rows('SELECT count(*) AS n FROM Thing__c')).toEqual([[1]]);
    reader.close();
    writer.close();
  });

  it('nests savepoints, tables made inside included', () => {
    const store = openStore(':memory:', clock);
    store.savepoint('outer');
    store.savepoint('inner');
    store.ensure(thing);
    store.run('INSERT INTO Thing__c (Id) VALUES (?)', [store.newId(thing)]);
    store.rollbackTo('inner');
    store.release('inner');
    store.ensure(thing);
    store.run('INSERT INTO Thing__c (Id) VALUES (?)', [store.newId(thing)]);
    store.release('outer');
    expect(store.rows('SELECT count(*) AS n FROM Thing__c')).toEqual([[1]]);
    store.close();
  });

  it('does not give an id twice after a rollback and a restart', () => {
    const first = openStore(path, clock);
    first.savepoint('s');
    first.newId(thing);
    first.rollbackTo('s');
    first.release('s');
    const id = first.newId(thing);
    first.close();
    const second = openStore(path, clock);
    expect(second.newId(thing) > id).toBe(true);
    second.close();
  });

  it('can use a statement again after it failed', () => {
    const store = openStore(':memory:', clock);
    store.ensure(thing);
    const insert = (id: string): void => store.run('INSERT INTO Thing__c (Id) VALUES (?)', [id]);
    insert('a');
    expect(() => insert('a')).toThrow(/UNIQUE/);
    insert('b');
    expect(store.rows('SELECT Id FROM Thing__c ORDER BY Id')).toEqual([['a'], ['b']]);
    store.close();
  });

  it('compares text without case, ids exactly', () => {
    const store = openStore(':memory:', clock);
    store.ensure(thing);
    store.run('INSERT INTO Thing__c (Id, Name) VALUES (?, ?)', ['abc', 'Ärger X']);
    expect(store.rows("SELECT 1 AS x FROM Thing__c WHERE Id = 'ABC'")).toEqual([]);
    expect(store.rows('SELECT 1 AS x FROM Thing__c WHERE Name = ?', ['Ärger x'])).toEqual([[1]]);
    expect(store.rows('SELECT 1 AS x FROM Thing__c WHERE fold(Name) = fold(?)', ['ärger x'])).toEqual([[1]]);
    store.close();
  });

  it('makes ids that are valid, ordered and differ where only case does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 45 }), fc.integer({ min: 1, max: 1000 }), (counter, step) => {
        const id = makeId('00v', counter);
        expect(id).toHaveLength(18);
        expect(toId(id.slice(0, 15))).toBe(id);
        const later = makeId('00v', counter + step);
        expect(later > id).toBe(true);
        expect(later.toLowerCase()).not.toBe(id.toLowerCase());
      })
    );
  });
});
