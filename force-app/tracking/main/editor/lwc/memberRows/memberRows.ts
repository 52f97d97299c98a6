import changedLabel from '@salesforce/label/c.Editor_Outcome_Changed';
import unchangedLabel from '@salesforce/label/c.Editor_Outcome_Unchanged';
import summaryChanged from '@salesforce/label/c.Editor_Summary_Changed';
import summaryConflict from '@salesforce/label/c.Editor_Summary_Conflict';
import summaryFailed from '@salesforce/label/c.Editor_Summary_Failed';
import summaryUnchanged from '@salesforce/label/c.Editor_Summary_Unchanged';
import titleFailure from '@salesforce/label/c.Editor_Summary_Title_Failure';
import titlePartial from '@salesforce/label/c.Editor_Summary_Title_Partial';
import titleSuccess from '@salesforce/label/c.Editor_Summary_Title_Success';
import { fillIn } from 'c/textFormat';

/** A member as the table shows it: what was read, and on top of it what a change made of it. */
export interface MemberTableRow extends Apex.MemberRow {
  readonly url: string;
  readonly result: string;
  readonly resultIcon: string;
  readonly resultClass: string;
}

export interface Summary {
  readonly title: string;
  readonly text: string;
  readonly variant: 'success' | 'warning' | 'error';
}

const noResult = { result: '', resultIcon: '', resultClass: '' };

export function toTableRows(members: readonly Apex.MemberRow[]): MemberTableRow[] {
  return members.map((member) => ({
    ...member,
    url: member.leadOrContactId ? `/lightning/r/${member.type}/${member.leadOrContactId}/view` : '',
    ...noResult
  }));
}

/** The rows with what became of each change, and with the status that is stored now. */
export function withResults(rows: readonly MemberTableRow[], results: readonly Apex.StatusChangeResult[]): MemberTableRow[] {
  const byMember = new Map(results.map((result) => [result.memberId, result]));
  return rows.map((row) => {
    const result = byMember.get(row.memberId);
    if (!result) return { ...row, ...noResult };
    const { currentStatus, hasResponded } = result;
    return {
      ...row,
      status: currentStatus ?? row.status,
      hasResponded: hasResponded ?? row.hasResponded,
      result: describe(result),
      ...lookOf(result)
    };
  });
}

/** The changes that give members a status; each states the status that the table showed. */
export function toChanges(rows: readonly MemberTableRow[], newStatus: string): Apex.StatusChange[] {
  return rows.map(({ memberId, status }) => ({ memberId, expectedStatus: status ?? null, newStatus }));
}

/** The members whose change did not succeed: they stay selected, to be tried again. */
export function stillToChange(results: readonly Apex.StatusChangeResult[]): string[] {
  return results.filter((result) => !isDone(result)).map(({ memberId }) => memberId);
}

export function summarize(results: readonly Apex.StatusChangeResult[]): Summary {
  const count = (...outcomes: readonly string[]): number => results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const failed = results.filter((result) => !isDone(result)).length;
  const conflicts = count('CONFLICT');
  const parts: readonly (readonly [string, number])[] = [
    [summaryChanged, count('CHANGED')],
    [summaryUnchanged, count('UNCHANGED')],
    [summaryConflict, conflicts],
    [summaryFailed, failed - conflicts]
  ];
  const text = parts.filter(([, number]) => number > 0).map(([label, number]) => fillIn(label, number));
  if (failed === 0) return { title: titleSuccess, text: text.join(' · '), variant: 'success' };
  const none = failed === results.length;
  return { title: none ? titleFailure : titlePartial, text: text.join(' · '), variant: none ? 'error' : 'warning' };
}

function isDone({ outcome }: Apex.StatusChangeResult): boolean {
  return outcome === 'CHANGED' || outcome === 'UNCHANGED';
}

function describe({ outcome, message }: Apex.StatusChangeResult): string {
  if (outcome === 'CHANGED') return changedLabel;
  return outcome === 'UNCHANGED' ? unchangedLabel : (message ?? '');
}

function lookOf(result: Apex.StatusChangeResult): Pick<MemberTableRow, 'resultIcon' | 'resultClass'> {
  if (isDone(result)) return { resultIcon: 'utility:success', resultClass: 'slds-text-color_success' };
  return { resultIcon: result.outcome === 'CONFLICT' ? 'utility:warning' : 'utility:error', resultClass: 'slds-text-color_error' };
}
