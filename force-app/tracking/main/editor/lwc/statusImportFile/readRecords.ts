import type { Parser, ParseResult, ParseStepResult } from 'papaparse';
import { ImportTable } from './importTable';
import type { PapaParser } from './papa';
import { Places } from './places';

export const MAXIMUM_LINES = 500_000;
export const TOO_MANY_LINES = 'tooManyLines';

/** Characters that are parsed before the page gets time to react. */
const PIECE = 256 * 1024;
const DELIMITERS = [',', ';', '\t', '|'];

export interface ReadOptions {
  /** Instead of guessing it. */
  readonly delimiter?: string;
  /** What share of the text has been read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly isCancelled?: () => boolean;
}

/**
 * Finds out where the records of a tidy text begin. Only these places are kept: fields are read from the text when they are needed, so a file of
 * 100,000 lines costs its text and 400 KB. Throws TOO_MANY_LINES.
 */
export function readRecords(papa: PapaParser, text: string, options: ReadOptions = {}): Promise<ImportTable> {
  const delimiter = options.delimiter ?? guessDelimiter(papa, text);
  const starts = new Places();
  let badQuotes = 0;
  let openQuote = false;
  let overflow = false;
  return new Promise((resolve, reject) => {
    papa.parse<string[]>(text, {
      delimiter,
      newline: '\n',
      chunkSize: PIECE,
      step({ errors, meta }: ParseStepResult<string[]>, parser: Parser) {
        for (const { code } of errors) {
          if (code === 'InvalidQuotes') badQuotes ||= starts.count + 1;
          openQuote ||= code === 'MissingQuotes';
        }
        // Where a record ends, the next one begins.
        starts.add(meta.cursor);
        overflow = starts.count > MAXIMUM_LINES;
        if (overflow || options.isCancelled?.()) parser.abort();
      },
      chunk({ meta }: ParseResult<string[]>, parser: Parser) {
        options.onProgress?.(meta.cursor / text.length);
        parser.pause();
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- to let the page react
        setTimeout(() => parser.resume());
      },
      complete() {
        if (overflow) reject(new Error(TOO_MANY_LINES));
        else resolve(new ImportTable(papa, { text, delimiter, ends: starts.trimmed(), badQuotes, openQuote }));
      },
      error: reject
    });
  });
}

function guessDelimiter(papa: PapaParser, text: string): string {
  const start = text.slice(0, PIECE);
  return papa.parse<string[]>(start, { preview: 50, newline: '\n', skipEmptyLines: true, delimitersToGuess: DELIMITERS }).meta.delimiter;
}
