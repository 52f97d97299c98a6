import { describe, expect, it } from 'vitest';
import { tx } from '../../src/org/transaction.js';
import { ApexException, setField, type SObject } from '../../src/values/index.js';
import { plain, TestOrg, thrown } from './org.js';

function addError(record: SObject, message: string, field: string | null = null): void {
  record.errors = [...(record.errors ?? []), { field, message }];
}

describe('order of execution', () => {
  it('runs before triggers, rules, save, after triggers, then roll-ups and the parent save', () => {
    const org = new TestOrg();
    const seen: string[] = [];
    const form = org.insert('Order_Form__c', { Key__c: 'k' });
    org.trigger('Order_Line__c', 'before insert, after insert', (fresh) => {
      const { operation } = tx().triggers.at(-1)!;
      const saved = org.rows('SELECT Id FROM Order_Line__c').length;
      seen.push(`${operation} id=${fresh[0].id !== null} saved=${saved} total=${String(plain(org.read(form, 'Total__c')))}`);
      if (operation === 'BEFORE_INSERT') setField(fresh[0], 'Amount__c', 150);
    });
    org.trigger('Order_Form__c', 'before update, after update', (fresh, old) => {
      seen.push(
        `${tx().triggers.at(-1)!.operation} ${String(plain(old[0].values.get('Total__c')))} → ${String(plain(fresh[0].values.get('Total__c')))}`
      );
    });
    org.insert('Order_Line__c', { Order_Form__c: form.id, Amount__c: -5 });
    expect(seen).toEqual([
      'BEFORE_INSERT id=false saved=0 total=0',
      'AFTER_INSERT id=true saved=1 total=0',
      'BEFORE_UPDATE 0 → 150',
      'AFTER_UPDATE 0 → 150'
    ]);
    expect(org.values('SELECT Total__c, Big_Lines__c, Double_Total__c FROM Order_Form__c')).toEqual([
      { Total__c: 150, Big_Lines__c: 1, Double_Total__c: 300 }
    ]);
  });

  it('gives before triggers records to write, after triggers records to read, with formula fields', () => {
    const org = new TestOrg();
    const form = org.insert('Order_Form__c', { Key__c: 'k' });
    org.insert('Order_Line__c', { Order_Form__c: form.id, Amount__c: 10 });
    let formula: unknown;
    let refusal = '';
    org.trigger('Order_Form__c', 'before update, after update', (fresh, old) => {
      formula = plain(fresh[0].values.get('Double_Total__c'));
      refusal = thrown(() => setField(tx().triggers.at(-1)!.operation === 'BEFORE_UPDATE' ? old[0] : fresh[0], 'Key__c', 'x')).message;
    });
    const request = org.make('Order_Form__c', { Id: form.id, Level__c: 'High' });
    org.dml('update', request);
    expect(formula).toBe(20);
    expect(refusal).toBe('Record is read-only');
    expect([...request.values.keys()]).toEqual(['Id', 'Level__c']);
  });

  it('gives triggers 200 rows at a time', () => {
    const org = new TestOrg();
    const sizes: number[] = [];
    org.trigger('Contact', 'before insert', (fresh) => void sizes.push(fresh.length));
    org.dml(
      'insert',
      Array.from({ length: 450 }, (_, i) => org.make('Contact', { LastName: `C${i}` }))
    );
    expect(sizes).toEqual([200, 200, 50]);
  });

  it('undoes everything of an all-or-none statement, ids included', () => {
    const org = new TestOrg();
    org.trigger('Contact', 'after insert', (fresh) => {
      org.insert('Account', { Name: 'Side effect' });
      for (const record of fresh) if (record.values.get('LastName') === 'Bad') addError(record, 'No bad ones', 'LastName');
    });
    const records = [org.make('Contact', { LastName: 'Good' }), org.make('Contact', { LastName: 'Bad' })];
    const error = thrown(() => org.dml('insert', records)) as ApexException;
    expect(error.message).toBe(
      'Insert failed. First exception on row 1; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, No bad ones: [LastName]'
    );
    expect(error.details).toEqual([
      { index: 1, id: null, code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No bad ones', fields: ['LastName'] }
    ]);
    expect(records.map((record) => record.id)).toEqual([null, null]);
    expect(org.rows('SELECT Id FROM Account')).toHaveLength(0);
  });

  it('tells exceptions of triggers as the platform does, on every row', () => {
    const org = new TestOrg();
    org.trigger('Contact', 'before insert', () => {
      throw new ApexException('NullPointerException', 'Attempt to de-reference a null object');
    });
    const records = ['a', 'b'].map((LastName) => org.make('Contact', { LastName }));
    const error = thrown(() => org.dml('insert', records)) as ApexException;
    expect(error.message).toContain(
      'Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, ContactTrigger: execution of BeforeInsert\n\ncaused by: System.NullPointerException: Attempt to de-reference a null object\n\n'
    );
    expect(error.details).toHaveLength(2);
    expect(org.dml('insert', records, { allOrNone: false }).map((row) => row.errors[0].code)).toEqual(
      Array(2).fill('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY')
    );
  });

  it('lets limit exceptions and unsupported features pass through', () => {
    const org = new TestOrg();
    org.trigger('Contact', 'before insert', () => tx().limits.count('Queries', 101));
    const error = thrown(() => org.insert('Contact', { LastName: 'a' })) as ApexException;
    expect(error.typeName).toBe('System.LimitException');
    expect(error.message).toBe('Too many SOQL queries: 101');
  });

  it('stops at a depth of 16', () => {
    const org = new TestOrg();
    let depth = 0;
    org.trigger('Contact', 'after update', (fresh) => {
      depth = Math.max(depth, tx().triggers.length);
      org.update(fresh[0], { Title: String(depth) });
    });
    const contact = org.insert('Contact', { LastName: 'a' });
    expect(thrown(() => org.update(contact, { Title: 'x' })).message).toContain('maximum trigger depth exceeded');
    expect(depth).toBe(16);
  });
});

describe('partial success', () => {
  it('tries the good rows again, with their triggers and fresh limits', () => {
    const org = new TestOrg();
    const runs: string[] = [];
    org.trigger('Contact', 'before insert, after insert', (fresh) => {
      tx().limits.count('Queries');
      runs.push(`${tx().triggers.at(-1)!.operation} ${fresh.map((record) => record.values.get('LastName')).join()}`);
      for (const record of fresh) if (record.values.get('LastName') === 'Late' && record.id !== null) addError(record, 'too late');
    });
    const records = ['A', 'Late', 'B'].map((LastName) => org.make('Contact', { LastName }));
    records.push(org.make('Contact'));
    const results = org.dml('insert', records, { allOrNone: false });
    expect(results.map((row) => row.errors[0]?.code ?? null)).toEqual([
      null,
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      null,
      'REQUIRED_FIELD_MISSING'
    ]);
    expect(runs).toEqual([
      'BEFORE_INSERT A,Late,B,',
      'BEFORE_INSERT A,Late,B',
      'AFTER_INSERT A,Late,B',
      'BEFORE_INSERT A,B',
      'AFTER_INSERT A,B'
    ]);
    expect(org.transaction.limits.used('Queries')).toBe(2);
    expect(records.map((record) => record.id !== null)).toEqual([true, false, true, false]);
    expect(org.rows('SELECT Id FROM Contact')).toHaveLength(2);
  });

  it('gives up after the third attempt', () => {
    const org = new TestOrg();
    org.trigger('Contact', 'after insert', (fresh) => addError(fresh[0], 'always the first'));
    const records = ['A', 'B', 'C', 'D'].map((LastName) => org.make('Contact', { LastName }));
    expect(thrown(() => org.dml('insert', records, { allOrNone: false })).message).toBe(
      'Too many batch retries in the presence of Apex triggers and partial failures.'
    );
    expect(org.rows('SELECT Id FROM Contact')).toHaveLength(0);
  });

  it('lets a parent that refuses its roll-up fail the child', () => {
    const org = new TestOrg();
    const form = org.insert('Order_Form__c', { Key__c: 'k' });
    org.trigger('Order_Form__c', 'before update', (fresh) => addError(fresh[0], 'closed'));
    const [row] = org.dml('insert', org.make('Order_Line__c', { Order_Form__c: form.id, Amount__c: 1 }), { allOrNone: false });
    expect(row.errors[0].message).toBe('closed');
    expect(org.rows('SELECT Id FROM Order_Line__c')).toHaveLength(0);
  });
});

describe('speed', () => {
  it('updates 10,000 records in 50 chunks quickly', () => {
    const org = new TestOrg();
    const records = Array.from({ length: 10_000 }, (_, i) => org.make('Lead', { LastName: `L${i}`, Company: 'C' }));
    org.dml('insert', records, { load: true });
    let fired = 0;
    org.trigger('Lead', 'before update, after update', (fresh) => {
      fired++;
      for (const record of fresh) if (!record.readOnly) setField(record, 'Title', 'T');
    });
    const start = performance.now();
    org.dml(
      'update',
      records.map((record) => org.make('Lead', { Id: record.id, Phone: '1' }))
    );
    expect(performance.now() - start).toBeLessThan(5000);
    expect(fired).toBe(100);
    expect(org.rows("SELECT Id FROM Lead WHERE Title = 'T'")).toHaveLength(10_000);
    expect(org.transaction.limits.used('DmlRows')).toBe(10_000);
  });

  it('loads 50,000 leads and members in a few seconds', () => {
    const org = new TestOrg();
    const campaign = org.insert('Campaign', { Name: 'Big' });
    const start = performance.now();
    const leads = Array.from({ length: 50_000 }, (_, i) =>
      org.make('Lead', { LastName: `L${i}`, FirstName: 'A', Company: 'C', Email: `l${i}@example.com` })
    );
    org.dml('insert', leads, { load: true });
    const members = leads.map((lead, i) =>
      org.make('CampaignMember', { CampaignId: campaign.id, LeadId: lead.id, Status: i % 5 ? 'Sent' : 'Responded' })
    );
    org.dml('insert', members, { load: true });
    const seconds = (performance.now() - start) / 1000;
    expect(org.values('SELECT NumberOfLeads, NumberOfResponses FROM Campaign')).toEqual([
      { NumberOfLeads: 50_000, NumberOfResponses: 10_000 }
    ]);
    expect(seconds).toBeLessThan(20);
  }, 60_000);
});
