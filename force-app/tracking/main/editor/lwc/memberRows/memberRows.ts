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

/** A member that was picked, with the status that was shown then. */
export interface PickedMember {
  readonly memberId: string;
  readonly name?: string | null;
  readonly status?: string | null;
}

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
  /** Whether anything was written that could be undone. */
  readonly hasChanged: boolean;
}

/** A change that did not succeed. */
export interface Problem {
  readonly memberId: string;
  readonly name: string;
  readonly message: string;
  /** Somebody else changed the member meanwhile: it can be tried again from the status that it has now. */
  readonly isConflict: boolean;
  /** The change, expecting the status that the member has now. */
  readonly change: Apex.StatusChange;
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
    return { ...row, ...(result.currentStatus ? presentOf(result) : {}), result: describe(result), ...lookOf(result) };
  });
}

/** The changes that give members a status; each states the status that was shown when they were picked. */
export function toChanges(members: readonly PickedMember[], newStatus: string): Apex.StatusChange[] {
  return members.map(({ memberId, status }) => ({ memberId, expectedStatus: status ?? null, newStatus }));
}

/** The changes that did not succeed, with what there is to say and to do about each. */
export function problemsOf(
  changes: readonly Apex.StatusChange[],
  results: readonly Apex.StatusChangeResult[],
  names: ReadonlyMap<string, string>
): Problem[] {
  return results.flatMap((result, index) => {
    if (isDone(result)) return [];
    const memberId = result.memberId ?? '';
    const change = { ...changes[index]!, expectedStatus: result.currentStatus ?? null };
    return [
      { memberId, name: names.get(memberId) ?? memberId, message: result.message ?? '', change, isConflict: result.outcome === 'CONFLICT' }
    ];
  });
}

export function summarize(results: readonly Apex.StatusChangeResult[]): Summary {
  const count = (...outcomes: readonly string[]): number => results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const failed = results.filter((result) => !isDone(result)).length;
  const conflicts = count('CONFLICT');
  const hasChanged = count('CHANGED', 'STORED_DIFFERENTLY') > 0;
  const parts: readonly (readonly [string, number])[] = [
    [summaryChanged, count('CHANGED')],
    [summaryUnchanged, count('UNCHANGED')],
    [summaryConflict, conflicts],
    [summaryFailed, failed - conflicts]
  ];
  const text = parts.filter(([, number]) => number > 0).map(([label, number]) => fillIn(label, number));
  if (failed === 0) return { title: titleSuccess, text: text.join(' · '), variant: 'success', hasChanged };
  const none = failed === results.length;
  return { title: none ? titleFailure : titlePartial, text: text.join(' · '), variant: none ? 'error' : 'warning', hasChanged };
}

/** What is stored of the member now. */
function presentOf(result: Apex.StatusChangeResult): Partial<MemberTableRow> {
  const { currentStatus: status, hasResponded, statusEnteredAt, statusSource } = result;
  return { status, hasResponded: hasResponded ?? false, statusEnteredAt, statusSource };
}

/** Whether the member has the status that was asked for. */
export function isDone({ outcome }: Apex.StatusChangeResult): boolean {
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
