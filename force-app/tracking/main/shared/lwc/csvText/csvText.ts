/** A field of a file; what is not known is written as an empty field. */
export type CsvValue = string | number | null | undefined;

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/** What a spreadsheet would run as a formula, or has been made harmless before. */
const FORMULA = /^'*[=+\-@\t\r]/;
const NEUTRALISED = /^'+[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * The text of a CSV file as RFC 4180 has it, with a byte order mark, by which Excel knows that it is UTF-8. Text that a spreadsheet would
 * run as a formula begins with an apostrophe; numbers stay numbers.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return BYTE_ORDER_MARK + [header, ...rows].map(csvLine).join('');
}

/** One line of such a file, with its line end: for a file that is written piece by piece. */
export function csvLine(values: readonly CsvValue[]): string {
  return values.map(csvField).join(',') + LINE_END;
}

/** Undoes what was done to formulas, for a field read from a file that was written here. */
export function withoutNeutralising(field: string): string {
  return NEUTRALISED.test(field) ? field.slice(1) : field;
}

/** Hands the file to the browser, as if the user had followed a link to it. */
export function downloadCsv(fileName: string, csv: string | readonly BlobPart[]): void {
  const parts = typeof csv === 'string' ? [csv] : [...csv];
  // Lightning Web Security refuses text/csv, and any type with a parameter. The file's name and its byte order mark say what it is.
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the address over when the click returns; without this the file's text would stay in memory.
  URL.revokeObjectURL(url);
}

function csvField(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  // An apostrophe too many is taken off again by withoutNeutralising, so a text that begins with one is told from one that was given it.
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
