import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import type { ObjectInfo } from '../schema/model.js';
import type { Clock, SqlValue, Store } from '../org/contracts.js';
import { StoreError, storeError } from './errors.js';
import { IdSource } from './ids.js';
import { addColumn, createIndexes, createTable, isStored, LAYOUT_VERSION, quoted } from './layout.js';
import { lockFile } from './lock.js';

/** 'LOrg': marks a SQLite file as a local org's. */
const APPLICATION_ID = 0x4c4f7267;
const CACHED_STATEMENTS = 400;
/** Checking every page of a larger file would be felt at each start. */
const CHECKED_BYTES = 64 * 1024 * 1024;

export interface StoreOptions {
  /** Looks only, and may do so beside a process that writes: reads a copy of the file as it is now. */
  readonly readOnly?: boolean;
}

/**
 * Opens or creates an org's database. Throws StoreError with code CORRUPT for a damaged or foreign file, NEWER for one of a newer layout,
 * LOCKED when another local org uses it. `clock` stamps the file's creation.
 */
export function openStore(path: string, clock: Clock, options: StoreOptions = {}): Store {
  if (path === ':memory:') return new SqliteStore(path, clock, () => undefined);
  mkdirSync(dirname(path), { recursive: true });
  if (options.readOnly && existsSync(path)) return openCopy(path, clock);
  return open(path, path, clock, lockFile(path));
}

/** The writer holds the file for itself; a copy with its journal (which SQLite rolls back) is what it had last committed. */
function openCopy(path: string, clock: Clock): Store {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-'));
  const copy = join(folder, 'org.sqlite');
  copyFileSync(path, copy);
  if (existsSync(`${path}-journal`)) copyFileSync(`${path}-journal`, `${copy}-journal`);
  return open(copy, path, clock, () => rmSync(folder, { recursive: true, force: true }));
}

function open(file: string, named: string, clock: Clock, release: () => void): Store {
  try {
    return new SqliteStore(file, clock, release);
  } catch (error) {
    release();
    throw storeError(named, error);
  }
}

class SqliteStore implements Store {
  private readonly database: sqlite.Database;
  private readonly statements = new Map<string, sqlite.Statement>();
  private readonly ensured = new Map<string, ObjectInfo>();
  /** Objects whose table was made or changed inside the open savepoints. */
  private tentative: string[] = [];
  private depth = 0;
  private readonly reading = new Set<string>();
  private readonly ids: IdSource;

  constructor(
    private readonly path: string,
    clock: Clock,
    private readonly unlock: () => void
  ) {
    const existing = path !== ':memory:' && existsSync(path) && statSync(path).size > 0;
    this.database = new sqlite.Database(path);
    try {
      this.prepareFile(existing, clock);
    } catch (error) {
      this.database.close();
      throw error;
    }
    // What equality of text beyond ASCII means: NOCASE folds ASCII only.
    this.define('fold', (text) => (typeof text === 'string' ? text.toLowerCase() : text!));
    this.ids = new IdSource(
      (prefix) => Number(this.all('SELECT next FROM "_ids" WHERE prefix = ?', [prefix])[0]?.['next'] ?? 1),
      (prefix, next) =>
        this.run('INSERT INTO "_ids" (prefix, next) VALUES (?, ?) ON CONFLICT (prefix) DO UPDATE SET next = excluded.next', [prefix, next])
    );
  }

  ensure(object: ObjectInfo): void {
    const known = this.ensured.get(object.name);
    if (known === object) return;
    if (this.depth > 0) this.tentative.push(object.name);
    this.ensured.set(object.name, object);
    const present = new Set(
      this.all('SELECT lower(name) AS name FROM pragma_table_info(?)', [object.name]).map((row) => String(row['name']))
    );
    if (present.size === 0) {
      this.run(createTable(object));
    } else {
      for (const field of object.fields.values()) {
        if (isStored(field) && !present.has(field.name.toLowerCase())) this.run(addColumn(object, field));
      }
    }
    for (const index of createIndexes(object)) this.run(index);
  }

  run(sql: string, parameters: readonly SqlValue[] = []): void {
    try {
      this.statement(sql).run(parameters as SqlValue[]);
    } catch (error) {
      throw this.failed(sql, error);
    }
  }

  all(sql: string, parameters: readonly SqlValue[] = []): Record<string, SqlValue>[] {
    try {
      // A function called by this statement may run the same text again.
      if (this.reading.has(sql)) return this.database.all(sql, parameters as SqlValue[]) as Record<string, SqlValue>[];
      this.reading.add(sql);
      try {
        return this.statement(sql).all(parameters as SqlValue[]) as Record<string, SqlValue>[];
      } finally {
        this.reading.delete(sql);
      }
    } catch (error) {
      throw this.failed(sql, error);
    }
  }

