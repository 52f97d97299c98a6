import { describe, expect, it } from 'vitest';
import { tx } from '../../src/org/transaction.js';
import { releaseSavepoint, rollbackToSavepoint, setSavepoint } from '../../src/data/index.js';
import { TestOrg, thrown } from './org.js';

describe('deleting', () => {
  it('takes children along without their triggers, clears lookups, and brings both back', () => {
    const org = new TestOrg();
    const seen: string[] = [];
    for (const object of ['Order_Form__c', 'Order_Line__c', 'Contact']) {
      org.trigger(
        object,
        'before delete, after delete, after undelete',
        () => void seen.push(`${object} ${tx().triggers.at(-1)!.operation}`)
      );
    }
    const contact = org.insert('Contact', { LastName: 'C' });
    const form = org.insert('Order_Form__c', { Contact__c: contact.id });
    org.insert('Order_Line__c', { Order_Form__c: form.id });
    org.dml('delete', contact);
    expect(org.read(form, 'Contact__c')).toBeNull();
    org.dml('undelete', contact);
    expect(org.read(form, 'Contact__c')).toBe(contact.id);
    org.dml('delete', form);
    expect(org.rows('SELECT Id FROM Order_Line__c')).toHaveLength(0);
    expect(org.rows('SELECT Id FROM Order_Line__c ALL ROWS')).toHaveLength(1);
    org.dml('undelete', form);
    expect(org.rows('SELECT Id FROM Order_Line__c')).toHaveLength(1);
    expect(seen).toEqual([
      'Contact BEFORE_DELETE',
      'Contact AFTER_DELETE',
      'Contact AFTER_UNDELETE',
      'Order_Form__c BEFORE_DELETE',
      'Order_Form__c AFTER_DELETE',
      'Order_Form__c AFTER_UNDELETE'
    ]);
  });

  it('recalculates roll-ups', () => {
    const org = new TestOrg();
    const form = org.insert('Order_Form__c');
    const lines = [10, 200].map((Amount__c) => org.insert('Order_Line__c', { Order_Form__c: form.id, Amount__c }));
    expect(org.read(form, 'Total__c')).toBe(210);
    org.dml('delete', lines[1]);
    expect(org.values('SELECT Total__c, Big_Lines__c FROM Order_Form__c')).toEqual([{ Total__c: 10, Big_Lines__c: 0 }]);
    org.dml('undelete', lines[1]);
    expect(org.read(form, 'Total__c')).toBe(210);
  });

  it('refuses what is gone or not in the bin, and empties the bin', () => {
    const org = new TestOrg();
    const contact = org.insert('Contact', { LastName: 'C' });
    expect(thrown(() => org.dml('undelete', contact)).message).toContain('UNDELETE_FAILED, Entity is not in the recycle bin');
    org.dml('delete', contact);
    expect(thrown(() => org.dml('delete', contact)).message).toContain('ENTITY_IS_DELETED, entity is deleted: []');
    expect(org.run(() => org.org.dml.emptyRecycleBin([contact.id!, contact.id!.replace('003', '00Q')]))).toEqual([true, false]);
    expect(org.rows('SELECT Id FROM Contact ALL ROWS')).toHaveLength(0);
  });
});

describe('merging', () => {
  it('moves children to the master, deletes the others, updates the master', () => {
    const org = new TestOrg();
    const [master, other] = [org.insert('Account', { Name: 'A' }), org.insert('Account', { Name: 'B' })];
    const contact = org.insert('Contact', { LastName: 'C', AccountId: other.id });
    const seen: string[] = [];
    org.trigger('Account', 'before delete, after delete, before update, after update', (_fresh, old) => {
      seen.push(`${tx().triggers.at(-1)!.operation} ${old[0].values.get('MasterRecordId') === master.id}`);
    });
    const request = org.make('Account', { Id: master.id, Phone: '1' });
    const row = org.run(() => org.org.dml.merge(request, [other], { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false }));
    expect(row.success).toBe(true);
    expect(org.read(contact, 'AccountId')).toBe(master.id);
    expect(org.read(master, 'Phone')).toBe('1');
    expect(org.rows('SELECT Id FROM Account')).toHaveLength(1);
    expect(seen).toEqual(['BEFORE_DELETE false', 'AFTER_DELETE true', 'BEFORE_UPDATE false', 'AFTER_UPDATE false']);
  });
});

