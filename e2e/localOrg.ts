import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMAND = join(import.meta.dirname, '../local-org/bin/local-org.js');

/** A running local org with the demo data, in a folder of its own. */
export interface RunningOrg {
  readonly url: string;
  /** Records of a query against what is stored, read past the running server. */
  query(soql: string): Record<string, unknown>[];
  stop(): Promise<void>;
}

/** @param existing the folder of an org to start, which stays when it is stopped; without one, a new org with the demo data */
export async function startLocalOrg(existing?: string): Promise<RunningOrg> {
  const directory = existing ?? mkdtempSync(join(tmpdir(), 'e2e-'));
  const port = await freePort();
  const process_ = spawn(process.execPath, [COMMAND, 'start', '--org', directory, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe']
  });
  await answered(process_, `http://localhost:${port}`);
  return {
    url: `http://localhost:${port}`,
    query: (soql) => {
      const output = execFileSync(process.execPath, [COMMAND, 'query', soql, '--org', directory, '--json'], {
        encoding: 'utf8',
        // All members of the largest campaign.
        maxBuffer: 256 * 1024 * 1024
      });
      return (JSON.parse(output) as { records: Record<string, unknown>[] }).records;
    },
    stop: async () => {
      const ended = new Promise((resolve) => process_.once('exit', resolve));
      process_.kill('SIGTERM');
      await ended;
      if (existing === undefined) rmSync(directory, { recursive: true, force: true });
    }
  };
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
