import { ApexException, UnsupportedFeature } from '../values/index.js';
import type { RowError } from '../org/contracts.js';
import { ReportError } from '../reports/index.js';

/** An error of Salesforce's HTTP APIs: `[{"message": …, "errorCode": …, "fields": […]}]` with its status. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly errorCode: string,
    message: string,
    readonly fields?: readonly string[]
  ) {
    super(message);
    this.name = 'ApiError';
  }

  get body(): readonly { message: string; errorCode: string; fields?: readonly string[] }[] {
    return [{ message: this.message, errorCode: this.errorCode, ...(this.fields ? { fields: this.fields } : {}) }];
  }
}

export function notFound(message = 'The requested resource does not exist'): ApiError {
  return new ApiError(404, 'NOT_FOUND', message);
}

/** REST API status codes of the exceptions that queries and DML throw. */
const QUERY_ERRORS: readonly [RegExp, string][] = [
  [/^No such column|No such relation|Didn't understand relationship/i, 'INVALID_FIELD'],
  [/is not supported|sObject type .* is not supported/i, 'INVALID_TYPE'],
  [/unexpected token|expecting|mismatched|unknown/i, 'MALFORMED_QUERY']
];

/** Turns whatever was thrown into an ApiError; errors of Apex keep their message and name their exception. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof UnsupportedFeature) return new ApiError(501, 'FUNCTIONALITY_NOT_ENABLED', error.message);
  if (error instanceof ReportError) return reportError(error);
  if (error instanceof ApexException) {
    const [first] = error.details;
    if (first) return new ApiError(400, first.code, first.message, first.fields);
    if (error.apexType.name === 'QueryException') {
      return new ApiError(400, QUERY_ERRORS.find(([pattern]) => pattern.test(error.message))?.[1] ?? 'MALFORMED_QUERY', error.message);
    }
    return new ApiError(500, 'APEX_ERROR', `${error.typeName}: ${error.message}\n\n${error.stackTraceString}`);
  }
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'JSON_PARSER_ERROR') return new ApiError(400, /^No such column/.test(message ?? '') ? 'INVALID_FIELD' : code, message ?? '');
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return new ApiError(400, 'JSON_PARSER_ERROR', message ?? 'The request body is not JSON.');
  return new ApiError(
    500,
    'UNKNOWN_EXCEPTION',
    `An unexpected error occurred in the local org: ${error instanceof Error ? error.message : String(error)}`
  );
}

const REPORT_ERRORS = {
  REPORT: [501, 'FUNCTIONALITY_NOT_ENABLED'],
  REPORT_ACCESS: [403, 'FORBIDDEN'],
  NO_REPORT: [404, 'NOT_FOUND']
} as const;

function reportError({ code, message }: ReportError): ApiError {
  const [status, errorCode] = REPORT_ERRORS[code];
  return new ApiError(status, errorCode, message);
}

/** The error of a row that DML refused. */
export function rowError(errors: readonly RowError[]): ApiError {
  const [first] = errors;
  return new ApiError(
    first?.code === 'ENTITY_IS_DELETED' ? 404 : 400,
    first?.code ?? 'UNKNOWN_EXCEPTION',
    first?.message ?? 'The row was refused.',
    first?.fields ?? []
  );
}
