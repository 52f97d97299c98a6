import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseJson, readTyped, restContext, RestRequest, RestResponse, writeJson } from '../../stdlib/index.js';
import { ApexBlob, ApexException, type MethodInfo, type TypeInfo } from '../../values/index.js';
import type { Context } from '../context.js';
import { ApiError } from '../errors.js';

const PREFIX = '/services/apexrest';
const HTTP_ANNOTATIONS: Readonly<Record<string, string>> = {
  GET: 'httpget',
  POST: 'httppost',
  PUT: 'httpput',
  PATCH: 'httppatch',
  DELETE: 'httpdelete'
};

interface Resource {
  readonly info: TypeInfo;
  readonly mapping: string;
}

/** Calls the class whose `@RestResource(urlMapping)` fits the path, with RestContext filled (Apex Developer Guide, "Exposing Apex Classes as REST Web Services"). */
export function callApexRest(context: Context, userId: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const url = new URL(request.url, 'http://local-org');
  const path = decodeURIComponent(url.pathname.slice(PREFIX.length)) || '/';
  const resource = findResource(context, path);
  if (!resource) throw new ApiError(404, 'NOT_FOUND', 'Could not find a match for URL');
  const method = methodFor(resource.info, request.method);
  try {
    return context.host.runInTransaction(userId, 'REST', (transaction) => {
      if (!context.host.org.access.canRunApex(transaction.user, resource.info.name)) {
        throw new ApiError(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${resource.info.name}`);
      }
      const rest = restContext();
      rest.request = restRequest(request, path, url, resource.mapping);
      rest.response = new RestResponse();
      const args = parameters(method, rest.request);
      const result = context.host.org.program.invokeStatic(resource.info.name, method.name, args);
      return answer(reply, method, result, rest.response);
    });
  } catch (error) {
    // What the class does not catch is the server's error, whatever its type.
    if (error instanceof ApexException)
      throw new ApiError(500, 'APEX_ERROR', [`${error.getTypeName$0()}: ${error.getMessage$0()}`, error.stackTraceString].join('\n\n'));
    throw error;
  }
}

/** An exact mapping wins over a wildcard, a longer wildcard over a shorter one. */
function findResource(context: Context, path: string): Resource | undefined {
  const resources: Resource[] = [];
  for (const type of context.host.org.program.classes()) {
    const mapping = type.info?.annotations?.get('restresource')?.urlmapping;
    if (type.info && mapping !== undefined) resources.push({ info: type.info, mapping });
  }
  const fitting = resources.filter(({ mapping }) =>
    mapping.includes('*') ? pattern(mapping).test(path) : mapping.replace(/\/$/, '') === path.replace(/\/$/, '')
  );
  return fitting.sort(
    (a, b) => Number(a.mapping.includes('*')) - Number(b.mapping.includes('*')) || b.mapping.length - a.mapping.length
  )[0];
}

function pattern(mapping: string): RegExp {
  const escaped = mapping
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\/\*$/, '(/.*)?')
    .replace(/(?<!\.)\*/g, '[^/]*');
  return new RegExp(`^${escaped}$`);
}

function methodFor(info: TypeInfo, httpMethod: string): MethodInfo {
  const has = (method: MethodInfo, annotation: string): boolean => method.isStatic && method.annotations.has(annotation);
  const found = info.methods.find((method) => has(method, HTTP_ANNOTATIONS[httpMethod] ?? ''));
  if (found) return found;
  const allowed = Object.keys(HTTP_ANNOTATIONS).filter((name) => info.methods.some((method) => has(method, HTTP_ANNOTATIONS[name])));
  throw new ApiError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${httpMethod}' not allowed. Allowed are ${allowed.join(',')}`);
}

function restRequest(request: FastifyRequest, path: string, url: URL, mapping: string): RestRequest {
  const result = new RestRequest();
  result.httpMethod = request.method;
  result.requestURI = path;
  result.resourcePath = PREFIX + mapping;
  result.remoteAddress = request.ip;
  result.requestBody = new ApexBlob(Buffer.isBuffer(request.body) ? request.body : new Uint8Array());
  for (const [name, value] of url.searchParams) result.params.set(name, value);
  // Names as the client wrote them: Apex looks headers up with their capitals.
  const { rawHeaders } = request.raw;
  for (let index = 0; index < rawHeaders.length; index += 2) result.headers.set(rawHeaders[index], rawHeaders[index + 1]);
  return result;
}

/** Parameters come from the members of the JSON body; a method without any reads the body itself. */
function parameters(method: MethodInfo, request: RestRequest): unknown[] {
  if (method.parameters.length === 0) return [];
  const text = Buffer.from(request.requestBody!.bytes).toString('utf8');
  try {
    const json = text.trim() === '' ? null : parseJson(text);
    if (json !== null && json.kind !== 'object') throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body has to be a JSON object.');
    const entries = json?.entries ?? [];
    const unknown = entries.find(([name]) => !method.parameters.some((parameter) => parameter.name === name));
    if (unknown) throw new ApiError(400, 'JSON_PARSER_ERROR', `Unexpected parameter encountered during deserialization: ${unknown[0]}`);
    return method.parameters.map((parameter) => {
      const entry = entries.find(([name]) => name === parameter.name);
      return entry ? readTyped(entry[1], parameter.type, true) : null;
    });
  } catch (error) {
    if (error instanceof ApexException) throw new ApiError(400, 'JSON_PARSER_ERROR', error.message);
    throw error;
  }
}

function answer(reply: FastifyReply, method: MethodInfo, result: unknown, response: RestResponse): FastifyReply {
  void reply.code(response.statusCode ?? 200).type('application/json;charset=UTF-8');
  for (const [name, value] of response.headers.entries()) void reply.header(name, value);
  if (response.responseBody) return reply.send(Buffer.from(response.responseBody.bytes));
  if (method.returnType.kind === 'void') return reply.send('');
  return reply.send(writeJson(result, { pretty: false, suppressNulls: false }));
}
