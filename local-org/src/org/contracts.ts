/**
 * What the areas of the local org ask of each other. An Org owns the long-lived parts; a Transaction is one unit of work in it,
 * reached by `tx()` from anywhere below (Apex is single-threaded and synchronous, so is this).
 */
import type { ApexType } from '../values/apexType.js';
import type { SObject } from '../values/index.js';
import type { ApexList } from '../values/index.js';
import type { ObjectInfo, Schema } from '../schema/model.js';

export type AccessLevel = 'USER_MODE' | 'SYSTEM_MODE';

/** How a class shares: 'none' means it says nothing (inherits the caller's, or the version's default at an entry point). */
export type Sharing = 'with' | 'without' | 'inherited' | 'none';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

// --------------------------------------------------------------------------------------------- storage

export type SqlValue = null | number | bigint | string | Uint8Array;

/** The SQLite database of an org: one table an object (named as the object), one column a stored field (named as the field). */
export interface Store {
  /** Creates the object's table and its indexes on first use; adds columns that the schema has gained. */
  ensure(object: ObjectInfo): void;
  run(sql: string, parameters?: readonly SqlValue[]): void;
  all(sql: string, parameters?: readonly SqlValue[]): Record<string, SqlValue>[];
  /** Positional rows: cheaper for large results. */
  rows(sql: string, parameters?: readonly SqlValue[]): SqlValue[][];
  /** Makes a function known to SQL: deterministic, and with as many arguments as the implementation declares. */
  define(name: string, implementation: (...values: SqlValue[]) => SqlValue): void;
  /** Named, nested SQLite savepoints. */
  savepoint(name: string): void;
  rollbackTo(name: string): void;
  release(name: string): void;
  /** A new 18-character id for the object. */
  newId(object: ObjectInfo): string;
  close(): void;
}

// --------------------------------------------------------------------------------------------- queries

export interface QueryOptions {
  /** `WITH USER_MODE` and the like in the text win over this. */
  readonly accessLevel: AccessLevel;
  /** Whether record visibility applies ('with sharing'); user mode always applies it. */
  readonly enforceSharing: boolean;
  /** Answers the value of `:name`; throws the Apex exception if there is none. */
  readonly bind?: (name: string) => unknown;
  /** System reads of the platform itself: no governor counting, no access checks. */
  readonly internal?: boolean;
  readonly allRows?: boolean;
  /** Rows are not counted: a query locator's are charged where its iterator hands them out. */
  readonly freeRows?: boolean;
  /** Reads for a report, which can group by and filter with more than SOQL can. */
  readonly report?: boolean;
}

export interface QueryEngine {
  /** Records (or AggregateResult SObjects) as a typed list. Counts one SOQL query and its rows. */
  query(text: string, options: QueryOptions): ApexList;
  /** `SELECT COUNT() FROM …` */
  count(text: string, options: QueryOptions): number;
  /** Whether the text is a `SELECT COUNT()` query. */
  isCount(text: string): boolean;
  /** Checks objects, fields and syntax against the schema without running it; null, or the error. Used at compile time. */
  validate(text: string): { readonly message: string; readonly column: number } | null;
  /** Rows in steps (SOQL for-loops, query locators, REST paging): reads ids first, then records `size` at a time. */
  open(text: string, options: QueryOptions): QueryCursor;
  /** A cursor that was saved: the same rows in the same order, those deleted since left out. */
  reopen(saved: SavedCursor): QueryCursor;
  search(text: string, options: QueryOptions): ApexList;
}

export interface QueryCursor {
  readonly size: number;
  readonly object: ObjectInfo;
  /** Records from position `offset`, `count` at most. Counts rows, not a further query. */
  fetch(offset: number, count: number): ApexList;
  /** What makes it anew in another process; absent when its rows were read already. */
  readonly saved?: SavedCursor;
}

export interface SavedCursor {
  readonly text: string;
  readonly ids: readonly string[];
  readonly accessLevel: AccessLevel;
  readonly enforceSharing: boolean;
  readonly allRows?: boolean;
  readonly freeRows?: boolean;
  /** Values of the binds that the query reads. */
  readonly binds: Map<string, unknown>;
}

// ------------------------------------------------------------------------------------------------- DML

export type DmlKind = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'publish';

