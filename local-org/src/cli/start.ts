import { existsSync, rmSync } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { createServer } from '../http/index.js';
import { expectSeed, findSeed, isSeedPending, runSeed, seedIsComplete, type LocalOrg } from '../org/index.js';
import { ApexException } from '../values/index.js';
import { CommandError, databasePath, orgDirectory, projectDirectory, type Terminal } from './context.js';
import { openChecked } from './open.js';
import { runInBackground } from './worker.js';

export interface StartOptions {
  readonly port: string;
  readonly org?: string;
  readonly fresh?: boolean;
  readonly project?: string;
  /** Loads the demo data and ends. */
  readonly seedOnly?: boolean;
}

/** `local-org start`: opens or creates the org, seeds a new one, serves until it is interrupted. */
export async function start(options: StartOptions, terminal: Terminal): Promise<number> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new CommandError(`--port must be a number from 0 to 65535, not ${options.port}.`);
  if (!options.seedOnly) await checkFree(port);
  const project = projectDirectory(terminal, options.project);
  const directory = orgDirectory(project, terminal, options.org);
  const database = databasePath(directory);
  if (options.fresh) forget(database);
  const org = openChecked({ project, database });
  try {
    if (org.isNew || isSeedPending(org)) await seed(org, terminal);
    if (options.seedOnly) return 0;
    return await serve(org, port, directory, terminal);
  } finally {
    org.close();
  }
}

/** Said before the demo data is loaded, not after. */
function checkFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createSocket();
    socket.once('error', (error: NodeJS.ErrnoException) => reject(new CommandError(portProblem(port, error))));
    socket.listen({ port, host: '127.0.0.1' }, () => socket.close(() => resolve()));
  });
}

function portProblem(port: number, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is already in use. Choose another with --port.`;
  return `Port ${port} can't be used: ${error.message}`;
}

function forget(database: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) if (existsSync(database + suffix)) rmSync(database + suffix);
}

/** Loads the demo data of a new org, or of one whose last start did not come to the end of it. */
async function seed(org: LocalOrg, terminal: Terminal): Promise<void> {
  expectSeed(org);
  try {
    const module = await findSeed(org.metadata.directory);
    if (!module) return seedIsComplete(org);
    terminal.out('Loading the demo data, once:');
    await runSeed(org, module, (message) => terminal.out(`  ${message}`));
  } catch (error) {
    const reason = error instanceof ApexException ? error.toString() : (error as Error).message;
    throw new CommandError(`The demo data can't be loaded: ${reason}. Nothing of it was kept; the next start tries again.`);
  }
}

async function serve(org: LocalOrg, port: number, directory: string, terminal: Terminal): Promise<number> {
  const handle = { org, runInTransaction: org.run.bind(org) };
  const server = await createServer(handle, { port, cacheDirectory: directory, onWarning: (warning) => terminal.error(warning) });
  const stopWorker = runInBackground(org, (message) => terminal.error(message));
  try {
    await server.listen();
    terminal.out(`${org.metadata.name} is at http://localhost:${port}`);
    await interrupted();
    return 0;
  } finally {
    stopWorker();
    await server.close();
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
