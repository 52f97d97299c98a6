import { spawn, type ChildProcess } from 'node:child_process';
import { constants, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { query } from '../local-org/src/cli/query.js';
import { RUN_FOLDER } from './globalSetup.js';

const PROJECT = join(import.meta.dirname, '..');
const COMMAND = join(PROJECT, 'local-org/bin/local-org.js');
const END_WITH_PARENT = pathToFileURL(join(import.meta.dirname, 'endWithParent.js')).href;

/** A running local org with the demo data, in a folder of its own. */
export interface RunningOrg {
  readonly url: string;
  /** Records of a query against what is stored, read past the running server. */
  query(soql: string): Record<string, unknown>[];
  stop(): Promise<void>;
}

/** @param existing the folder of an org to start, which stays when it is stopped; without one, a copy of a new org with the demo data */
export async function startLocalOrg(existing?: string): Promise<RunningOrg> {
  if (existing !== undefined) return serve(existing);
  const directory = mkdtempSync(join(tmpdir(), 'org-'));
  cpSync(await seededOrg(), directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const org = await serve(directory);
  return {
    ...org,
    stop: async () => {
      await org.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  };
}

/** An org as its first start leaves it, pages built. The first that asks for it makes it, for all files of this run and for none of another. */
async function seededOrg(): Promise<string> {
  const folder = process.env[RUN_FOLDER];
  if (folder === undefined) throw new Error('The org with the demo data is made for a run of the tests: see globalSetup.ts.');
  const claim = join(folder, 'seeding');
  const ready = join(folder, 'seeded');
  while (!existsSync(ready)) {
    if (!made(claim)) await setTimeout(200);
    else if (!existsSync(ready)) await seed(join(claim, 'org'), ready).finally(() => rmSync(claim, { recursive: true, force: true }));
  }
  return ready;
}

async function seed(directory: string, ready: string): Promise<void> {
  const org = await serve(directory);
  await org.stop();
  renameSync(directory, ready);
}

/** Makes the folder; false where somebody else did. */
function made(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

async function serve(directory: string): Promise<RunningOrg> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['--import', END_WITH_PARENT, COMMAND, 'start', '--org', directory, '--port', String(port)], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc']
  });
  await answered(server, url);
  return {
    url,
    query: (soql) => stored(directory, soql),
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
  };
}

/** As `local-org query`, in this process. */
function stored(directory: string, soql: string): Record<string, unknown>[] {
  const lines: string[] = [];
  const terminal = { directory: PROJECT, out: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line) };
  query(soql, { org: directory, json: true }, terminal);
  return (JSON.parse(lines.join('\n')) as { records: Record<string, unknown>[] }).records;
}

/** The command prints its URL once it answers. */
function answered(child: ChildProcess, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(url)) resolve();
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('exit', (code) => reject(new Error(`local-org start ended with ${code}:\n${output}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
