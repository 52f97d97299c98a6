import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { ApiError, notFound } from '../errors.js';
import { uiApiRoutes } from '../uiapi/routes.js';
import { analyticsRoutes } from './analytics.js';
import { callApexRest } from './apexRest.js';
import { bulkRoutes } from './bulk.js';
import { collectionRoutes } from './collections.js';
import { compositeRoutes } from './composite.js';
import { describeRoutes } from './describe.js';
import { oauthRoutes } from './oauth.js';
import { queryRoutes } from './query.js';
import { ok, Router, type Answer, type Call } from './router.js';
import { rowRoutes } from './rows.js';

/** API versions that the local org answers, newest last; they differ in nothing here. */
const FIRST_VERSION = 30;
const LAST_VERSION = 68;
const VERSIONS = Array.from({ length: LAST_VERSION - FIRST_VERSION + 1 }, (_, index) => ({
  version: `${FIRST_VERSION + index}.0`,
  label: releaseName(FIRST_VERSION + index)
}));

/** Requests that an org allows a day; the count starts with the server. */
const DAILY_REQUESTS = 100_000;

/** Winter '26 is 65.0; three releases a year, each year beginning with its winter. */
function releaseName(version: number): string {
  const releases = version - 65 + 26 * 3;
  return `${['Winter', 'Spring', 'Summer'][releases % 3]} '${String(Math.floor(releases / 3)).padStart(2, '0')}`;
}

/** Salesforce's HTTP APIs: `/services/…`. Bodies stay bytes until somebody knows what they are. */
export async function restRoutes(app: FastifyInstance, context: Context): Promise<void> {
  let requests = 0;
  const router = new Router();
  describeRoutes(router);
  rowRoutes(router);
  queryRoutes(router);
  collectionRoutes(router);
  compositeRoutes(router);
  bulkRoutes(router);
  analyticsRoutes(router);
  router.add('GET', 'limits', () => ok({ DailyApiRequests: { Max: DAILY_REQUESTS, Remaining: Math.max(0, DAILY_REQUESTS - requests) } }));
  router.add('GET', '', (call) => {
    const url = (name: string): string => `/services/data/${call.version}/${name}`;
    return ok(
      Object.fromEntries(
        ['sobjects', 'query', 'queryAll', 'search', 'composite', 'jobs', 'limits', 'ui-api', 'analytics'].map((name) => [name, url(name)])
      )
    );
  });

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    oauthRoutes(scope, context);
    scope.get('/services/data', () => VERSIONS.map(({ version, label }) => ({ label, url: `/services/data/v${version}`, version })));
    scope.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: '/services/apexrest/*',
      handler: (request, reply) => callApexRest(context, context.sessions.apiUser(request), request, reply)
    });
    scope.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: '/services/data/*',
      handler: (request, reply) => {
        requests++;
        const { status, body, headers } = answerData(router, context, request);
        for (const [name, value] of Object.entries(headers ?? {})) void reply.header(name, value);
        if (body === null) return reply.code(status).send();
        return reply.code(status).send(body);
      }
    });
    await scope.register((ui, _options, registered) => {
      ui.removeAllContentTypeParsers();
      ui.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
        done(null, body === '' ? null : JSON.parse(String(body)))
      );
      uiApiRoutes(ui, context, '/services/data/:version/ui-api', (request) => context.sessions.apiUser(request));
      registered();
    });
  });
}

function answerData(router: Router, context: Context, request: FastifyRequest): Answer {
  const url = new URL(request.url, 'http://local-org');
  const [, version, path = ''] = /^\/services\/data\/(v\d+\.\d)\/?(.*)$/.exec(url.pathname) ?? [];
  if (!version || !VERSIONS.some((known) => `v${known.version}` === version)) throw notFound();
  const userId = context.sessions.apiUser(request);
  // Clients that can't send PATCH say so (REST API Developer Guide, "Using HTTP PATCH").
  const query = Object.fromEntries(url.searchParams);
  const method = request.method === 'POST' && query._HttpMethod ? query._HttpMethod.toUpperCase() : request.method;
  const call: Omit<Call, 'params'> = {
    context,
    userId,
    version,
    method,
    query,
    headers: request.headers,
    body: parseBody(request),
    run: (work) => context.host.runInTransaction(userId, 'SYNC', work)
  };
  return router.dispatch(call, path);
}

function parseBody(request: FastifyRequest): unknown {
  if (!Buffer.isBuffer(request.body) || request.body.length === 0) return null;
  const text = request.body.toString('utf8');
  if (!/json/i.test(request.headers['content-type'] ?? '')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', (error as Error).message);
  }
}
