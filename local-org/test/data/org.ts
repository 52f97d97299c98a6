import { fileURLToPath } from 'node:url';
import { createDml } from '../../src/data/index.js';
import { platform } from '../../src/platform/index.js';
import { createLimits } from '../../src/limits/index.js';
import { loadProject, type ProjectMetadata } from '../../src/metadata/index.js';
import type {
  AccessControl,
  AsyncQueue,
  CompiledTrigger,
  DmlOptions,
  Org,
  Program,
  RowResult,
  RunningUser
} from '../../src/org/contracts.js';
import { openStore } from '../../src/store/index.js';
import { Transaction, tx, within } from '../../src/org/transaction.js';
import { buildSchema, type Schema } from '../../src/schema/index.js';
import { createQueries } from '../../src/soql/index.js';
import { ApexDate, ApexDecimal, getField, SObject } from '../../src/values/index.js';

const PROJECT = fileURLToPath(new URL('./project', import.meta.url));
export const NOON = Date.UTC(2026, 9, 5, 12);

export const USER: RunningUser = {
  id: '005Lo0000000001AAA',
  username: 'ada@example.com',
  name: 'Ada Example',
  profileId: '00eLo0000000001AAA',
  timeZone: 'Europe/Berlin',
  locale: 'en_US',
  language: 'en_US'
};

let project: { metadata: ProjectMetadata; schema: Schema } | null = null;

/** What a test may decide about access: everything is allowed unless it says no. */
export interface Access {
  object?: (right: string) => boolean;
  editable?: (field: string) => boolean;
  filter?: AccessControl['recordFilter'];
}

/** An org in memory around the DML engine: real schema, store and queries; triggers are TypeScript, access is what the test says. */
export class TestOrg {
  readonly triggers: CompiledTrigger[] = [];
  readonly published: SObject[] = [];
  readonly access: Access = {};
  readonly org: Org;
  transaction: Transaction;
  readonly clock = { time: NOON, now: (): number => this.clock.time };

  constructor() {
    project ??= (() => {
      const metadata = loadProject(PROJECT);
      return { metadata, schema: buildSchema(metadata) };
    })();
    const { metadata, schema } = project;
    const org = { schema, metadata, clock: this.clock, listeners: new Set(), heldRows: new Set() } as unknown as {
      -readonly [K in keyof Org]: Org[K];
    };
    org.store = openStore(':memory:', this.clock);
    org.access = this.accessControl();
    org.program = { triggers: (object: string) => this.triggers.filter((trigger) => trigger.object === object) } as unknown as Program;
    org.async = { publish: (events: readonly SObject[]) => void this.published.push(...events) } as unknown as AsyncQueue;
    org.queries = createQueries(org);
    org.dml = createDml(org, platform);
    this.org = org;
    this.transaction = this.newTransaction();
    this.seedUser();
  }

  newTransaction(): Transaction {
    return new Transaction(this.org, USER, createLimits('sync'), 'ANONYMOUS', 'TID:1');
  }

  run<T>(work: () => T, transaction = this.transaction): T {
    return within(transaction, work);
  }

  /** A trigger that runs `body` with the records of Trigger.new and Trigger.old. */
  trigger(object: string, events: string, body: (fresh: SObject[], old: SObject[]) => void, name = `${object}Trigger`): void {
    this.triggers.push({
      name,
      object,
      events: events.split(',').map((event) => event.trim()),
      run: () => {
        const context = tx().triggers.at(-1)!;
        body([...((context.new?.items ?? []) as SObject[])], [...((context.old?.items ?? []) as SObject[])]);
      }
    });
  }

  make(object: string, values: Readonly<Record<string, unknown>> = {}): SObject {
    const record = new SObject(this.org.schema.object(object)!);
    for (const [name, value] of Object.entries(values)) record.values.set(name, value);
    return record;
  }

  dml(
    kind: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'publish',
    records: SObject | readonly SObject[],
    options: Partial<DmlOptions> = {}
  ): RowResult[] {
    const list = records instanceof SObject ? [records] : records;
    return this.run(() =>
      this.org.dml.execute(kind, list, { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false, ...options })
    );
  }

  insert(object: string, values: Readonly<Record<string, unknown>> = {}): SObject {
    const record = this.make(object, values);
    this.dml('insert', record);
    return record;
  }

  update(record: SObject, values: Readonly<Record<string, unknown>>): void {
    this.dml('update', this.make(record.typeName, { Id: record.id, ...values }));
  }

  rows(soql: string): SObject[] {
    return this.run(
      () => this.org.queries.query(soql, { accessLevel: 'SYSTEM_MODE', enforceSharing: false, internal: true }).items as SObject[]
    );
  }

  /** Field values of the rows, in plain JavaScript. */
  values(soql: string): Record<string, unknown>[] {
    return this.rows(soql).map((row) =>
      Object.fromEntries([...row.values].filter(([name]) => name !== 'Id').map(([name, value]) => [name, plain(value)]))
    );
  }

  read(record: SObject, field: string): unknown {
    return plain(getField(this.rows(`SELECT ${field} FROM ${record.typeName} WHERE Id = '${record.id}' ALL ROWS`)[0], field));
  }

  private seedUser(): void {
    const user = this.org.schema.object('User')!;
    this.org.store.ensure(user);
    this.org.store.run('INSERT INTO "User" ("Id", "Username", "LastName", "Name", "IsActive") VALUES (?, ?, ?, ?, 1)', [
      USER.id,
      USER.username,
      'Example',
      USER.name
    ]);
  }

  private accessControl(): AccessControl {
    return {
      user: () => USER,
      defaultUser: () => USER,
      automatedProcess: () => USER,
      canObject: (_user, _object, right) => this.access.object?.(right) ?? true,
      canReadField: () => true,
      canEditField: (_user, _object, field) => this.access.editable?.(field) ?? true,
      canRunApex: () => true,
      hasPermission: () => false,
      hasSystemPermission: () => false,
      recordFilter: (...args) => this.access.filter?.(...args) ?? null,
      invalidate: () => undefined
    };
  }
}

export function plain(value: unknown): unknown {
  if (value instanceof ApexDecimal) return Number(value.toString());
  if (value instanceof ApexDate) return value.toIso();
  return value;
}

/** The exception that the work throws. */
export function thrown(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown.');
}
