/** A file of people and statuses: its text, and its records without holding them as objects. */
export { decodeFile, EMPTY, MAXIMUM_BYTES, TOO_LARGE, tidyText, type DecodedFile } from './fileText';
export { MAXIMUM_LINES, readRecords, TOO_MANY_LINES, type ReadOptions } from './readRecords';
export { ImportTable, type Records } from './importTable';
export { loadPapa, type PapaParser } from './papa';
