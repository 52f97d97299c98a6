import { withoutNeutralising } from 'c/csvText';
import type { Mapping } from './mapping';

/** What a line has of a person and a status. */
export interface ImportLine {
  /** Nothing in any column. */
  readonly isBlank: boolean;
  readonly key: string;
  /** As the file has it. */
  readonly status: string;
}

interface Table {
  readonly size: number;
  rows(from: number, to: number): string[][];
}

/** The lines of a file with data, from 0, as a mapping reads them. */
export class LineReader {
  readonly count: number;
  private readonly table: Table;
  private readonly headerRows: number;
  private readonly isOwn: boolean;

  /** `isOwn`: the wizard wrote the file, so what it did to formulas is undone. */
  constructor(table: Table, hasHeader: boolean, isOwn: boolean) {
    this.table = table;
    this.headerRows = hasHeader ? 1 : 0;
    this.count = table.size - this.headerRows;
    this.isOwn = isOwn;
  }

  /** The fields of some lines. */
  fields(from: number, to: number): string[][] {
    const rows = this.table.rows(from + this.headerRows, to + this.headerRows);
    return this.isOwn ? rows.map((row) => row.map(withoutNeutralising)) : rows;
  }

  lines(from: number, to: number, mapping: Mapping): ImportLine[] {
    return this.fields(from, to).map((fields) => ({
      isBlank: fields.every((field) => field.trim() === ''),
      key: fields[mapping.keyColumn]?.trim() ?? '',
      status: mapping.fixedStatus ?? fields[mapping.statusColumn] ?? ''
    }));
  }

  /** The number that a spreadsheet shows beside the line. */
  numberOf(line: number): number {
    return line + this.headerRows + 1;
  }
}
