import { LightningElement, api } from 'lwc';
import following from '@salesforce/label/c.Import_Lines_Following';
import lineNumber from '@salesforce/label/c.Import_Lines_Number';
import linesOf from '@salesforce/label/c.Import_Lines_Of';
import previous from '@salesforce/label/c.Import_Lines_Previous';
import statusInFile from '@salesforce/label/c.Import_Lines_Status';
import what from '@salesforce/label/c.Import_Lines_Verdict';
import type { CheckedImport, Verdict } from 'c/statusImportRules';
import { lineText, verdictName } from 'c/statusImportText';
import { fillIn } from 'c/textFormat';

const PAGE = 25;

interface ShownLine {
  readonly line: number;
  readonly number: number;
  readonly key: string;
  readonly status: string;
  readonly text: string;
}

/** The lines of a checked file under one verdict, a page at a time. */
export default class StatusImportLines extends LightningElement {
  @api
  get work(): CheckedImport {
    return this.checkedImport!;
  }
  set work(value: CheckedImport) {
    this.checkedImport = value;
    this.skip = 0;
  }

  @api
  get verdict(): Verdict {
    return this.shownVerdict;
  }
  set verdict(value: Verdict) {
    this.shownVerdict = value;
    this.skip = 0;
  }

  readonly labels = { following, lineNumber, previous, statusInFile, what };
  checkedImport?: CheckedImport;
  shownVerdict: Verdict = 'change';
  skip = 0;

  get title(): string {
    return verdictName(this.verdict);
  }

  get keyName(): string {
    return this.work.names[this.work.mapping.keyColumn] ?? '';
  }

  get lines(): ShownLine[] {
    const { judgement, reader, mapping, facts } = this.work;
    return judgement.linesUnder(this.verdict, this.skip, PAGE).map((line) => ({
      line,
      number: reader.numberOf(line),
      key: reader.lines(line, line + 1, mapping)[0]?.key ?? '',
      status: facts.statusOf(line),
      text: lineText(this.work, line)
    }));
  }

  get count(): number {
    return this.work.judgement.counts[this.verdict];
  }

  get hasPages(): boolean {
    return this.count > PAGE;
  }

  get pageText(): string {
    return fillIn(linesOf, this.skip + 1, Math.min(this.skip + PAGE, this.count), this.count);
  }

  get isFirst(): boolean {
    return this.skip === 0;
  }

  get isLast(): boolean {
    return this.skip + PAGE >= this.count;
  }

  handlePrevious(): void {
    this.skip = Math.max(0, this.skip - PAGE);
  }

  handleFollowing(): void {
    this.skip += PAGE;
  }
}
