import { LightningElement, api } from 'lwc';
import comma from '@salesforce/label/c.Import_Delimiter_Comma';
import delimiterLabel from '@salesforce/label/c.Import_Delimiter';
import badQuotes from '@salesforce/label/c.Import_File_Bad_Quotes';
import chooseFile from '@salesforce/label/c.Import_File_Label';
import pasted from '@salesforce/label/c.Import_Pasted';
import pasteHelp from '@salesforce/label/c.Import_Paste_Help';
import pasteLabel from '@salesforce/label/c.Import_Paste_Label';
import reading from '@salesforce/label/c.Import_Reading';
import semicolon from '@salesforce/label/c.Import_Delimiter_Semicolon';
import summary from '@salesforce/label/c.Import_File_Summary';
import summaryOne from '@salesforce/label/c.Import_File_Summary_One';
import tab from '@salesforce/label/c.Import_Delimiter_Tab';
import verticalBar from '@salesforce/label/c.Import_Delimiter_Bar';
import { decodeFile, EMPTY, loadPapa, readRecords, tidyText, type ImportTable } from 'c/statusImportFile';
import { fillIn } from 'c/textFormat';
import { refusalOf } from './refusals';

const DELIMITERS: readonly (readonly [string, string])[] = [
  [',', comma],
  [';', semicolon],
  ['\t', tab],
  ['|', verticalBar]
];
const PASTE_DELAY = 300;

/** A file as step 1 has read it. */
export interface ReadFile {
  readonly name: string;
  readonly encoding: string;
  readonly text: string;
  readonly table: ImportTable;
}

/** Step 1 of an import: takes a file or pasted rows and finds its records.
 *  @fires readfile with a ReadFile, or without detail while there is none */
export default class StatusImportSource extends LightningElement {
  /** What was read before, when the user comes back to this step. */
  @api file?: ReadFile;

  readonly labels = { chooseFile, delimiterLabel, pasteHelp, pasteLabel, reading };
  readonly delimiters = DELIMITERS.map(([value, label]) => ({ label, value }));
  readonly accept = '.csv,.tsv,.txt,text/csv';
  /** From 0 to 100; undefined while nothing is read. */
  percent?: number;
  refusal?: string;

  private attempt = 0;
  private pasteTimer?: ReturnType<typeof setTimeout>;

  disconnectedCallback(): void {
    this.attempt++;
    clearTimeout(this.pasteTimer);
  }

  get isReading(): boolean {
    return this.percent !== undefined;
  }

  get summary(): string {
    if (!this.file) return '';
    const { name, encoding, table } = this.file;
    const delimiter = DELIMITERS.find(([value]) => value === table.delimiter)?.[1] ?? table.delimiter;
    const encodingName = encoding.toUpperCase();
    return table.size === 1
      ? fillIn(summaryOne, name, delimiter, encodingName)
      : fillIn(summary, name, table.size, delimiter, encodingName);
  }

  get warning(): string | undefined {
    return this.file && this.file.table.badQuotes > 0 ? fillIn(badQuotes, this.file.table.badQuotes) : undefined;
  }

  handleFile(event: CustomEvent<{ files: FileList }>): void {
    const file = event.detail.files[0];
    if (file) void this.read(file.name, () => decodeFile(file, this.isOver(this.attempt)));
  }

  handlePaste(event: CustomEvent<{ value: string }>): void {
    clearTimeout(this.pasteTimer);
    const { value } = event.detail;
    const decode = (): Promise<{ text: string; encoding: string }> => {
      if (value.trim() === '') return Promise.reject(new Error(EMPTY));
      return Promise.resolve({ text: tidyText(value), encoding: 'utf-8' });
    };
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- not at every key
    this.pasteTimer = setTimeout(() => this.read(pasted, decode), PASTE_DELAY);
  }

  handleDelimiter(event: CustomEvent<{ value: string }>): void {
    const { name, text, encoding } = this.file!;
    void this.read(name, () => Promise.resolve({ text, encoding }), event.detail.value);
  }

  private async read(name: string, decode: () => Promise<{ text: string; encoding: string }>, delimiter?: string): Promise<void> {
    const isOver = this.isOver(++this.attempt);
    this.refusal = undefined;
    this.percent = 0;
    this.dispatchEvent(new CustomEvent('readfile'));
    try {
      const [papa, decoded] = await Promise.all([loadPapa(this), decode()]);
      if (isOver()) return;
      const onProgress = (share: number): void => {
        this.percent = Math.round(share * 100);
      };
      const table = await readRecords(papa, decoded.text, { delimiter, onProgress, isCancelled: isOver });
      if (isOver()) return;
      if (table.size === 0) throw new Error(EMPTY);
      this.dispatchEvent(new CustomEvent<ReadFile>('readfile', { detail: { name, ...decoded, table } }));
      this.refusal = table.openQuote ? refusalOf(table) : undefined;
    } catch (error) {
      if (!isOver()) this.refusal = refusalOf(error);
    } finally {
      if (!isOver()) this.percent = undefined;
    }
  }

  /** Whether another file has been chosen since, or the step was left. */
  private isOver(attempt: number): () => boolean {
    return () => this.attempt !== attempt;
  }
}
