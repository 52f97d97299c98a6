import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SObject } from '../values/index.js';
import type { LocalOrg } from './org.js';
import { recordFromJson } from '../values/index.js';

export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * What a project's seed module gets. A project names the module in its package.json as `"localOrg": {"seed": "path/to/module.ts"}`;
 * it exports `seed(context): Promise<void>`.
 */
export interface SeedContext {
  readonly projectDirectory: string;
  /**
   * Inserts records as a data load does: audit fields and dates that are given are kept, triggers do not fire. Answers the ids in order.
   * Throws System.DmlException when a record is refused.
   */
  load(objectName: string, records: readonly JsonRecord[]): string[];
  update(objectName: string, records: readonly JsonRecord[]): void;
  remove(objectName: string, ids: readonly string[]): void;
  /** Positional rows of a SOQL query. */
  query(soql: string): readonly SObject[];
  progress(message: string): void;
}

export interface SeedModule {
  seed(context: SeedContext): Promise<void>;
}

/** The seed module of a project, or null when it names none. */
export async function findSeed(projectDirectory: string): Promise<SeedModule | null> {
  const manifest = join(projectDirectory, 'package.json');
  if (!existsSync(manifest)) return null;
  const { localOrg } = JSON.parse(await readFile(manifest, 'utf8')) as { localOrg?: { seed?: string } };
  if (!localOrg?.seed) return null;
  return (await import(pathToFileURL(join(projectDirectory, localOrg.seed)).href)) as SeedModule;
}

/** Kept in the database from before the seed until its data is there: a start that finds it knows that the last one did not get that far. */
const PENDING = 'seedPending';

/** Says that the org is to have demo data which is not there yet. */
export function expectSeed({ store }: LocalOrg): void {
  store.run(`INSERT OR REPLACE INTO "_org" (name, value) VALUES (?, 'true')`, [PENDING]);
}

export function isSeedPending({ store }: LocalOrg): boolean {
  return store.rows(`SELECT 1 FROM "_org" WHERE name = ?`, [PENDING]).length > 0;
}

export function seedIsComplete({ store }: LocalOrg): void {
  store.run(`DELETE FROM "_org" WHERE name = ?`, [PENDING]);
}

const LOAD = { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false, load: true } as const;

/** Runs a seed in one transaction: one that fails, or is killed, leaves nothing behind but that it is still to come. */
export async function runSeed(org: LocalOrg, module: SeedModule, progress: (message: string) => void): Promise<void> {
  const records = (objectName: string, rows: readonly JsonRecord[]): SObject[] => {
    const info = org.schema.object(objectName);
    if (!info) throw new Error(`The seed names an object that this org does not have: ${objectName}`);
    return rows.map((row) => recordFromJson(info, row));
  };
  org.store.savepoint('seed');
  try {
    await module.seed({
      projectDirectory: org.metadata.directory,
      load: (objectName, rows) => {
        const inserted = records(objectName, rows);
        org.run(null, 'ANONYMOUS', () => org.dml.execute('insert', inserted, LOAD));
        return inserted.map((record) => record.id!);
      },
      update: (objectName, rows) => void org.run(null, 'ANONYMOUS', () => org.dml.execute('update', records(objectName, rows), LOAD)),
      remove: (objectName, ids) =>
        void org.run(null, 'ANONYMOUS', () =>
          org.dml.execute(
            'delete',
            records(
              objectName,
              ids.map((Id) => ({ Id }))
            ),
            LOAD
          )
        ),
      query: (soql) =>
        org.run(
          null,
          'ANONYMOUS',
          () => org.queries.query(soql, { accessLevel: 'SYSTEM_MODE', enforceSharing: false, internal: true }).items as SObject[]
        ),
      progress
    });
    seedIsComplete(org);
  } catch (error) {
    org.store.rollbackTo('seed');
    throw error;
  } finally {
    org.store.release('seed');
  }
}
