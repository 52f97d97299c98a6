import type { PapaParser } from './papa';

export interface Records {
  readonly text: string;
  readonly delimiter: string;
  /** Where each record ends. */
  readonly ends: Uint32Array;
  /** The first record with a quote inside quotes that is not doubled; 0 where there is none. */
  readonly badQuotes: number;
  /** Whether a quote is opened and never closed, so that what follows it is one field. */
  readonly openQuote: boolean;
}

/** The records of a file, read from its text when they are asked for. */
export class ImportTable {
  readonly delimiter: string;
  readonly badQuotes: number;
  readonly openQuote: boolean;
  private readonly papa: PapaParser;
  private readonly text: string;
  private readonly ends: Uint32Array;

  constructor(papa: PapaParser, { text, delimiter, ends, badQuotes, openQuote }: Records) {
    this.papa = papa;
    this.text = text;
    this.delimiter = delimiter;
    this.badQuotes = badQuotes;
    this.openQuote = openQuote;
    // What follows the last line end is no record.
    const last = ends.length - 1;
    const isTail = last > 0 && ends[last] === ends[last - 1];
    this.ends = isTail ? ends.subarray(0, last) : ends;
  }

  /** How many records there are, a header among them. */
  get size(): number {
    return this.ends.length;
  }

  /** The fields of some records, by their place from 0. */
  rows(from: number, to: number): string[][] {
    const end = Math.min(to, this.size);
    if (from >= end) return [];
    const slice = this.text.slice(this.ends[from - 1] ?? 0, this.ends[end - 1]);
    const { data } = this.papa.parse<string[]>(slice, { delimiter: this.delimiter, newline: '\n' });
    // An empty text has no record for Papa Parse, and a text with a line end at its end one too many.
    const rows = data.slice(0, end - from);
    while (rows.length < end - from) rows.push(['']);
    return rows;
  }

  row(index: number): string[] {
    return this.rows(index, index + 1)[0] ?? [];
  }
}
