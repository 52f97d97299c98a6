import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SObject, valueFromJson } from '../values/index.js';
import type { LocalOrg } from '../org/index.js';
import { CommandError, databasePath, orgDirectory, projectDirectory, type Terminal } from './context.js';
import { openChecked } from './open.js';

interface PlanEntry {
  readonly sobject: string;
  readonly files: readonly string[];
}

interface TreeRecord {
  readonly attributes: { readonly type: string; readonly referenceId: string };
  readonly [field: string]: unknown;
}

/** `sf data import tree` takes at most this many records a request; the records of a file are inserted by as many. */
const CHUNK = 200;

/** `local-org import`: an `sf data import tree` plan, whose records refer to each other as `@referenceId`. */
export function importPlan(plan: string, options: { org?: string; project?: string }, terminal: Terminal): number {
  const project = projectDirectory(terminal, options.project);
  const planFile = resolve(terminal.directory, plan);
  const entries = readJson<PlanEntry[]>(planFile);
  if (!Array.isArray(entries) || !entries.every((entry) => Array.isArray(entry?.files)))
    throw new CommandError(`${plan} is not a plan: it must hold a list of {"sobject", "files"}.`);
  const org = openChecked({ project, database: databasePath(orgDirectory(project, terminal, options.org)) });
  try {
    const references = new Map<string, string>();
    let count = 0;
    org.run(null, 'ANONYMOUS', () => {
      for (const entry of entries) {
        for (const file of entry.files) count += importFile(org, join(dirname(planFile), file), references);
      }
    });
    org.async.drain();
    terminal.out(`${count} records imported`);
    return 0;
  } finally {
    org.close();
  }
}

function importFile(org: LocalOrg, file: string, references: Map<string, string>): number {
  const records = readJson<{ records?: TreeRecord[] } | null>(file)?.records;
  if (!Array.isArray(records)) throw new CommandError(`${file} is not a tree file: it must hold {"records": [...]}.`);
  for (let start = 0; start < records.length; start += CHUNK) {
    const chunk = records.slice(start, start + CHUNK);
    const sobjects = chunk.map((record) => toRecord(org, record, references, file));
    org.dml.execute('insert', sobjects, { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false, load: true });
    chunk.forEach((record, index) => references.set(`@${record.attributes.referenceId}`, sobjects[index].id!));
  }
  return records.length;
}

function toRecord(org: LocalOrg, source: TreeRecord | null, references: ReadonlyMap<string, string>, file: string): SObject {
  const type = source?.attributes?.type;
  if (!source || !type) throw new CommandError(`${file}: a record has no attributes.type.`);
  const info = org.schema.object(type);
  if (!info) throw new CommandError(`${file}: ${type} is not an object of this org.`);
  const record = new SObject(info);
  for (const [name, value] of Object.entries(source)) {
    if (name === 'attributes') continue;
    const field = info.field(name);
    if (!field) throw new CommandError(`${file}: ${info.name} has no field ${name} (record ${source.attributes.referenceId}).`);
    const resolved = typeof value === 'string' && value.startsWith('@') && field.type === 'reference' ? references.get(value) : value;
    if (resolved === undefined)
      throw new CommandError(`${file}: ${String(value)} is not a record that came before (record ${source.attributes.referenceId}).`);
    record.values.set(field.name, valueFromJson(info, field, resolved));
  }
  return record;
}

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new CommandError(`${file} can't be read: ${(error as Error).message}`);
  }
}
