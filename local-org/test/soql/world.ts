import { createLimits } from '../../src/limits/index.js';
import type { AccessControl, Org, QueryEngine, QueryOptions, RunningUser, SqlValue, Store } from '../../src/org/contracts.js';
import { openStore, quoted } from '../../src/store/index.js';
import { Transaction, within } from '../../src/org/transaction.js';
import type { ObjectInfo, Schema } from '../../src/schema/model.js';
import { createQueries } from '../../src/soql/index.js';
import { ApexList, ApexObject, SObject } from '../../src/values/index.js';
import { child, field, lookup, object, schemaOf } from './fixture.js';

const NOW = Date.UTC(2026, 4, 13, 15, 30); // a Wednesday
export const USER: RunningUser = {
  id: '',
  username: 'ada@example.com',
  name: 'Ada',
  profileId: '',
  timeZone: 'America/New_York',
  locale: 'en_US',
  language: 'en_US'
};

const audit = [field('IsDeleted', 'boolean'), field('CreatedDate', 'datetime'), lookup('OwnerId', 'Owner', 'User', 'Group')];
const values = (...names: string[]) =>
  names.map((value) => ({ value, label: value === 'Hot' ? 'Scorching' : value, isDefault: false, active: true }));

const account = object(
  'Account',
  '001',
  [
    ...audit,
    field('Name', 'string'),
    field('Description', 'textarea'),
    field('Amount__c', 'currency', { precision: 18, scale: 2 }),
    field('Employees', 'int'),
    field('Rating', 'picklist', { picklist: values('Warm', 'Hot', 'Cold'), restrictedPicklist: true }),
    field('Tags__c', 'multipicklist'),
    field('Active__c', 'boolean'),
    field('Founded__c', 'date'),
    field('Number__c', 'string', { autoNumber: '{0}' }),
    lookup('ParentId', 'Parent', 'Account'),
    field('Place__Latitude__s', 'double'),
    field('Place__Longitude__s', 'double')
  ],
  [child('Contacts', 'Contact', 'AccountId'), child('ChildAccounts', 'Account', 'ParentId')]
);
const contact = object(
  'Contact',
  '003',
  [
    ...audit,
    field('Name', 'string', { calculated: true }),
    field('FirstName', 'string'),
    field('LastName', 'string'),
    field('Email', 'email'),
    lookup('AccountId', 'Account', 'Account')
  ],
  [child('Tasks', 'Task', 'WhoId')]
);
const user = object('User', '005', [
  field('Name', 'string', { calculated: true }),
  field('FirstName', 'string'),
  field('LastName', 'string'),
  field('Email', 'email')
]);
const group = object('Group', '00G', [field('Name', 'string')]);
const task = object('Task', '00T', [
  ...audit,
  field('Subject', 'string'),
  lookup('WhoId', 'Who', 'Contact', 'Lead'),
  lookup('WhatId', 'What', 'Account', 'Group')
]);
const lead = object('Lead', '00Q', [
  ...audit,
  field('Name', 'string', { calculated: true }),
  field('FirstName', 'string'),
  field('LastName', 'string'),
  field('Company', 'string')
]);

const standard: Schema = schemaOf(account, contact, user, group, task, lead);

/** An org of two tables' depth: only what queries need is real. */
export class World {
  readonly store: Store = openStore(':memory:', { now: () => NOW });
  readonly queries: QueryEngine;
  readonly ids = new Map<string, string>();
  readonly hidden = new Set<string>();
  filter: { readonly object: string; readonly sql: (alias: string) => string; readonly parameters: readonly SqlValue[] } | null = null;
  transaction!: Transaction;
  private readonly org: Org;

  constructor(private readonly schema: Schema = standard) {
    const access = {
      canObject: (_user: RunningUser, info: ObjectInfo) => !this.hidden.has(info.name),
      canReadField: (_user: RunningUser, info: ObjectInfo, name: string) => !this.hidden.has(`${info.name}.${name}`),
      recordFilter: (_user: RunningUser, info: ObjectInfo, alias: string) =>
        this.filter?.object === info.name ? { sql: this.filter.sql(alias), parameters: this.filter.parameters } : null
    } as unknown as AccessControl;
    const org = { schema, store: this.store, clock: { now: () => NOW }, access };
    this.queries = createQueries(org);
    this.org = { ...org, queries: this.queries } as unknown as Org;
    this.begin();
  }

  /** A fresh transaction. */
  begin(): void {
    this.transaction = new Transaction(this.org, { ...USER, id: this.ids.get('ada') ?? '' }, createLimits('sync'), 'ANONYMOUS', 'r');
  }

