import type { SObject } from '../../values/index.js';
import type { Context } from '../context.js';
import { ApiError, notFound, toApiError } from '../errors.js';
import { columnsOf, CsvError, delimiterOf, fieldValue, parseCsv, toCsv } from './csv.js';
import { createJob, jobInfo, OPERATIONS, type Job, type RowOutcome } from './bulkJob.js';
import { recordOf, resolveParents } from './rows.js';
import { jsonObject, NO_CONTENT, ok, type Answer, type Call, type Router } from './router.js';

const USER_MODE = { accessLevel: 'USER_MODE', enforceSharing: true } as const;
/** Rows that share a transaction: the size of a trigger batch. */
const CHUNK = 200;

/** Bulk API 2.0: ingest and query jobs. They run one chunk at a time, so that other requests come through between. */
export function bulkRoutes(router: Router): void {
  const jobs = new Map<string, Job>();

  const find = (call: Call, kind: Job['kind']): Job => {
    const job = [...jobs.values()].find(
      (candidate) =>
        candidate.id.slice(0, 15) === call.params.id.slice(0, 15) && candidate.kind === kind && candidate.userId === call.userId
    );
    if (!job) throw notFound();
    return job;
  };
  const list = (call: Call, kind: Job['kind']): Answer =>
    ok({
      done: true,
      records: [...jobs.values()].filter((job) => job.kind === kind && job.userId === call.userId).map((job) => jobInfo(job)),
      nextRecordsUrl: null
    });

  for (const kind of ['ingest', 'query'] as const) {
    router.add('POST', `jobs/${kind}`, (call) => {
      const job = createJob(call, kind);
      jobs.set(job.id, job);
      if (kind === 'query') start(call.context, job);
      return ok(jobInfo(job));
    });
    router.add('GET', `jobs/${kind}`, (call) => list(call, kind));
    router.add('GET', `jobs/${kind}/:id`, (call) => ok(jobInfo(find(call, kind), true)));
    router.add('PATCH', `jobs/${kind}/:id`, (call) => {
      const job = find(call, kind);
      changeState(call, job, String(jsonObject(call).state));
      return ok(jobInfo(job));
    });
    router.add('DELETE', `jobs/${kind}/:id`, (call) => {
      const job = find(call, kind);
      if (['UploadComplete', 'InProgress'].includes(job.state))
        throw new ApiError(400, 'INVALIDJOBSTATE', `The job is in the state ${job.state}; abort it first.`);
      jobs.delete(job.id);
      return NO_CONTENT;
    });
  }
  router.add('PUT', 'jobs/ingest/:id/batches', (call) => {
    const job = find(call, 'ingest');
    if (job.state !== 'Open') throw new ApiError(400, 'INVALIDJOBSTATE', `Data can't be uploaded to a job in the state ${job.state}.`);
    if (job.columns.length > 0) throw new ApiError(400, 'INVALIDJOBSTATE', 'The data of this job was uploaded already.');
    upload(job, typeof call.body === 'string' ? call.body : '');
    return { status: 201, body: null };
  });
  router.add('GET', 'jobs/ingest/:id/successfulResults', (call) => csvAnswer(find(call, 'ingest'), 'successful'));
  router.add('GET', 'jobs/ingest/:id/failedResults', (call) => csvAnswer(find(call, 'ingest'), 'failed'));
  router.add('GET', 'jobs/ingest/:id/unprocessedrecords', (call) => csvAnswer(find(call, 'ingest'), 'unprocessed'));
  router.add('GET', 'jobs/query/:id/results', (call) => queryResults(call, find(call, 'query')));
}

function changeState(call: Call, job: Job, state: string): void {
  if (state === 'Aborted') {
    job.state = 'Aborted';
  } else if (state === 'UploadComplete' && job.kind === 'ingest' && job.state === 'Open') {
    job.state = 'UploadComplete';
    start(call.context, job);
  } else {
    throw new ApiError(400, 'INVALIDJOBSTATE', `A job in the state ${job.state} can't become ${state}.`);
  }
  job.modified = call.context.host.org.clock.now();
}

function upload(job: Job, csv: string): void {
  try {
    const { columns, rows } = parseCsv(csv, delimiterOf(job.columnDelimiter));
    job.columns = columns;
    job.rows = rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    job.state = 'Failed';
    job.errorMessage = `InvalidBatch : ${error.message}`;
  }
}

/** Runs the job after this request was answered. */
function start(context: Context, job: Job): void {
  const steps = job.kind === 'ingest' ? ingest(context, job) : query(context, job);
  const next = (): void => {
    if (job.state === 'Aborted') return;
    job.state = 'InProgress';
    try {
      const { done } = steps.next();
      if (done) job.state = 'JobComplete';
      else setImmediate(next);
    } catch (error) {
      job.state = 'Failed';
      job.errorMessage = toApiError(error).message;
    }
    job.modified = context.host.org.clock.now();
  };
  setImmediate(next);
}