export interface DmlOptions {
  readonly allOrNone: boolean;
  readonly accessLevel: AccessLevel;
  readonly enforceSharing: boolean;
  readonly externalIdField?: string;
  readonly duplicateRule?: unknown;
  /** Text that is too long is cut instead of refused (DMLOptions.allowFieldTruncation). */
  readonly truncateText?: boolean;
  /** Data loads: keeps given CreatedDate, CreatedById, LastModifiedDate, FirstRespondedDate; fires no triggers; counts no limits. */
  readonly load?: boolean;
}

export interface RowError {
  /** `REQUIRED_FIELD_MISSING`, `DUPLICATE_VALUE`, … */
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export interface RowResult {
  readonly id: string | null;
  readonly success: boolean;
  readonly created: boolean;
  readonly errors: readonly RowError[];
}

export interface DmlEngine {
  /** Row by row in the order given. With allOrNone a failure throws System.DmlException after everything was rolled back. Counts one statement and its rows. */
  execute(kind: DmlKind, records: readonly SObject[], options: DmlOptions): RowResult[];
  merge(master: SObject, duplicates: readonly SObject[], options: DmlOptions): RowResult;
  convertLead(conversion: LeadConversion, options: DmlOptions): LeadConversionResult;
  /** Deletes records in the recycle bin for good. Answers which of them were there. Counts one statement and its rows. */
  emptyRecycleBin(ids: readonly string[]): boolean[];
}

export interface LeadConversion {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityName: string | null;
  readonly doNotCreateOpportunity: boolean;
  readonly ownerId: string | null;
  readonly convertedStatus: string;
  readonly overwriteLeadSource: boolean;
}

export interface LeadConversionResult extends RowResult {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
}

// ---------------------------------------------------------------------------------------------- access

export interface RunningUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly profileId: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly language: string;
}

export type ObjectRight = 'create' | 'read' | 'edit' | 'delete' | 'viewAll' | 'modifyAll';

export interface AccessControl {
  user(id: string): RunningUser;
  defaultUser(): RunningUser;
  /** The automated process user, who runs platform event triggers. */
  automatedProcess(): RunningUser;
  canObject(user: RunningUser, object: ObjectInfo, right: ObjectRight): boolean;
  canReadField(user: RunningUser, object: ObjectInfo, field: string): boolean;
  canEditField(user: RunningUser, object: ObjectInfo, field: string): boolean;
  canRunApex(user: RunningUser, className: string): boolean;
  hasPermission(user: RunningUser, customPermission: string): boolean;
  hasSystemPermission(user: RunningUser, permission: string): boolean;
  /** A SQL condition over table alias `alias` that keeps the records this user can see (or edit); null: all of them. Parameters are bound in order. */
  recordFilter(
    user: RunningUser,
    object: ObjectInfo,
    alias: string,
    right: 'read' | 'edit' | 'delete'
  ): { readonly sql: string; readonly parameters: readonly SqlValue[] } | null;
  /** Grants may have changed (permission set assigned, user changed): forget what is cached. */
  invalidate(): void;
}

// ---------------------------------------------------------------------------------------------- limits

/** Names as in System.Limits without 'get': `Queries`, `QueryRows`, `DmlStatements`, `DmlRows`, `CpuTime`, `HeapSize`, `Callouts`, `QueueableJobs`, `FutureCalls`, `AggregateQueries`, `PublishImmediateDML`, `SoslQueries`, `EmailInvocations`. */
export type LimitName =
  | 'Queries'
  | 'QueryRows'
  | 'AggregateQueries'
  | 'DmlStatements'
  | 'DmlRows'
  | 'CpuTime'
  | 'HeapSize'
  | 'Callouts'
  | 'QueueableJobs'
  | 'FutureCalls'
  | 'PublishImmediateDML'
  | 'SoslQueries'
  | 'EmailInvocations'
  | 'QueryLocatorRows'
  | 'SavepointRollbacks'
  | 'Savepoints'
  | 'MobilePushApexCalls'
  | 'FetchCallsOnApexCursor'
  | 'ApexCursorRows';

export interface Limits {
  used(name: LimitName): number;
  /** The most that was in use at a time. Heap alone goes down again; its highest value is known only where an observer asked for it. */
  most(name: LimitName): number;
  limit(name: LimitName): number;
  /** Adds and throws the uncatchable System.LimitException when the limit is passed. */
  count(name: LimitName, by?: number): void;
  /** Called at loop back-edges and calls: CPU time, heap. Cheap. */
  tick(): void;
  /** Runs work whose time is the database's, not the CPU limit's. */
  outsideCpu<T>(work: () => T): T;
  /** Apex that runs inside such work (triggers): its time counts again. */
  insideCpu<T>(work: () => T): T;
  /** Test.startTest / stopTest: a fresh set of counters and back. */
  push(): void;
  pop(): void;
  /** The counters as they are, and back to them: the later attempts of a partial save begin with the limits of the first. */
  mark(): ReadonlyMap<LimitName, number>;
  resetTo(mark: ReadonlyMap<LimitName, number>): void;
  /** What is printed of a transaction: the most of each. */
  snapshot(): Record<string, { readonly used: number; readonly limit: number }>;
}