  insert(label: string, objectName: string, row: Record<string, SqlValue>): string {
    const info = this.schema.object(objectName)!;
    this.store.ensure(info);
    const id = this.store.newId(info);
    this.ids.set(label, id);
    const all = { Id: id, ...(info.field('IsDeleted') ? { IsDeleted: 0 } : {}), ...row };
    this.store.run(
      `INSERT INTO ${quoted(info.name)} (${Object.keys(all).map(quoted).join(', ')}) VALUES (${Object.keys(all)
        .map(() => '?')
        .join(', ')})`,
      Object.values(all)
    );
    return id;
  }

  options(binds: Record<string, unknown> = {}, more: Partial<QueryOptions> = {}): QueryOptions {
    return { accessLevel: 'SYSTEM_MODE', enforceSharing: false, bind: (name) => binds[name], ...more };
  }

  run<T>(work: () => T): T {
    return within(this.transaction, work);
  }

  query(text: string, binds: Record<string, unknown> = {}, more: Partial<QueryOptions> = {}): ApexList<SObject> {
    return this.run(() => this.queries.query(text, this.options(binds, more)) as ApexList<SObject>);
  }

  /** Rows as plain text, without the ids that every record carries unless they were asked for. */
  rows(text: string, binds: Record<string, unknown> = {}, more: Partial<QueryOptions> = {}): unknown[] {
    const wantsId = /\bId\b/.test(text.split(/\bFROM\b/)[0]);
    return this.query(text, binds, more).items.map((record) => this.plain(record, wantsId));
  }

  private plain(value: unknown, ids: boolean): unknown {
    if (value instanceof SObject) {
      return Object.fromEntries(
        [...value.values].filter(([key]) => ids || !key.endsWith('Id')).map(([key, each]) => [key, this.plain(each, ids)])
      );
    }
    if (value instanceof ApexList) return value.items.map((each) => this.plain(each, ids));
    if (typeof value === 'string') return [...this.ids].find(([, id]) => id === value)?.[0] ?? value;
    return value instanceof ApexObject ? (value as { toString(): string }).toString() : value;
  }
}

export function seeded(): World {
  const world = new World();
  const at = (...parts: [number, number, number, number?]): number => Date.UTC(...parts);
  const ada = world.insert('ada', 'User', { FirstName: 'Ada', LastName: 'Admin', Email: 'ada@x.com' });
  const queue = world.insert('queue', 'Group', { Name: 'Queue' });
  const acme = world.insert('acme', 'Account', {
    Name: 'Acme',
    Amount__c: 100,
    Employees: 10,
    Rating: 'Hot',
    Tags__c: 'a;b',
    Active__c: 1,
    Founded__c: '2020-02-29',
    OwnerId: ada,
    CreatedDate: at(2026, 4, 13, 3),
    Place__Latitude__s: 37.7,
    Place__Longitude__s: -122.4
  });
  const globex = world.insert('globex', 'Account', {
    Name: 'Globex',
    Amount__c: 250.5,
    Employees: 20,
    Rating: 'Cold',
    Tags__c: 'b;c',
    Active__c: 0,
    Founded__c: '2026-05-12',
    OwnerId: queue,
    ParentId: acme,
    CreatedDate: at(2026, 4, 13, 5)
  });
  world.insert('zürich', 'Account', { Name: 'ZÜRICH AG', Rating: 'Warm', OwnerId: ada, ParentId: acme, CreatedDate: at(2025, 11, 31, 23) });
  world.insert('empty', 'Account', { OwnerId: ada, CreatedDate: at(2026, 0, 1, 2) });
  world.insert('gone', 'Account', { Name: 'Gone', IsDeleted: 1, CreatedDate: at(2026, 0, 1) });
  const bob = world.insert('bob', 'Contact', { FirstName: 'Bob', LastName: 'Brown', Email: 'bob@acme.com', AccountId: acme });
  world.insert('cid', 'Contact', { LastName: 'Cid', AccountId: acme });
  world.insert('dee', 'Contact', { FirstName: 'Dee', LastName: 'Dow', AccountId: globex });
  world.insert('eve', 'Contact', { FirstName: 'Eve', LastName: 'Else' });
  const lea = world.insert('lea', 'Lead', { FirstName: 'Lea', LastName: 'Long', Company: 'Leads Ltd' });
  world.insert('call', 'Task', { Subject: 'Call', WhoId: bob, WhatId: acme });
  world.insert('mail', 'Task', { Subject: 'Mail', WhoId: lea, WhatId: queue });
  world.insert('note', 'Task', { Subject: '100% _sure\\' });
  return world;
}
