import errorColumn from '@salesforce/label/c.Import_Error_Column';
import { csvLine, toCsv } from 'c/csvText';

/** Lines that are read and written before the page gets time to react. */
const LINES_A_PIECE = 250;

interface Lines {
  readonly count: number;
  fields(from: number, to: number): string[][];
}

/**
 * The lines of a file that were not carried out, as they are in the file, with one more column that says why: to be corrected and imported again.
 * In pieces, so that a large file is never held twice.
 */
export async function errorFile(names: readonly string[], lines: Lines, whyNot: (line: number) => string | undefined): Promise<string[]> {
  const pieces = [toCsv([...names, errorColumn], [])];
  for (let from = 0; from < lines.count; from += LINES_A_PIECE) {
    const piece = lines.fields(from, from + LINES_A_PIECE).map((fields, index) => {
      const why = whyNot(from + index);
      return why === undefined ? '' : csvLine([...names.map((_, column) => fields[column] ?? ''), why]);
    });
    pieces.push(piece.join(''));
    // eslint-disable-next-line no-await-in-loop, @lwc/lwc/no-async-operation -- to let the page react
    await new Promise((resolve) => setTimeout(resolve));
  }
  return pieces;
}
