import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { BundleError, DESIGN_SYSTEM, type Bundle } from '../../web/index.js';
import { asUser, type Context } from '../context.js';
import { ApiError } from '../errors.js';
import { callApex } from './aura.js';
import { bootstrapOf } from './bootstrap.js';
import { errorPage, indexPage } from './html.js';
import { layoutOf, listOf, relatedListOf, type ListRequest } from './lists.js';
import { reportFoldersOf, reportViewOf } from './reports.js';
import { sendResource } from './resources.js';

type Params = Record<string, string>;

/** Seconds that files with a hash in their path, and the design system's, may be kept by the browser. */
const LONG = 31_536_000;

/** The page: its document, its code, and the endpoints that its components call. `bundle` answers the current build, building when sources changed. */
export async function pageRoutes(app: FastifyInstance, context: Context, bundle: () => Promise<Bundle>): Promise<void> {
  const { sessions, host } = context;
  await app.register(fastifyStatic, { root: DESIGN_SYSTEM, prefix: '/assets/', maxAge: '1h', decorateReply: true, index: false });

  const document = async (): Promise<{ status: number; html: string }> => {
    try {
      return { status: 200, html: indexPage((await bundle()).hash) };
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      return { status: 500, html: errorPage(error) };
    }
  };
  for (const url of ['/', '/lightning', '/lightning/*']) {
    app.get(url, async (_request, reply) => {
      const { status, html } = await document();
      return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
    });
  }
  app.get('/bundle/:hash/*', async (request, reply) => {
    const { hash, '*': file } = request.params as Params;
    const { directory } = await bundle();
    const root = path.join(path.dirname(directory), path.basename(hash));
    return reply.sendFile(file, root, { maxAge: LONG * 1000, immutable: true });
  });

  app.get('/bootstrap.json', (request, reply) => {
    void reply.header('cache-control', 'no-store');
    return bootstrapOf(context, sessions.pageUser(request));
  });
  app.post('/session', (request, reply) => {
    const { userId } = (request.body ?? {}) as { userId?: string };
    const known = bootstrapOf(context, sessions.pageUser(request)).users.some((user) => user.id === userId);
    if (!known || !userId) throw new ApiError(400, 'INVALID_USER', 'There is no active user with this id.');
    return reply.header('set-cookie', sessions.pageCookie(userId)).code(204).send();
  });
  app.get('/resource/*', (request, reply) => sendResource(host.org, (request.params as Params)['*'], reply));

  app.post('/apex/:class/:method', (request, reply) => {
    const { class: className, method } = request.params as Params;
    const wired = (request.query as { wire?: string }).wire === '1';
    const answer = callApex(context, sessions.pageUser(request), className, method, (request.body ?? {}) as Record<string, unknown>, wired);
    // Salesforce's gateway says "Server Error"; Node's own phrase is "Internal Server Error".
    if (answer.status === 500) reply.raw.statusMessage = 'Server Error';
    return reply
      .code(answer.status)
      .header('x-apex-cacheable', String(answer.cacheable))
      .type('application/json')
      .send(JSON.stringify(answer.body ?? null));
  });

  app.get('/local/reports', () => reportFoldersOf(context));
  app.get('/local/report/:id', (request) =>
    asUser(context, sessions.pageUser(request), (_transaction, user) => reportViewOf(context, user, (request.params as Params).id))
  );
  app.get('/local/layout/:object', (request) =>
    asUser(context, sessions.pageUser(request), (_transaction, user) => layoutOf(context, user, (request.params as Params).object))
  );
  app.get('/local/list/:object', (request) =>
    asUser(context, sessions.pageUser(request), (_transaction, user) =>
      listOf(context, user, (request.params as Params).object, request.query as ListRequest)
    )
  );
  app.get('/local/related/:id/:name', (request) => {
    const { id, name } = request.params as Params;
    return asUser(context, sessions.pageUser(request), (_transaction, user) =>
      relatedListOf(context, user, id, name, request.query as ListRequest)
    );
  });
}
