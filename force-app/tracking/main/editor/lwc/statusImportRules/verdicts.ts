import type { StatusResolver } from './statusAliases';
import { Texts } from './texts';

/** What becomes of a line, in the order in which the page lists it. */
export const VERDICTS = [
  'change',
  'add',
  'same',
  'notMember',
  'unknownStatus',
  'ambiguous',
  'notFound',
  'otherCampaign',
  'malformed',
  'duplicate',
  'blankKey',
  'blankStatus',
  'blankLine',
  'unchecked'
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The lines that the import writes. */
export const WILL_RUN: ReadonlySet<Verdict> = new Set<Verdict>(['change', 'add']);

/** A line with one of these is the one that counts for its person. */
const CLAIMS: ReadonlySet<Verdict> = new Set<Verdict>(['change', 'add', 'same', 'notMember']);

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

const OF_MATCH: Readonly<Partial<Record<Match, Verdict>>> = {
  [MATCH.UNCHECKED]: 'unchecked',
  [MATCH.NOT_FOUND]: 'notFound',
  [MATCH.AMBIGUOUS]: 'ambiguous',
  [MATCH.OTHER_CAMPAIGN]: 'otherCampaign',
  [MATCH.MALFORMED]: 'malformed',
  [MATCH.BLANK_KEY]: 'blankKey',
  [MATCH.BLANK_LINE]: 'blankLine'
};

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

export interface JudgeOptions {
  readonly resolver: StatusResolver;
  /** Whether people who are no members are to be added. */
  readonly addMembers: boolean;
}

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

/** Whether somebody has to look at a line with this verdict: it is not carried out, and says something that is not so yet. */
export function isRefused(verdict: Verdict): boolean {
  return !WILL_RUN.has(verdict) && verdict !== 'same' && verdict !== 'blankLine';
}

/**
 * Gives every line exactly one verdict. A person who is named twice counts with the first line that could be carried out, however the lines
 * name them: ids of 15 and of 18 characters and e-mail addresses in other letters have led to the same person before.
 */
export function judge(facts: LineFacts, options: JudgeOptions): Judgement {
  const judgement = new Judgement(facts.count);
  const claimed = new Map<string, number>();
  const wanted = new Map<string, string | null>();
  const resolve = (status: string): string | null => {
    if (!wanted.has(status)) wanted.set(status, options.resolver.resolve(status).status);
    return wanted.get(status)!;
  };
  for (let line = 0; line < facts.count; line++) {
    const status = facts.statusOf(line);
    const verdict = judgeAlone(facts, line, status.trim() === '' ? '' : status, options.addMembers, resolve);
    const target = facts.targets[line];
    const first = target !== undefined && CLAIMS.has(verdict) ? claimed.get(target) : undefined;
    if (first !== undefined) judgement.set(line, 'duplicate', first);
    else {
      judgement.set(line, verdict);
      if (target !== undefined && CLAIMS.has(verdict)) claimed.set(target, line);
    }
    if (status.trim() !== '') judgement.linesByStatus.set(status, (judgement.linesByStatus.get(status) ?? 0) + 1);
  }
  return judgement;
}

function judgeAlone(
  facts: LineFacts,
  line: number,
  status: string,
  addMembers: boolean,
  resolve: (status: string) => string | null
): Verdict {
  const match = facts.match[line] as Match;
  const ofMatch = OF_MATCH[match];
  if (ofMatch === 'blankLine' || ofMatch === 'blankKey' || ofMatch === 'unchecked') return ofMatch;
  if (status === '') return 'blankStatus';
  if (ofMatch !== undefined) return ofMatch;
  const wanted = resolve(status);
  if (wanted === null) return 'unknownStatus';
  if (match === MATCH.NOT_MEMBER) return addMembers ? 'add' : 'notMember';
  return facts.currentStatusOf(line) === wanted ? 'same' : 'change';
}
