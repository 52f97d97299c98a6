import { Texts } from './texts';

/** What is known of a line's person, as small numbers. */
export const MATCH = {
  UNCHECKED: 0,
  MEMBER: 1,
  NOT_MEMBER: 2,
  NOT_FOUND: 3,
  AMBIGUOUS: 4,
  OTHER_CAMPAIGN: 5,
  MALFORMED: 6,
  BLANK_KEY: 7,
  BLANK_LINE: 8
} as const;
export type Match = (typeof MATCH)[keyof typeof MATCH];

/** What is known of every line, without an object a line. Texts that repeat are kept once. */
export class LineFacts {
  readonly count: number;
  readonly match: Uint8Array;
  /** The member, or the lead or contact who could become one. */
  readonly targets: (string | undefined)[];
  private readonly statuses = new Texts();
  private readonly fileStatus: Uint32Array;
  private readonly currentStatus: Uint32Array;

  constructor(count: number) {
    this.count = count;
    this.match = new Uint8Array(count);
    this.targets = new Array<string | undefined>(count);
    this.fileStatus = new Uint32Array(count);
    this.currentStatus = new Uint32Array(count);
  }

  /** The first line that was not checked yet; as many as there are lines where all were. */
  get checked(): number {
    const first = this.match.indexOf(MATCH.UNCHECKED);
    return first < 0 ? this.count : first;
  }

  setStatus(line: number, status: string): void {
    this.fileStatus[line] = this.statuses.place(status);
  }

  setMatch(line: number, match: Match, target?: string, currentStatus = ''): void {
    this.match[line] = match;
    this.targets[line] = target;
    this.currentStatus[line] = this.statuses.place(currentStatus);
  }

  /** The status as the file has it. */
  statusOf(line: number): string {
    return this.statuses.text(this.fileStatus[line]!);
  }

  currentStatusOf(line: number): string {
    return this.statuses.text(this.currentStatus[line]!);
  }
}
