import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RunningUser } from '../../org/contracts.js';
import { asUser, type Context } from '../context.js';
import { ApiError, notFound, toApiError } from '../errors.js';
import { allPicklistValues, objectInfo, picklistValues } from './objects.js';
import { deleteRecord, getRecord, saveRecord, type RecordRequest, type UiRecord } from './records.js';

type Params = Record<string, string>;

/** The part of the UI API that the wire adapters use. `userOf` tells who asks: the page's user, or an API client's. */
export function uiApiRoutes(app: FastifyInstance, context: Context, prefix: string, userOf: (request: FastifyRequest) => string): void {
  const { org } = context.host;
  const run = <T>(request: FastifyRequest, work: (user: RunningUser) => T): T =>
    asUser(context, userOf(request), (_transaction, user) => work(user));
  const read = (user: RunningUser, id: string, query: RecordRequest): UiRecord => getRecord(org, user, context.layouts, id, query);

  app.get(`${prefix}/records/batch/:ids`, (request) => {
    const { ids } = request.params as Params;
    const results = ids.split(',').map((id) => {
      try {
        return { statusCode: 200, result: run(request, (user) => read(user, id, request.query as RecordRequest)) };
      } catch (error) {
        const failure = toApiError(error);
        return { statusCode: failure.status, result: failure.body };
      }
    });
    return { hasErrors: results.some((result) => result.statusCode !== 200), results };
  });
  app.get(`${prefix}/records/:id`, (request) =>
    run(request, (user) => read(user, (request.params as Params).id, request.query as RecordRequest))
  );
  app.post(`${prefix}/records`, (request, reply) => {
    const { apiName, fields } = body(request);
    if (!apiName) throw new ApiError(400, 'INVALID_TYPE', 'createRecord needs the apiName of the object.');
    reply.code(201);
    return run(request, (user) => read(user, saveRecord(org, apiName, null, fields), { layoutTypes: 'Full' }));
  });
  app.patch(`${prefix}/records/:id`, (request) =>
    run(request, (user) => {
      const { id } = request.params as Params;
      const object = org.schema.objectByPrefix(id.slice(0, 3));
      if (!object) throw notFound();
      return read(user, saveRecord(org, object.name, id, body(request).fields), { layoutTypes: 'Full' });
    })
  );
  app.delete(`${prefix}/records/:id`, (request, reply) => {
    run(request, () => deleteRecord(org, (request.params as Params).id));
    return reply.code(204).send();
  });

  app.get(`${prefix}/object-info/batch/:names`, (request) =>
    run(request, (user) => ({
      results: (request.params as Params).names.split(',').map((name) => ({ statusCode: 200, result: objectInfo(org, user, name) }))
    }))
  );
  app.get(`${prefix}/object-info/:object`, (request) => run(request, (user) => objectInfo(org, user, (request.params as Params).object)));
  app.get(`${prefix}/object-info/:object/picklist-values/:recordType`, (request) =>
    run(request, (user) => allPicklistValues(org, user, (request.params as Params).object))
  );
  app.get(`${prefix}/object-info/:object/picklist-values/:recordType/:field`, (request) => {
    const { object, field } = request.params as Params;
    return run(request, (user) => picklistValues(org, user, object, field));
  });
}

function body(request: FastifyRequest): { apiName?: string; fields: Record<string, unknown> } {
  const { apiName, fields } = (request.body ?? {}) as { apiName?: string; fields?: Record<string, unknown> };
  if (!fields || typeof fields !== 'object') throw new ApiError(400, 'JSON_PARSER_ERROR', 'A record input has an object of fields.');
  return { apiName, fields };
}
