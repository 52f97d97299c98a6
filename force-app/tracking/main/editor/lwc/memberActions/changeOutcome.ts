import failureTitle from '@salesforce/label/c.Editor_Summary_Title_Failure';
import { errorMessage } from 'c/errorMessages';
import { problemsOf, summarize, type PickedMember, type Problem, type Summary } from 'c/memberRows';

/** What became of a change, and what can be done about it. */
export interface ChangeOutcome {
  readonly summary?: Summary;
  readonly problems: readonly Problem[];
  /** The job that the change was recorded as, where there is something to undo. */
  readonly undoJobId?: string;
}

export const noOutcome: ChangeOutcome = { problems: [] };

/** Of changes that were made at once. Problems name their members as they are named here. */
export function outcomeOf(
  changes: readonly Apex.StatusChange[],
  { results, jobId }: Apex.StatusChangeReport,
  members: readonly PickedMember[]
): ChangeOutcome {
  const summary = summarize(results);
  const names = new Map(members.map(({ memberId, name }) => [memberId, name ?? '']));
  return {
    summary,
    problems: problemsOf(changes, results, names),
    undoJobId: summary.hasChanged ? (jobId ?? undefined) : undefined
  };
}

/** Of what could not be done at all. */
export function failureOf(error: unknown): ChangeOutcome {
  return { ...noOutcome, summary: { title: failureTitle, text: errorMessage(error), variant: 'error', hasChanged: false } };
}
