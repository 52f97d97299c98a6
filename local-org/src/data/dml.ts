import type { DmlKind, DmlOptions, Org, SqlValue, Store } from '../org/contracts.js';
import { tx } from '../org/transaction.js';
import type { FieldInfo, ObjectInfo, Schema } from '../schema/model.js';
import { ApexDatetime, type SObject } from '../values/index.js';
import type { Behaviours, ObjectBehaviour } from './behaviour.js';
import { discard } from './recycleBin.js';
import { idList, IN_LIST, insertRecords, recordsById, selectRecords, updateRecords } from './sql.js';

/** What of the org DML works with. */
export type DmlOrg = Pick<Org, 'schema' | 'store' | 'queries' | 'access' | 'async' | 'program' | 'clock'> &
  Partial<Pick<Org, 'metadata' | 'heldRows'>>;

/** Runs records through the whole order of execution as a part of the statement under way: no statement or row is counted. */
export type Nested = (kind: DmlKind, records: readonly SObject[]) => void;

type Afterwards = (ids: readonly string[]) => void;

/** One DML statement at work: what hooks and steps use of the org. */
export class Dml {
  /** Audit stamp of everything that the statement writes. */
  readonly now: ApexDatetime;
  readonly userId: string;
  private pending = new Map<string, { readonly ids: Set<string>; readonly work: Afterwards }>();

  constructor(
    readonly org: DmlOrg,
    readonly options: DmlOptions,
    readonly kind: DmlKind,
    private readonly behaviours: Behaviours,
    readonly nested: Nested,
    /** DML of the platform's own: may write fields that nobody else can. */
    readonly system: boolean
  ) {
    this.now = new ApexDatetime(Math.floor(org.clock.now() / 1000) * 1000);
    this.userId = tx().user.id;
  }

  get store(): Store {
    return this.org.store;
  }

  get schema(): Schema {
    return this.org.schema;
  }

  get load(): boolean {
    return this.options.load === true;
  }

  behavioursOf(object: ObjectInfo): readonly ObjectBehaviour[] {
    return this.behaviours.of(object);
  }

  /** An object that the schema has. Behaviours of objects that it lacks never run. */
  object(name: string): ObjectInfo {
    const object = this.schema.object(name);
    if (!object) throw new Error(`The schema has no object ${name}.`);
    return object;
  }

  /** The object, with its table made. */
  table(name: string): ObjectInfo {
    const object = this.object(name);
    this.store.ensure(object);
    return object;
  }

  select(object: string, condition: string, parameters: readonly SqlValue[]): SObject[] {
    return selectRecords(this.store, this.object(object), condition, parameters);
  }

  /** Records whose `field` is one of `values`, without those in the recycle bin. */
  where(object: string, field: string, values: Iterable<string>): SObject[] {
    const deleted = this.object(object).field('IsDeleted') ? ' AND "IsDeleted" = 0' : '';
    return this.select(object, `"${field}" ${IN_LIST}${deleted}`, [idList(values)]);
  }

  byIds(object: string, ids: Iterable<string>): Map<string, SObject> {
    return recordsById(this.store, this.object(object), ids);
  }

  /** Writes records of the platform's own making: stamped, with ids, but without triggers and validation. */
  insert(object: string, records: readonly SObject[]): void {
    const info = this.object(object);
    for (const record of records) {
      record.values.set('Id', this.store.newId(info));
      this.stampNew(record);
    }
    insertRecords(this.store, info, records);
  }

  /** Writes fields of records without triggers, validation or stamps. */
  update(object: string, records: readonly SObject[], fieldNames: readonly string[]): void {
    const info = this.table(object);
    updateRecords(
      this.store,
      info,
      records,
      fieldNames.map((name) => info.field(name)).filter((field): field is FieldInfo => field !== undefined)
    );
  }

  /** Deletes records as a cascade does: without triggers. */
  discard(object: string, records: readonly SObject[]): void {
    discard(this, this.table(object), records);
  }

  run(sql: string, parameters: readonly SqlValue[] = []): void {
    this.store.run(sql, parameters);
  }

  /** Owner, audit fields and the false of checkboxes of a new record. What a load gives is kept. */
  stampNew(record: SObject): void {
    const info = record.info!;
    const keep = (name: string): boolean => this.load && (record.values.get(name) ?? null) !== null;
    const set = (name: string, value: unknown): void => {
      if (info.field(name) && !keep(name)) record.values.set(name, value);
    };
    set('CreatedDate', this.now);
    set('CreatedById', this.userId);
    this.stampChanged(record);
    const owner = info.field('OwnerId');
    if (owner && (record.values.get('OwnerId') ?? null) === null) record.values.set('OwnerId', this.userId);
    for (const field of info.fields.values()) {
      if (field.type === 'boolean' && field.formula === null && (record.values.get(field.name) ?? null) === null)
        record.values.set(field.name, false);
    }
  }

  stampChanged(record: SObject): void {
    const info = record.info!;
    const keep = (name: string): boolean => this.load && (record.values.get(name) ?? null) !== null;
    for (const name of ['LastModifiedDate', 'SystemModstamp']) {
      if (info.field(name) && !keep(name)) record.values.set(name, this.now);
    }
    if (info.field('LastModifiedById') && !keep('LastModifiedById')) record.values.set('LastModifiedById', this.userId);
  }

  /**
   * Has `work` done once for all ids that were named under `name`, after the chunk's after triggers; in a data load once at the end.
   * Totals go here.
   */
  afterwards(name: string, ids: Iterable<string | null>, work: Afterwards): void {
    let entry = this.pending.get(name);
    if (!entry) this.pending.set(name, (entry = { ids: new Set(), work }));
    for (const id of ids) if (id !== null) entry.ids.add(id);
  }

  /** Does what is pending; work may add more. */
  settle(): void {
    while (this.pending.size > 0) {
      const [name, { ids, work }] = this.pending.entries().next().value!;
      this.pending.delete(name);
      if (ids.size > 0) work([...ids]);
    }
  }

  forgetPending(): void {
    this.pending.clear();
  }
}
