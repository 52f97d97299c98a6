import { parseQuery } from '@jetstreamapp/soql-parser-js';
import papaparse from 'papaparse';
import { SObject } from '../../values/index.js';
import { ApiError } from '../errors.js';
import { toJson } from '../json/fieldJson.js';

export class CsvError extends Error {}

const DELIMITERS: Readonly<Record<string, string>> = { COMMA: ',', SEMICOLON: ';', TAB: '\t', PIPE: '|', CARET: '^', BACKQUOTE: '`' };

/** The character of a job's `columnDelimiter`. */
export function delimiterOf(name: string): string {
  const delimiter = DELIMITERS[name];
  if (!delimiter) throw new ApiError(400, 'INVALIDJOB', `${name} is not a column delimiter: ${Object.keys(DELIMITERS).join(', ')}`);
  return delimiter;
}

export function parseCsv(text: string, delimiter: string): { readonly columns: string[]; readonly rows: Record<string, string>[] } {
  const { data, meta, errors } = papaparse.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    delimiter,
    skipEmptyLines: true
  });
  const [problem] = errors;
  if (problem) throw new CsvError(`${problem.message} (row ${(problem.row ?? 0) + 1})`);
  return { columns: meta.fields ?? [], rows: data };
}

export function toCsv(rows: readonly (readonly string[])[], delimiter: string, newline: string): string {
  return papaparse.unparse(rows as string[][], { delimiter, newline, quotes: true }) + newline;
}

/** The columns of a query's CSV: its fields as written. */
export function columnsOf(soql: string): string[] {
  return (parseQuery(soql).fields ?? []).map((field) => {
    if (field.type === 'Field') return field.field;
    if (field.type === 'FieldRelationship') return [...field.relationships, field.field].join('.');
    throw new ApiError(400, 'INVALIDJOB', 'Bulk queries select plain fields and fields of parents only.');
  });
}

/** The text of a field, or of a parent's, in a CSV cell. */
export function fieldValue(record: SObject, path: string): string {
  let value: unknown = record;
  for (const name of path.split('.')) {
    if (!(value instanceof SObject)) return '';
    const key = [...value.values.keys()].find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    value = key === undefined ? null : value.values.get(key);
  }
  const json = toJson(value);
  return json === null ? '' : (json as string | number | boolean).toString();
}
