import type { QueryOptions, SqlValue, Store } from '../org/contracts.js';
import type { FieldInfo, ObjectInfo, Schema } from '../schema/model.js';
import { noSuchColumn, noSuchObject, SoqlError } from './errors.js';

/** Formula fields, evaluated by the schema's formula engine inside SQL. */
export interface Formulas {
  /** Paths of the fields that a formula reads, from its own object. */
  references(object: ObjectInfo, field: FieldInfo): readonly (readonly string[])[];
  /** What the evaluation of a formula threw since the last time, or null; SQLite itself reports only its message. */
  takeFailure(): unknown;
}

export interface RecordFilter {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** What the engine knows of its surroundings while one query is compiled and run. */
export interface Surroundings {
  readonly schema: Schema;
  /** null when the query is only checked. */
  readonly store: Store | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA name of the running user's time zone. */
  readonly timeZone: string;
  readonly userId: string | null;
  /** null when the query is only checked. */
  readonly formulas: Formulas | null;
  canReadObject(object: ObjectInfo): boolean;
  canReadField(object: ObjectInfo, field: string): boolean;
  /** The records that the user may see; null: all. */
  recordFilter(object: ObjectInfo, alias: string): RecordFilter | null;
}

export type AccessMode = 'SYSTEM_MODE' | 'USER_MODE' | 'SECURITY_ENFORCED';

/** One query on its way to SQL: names of tables, what the user may not read, values of binds. */
export class Context {
  private aliases = 0;
  private trusted = 0;
  private readonly binds = new Map<string, unknown>();
  private readonly inaccessible = new Map<string, Set<string>>();

  constructor(
    readonly around: Surroundings,
    readonly options: QueryOptions,
    readonly mode: AccessMode
  ) {}

  get schema(): Schema {
    return this.around.schema;
  }

  /** Whether this is SOQL as an org takes it. The platform's own reads, and those of its reports, can do more. */
  get restricted(): boolean {
    return !this.options.internal && !this.options.report;
  }

  get validating(): boolean {
    return this.around.store === null;
  }

  /** The value of `:name`, asked for once: reading it may run Apex. */
  bind(name: string): unknown {
    if (!this.options.bind) throw new SoqlError(`Variable does not exist: ${name}`, name);
    if (!this.binds.has(name)) this.binds.set(name, this.options.bind(name));
    return this.binds.get(name);
  }

  alias(): string {
    return `t${this.aliases++}`;
  }

  /** An object by the name a query gives it, its table made. */
  object(name: string): ObjectInfo {
    const object = this.schema.object(name);
    if (!object?.queryable) throw noSuchObject(name);
    return this.table(object);
  }

  table(object: ObjectInfo): ObjectInfo {
    this.around.store?.ensure(object);
    return object;
  }

  /** Notes that a query reads an object or a field; `check` judges. SECURITY_ENFORCED covers SELECT and FROM only (Apex Developer Guide, "Filter SOQL Queries Using WITH SECURITY_ENFORCED"). */
  use(object: ObjectInfo, field: FieldInfo | null, purpose: 'select' | 'filter'): void {
    if (this.trusted > 0 || this.mode === 'SYSTEM_MODE' || (this.mode === 'SECURITY_ENFORCED' && purpose === 'filter')) return;
    const { around } = this;
    if (!around.canReadObject(object)) this.refuse(object.name, field?.name ?? null);
    else if (field && !around.canReadField(object, field.name)) this.refuse(object.name, field.name);
  }

  /** Runs work whose reads are the platform's own, not the user's. */
  unchecked<T>(work: () => T): T {
    this.trusted++;
    try {
      return work();
    } finally {
      this.trusted--;
    }
  }

  /** Throws when the query reads what the user may not. */
  check(): void {
    const [first] = this.inaccessible;
    if (!first) return;
    const object = this.schema.object(first[0])!;
    const [field] = first[1];
    const error =
      this.mode === 'SECURITY_ENFORCED'
        ? new SoqlError('Insufficient permissions: secure query included inaccessible field')
        : this.around.canReadObject(object)
          ? noSuchColumn(field, object.name)
          : noSuchObject(object.name);
    throw new SoqlError(error.message, error.near, this.inaccessible);
  }

  recordFilter(object: ObjectInfo, alias: string): RecordFilter | null {
    if (this.options.internal || (this.mode !== 'USER_MODE' && !this.options.enforceSharing)) return null;
    return this.around.recordFilter(object, alias);
  }

  private refuse(object: string, field: string | null): void {
    let fields = this.inaccessible.get(object);
    if (!fields) this.inaccessible.set(object, (fields = new Set()));
    if (field) fields.add(field);
  }
}
