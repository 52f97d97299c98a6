import { createAccess, seedOrg } from '../../src/access/index.js';
import { compileAnonymous, compileProject, CompileError } from '../../src/apex/index.js';
import { createDml } from '../../src/data/index.js';
import { platform } from '../../src/platform/index.js';
import { createLimits } from '../../src/limits/index.js';
import type { Org } from '../../src/org/contracts.js';
import { openStore } from '../../src/store/index.js';
import { Transaction, within } from '../../src/org/transaction.js';
import { createQueries } from '../../src/soql/index.js';
import { ApexException } from '../../src/values/index.js';
import { metadata, schema } from './project.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function openTestOrg(): Mutable<Org> {
  const clock = { now: () => Date.UTC(2026, 4, 13, 15, 30) };
  const org = { metadata, schema, clock, store: openStore(':memory:', clock), listeners: new Set() } as unknown as Mutable<Org>;
  org.queries = createQueries(org);
  org.dml = createDml(org, platform);
  org.access = createAccess(org);
  org.program = compileProject({ sources: [], schema });
  seedOrg(org);
  return org;
}

const org = openTestOrg();

/** Runs anonymous Apex as the administrator, as in a test (System.runAs is allowed); answers what it logged, or the compile error or exception it ended with. What it wrote is rolled back. */
export function runApex(statements: string): string[] {
  let runnable;
  try {
    runnable = compileAnonymous(statements, org.program as Parameters<typeof compileAnonymous>[1], { apiVersion: 60 });
  } catch (error) {
    if (error instanceof CompileError) return error.diagnostics.map(({ message }) => `compile error: ${message}`);
    throw error;
  }
  const transaction = new Transaction(org, org.access.defaultUser(), createLimits('sync'), 'ANONYMOUS', 'r');
  transaction.test = { started: false, stopped: false, calloutMock: null, webServiceMock: null, fixedSearchResults: null };
  org.store.savepoint('apex');
  const log = (): string[] => transaction.log.map((line) => line.replace(/^.*?DEBUG\|/, ''));
  try {
    within(transaction, () => runnable.run());
    return log();
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    return [...log(), error.toString()];
  } finally {
    org.store.rollbackTo('apex');
    org.store.release('apex');
    org.access.invalidate();
  }
}
