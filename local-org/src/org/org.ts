import { compileProject, type CompiledProgram } from '../apex/index.js';
import { createAccess, seedOrg } from '../access/index.js';
import { JobQueue } from '../async/index.js';
import { createDml } from '../data/index.js';
import { loadProject, type ProjectMetadata } from '../metadata/index.js';
import { platform } from '../platform/index.js';
import { buildSchema } from '../schema/index.js';
import { createQueries } from '../soql/index.js';
import type { AccessControl, Clock, DmlEngine, EventListener, Org, QueryEngine, RunningUser, Store } from './contracts.js';
import type { Schema } from '../schema/model.js';
import { runTransaction } from './run.js';
import { openStore } from '../store/index.js';
import type { Quiddity, Transaction } from './transaction.js';

export const SYSTEM_CLOCK: Clock = { now: () => Date.now() };

export interface OrgOptions {
  /** The SFDX project. */
  readonly project: string;
  /** Path of the SQLite file, or `:memory:`. */
  readonly database: string;
  readonly coverage?: boolean;
  /** Looks only: may be open beside a server that writes. */
  readonly readOnly?: boolean;
  readonly clock?: Clock;
}

/** A project's org: its schema, its compiled Apex and its database. */
export class LocalOrg implements Org {
  readonly metadata: ProjectMetadata;
  readonly schema: Schema;
  readonly store: Store;
  readonly queries: QueryEngine;
  readonly dml: DmlEngine;
  readonly access: AccessControl;
  readonly async: JobQueue;
  readonly clock: Clock;
  readonly listeners = new Set<EventListener>();
  readonly heldRows = new Set<string>();
  /** Whether the database was made by this opening. */
  readonly isNew: boolean;
  private compiled: CompiledProgram | null = null;

  constructor(private readonly options: OrgOptions) {
    this.clock = options.clock ?? SYSTEM_CLOCK;
    this.metadata = loadProject(options.project);
    this.schema = buildSchema(this.metadata);
    this.store = openStore(options.database, this.clock, { readOnly: options.readOnly ?? false });
    this.queries = createQueries(this);
    this.dml = createDml(this, platform);
    this.access = createAccess(this);
    // Whoever only looks seldom needs Apex; whoever writes does not want to wait for it in the middle of a transaction.
    if (!options.readOnly) this.compiled = this.compile();
    this.async = new JobQueue(this);
    this.isNew = seedOrg(this);
    // A reader looks at a copy: the jobs are those of the process that writes.
    if (!this.isNew && !options.readOnly) this.async.resume();
  }

  get program(): CompiledProgram {
    return (this.compiled ??= this.compile());
  }

  /** One transaction as a user. */
  run<T>(userId: string | null, quiddity: Quiddity, work: (transaction: Transaction) => T): T {
    const user: RunningUser = userId === null ? this.access.defaultUser() : this.access.user(userId);
    return runTransaction(this, { user, quiddity, kind: 'sync' }, work);
  }

  close(): void {
    this.store.close();
  }

  private compile(): CompiledProgram {
    return compileProject(
      { sources: this.metadata.apex, schema: this.schema, queries: this.queries, labels: labelNames(this.metadata) },
      { coverage: this.options.coverage ?? false, cached: true }
    );
  }
}

function labelNames(metadata: ProjectMetadata): { has(name: string): boolean } {
  const names = new Set(metadata.labels.map((label) => label.name.toLowerCase()));
  return { has: (name) => names.has(name.toLowerCase()) };
}

export function openOrg(options: OrgOptions): LocalOrg {
  return new LocalOrg(options);
}
