import { VERDICTS, WILL_RUN, type Verdict } from 'c/statusImportRules';
import { verdictName } from 'c/statusImportText';
import { formatCount } from 'c/textFormat';

export interface VerdictChip {
  readonly verdict: Verdict;
  readonly name: string;
  readonly count: string;
  /** For aria-pressed. */
  readonly pressed: string;
  readonly chipClass: string;
}

/** One chip for every verdict that lines have. */
export function verdictChips(counts: Readonly<Record<Verdict, number>>, chosen: Verdict): VerdictChip[] {
  return VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => ({
    verdict,
    name: verdictName(verdict),
    count: formatCount(counts[verdict]),
    pressed: String(verdict === chosen),
    chipClass: ['chip', verdict === chosen ? 'chosen' : '', WILL_RUN.has(verdict) ? 'runs' : ''].join(' ')
  }));
}
