import type { DmlKind } from '../org/contracts.js';
import { ApexException, type ExceptionDetail } from '../values/index.js';
import type { Row } from './row.js';

const VERBS: Readonly<Record<DmlKind | 'merge' | 'convertLead', string>> = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
  publish: 'Publish',
  merge: 'Merge',
  convertLead: 'ConvertLead'
};

/** Statement of an all-or-none statement whose rows failed: undone by the engine, then told as a DmlException. */
export class RowsFailed extends Error {}

/**
 * The DmlException of a failed statement, worded as the platform does:
 * `Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]`.
 */
export function dmlException(kind: DmlKind | 'merge' | 'convertLead', rows: readonly Row[]): ApexException {
  const details: ExceptionDetail[] = rows.flatMap((row) =>
    row.errors.map(({ code, message, fields }) => ({ index: row.index, id: row.request.id, code, message, fields }))
  );
  const [first] = details;
  if (!first) throw new Error('A DmlException needs a failed row.');
  const withId = first.id === null ? '' : ` with id ${first.id}`;
  const exception = new ApexException(
    'DmlException',
    `${VERBS[kind]} failed. First exception on row ${first.index}${withId}; first error: ${first.code}, ${first.message}: [${first.fields.join(', ')}]`
  );
  exception.details = details;
  return exception;
}

/** A DmlException whose message is not made from its rows. */
export function plainDmlException(message: string, details: readonly ExceptionDetail[] = []): ApexException {
  const exception = new ApexException('DmlException', message);
  exception.details = details;
  return exception;
}