// ----------------------------------------------------------------------------------------- compiled Apex

/** A trigger ready to run: `run` executes its body with `Trigger` variables taken from the transaction's trigger stack. */
export interface CompiledTrigger {
  readonly name: string;
  readonly object: string;
  readonly events: readonly string[];
  run(): void;
}

export interface Program {
  /** `Outer.Inner` or `Foo`, any case; built-in classes too. */
  type(name: string): ApexType | undefined;
  /** Top-level classes of the project. */
  classes(): Iterable<ApexType>;
  triggers(object: string): readonly CompiledTrigger[];
  /** Calls a static method of the project with values already of the declared types. */
  invokeStatic(className: string, method: string, args: readonly unknown[]): unknown;
  /** `new T()`, as Type.newInstance does. */
  instantiate(type: ApexType): unknown;
  /** An instance whose fields are null and whose constructor has not run (JSON.deserialize, stubs). */
  allocate(type: ApexType): object;
  /** An object of a class or interface whose methods all go to the provider (Test.createStub). */
  stub(type: ApexType, provider: object): object;
  /** The sharing that a class states. */
  sharing(className: string): Sharing;
  /** Executed and executable lines by class, when compiled with coverage. */
  coverage(): ReadonlyMap<string, { readonly file: string; readonly executable: readonly number[]; readonly hit: ReadonlySet<number> }>;
}

export interface TriggerContext {
  readonly object: ObjectInfo;
  readonly operation:
    'BEFORE_INSERT' | 'BEFORE_UPDATE' | 'BEFORE_DELETE' | 'AFTER_INSERT' | 'AFTER_UPDATE' | 'AFTER_DELETE' | 'AFTER_UNDELETE';
  readonly new: ApexList | null;
  readonly old: ApexList | null;
  readonly newMap: unknown;
  readonly oldMap: unknown;
  readonly size: number;
}

// ------------------------------------------------------------------------------------------ asynchronous

export interface AsyncJob {
  readonly id: string;
  readonly kind: 'Queueable' | 'Future' | 'BatchApex' | 'ScheduledApex' | 'PlatformEvent';
  readonly className: string;
  readonly userId: string;
}

export interface AsyncQueue {
  enqueue(
    queueable: object,
    options?: { readonly delayMinutes?: number; readonly maximumDepth?: number; readonly duplicateSignature?: string }
  ): string;
  future(className: string, method: string, args: readonly unknown[]): void;
  executeBatch(batchable: object, scopeSize: number): string;
  schedule(name: string, cron: string, schedulable: object): string;
  scheduleBatch(batchable: object, name: string, minutes: number, scopeSize: number): string;
  abort(jobId: string): void;
  attachFinalizer(finalizer: object): void;
  /** Events published by a transaction: immediately, or after its commit as the event's publish behaviour says. */
  publish(events: readonly SObject[]): void;
  /** Jobs added inside a transaction are held there; kept on commit, forgotten on rollback. */
  commit(): void;
  rollback(): void;
  /** Runs everything that is due, one transaction at a time, until nothing is left (Test.stopTest, `exec`). */
  drain(): void;
}

export type EventListener = (channel: string, event: { readonly replayId: number; readonly payload: Record<string, unknown> }) => void;

// --------------------------------------------------------------------------------------------------- org

export interface Org {
  readonly schema: Schema;
  readonly store: Store;
  readonly queries: QueryEngine;
  readonly dml: DmlEngine;
  readonly access: AccessControl;
  readonly async: AsyncQueue;
  readonly program: Program;
  readonly clock: Clock;
  /** The project's source tree as loaded (labels, custom metadata, static resources, …). */
  readonly metadata: import('../metadata/model.js').ProjectMetadata;
  /** Where debug logs, e-mails and events go. */
  readonly listeners: Set<EventListener>;
  /**
   * Ids of records that another transaction is taken to hold. Transactions here run one after the other, so no lock is ever met; tests that must see
   * one put ids in and take them out again.
   */
  readonly heldRows: Set<string>;
}

export interface TypedValue {
  readonly type: ApexType;
  readonly value: unknown;
}
