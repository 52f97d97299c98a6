import { randomBytes } from 'node:crypto';
import type { DmlKind } from '../../org/contracts.js';
import type { ObjectInfo } from '../../schema/index.js';
import { idSuffix } from '../../values/index.js';
import { ApiError } from '../errors.js';
import { jsonObject, type Call } from './router.js';

export const OPERATIONS: Readonly<Record<string, DmlKind>> = {
  insert: 'insert',
  update: 'update',
  upsert: 'upsert',
  delete: 'delete',
  hardDelete: 'delete'
};

export interface RowOutcome {
  readonly row: Readonly<Record<string, string>>;
  readonly id: string;
  readonly created: boolean;
  readonly error: string | null;
}

/** A job and what became of it; jobs live as long as the server. */
export interface Job {
  readonly id: string;
  readonly kind: 'ingest' | 'query';
  readonly userId: string;
  readonly version: string;
  readonly object: string;
  readonly operation: string;
  readonly externalIdFieldName: string | null;
  readonly lineEnding: string;
  readonly columnDelimiter: string;
  readonly query: string | null;
  readonly created: number;
  state: 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';
  errorMessage: string | null;
  modified: number;
  columns: readonly string[];
  rows: readonly Readonly<Record<string, string>>[];
  outcomes: RowOutcome[];
  results: readonly (readonly string[])[];
}

/** A job as the request describes it. */
export function createJob(call: Call, kind: Job['kind']): Job {
  const json = jsonObject(call) as Record<string, string | undefined>;
  const { schema, clock } = call.context.host.org;
  const operation = json.operation ?? '';
  let object: ObjectInfo | undefined;
  if (kind === 'ingest') {
    object = schema.object(json.object ?? '');
    if (!object) throw new ApiError(400, 'INVALIDENTITY', `${json.object ?? ''} is not a supported object.`);
    if (!(operation in OPERATIONS)) throw new ApiError(400, 'INVALIDOPERATION', `${operation} is not an operation of ingest jobs.`);
    if (operation === 'upsert' && !object.field(json.externalIdFieldName ?? ''))
      throw new ApiError(400, 'INVALIDJOB', 'An upsert job needs an externalIdFieldName.');
  } else {
    if (!['query', 'queryAll'].includes(operation))
      throw new ApiError(400, 'INVALIDOPERATION', `${operation} is not an operation of query jobs.`);
    const problem = call.run(() => call.context.host.org.queries.validate(json.query ?? ''));
    if (problem) throw new ApiError(400, 'API_ERROR', problem.message);
    object = schema.object(/\bFROM\s+(\w+)/i.exec(json.query ?? '')?.[1] ?? '');
  }
  const id = `750${randomBytes(6).toString('hex')}`;
  const now = clock.now();
  return {
    id: id + idSuffix(id),
    kind,
    userId: call.userId,
    version: call.version,
    object: object?.name ?? '',
    operation,
    externalIdFieldName: json.externalIdFieldName ?? null,
    lineEnding: json.lineEnding ?? 'LF',
    columnDelimiter: json.columnDelimiter ?? 'COMMA',
    query: json.query ?? null,
    created: now,
    state: kind === 'ingest' ? 'Open' : 'UploadComplete',
    errorMessage: null,
    modified: now,
    columns: [],
    rows: [],
    outcomes: [],
    results: []
  };
}

/** What the API tells of a job. */
export function jobInfo(job: Job, detailed = false): unknown {
  const iso = (millis: number): string => new Date(millis).toISOString().replace('Z', '+0000');
  const failed = job.outcomes.filter((outcome) => outcome.error !== null).length;
  return {
    id: job.id,
    operation: job.operation,
    ...(job.object ? { object: job.object } : {}),
    createdById: job.userId,
    createdDate: iso(job.created),
    systemModstamp: iso(job.modified),
    state: job.state,
    ...(job.externalIdFieldName ? { externalIdFieldName: job.externalIdFieldName } : {}),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version.slice(1)),
    ...(job.kind === 'ingest'
      ? { contentUrl: `services/data/${job.version}/jobs/ingest/${job.id}/batches`, jobType: 'V2Ingest' }
      : { jobType: 'V2Query' }),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    ...(job.errorMessage ? { errorMessage: job.errorMessage } : {}),
    ...(detailed
      ? {
          numberRecordsProcessed: job.kind === 'ingest' ? job.outcomes.length : job.results.length,
          ...(job.kind === 'ingest' ? { numberRecordsFailed: failed } : {}),
          retries: 0,
          totalProcessingTime: job.modified - job.created
        }
      : {})
  };
}