describe('savepoints', () => {
  it('roll back and count as statements', () => {
    const org = new TestOrg();
    org.insert('Contact', { LastName: 'kept' });
    const savepoint = org.run(setSavepoint);
    org.insert('Contact', { LastName: 'undone' });
    const later = org.run(setSavepoint);
    org.run(() => rollbackToSavepoint(savepoint));
    expect(org.values('SELECT LastName FROM Contact')).toEqual([{ LastName: 'kept' }]);
    expect(thrown(() => org.run(() => rollbackToSavepoint(later))).message).toContain('no longer valid');
    org.run(() => releaseSavepoint(savepoint));
    expect(thrown(() => org.run(() => rollbackToSavepoint(savepoint))).message).toContain('no longer valid');
    expect(org.transaction.limits.used('DmlStatements')).toBe(7);
  });
});

describe('access', () => {
  it('checks objects, fields and records in user mode', () => {
    const org = new TestOrg();
    const contact = org.insert('Contact', { LastName: 'C' });
    const user = { accessLevel: 'USER_MODE' } as const;
    org.access.editable = (field) => field !== 'Title';
    const error = thrown(() => org.dml('insert', org.make('Contact', { LastName: 'D', Title: 'x' }), user));
    expect(error.message).toBe(
      'Operation failed due to fields being inaccessible on Sobject Contact, check errors on Exception or Result!'
    );
    expect(
      org.dml('insert', org.make('Contact', { LastName: 'D', Title: 'x' }), { ...user, allOrNone: false })[0].errors[0].fields
    ).toEqual(['Title']);
    org.access.filter = () => ({ sql: 't."Id" = ?', parameters: ['none'] });
    expect(thrown(() => org.dml('update', org.make('Contact', { Id: contact.id }), { enforceSharing: true })).message).toContain(
      'INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id: []'
    );
    org.access.object = (right) => right !== 'create';
    expect(thrown(() => org.dml('insert', org.make('Contact', { LastName: 'D' }), user)).message).toBe(
      'DML operation INSERT not allowed on Contact'
    );
  });

  it('keeps setup objects and others apart until the user is switched', () => {
    const org = new TestOrg();
    org.insert('Contact', { LastName: 'C' });
    expect(thrown(() => org.insert('Group', { Name: 'G', Type: 'Regular' })).message).toContain(
      'MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): Group, original object: Contact: []'
    );
    org.transaction.user = org.transaction.user;
    org.insert('Group', { Name: 'G', Type: 'Regular' });
  });
});

describe('settings and events', () => {
  it('keeps custom settings unique', () => {
    const org = new TestOrg();
    org.insert('Codes__c', { Name: 'a', Value__c: '1' });
    expect(thrown(() => org.insert('Codes__c', { Name: 'A' })).message).toContain('DUPLICATE_VALUE');
    org.insert('Flags__c', { SetupOwnerId: org.transaction.user.id, On__c: true });
    expect(thrown(() => org.insert('Flags__c', { SetupOwnerId: org.transaction.user.id })).message).toContain(
      'DUPLICATE_VALUE, duplicate value found: SetupOwnerId'
    );
  });

  it('publishes events that are valid', () => {
    const org = new TestOrg();
    const results = org.dml('publish', [org.make('Ping__e', { Text__c: 'ok' }), org.make('Ping__e', { Text__c: 'too long' })], {
      allOrNone: false
    });
    expect(results.map((row) => row.errors[0]?.code ?? null)).toEqual([null, 'STRING_TOO_LONG']);
    expect(org.published.map((event) => event.values.get('Text__c'))).toEqual(['ok']);
    expect(org.transaction.limits.used('DmlStatements')).toBe(1);
    expect(org.transaction.limits.used('DmlRows')).toBe(0);
  });
});