function* ingest(context: Context, job: Job): Generator<void> {
  const object = context.host.org.schema.object(job.object)!;
  const externalIdField = job.externalIdFieldName ? object.field(job.externalIdFieldName)!.name : undefined;
  for (let offset = 0; offset < job.rows.length; offset += CHUNK) {
    const rows = job.rows.slice(offset, offset + CHUNK);
    const outcomes = new Array<RowOutcome>(rows.length);
    context.host.runInTransaction(job.userId, 'SYNC', (transaction) => {
      const call = {
        context,
        userId: job.userId,
        run: <T>(work: (inside: typeof transaction) => T) => work(transaction)
      } as unknown as Call;
      const records: { readonly index: number; readonly record: SObject }[] = [];
      for (const [index, row] of rows.entries()) {
        try {
          const record = recordOf(object, rowJson(row));
          resolveParents(call, record);
          records.push({ index, record });
        } catch (error) {
          const { errorCode, message } = toApiError(error);
          outcomes[index] = { row, id: '', created: false, error: `${errorCode}:${message}` };
        }
      }
      const results = context.host.org.dml.execute(
        OPERATIONS[job.operation],
        records.map(({ record }) => record),
        { ...USER_MODE, allOrNone: false, ...(externalIdField ? { externalIdField } : {}) }
      );
      for (const [position, { index }] of records.entries()) {
        const { id, created, errors } = results[position];
        const [first] = errors;
        const error = first ? `${first.code}:${first.message}:${first.fields.length > 0 ? first.fields.join(' ') : '--'}` : null;
        outcomes[index] = { row: rows[index], id: id ?? '', created: job.operation === 'insert' ? error === null : created, error };
      }
    });
    job.outcomes.push(...outcomes);
    yield;
  }
}

/** A row of the file as a record of the API: empty cells are left alone, `#N/A` empties a field, `Account.Key__c` names a parent. */
function rowJson(row: Readonly<Record<string, string>>): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const [column, text] of Object.entries(row)) {
    if (text === '') continue;
    const value = text === '#N/A' ? null : text;
    const [parent, field] = column.split('.');
    json[parent] = field === undefined ? value : { [field]: value };
  }
  return json;
}

function* query(context: Context, job: Job): Generator<void> {
  const soql = job.query!;
  const columns = columnsOf(soql);
  const results: string[][] = [];
  const options = { ...USER_MODE, allRows: job.operation === 'queryAll' };
  const cursor = context.host.runInTransaction(job.userId, 'SYNC', () => context.host.org.queries.open(soql, options));
  yield;
  const size = 2000;
  for (let offset = 0; offset < cursor.size; offset += size) {
    const records = context.host.runInTransaction(job.userId, 'SYNC', () => cursor.fetch(offset, size).items as SObject[]);
    for (const record of records) results.push(columns.map((column) => fieldValue(record, column)));
    yield;
  }
  job.columns = columns;
  job.results = results;
}

function csvAnswer(job: Job, which: 'successful' | 'failed' | 'unprocessed'): Answer {
  const delimiter = delimiterOf(job.columnDelimiter);
  const newline = job.lineEnding === 'CRLF' ? '\r\n' : '\n';
  const cells = (row: Readonly<Record<string, string>>): string[] => job.columns.map((column) => row[column] ?? '');
  const outcomes = job.outcomes.filter((outcome) => (outcome.error === null) === (which === 'successful'));
  const rows =
    which === 'unprocessed'
      ? [job.columns, ...job.rows.slice(job.outcomes.length).map(cells)]
      : which === 'successful'
        ? [
            ['sf__Id', 'sf__Created', ...job.columns],
            ...outcomes.map((outcome) => [outcome.id, String(outcome.created), ...cells(outcome.row)])
          ]
        : [['sf__Id', 'sf__Error', ...job.columns], ...outcomes.map((outcome) => [outcome.id, outcome.error!, ...cells(outcome.row)])];
  return { status: 200, body: toCsv(rows, delimiter, newline), headers: { 'content-type': 'text/csv' } };
}

function queryResults(call: Call, job: Job): Answer {
  if (job.state !== 'JobComplete')
    throw new ApiError(400, 'INVALIDJOBSTATE', `The job is in the state ${job.state}; results are there when it is JobComplete.`);
  const first = call.query.locator ? Number(Buffer.from(call.query.locator, 'base64url').toString()) : 0;
  const count = Math.max(1, Number(call.query.maxRecords ?? job.results.length) || 1);
  const rows = job.results.slice(first, first + count);
  const next = first + rows.length;
  const locator = next < job.results.length ? Buffer.from(String(next)).toString('base64url') : 'null';
  const newline = job.lineEnding === 'CRLF' ? '\r\n' : '\n';
  return {
    status: 200,
    body: toCsv([job.columns, ...rows], delimiterOf(job.columnDelimiter), newline),
    headers: { 'content-type': 'text/csv', 'sforce-locator': locator, 'sforce-numberofrecords': String(rows.length) }
  };
}
