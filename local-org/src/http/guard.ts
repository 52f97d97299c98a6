import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from './errors.js';

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Keeps other web pages away from the local org. A foreign site that resolves its own name to this machine sends its own Host; one that posts
 * a form here sends its Origin and can't add the page's header or an Authorization.
 */
export function guard(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    check(request);
    done();
  });
}

function check(request: FastifyRequest): void {
  if (request.headers.host && !LOCAL.test(request.headers.host))
    throw new ApiError(403, 'FORBIDDEN', 'The local org answers only on 127.0.0.1 and localhost.');
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  if (origin && new URL(origin).host !== request.headers.host)
    throw new ApiError(403, 'FORBIDDEN', 'Requests of other web sites are refused.');
  if (!isApi(request) && request.headers['x-local-org'] !== 'page')
    throw new ApiError(403, 'FORBIDDEN', 'This endpoint belongs to the page.');
}

function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/services/');
}
