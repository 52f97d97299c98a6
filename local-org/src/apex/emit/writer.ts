import type { Position } from '../syntax/index.js';

/** Where an emitted line comes from. */
export interface LineOrigin {
  readonly label: string;
  readonly line: number;
  readonly column: number;
}

/** Collects the lines of a script and remembers which Apex line each comes from. */
export class LineWriter {
  readonly lines: string[] = [];
  readonly origins: (LineOrigin | null)[] = [];
  readonly executable: number[] = [];
  private depth = 0;
  private label = '';
  private counters = new Map<number, number>();

  constructor(private readonly coverage: boolean) {}

  /** What stack traces call the code that follows: `Class.Foo.bar`. */
  setLabel(label: string): void {
    this.label = label;
  }

  line(text: string, position: Position | null = null): void {
    this.lines.push('  '.repeat(this.depth) + text);
    this.origins.push(position && { label: this.label, line: position.line, column: position.column });
  }

  open(text: string, position: Position | null = null): void {
    this.line(text, position);
    this.depth += 1;
  }

  close(text = '}'): void {
    this.depth -= 1;
    this.line(text);
  }

  /** Between two blocks of one statement: `} else {`. */
  middle(text: string, position: Position | null = null): void {
    this.depth -= 1;
    this.line(text, position);
    this.depth += 1;
  }

  /** The start of a statement on an Apex line that counts as executable. */
  covered(position: Position): string {
    if (!this.coverage) return '';
    let counter = this.counters.get(position.line);
    if (counter === undefined) {
      counter = this.executable.length;
      this.counters.set(position.line, counter);
      this.executable.push(position.line);
    }
    return `$hits[${counter}]++; `;
  }

  /** Puts a line in front of what was written since `mark`. */
  insertAt(mark: number, text: string): void {
    this.lines.splice(mark, 0, this.indentation + text);
    this.origins.splice(mark, 0, null);
  }

  /** Puts what was written since `mark` one level deeper between two lines. */
  enclose(mark: number, before: readonly string[], after: readonly string[]): void {
    const indent = this.indentation;
    for (let index = mark; index < this.lines.length; index += 1) this.lines[index] = `  ${this.lines[index]}`;
    this.lines.splice(mark, 0, ...before.map((text) => indent + text));
    this.origins.splice(mark, 0, ...before.map(() => null));
    for (const text of after) this.line(text);
  }

  get mark(): number {
    return this.lines.length;
  }

  private get indentation(): string {
    return '  '.repeat(this.depth);
  }
}
