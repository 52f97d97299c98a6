import Fastify, { type FastifyInstance } from 'fastify';
import { buildBundle, buildSite, Layouts, type Bundle } from '../web/index.js';
import type { Context } from './context.js';
import { toApiError } from './errors.js';
import { eventRoutes } from './events.js';
import { guard } from './guard.js';
import type { OrgHandle } from './host.js';
import { pageRoutes } from './page/routes.js';
import { restRoutes } from './rest/routes.js';
import { Sessions } from './sessions.js';
import { RecordError } from './uiapi/records.js';
import { uiApiRoutes } from './uiapi/routes.js';

/** Only this machine can reach the local org. */
const ADDRESS = '127.0.0.1';

export interface ServerOptions {
  readonly port: number;
  /** Bundles are kept here. */
  readonly cacheDirectory: string;
  /** Told of what the components use and the local org doesn't have. */
  readonly onWarning?: (message: string) => void;
}

export interface Server {
  readonly app: FastifyInstance;
  /** Builds what has to be built, then answers requests; the promise holds the URL. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export class PortInUse extends Error {
  readonly code = 'PORT_IN_USE';
  constructor(readonly port: number) {
    super(`Port ${port} is already in use: stop what runs there or choose another one with --port.`);
  }
}

/** The HTTP side of a local org: the page, the endpoints of its components, and Salesforce's REST APIs. */
export async function createServer(host: OrgHandle, options: ServerOptions): Promise<Server> {
  const { org } = host;
  const sessions = new Sessions(org);
  const context: Context = { host, sessions, site: buildSite(org.metadata, org.schema), layouts: new Layouts(org.metadata) };
  const bundles = new Bundles(context, options);
  const app = Fastify({ bodyLimit: 150 * 1024 * 1024, routerOptions: { maxParamLength: 2000 }, forceCloseConnections: true });

  guard(app);
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof RecordError) return reply.code(error.status).send(error.body);
    const failure = toApiError(error);
    return reply.code(failure.status).send(failure.body);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }])
  );

  await pageRoutes(app, context, () => bundles.current());
  uiApiRoutes(app, context, '/ui-api', (request) => sessions.pageUser(request));
  eventRoutes(app, context);
  await restRoutes(app, context);

  return {
    app,
    async listen() {
      await bundles.current();
      try {
        return await app.listen({ port: options.port, host: ADDRESS });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new PortInUse(options.port);
        throw error;
      }
    },
    close: () => app.close()
  };
}

/** The bundle of the sources as they are now: what changed since the last look is built, everything else is found on disk. */
class Bundles {
  private pending: Promise<Bundle> | null = null;
  private told = '';

  constructor(
    private readonly context: Context,
    private readonly options: ServerOptions
  ) {}

  current(): Promise<Bundle> {
    this.pending ??= this.build().finally(() => {
      this.pending = null;
    });
    return this.pending;
  }

  private async build(): Promise<Bundle> {
    const { metadata } = this.context.host.org;
    const bundle = await buildBundle({
      projectDirectory: metadata.directory,
      components: metadata.lwc,
      cacheDirectory: this.options.cacheDirectory
    });
    if (bundle.hash !== this.told) for (const warning of bundle.warnings) this.options.onWarning?.(warning);
    this.told = bundle.hash;
    return bundle;
  }
}
