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

/** Whether somebody has to look at a line with this verdict: it is not carried out, and says something that is not so yet. */
export function isRefused(verdict: Verdict): boolean {
  return !WILL_RUN.has(verdict) && verdict !== 'same' && verdict !== 'blankLine';
}
