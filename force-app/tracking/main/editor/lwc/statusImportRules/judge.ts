import { Judgement } from './judgement';
import { MATCH, type LineFacts, type Match } from './lineFacts';
import type { StatusResolver } from './statusAliases';
import type { Verdict } from './verdicts';

/** A line with one of these is the one that counts for its person. */
const CLAIMS: ReadonlySet<Verdict> = new Set<Verdict>(['change', 'add', 'same', 'notMember']);

const OF_MATCH: Readonly<Partial<Record<Match, Verdict>>> = {
  [MATCH.UNCHECKED]: 'unchecked',
  [MATCH.NOT_FOUND]: 'notFound',
  [MATCH.AMBIGUOUS]: 'ambiguous',
  [MATCH.OTHER_CAMPAIGN]: 'otherCampaign',
  [MATCH.MALFORMED]: 'malformed',
  [MATCH.BLANK_KEY]: 'blankKey',
  [MATCH.BLANK_LINE]: 'blankLine'
};

export interface JudgeOptions {
  readonly resolver: StatusResolver;
  /** Whether people who are no members are to be added. */
  readonly addMembers: boolean;
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
