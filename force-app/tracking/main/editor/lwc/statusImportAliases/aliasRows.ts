import byOrg from '@salesforce/label/c.Import_Alias_By_Org';
import bySpelling from '@salesforce/label/c.Import_Alias_By_Spelling';
import byUser from '@salesforce/label/c.Import_Alias_By_User';
import choose from '@salesforce/label/c.Import_Choose';
import leaveOut from '@salesforce/label/c.Import_Alias_Leave_Out';
import lines from '@salesforce/label/c.Import_Alias_Lines';
import linesOne from '@salesforce/label/c.Import_Alias_Lines_One';
import treat from '@salesforce/label/c.Import_Alias_Treat';
import type { StatusResolver } from 'c/statusImportRules';
import { counted, fillIn } from 'c/textFormat';

/** No status can be spelt so: they are at most 40 characters long. */
export const LEAVE_OUT = '-'.repeat(41);
export const ASK = '';

/** More different texts are no statuses, but a column that was taken for one. */
const MAXIMUM_ROWS = 20;
/** As long as a status can be. */
const LONGEST_SHOWN = 40;

export interface AliasRow {
  readonly text: string;
  readonly label: string;
  readonly lines: string;
  /** The status, LEAVE_OUT or ASK. */
  readonly value: string;
  /** How it is known what the text stands for. */
  readonly because: string;
}

const BECAUSE: Readonly<Record<string, string>> = { org: byOrg, spelling: bySpelling, user: byUser };

export function aliasOptions(statuses: readonly string[]): { label: string; value: string }[] {
  return [
    { label: choose, value: ASK },
    ...statuses.map((status) => ({ label: status, value: status })),
    { label: leaveOut, value: LEAVE_OUT }
  ];
}

/** Those that nothing is known of come first, then those of most lines. */
export function aliasRows(
  linesByStatus: ReadonlyMap<string, number>,
  resolver: StatusResolver
): { readonly rows: AliasRow[]; readonly more: number } {
  const found = [...linesByStatus].map(([text, count]) => ({ text, count, ...resolver.resolve(text) })).filter(({ by }) => by !== 'exact');
  found.sort((a, b) => Number(a.by !== null) - Number(b.by !== null) || b.count - a.count);
  const rows = found.slice(0, MAXIMUM_ROWS).map(({ text, count, status, by }) => ({
    text,
    label: fillIn(treat, text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text),
    lines: counted(count, linesOne, lines),
    value: by === null ? ASK : (status ?? LEAVE_OUT),
    because: BECAUSE[by ?? ''] ?? ''
  }));
  return { rows, more: found.length - rows.length };
}
