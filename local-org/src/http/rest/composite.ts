import { ApiError, toApiError } from '../errors.js';
import { jsonObject, ok, type Answer, type Call, type Router } from './router.js';

interface SubRequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId?: string;
  readonly body?: unknown;
  readonly richInput?: unknown;
}

interface SubResponse {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

const HALTED = [
  { errorCode: 'PROCESSING_HALTED', message: 'The transaction was rolled back since another operation in the same transaction failed.' }
];

class Undone extends Error {
  constructor(readonly responses: readonly SubResponse[]) {
    super('A request failed.');
  }
}

/** `/composite` and `/composite/batch`: several requests in one, answered in order. */
export function compositeRoutes(router: Router): void {
  router.add('POST', 'composite', (call) => {
    const { compositeRequest, allOrNone } = jsonObject(call) as { compositeRequest?: SubRequest[]; allOrNone?: boolean };
    if (!Array.isArray(compositeRequest)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body has to hold a compositeRequest.');
    if (!allOrNone) return ok({ compositeResponse: runAll(router, call, compositeRequest, false) });
    try {
      const responses = call.run((transaction) => {
        const inside: Call = { ...call, run: (work) => work(transaction) };
        const answers = runAll(router, inside, compositeRequest, true);
        if (answers.some(failed)) throw new Undone(answers);
        return answers;
      });
      return ok({ compositeResponse: responses });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      const responses = compositeRequest.map((request, index) => {
        const response = error.responses[index];
        return response && failed(response)
          ? response
          : { body: HALTED, httpHeaders: {}, httpStatusCode: 400, referenceId: request.referenceId ?? '' };
      });
      return ok({ compositeResponse: responses });
    }
  });

  router.add('POST', 'composite/batch', (call) => {
    const { batchRequests, haltOnError } = jsonObject(call) as { batchRequests?: SubRequest[]; haltOnError?: boolean };
    if (!Array.isArray(batchRequests)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body has to hold batchRequests.');
    let halted = false;
    const results = batchRequests.map((request) => {
      if (halted)
        return {
          statusCode: 412,
          result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request due to previous failure.' }]
        };
      const answer = attempt(router, call, request.method, request.url, request.richInput);
      halted = haltOnError === true && answer.status >= 400;
      return { statusCode: answer.status, result: answer.body };
    });
    return ok({ hasErrors: results.some((result) => result.statusCode >= 400), results });
  });

  router.add('POST', 'composite/tree/:object', (call) => {
    const { records } = jsonObject(call) as { records?: readonly TreeRecord[] };
    const results: { referenceId: string; id: string }[] = [];
    try {
      call.run((transaction) => {
        const inside: Call = { ...call, run: (work) => work(transaction) };
        for (const record of records ?? []) insertTree(router, inside, record, null, results);
      });
    } catch (error) {
      if (!(error instanceof TreeError)) throw error;
      const { errorCode, message, fields } = error.reason;
      return {
        status: 400,
        body: {
          hasErrors: true,
          results: [{ referenceId: error.referenceId, errors: [{ statusCode: errorCode, message, fields: fields ?? [] }] }]
        }
      };
    }
    return { status: 201, body: { hasErrors: false, results } };
  });
}

interface TreeRecord extends Readonly<Record<string, unknown>> {
  readonly attributes: { readonly type: string; readonly referenceId: string };
}

class TreeError extends Error {
  constructor(
    readonly referenceId: string,
    readonly reason: ApiError
  ) {
    super(reason.message);
  }
}

/** Inserts a record and then its children, which point to it. */
function insertTree(
  router: Router,
  call: Call,
  json: TreeRecord,
  parent: { readonly field: string; readonly id: string } | null,
  results: { referenceId: string; id: string }[]
): void {
  const { attributes, ...rest } = json;
  const object = call.context.host.org.schema.object(attributes.type);
  const isChildList = (value: unknown): value is { records: TreeRecord[] } =>
    typeof value === 'object' && value !== null && Array.isArray((value as { records?: unknown }).records);
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => !isChildList(value)));
  const body = parent ? { ...fields, [parent.field]: parent.id } : fields;
  let id: string;
  try {
    id = (router.dispatch({ ...call, method: 'POST', body }, `sobjects/${attributes.type}`).body as { id: string }).id;
  } catch (error) {
    throw new TreeError(attributes.referenceId, toApiError(error));
  }
  results.push({ referenceId: attributes.referenceId, id });
  for (const [name, value] of Object.entries(rest)) {
    const relationship = object?.child(name);
    if (!isChildList(value)) continue;
    if (!relationship)
      throw new TreeError(
        attributes.referenceId,
        new ApiError(400, 'INVALID_FIELD', `No such relationship '${name}' on ${attributes.type}.`)
      );
    for (const child of value.records) insertTree(router, call, child, { field: relationship.field, id }, results);
  }
}

function runAll(router: Router, call: Call, requests: readonly SubRequest[], stopAtError: boolean): SubResponse[] {
  const answers = new Map<string, unknown>();
  const responses: SubResponse[] = [];
  for (const request of requests) {
    const answer = attemptReferenced(router, call, request, answers);
    const response = {
      body: answer.body,
      httpHeaders: answer.headers ?? {},
      httpStatusCode: answer.status,
      referenceId: request.referenceId ?? ''
    };
    responses.push(response);
    if (!failed(response)) answers.set(request.referenceId ?? '', answer.body);
    else if (stopAtError) break;
  }
  return responses;
}

function failed(response: SubResponse): boolean {
  return response.httpStatusCode >= 400;
}

function attemptReferenced(router: Router, call: Call, request: SubRequest, answers: ReadonlyMap<string, unknown>): Answer {
  try {
    const fill = (text: string): string => text.replace(/@\{([^}]+)\}/g, (_match, path: string) => reference(path, answers));
    const url = fill(request.url);
    const body = request.body === undefined ? undefined : (JSON.parse(fill(JSON.stringify(request.body))) as unknown);
    return attempt(router, call, request.method, url, body);
  } catch (error) {
    const failure = toApiError(error);
    return { status: failure.status, body: failure.body };
  }
}

/** `@{refAccount.id}`, `@{refQuery.records[0].Id}`: part of an earlier answer. */
function reference(path: string, answers: ReadonlyMap<string, unknown>): string {
  const [name, ...steps] = path.split(/[.[\]]+/).filter(Boolean);
  if (!answers.has(name))
    throw new ApiError(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found in ${name}.`);
  const value = steps.reduce<unknown>(
    (current, step) => (current as Record<string, unknown> | null | undefined)?.[step],
    answers.get(name)
  );
  if (value === undefined || value === null || typeof value === 'object')
    throw new ApiError(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found in ${name}.`);
  return (value as string | number | boolean).toString();
}

function attempt(router: Router, call: Call, method: string, url: string, body: unknown): Answer {
  try {
    const parsed = new URL(url, 'http://local-org/services/data/');
    const [, version, path] = /^\/services\/data\/(v\d+\.\d)\/(.*)$/.exec(parsed.pathname) ?? [];
    if (!version) throw new ApiError(400, 'INVALID_URL', `The url has to begin with /services/data/vNN.0: ${url}`);
    return router.dispatch({ ...call, version, method: method.toUpperCase(), query: Object.fromEntries(parsed.searchParams), body }, path);
  } catch (error) {
    const failure = toApiError(error);
    return { status: failure.status, body: failure.body };
  }
}