  /** Columns must have different names (the driver answers rows as objects). */
  rows(sql: string, parameters: readonly SqlValue[] = []): SqlValue[][] {
    const records = this.all(sql, parameters);
    const result = new Array<SqlValue[]>(records.length);
    for (let i = 0; i < records.length; i++) result[i] = Object.values(records[i]);
    return result;
  }

  define(name: string, implementation: (...values: SqlValue[]) => SqlValue): void {
    this.database.function(name, implementation, { deterministic: true });
  }

  savepoint(name: string): void {
    this.run(`SAVEPOINT ${quoted(name)}`);
    this.depth++;
  }

  rollbackTo(name: string): void {
    this.run(`ROLLBACK TO ${quoted(name)}`);
    this.ids.rolledBack();
    for (const object of this.tentative) this.ensured.delete(object);
    this.tentative = [];
  }

  release(name: string): void {
    this.run(`RELEASE ${quoted(name)}`);
    this.depth--;
    if (!this.database.inTransaction) {
      this.depth = 0;
      this.tentative = [];
    }
  }

  newId(object: ObjectInfo): string {
    if (!object.keyPrefix) throw new Error(`${object.name} has no key prefix, so its records have no ids.`);
    return this.ids.next(object.keyPrefix);
  }

  close(): void {
    if (!this.database.isOpen) return;
    for (const statement of this.statements.values()) statement.finalize();
    this.statements.clear();
    this.database.close();
    this.unlock();
  }

  private prepareFile(existing: boolean, clock: Clock): void {
    const database = this.database;
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA foreign_keys = OFF');
    if (existing) {
      const version = Number(database.get('PRAGMA user_version')?.['user_version'] ?? 0);
      const application = Number(database.get('PRAGMA application_id')?.['application_id'] ?? 0);
      if (application !== APPLICATION_ID) {
        throw new StoreError(
          'CORRUPT',
          `${this.path} is not a local org's database. Start again with --fresh to make a new one in its place.`
        );
      }
      if (version > LAYOUT_VERSION) {
        throw new StoreError(
          'NEWER',
          `The org's database ${this.path} was made by a newer version of the local org (layout ${version}, this one knows ${LAYOUT_VERSION}). Update the local org or start again with --fresh.`
        );
      }
      if (statSync(this.path).size <= CHECKED_BYTES) {
        const verdict = String(Object.values(database.get('PRAGMA quick_check(1)') ?? {})[0]);
        if (verdict !== 'ok') throw new Error(`database disk image is malformed: ${verdict.split('\n')[0]}`);
      }
    }
    // TRUNCATE keeps one journal file; a process that is killed leaves a journal which the next start rolls back.
    database.exec(`PRAGMA journal_mode = ${this.path === ':memory:' ? 'MEMORY' : 'TRUNCATE'}; PRAGMA synchronous = NORMAL`);
    if (existing) return;
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${LAYOUT_VERSION}`);
    database.exec(
      'CREATE TABLE "_ids" (prefix TEXT PRIMARY KEY, next INTEGER) WITHOUT ROWID; CREATE TABLE "_org" (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID'
    );
    database.run('INSERT INTO "_org" VALUES (?, ?)', ['createdAt', new Date(clock.now()).toISOString()]);
  }

  /** The least recently used statement makes room. */
  private statement(sql: string): sqlite.Statement {
    let statement = this.statements.get(sql);
    if (statement) {
      this.statements.delete(sql);
    } else {
      statement = this.database.prepare(sql);
      if (this.statements.size >= CACHED_STATEMENTS) {
        const [oldest, unused] = this.statements.entries().next().value!;
        this.statements.delete(oldest);
        unused.finalize();
      }
    }
    this.statements.set(sql, statement);
    return statement;
  }

  private failed(sql: string, error: unknown): unknown {
    // A statement whose step failed answers that failure again when it is reset or finalized: it can't be used any more.
    const statement = this.statements.get(sql);
    this.statements.delete(sql);
    try {
      statement?.finalize();
    } catch {
      // The failure that is being reported.
    }
    const known = storeError(this.path, error);
    if (known instanceof StoreError || !(error instanceof Error)) return known;
    return new Error(`${error.message} in: ${sql.length > 2000 ? `${sql.slice(0, 2000)}…` : sql}`, { cause: error });
  }
}
