import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import jsforce, { type Connection } from 'jsforce';
import { createServer, type Server } from '../../src/http/index.js';
import { openOrg, type LocalOrg } from '../../src/org/index.js';

/** A small SFDX project with components, pages and Apex. */
export const FIXTURE = fileURLToPath(new URL('../web/fixture', import.meta.url));

export interface Served {
  readonly org: LocalOrg;
  readonly server: Server;
  readonly url: string;
  /** A jsforce connection of the default user. */
  connect(): Promise<Connection>;
  close(): Promise<void>;
}

/** An org of a project in memory, served on a free port. */
export async function serve(project = FIXTURE, cacheDirectory?: string): Promise<Served> {
  const org = openOrg({ project, database: ':memory:' });
  const own = cacheDirectory ?? mkdtempSync(path.join(tmpdir(), 'local-org-http-'));
  const server = await createServer(
    { org, runInTransaction: (userId, quiddity, work) => org.run(userId, quiddity, work) },
    { port: 0, cacheDirectory: own }
  );
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  return {
    org,
    server,
    url,
    async connect() {
      const connection = new jsforce.Connection({
        instanceUrl: url,
        loginUrl: url,
        version: '67.0',
        oauth2: { loginUrl: url, clientId: 'client', clientSecret: 'secret' }
      });
      await connection.login(org.access.defaultUser().username, 'any password');
      return connection;
    },
    async close() {
      await server.close();
      org.close();
      if (!cacheDirectory) rmSync(own, { recursive: true, force: true });
    }
  };
}
