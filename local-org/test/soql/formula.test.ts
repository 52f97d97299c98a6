import { describe, expect, it } from 'vitest';
import { field, lookup, object, schemaOf } from './fixture.js';
import { World } from './world.js';

const formula = (name: string, type: Parameters<typeof field>[1], text: string, more = {}): ReturnType<typeof field> =>
  field(name, type, { formula: text, calculated: true, ...more });
const thing = object('Thing__c', 'a01', [
  field('Name', 'string'),
  field('Price__c', 'currency', { precision: 18, scale: 2 }),
  field('Rate__c', 'percent', { precision: 5, scale: 2 }),
  field('Due__c', 'date'),
  lookup('Parent__c', 'Parent__r', 'Thing__c'),
  formula('Tax__c', 'currency', 'Price__c * Rate__c', { precision: 18, scale: 2 }),
  formula('Total__c', 'currency', 'Price__c + Tax__c', { precision: 18, scale: 2 }),
  formula('Full__c', 'string', 'Parent__r.Name & " / " & Name'),
  formula('Late__c', 'boolean', 'Due__c < TODAY()'),
  formula('Broken__c', 'double', 'GEOLOCATION(1, 2)')
]);

describe('formula fields', () => {
  const world = new World(schemaOf(thing));
  const root = world.insert('root', 'Thing__c', { Name: 'Root', Price__c: 10, Rate__c: 20, Due__c: '2026-05-12' });
  world.insert('leaf', 'Thing__c', { Name: 'Leaf', Price__c: 100, Due__c: '2026-05-13', Parent__c: root });

  it.each([
    [
      'SELECT Total__c, Full__c, Late__c FROM Thing__c',
      [
        { Total__c: '12.00', Full__c: ' / Root', Late__c: true },
        { Total__c: '100.00', Full__c: 'Root / Leaf', Late__c: false }
      ]
    ],
    ['SELECT Name FROM Thing__c WHERE Total__c > 50', [{ Name: 'Leaf' }]],
    ["SELECT Name FROM Thing__c WHERE Full__c = 'root / LEAF'", [{ Name: 'Leaf' }]],
    ['SELECT Name FROM Thing__c WHERE Late__c = false', [{ Name: 'Leaf' }]],
    ['SELECT Name FROM Thing__c ORDER BY Total__c DESC', [{ Name: 'Leaf' }, { Name: 'Root' }]],
    [
      'SELECT Name, Parent__r.Total__c FROM Thing__c WHERE Parent__r.Total__c = 12',
      [{ Name: 'Leaf', Parent__c: 'root', Parent__r: { Total__c: '12.00' } }]
    ],
    ['SELECT SUM(Total__c) s FROM Thing__c', [{ s: '112.00' }]]
  ])('%s', (soql, rows) => {
    world.begin();
    expect(world.rows(soql)).toEqual(rows);
  });

  it('says which feature a formula lacks', () => {
    expect(() => world.query('SELECT Broken__c FROM Thing__c')).toThrow(/Not supported by the local org/);
  });
});
