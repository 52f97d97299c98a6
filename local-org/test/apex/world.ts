import { createAccess, seedOrg } from '../../src/access/index.js';
import { compileAnonymous, compileProject, CompileError, type CompiledProgram } from '../../src/apex/index.js';
import { createDml } from '../../src/data/index.js';
import { platform } from '../../src/platform/index.js';
import { createLimits } from '../../src/limits/index.js';
import { loadProject, type ProjectMetadata, type SourceTree } from '../../src/metadata/index.js';
import type { Org } from '../../src/org/contracts.js';
import { openStore } from '../../src/store/index.js';
import { Transaction, within } from '../../src/org/transaction.js';
import { buildSchema } from '../../src/schema/index.js';
import { createQueries } from '../../src/soql/index.js';
import { ApexException } from '../../src/values/index.js';

const ROOT = '/project';
const FIELD = `<CustomField><fullName>Active__c</fullName><label>Active</label><type>Checkbox</type><defaultValue>false</defaultValue></CustomField>`;
const FILES: Readonly<Record<string, string>> = {
  'sfdx-project.json': '{ "packageDirectories": [{ "path": "app", "default": true }], "sourceApiVersion": "60.0" }',
  'app/objects/Account/fields/Active__c.field-meta.xml': FIELD
};

/** A project in memory. */
const tree: SourceTree = {
  exists: (path) => path in byPath || directories.has(path),
  isDirectory: (path) => directories.has(path),
  list: (directory) =>
    [
      ...new Set(
        [...Object.keys(byPath), ...directories]
          .filter((path) => path.startsWith(`${directory}/`))
          .map((path) => path.slice(directory.length + 1).split('/')[0])
      )
    ].sort(),
  read: (path) => byPath[path]
};
const byPath: Record<string, string> = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`${ROOT}/${path}`, text]));
const directories = new Set(
  Object.keys(byPath).flatMap((path) =>
    path
      .split('/')
      .slice(0, -1)
      .map((_, index, parts) => parts.slice(0, index + 1).join('/'))
  )
);

/** What a piece of Apex did: its debug log without the prefixes, and the exception it ended with. */
export interface Outcome {
  readonly log: string[];
  readonly thrown: string | null;
  readonly errors: string[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One org for all tests; what a test writes is rolled back. */
function openTestOrg(): Mutable<Org> {
  const metadata: ProjectMetadata = loadProject(ROOT, tree);
  const clock = { now: () => Date.UTC(2026, 4, 13, 15, 30) };
  const org = {
    metadata,
    schema: buildSchema(metadata),
    clock,
    store: openStore(':memory:', clock),
    listeners: new Set()
  } as unknown as Mutable<Org>;
  org.queries = createQueries(org);
  org.dml = createDml(org, platform);
  org.access = createAccess(org);
  org.program = compileProject({ sources: [], schema: org.schema });
  seedOrg(org);
  return org;
}

const org = openTestOrg();

export interface RunOptions {
  readonly apiVersion?: number;
  readonly inTest?: boolean;
}

/** Top-level classes by source, then statements that run as anonymous Apex (of version 60, so in system mode). */
export function runApex(
  statements: string,
  classes: readonly string[] = [],
  { apiVersion = 60, inTest = false }: RunOptions = {}
): Outcome {
  const program = compile(classes, apiVersion);
  const errors = program.diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`);
  if (errors.length > 0) return { log: [], thrown: null, errors };
  try {
    const runnable = compileAnonymous(statements, program, { apiVersion });
    return transact(program, inTest, () => runnable.run());
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return { log: [], thrown: null, errors: error.diagnostics.map(({ line, message }) => `${line} ${message}`) };
  }
}

export function compile(classes: readonly string[], apiVersion = 60, coverage = false): CompiledProgram {
  const sources = classes.map((source) => ({ file: fileOf(source), source, apiVersion }));
  return compileProject({ sources, schema: org.schema }, { coverage });
}

export function transact(program: CompiledProgram, inTest: boolean, work: () => void): Outcome {
  org.program = program;
  const transaction = new Transaction(org, org.access.defaultUser(), createLimits('sync'), 'ANONYMOUS', 'r');
  if (inTest) transaction.test = { started: false, stopped: false, calloutMock: null, webServiceMock: null, fixedSearchResults: null };
  org.store.savepoint('test');
  let thrown: string | null = null;
  try {
    within(transaction, work);
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    thrown = `${error.typeName}: ${error.getMessage$0()}`;
  } finally {
    org.store.rollbackTo('test');
    org.store.release('test');
  }
  return { log: transaction.log.map((line) => line.replace(/^USER_DEBUG \[\d+\]\|\w+\|/, '')), thrown, errors: [] };
}

function fileOf(source: string): string {
  const trigger = /\btrigger\s+(\w+)\s+on\b/i.exec(source);
  const name = /\b(?:class|interface|enum)\s+(\w+)/i.exec(source);
  return trigger ? `${trigger[1]}.trigger` : `${name![1]}.cls`;
}
