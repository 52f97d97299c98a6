import { isRefused, VERDICTS, WILL_RUN, type Verdict } from './verdicts';

/** The verdict of every line. A class, so that Lightning hands it from component to component as it is. */
export class Judgement {
  readonly counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  /** How many lines have each text in place of a status. */
  readonly linesByStatus = new Map<string, number>();
  private readonly verdicts: Uint8Array;
  private readonly firsts: Uint32Array;

  constructor(count: number) {
    this.verdicts = new Uint8Array(count);
    this.firsts = new Uint32Array(count);
  }

  set(line: number, verdict: Verdict, first = 0): void {
    this.verdicts[line] = VERDICTS.indexOf(verdict);
    this.firsts[line] = first;
    this.counts[verdict]++;
  }

  verdictOf(line: number): Verdict {
    return VERDICTS[this.verdicts[line]!]!;
  }

  /** For a duplicate, the line that names the same person first. */
  firstOf(line: number): number {
    return this.firsts[line]!;
  }

  /** Some of the lines under a verdict: `count` of them, after the first `skip`. */
  linesUnder(verdict: Verdict, skip: number, count: number): number[] {
    const code = VERDICTS.indexOf(verdict);
    const found: number[] = [];
    for (let line = 0, seen = 0; line < this.verdicts.length && found.length < count; line++) {
      if (this.verdicts[line] === code && seen++ >= skip) found.push(line);
    }
    return found;
  }

  /** How many lines the import writes. */
  get willRun(): number {
    return this.total((verdict) => WILL_RUN.has(verdict));
  }

  /** How many lines are left out although they ask for something. */
  get refused(): number {
    return this.total(isRefused);
  }

  private total(isCounted: (verdict: Verdict) => boolean): number {
    return VERDICTS.filter(isCounted).reduce((sum, verdict) => sum + this.counts[verdict], 0);
  }
}
