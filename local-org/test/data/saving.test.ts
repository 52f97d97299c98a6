import { describe, expect, it } from 'vitest';
import { ApexException } from '../../src/values/index.js';
import { TestOrg, thrown } from './org.js';

describe('inserting', () => {
  it('fills defaults, numbers, stamps and the name', () => {
    const org = new TestOrg();
    const form = org.insert('Order_Form__c', { Key__c: ' k1 ' });
    expect(form.id).toHaveLength(18);
    expect(org.values(`SELECT Name, Key__c, Level__c, Needed__c, Active__c, Number__c, OwnerId, Total__c FROM Order_Form__c`)).toEqual([
      {
        Name: form.id!.slice(0, 15),
        Key__c: 'k1',
        Level__c: 'Low',
        Needed__c: 'given',
        Active__c: true,
        Number__c: 'OF-0001',
        OwnerId: '005Lo0000000001AAA',
        Total__c: 0
      }
    ]);
  });

  const refused: [string, string, Record<string, unknown>, string][] = [
    ['missing required fields', 'Contact', {}, 'REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]'],
    [
      'explicit null in a required field with a default',
      'Order_Form__c',
      { Needed__c: null },
      'REQUIRED_FIELD_MISSING, Required fields are missing: [Needed__c]: [Needed__c]'
    ],
    [
      'text that is too long',
      'Order_Form__c',
      { Needed__c: 'x'.repeat(11) },
      `STRING_TOO_LONG, Needed: data value too large: ${'x'.repeat(11)} (max length=10): [Needed__c]`
    ],
    [
      'a value of no restricted picklist',
      'Order_Form__c',
      { Level__c: 'Middle' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Level: bad value for restricted picklist field: Middle: [Level__c]'
    ],
    [
      'a bad e-mail address',
      'Order_Form__c',
      { Mail__c: 'nobody' },
      'INVALID_EMAIL_ADDRESS, Mail: invalid email address: nobody: [Mail__c]'
    ],
    [
      'a lookup to nothing',
      'Order_Form__c',
      { Contact__c: '003000000000001AAA' },
      'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []'
    ],
    [
      'a lookup of another type',
      'Order_Form__c',
      { Contact__c: '001000000000001AAA' },
      'FIELD_INTEGRITY_EXCEPTION, Contact: id value of incorrect type: 001000000000001AAA: [Contact__c]'
    ]
  ];
  it.each(refused)('refuses %s', (_what, object, values, message) => {
    const org = new TestOrg();
    const record = org.make(object, values);
    const error = thrown(() => org.dml('insert', record)) as ApexException;
    expect(error).toBeInstanceOf(ApexException);
    expect(error.typeName).toBe('System.DmlException');
    expect(error.message).toBe(`Insert failed. First exception on row 0; first error: ${message}`);
    expect(record.id).toBeNull();
    expect(org.rows(`SELECT Id FROM ${object}`)).toHaveLength(0);
  });

  it('takes any value of an unrestricted picklist', () => {
    const org = new TestOrg();
    expect(org.read(org.insert('Order_Form__c', { Open_Kind__c: 'Z' }), 'Open_Kind__c')).toBe('Z');
  });

  it('keeps unique values unique, ignoring case, in the database and in the list', () => {
    const org = new TestOrg();
    const first = org.insert('Order_Form__c', { Key__c: 'a' });
    expect(thrown(() => org.insert('Order_Form__c', { Key__c: 'A' })).message).toContain(
      `DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: ${first.id}: []`
    );
    const results = org.dml('insert', [org.make('Order_Form__c', { Key__c: 'b' }), org.make('Order_Form__c', { Key__c: 'B' })], {
      allOrNone: false
    });
    expect(results.map((row) => row.success)).toEqual([true, false]);
    org.dml('delete', org.make('Order_Form__c', { Id: first.id }));
    org.insert('Order_Form__c', { Key__c: 'a' });
  });

  it('refuses an Id, a null, a repeated record; nothing is free', () => {
    const org = new TestOrg();
    const contact = org.make('Contact', { LastName: 'A' });
    expect(thrown(() => org.dml('insert', [contact, contact])).message).toBe(
      'Before Insert or Upsert list must not have two identically equal elements'
    );
    expect(thrown(() => org.dml('insert', [null as never])).message).toBe('Attempt to de-reference a null object');
    org.dml('insert', contact);
    expect(thrown(() => org.dml('insert', contact)).message).toBe(
      `Insert failed. First exception on row 0 with id ${contact.id}; first error: INVALID_FIELD_FOR_INSERT_UPDATE, cannot specify Id in an insert call: [Id]`
    );
    const used = org.transaction.limits.used('DmlStatements');
    expect(org.dml('insert', [])).toEqual([]);
    expect(org.transaction.limits.used('DmlStatements')).toBe(used);
  });

  it('finds parents by external id', () => {
    const org = new TestOrg();
    const form = org.insert('Order_Form__c', { Key__c: 'K' });
    const line = org.insert('Order_Line__c', { Order_Form__r: org.make('Order_Form__c', { Key__c: 'k' }) });
    expect(org.read(line, 'Order_Form__c')).toBe(form.id);
  });

  it('splits lists of several types into ten chunks at most', () => {
    const org = new TestOrg();
    const mixed = Array.from({ length: 11 }, (_, i) => org.make(i % 2 ? 'Account' : 'Contact', i % 2 ? { Name: 'A' } : { LastName: 'C' }));
    expect(thrown(() => org.dml('insert', mixed)).message).toContain('Cannot have more than 10 chunks in a single operation.');
    org.dml('insert', mixed.slice(0, 10));
    expect(org.rows('SELECT Id FROM Account')).toHaveLength(5);
  });
});

describe('updating', () => {
  it('changes what is given and stamps it', () => {
    const org = new TestOrg();
    const form = org.insert('Order_Form__c', { Key__c: 'k' });
    org.clock.time += 60_000;
    org.update(form, { Level__c: 'High' });
    const [row] = org.rows('SELECT Key__c, Level__c, CreatedDate, LastModifiedDate FROM Order_Form__c');
    expect(row.values.get('Level__c')).toBe('High');
    expect(row.values.get('Key__c')).toBe('k');
    expect(
      (row.values.get('LastModifiedDate') as { millis: number }).millis - (row.values.get('CreatedDate') as { millis: number }).millis
    ).toBe(60_000);
  });

  it('refuses unknown, deleted and repeated records and fields that stay', () => {
    const org = new TestOrg();
    const a = org.insert('Order_Form__c');
    const b = org.insert('Order_Form__c');
    const line = org.insert('Order_Line__c', { Order_Form__c: a.id });
    expect(thrown(() => org.update(line, { Order_Form__c: b.id })).message).toContain(
      'INVALID_FIELD_FOR_INSERT_UPDATE, Unable to create/update fields: Order_Form__c. Please check the security settings of this field and verify that it is read/write'
    );
    org.update(line, { Order_Form__c: a.id, Amount__c: null });
    expect(thrown(() => org.dml('update', org.make('Order_Form__c'))).message).toBe(
      'Update failed. First exception on row 0; first error: MISSING_ARGUMENT, Id not specified in an update call: []'
    );
    const copy = (): ReturnType<TestOrg['make']> => org.make('Order_Form__c', { Id: b.id });
    expect(thrown(() => org.dml('update', [copy(), copy()])).message).toBe(`Duplicate id in list: ${b.id}`);
    org.dml('delete', copy());
    expect(thrown(() => org.update(b, {})).message).toBe(
      `Update failed. First exception on row 0 with id ${b.id}; first error: ENTITY_IS_DELETED, entity is deleted: []`
    );
  });

  it('runs validation rules with parents and prior values', () => {
    const org = new TestOrg();
    const contact = org.insert('Contact', { LastName: 'Frozen' });
    const form = org.insert('Order_Form__c', { Contact__c: contact.id });
    expect(thrown(() => org.update(form, { Needed__c: 'other' })).message).toContain(
      'FIELD_CUSTOM_VALIDATION_EXCEPTION, Forms of frozen contacts stay.: []'
    );
    org.update(form, { Level__c: 'High' });
    expect(thrown(() => org.insert('Order_Line__c', { Order_Form__c: form.id, Amount__c: -1 })).message).toContain(
      'FIELD_CUSTOM_VALIDATION_EXCEPTION, Amounts are not negative.: [Amount__c]'
    );
  });
});

describe('upserting', () => {
  it('goes by Id or by an external id', () => {
    const org = new TestOrg();
    const known = org.insert('Order_Form__c', { Key__c: 'a' });
    const records = [org.make('Order_Form__c', { Key__c: 'A', Level__c: 'High' }), org.make('Order_Form__c', { Key__c: 'new' })];
    const results = org.dml('upsert', records, { externalIdField: 'Key__c' });
    expect(results.map((row) => row.created)).toEqual([false, true]);
    expect(records[0].id).toBe(known.id);
    expect(org.read(known, 'Level__c')).toBe('High');
    const again = org.dml('upsert', [org.make('Order_Form__c', { Id: known.id, Level__c: 'Low' }), org.make('Order_Form__c')]);
    expect(again.map((row) => row.created)).toEqual([false, true]);
    expect(thrown(() => org.dml('upsert', org.make('Order_Form__c'), { externalIdField: 'Key__c' })).message).toContain(
      'Upsert failed. First exception on row 0; first error: MISSING_ARGUMENT, Key__c not specified'
    );
  });
});
