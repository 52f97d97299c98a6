import fromStatus from '@salesforce/label/c.Jobs_Rows_From';
import line from '@salesforce/label/c.Jobs_Rows_Line';
import name from '@salesforce/label/c.Jobs_Rows_Name';
import outcome from '@salesforce/label/c.Jobs_Rows_Outcome';
import toStatus from '@salesforce/label/c.Jobs_Rows_To';
import unknownPerson from '@salesforce/label/c.Jobs_Rows_Person_Not_Known';
import why from '@salesforce/label/c.Jobs_Rows_Why';
import { outcomeText, whyText } from 'c/jobRowsFile';

export interface TableRow {
  readonly rowId: string;
  readonly line?: number | null;
  readonly name: string;
  readonly fromStatus?: string | null;
  readonly toStatus?: string | null;
  readonly outcome: string;
  readonly outcomeIcon: string;
  readonly why: string;
}

const icons: Readonly<Record<string, string>> = { Failed: 'utility:error', Retrying: 'utility:refresh', Skipped: 'utility:forward' };

/** Leaves the room to the reasons, which are sentences. */
const NAME_WIDTH = 200;

const lineColumn = { label: line, fieldName: 'line', type: 'number', initialWidth: 80, hideDefaultActions: true } as const;
const nameColumn = { label: name, fieldName: 'name', wrapText: true, hideDefaultActions: true } as const;
const whyColumn = { label: why, fieldName: 'why', wrapText: true, hideDefaultActions: true } as const;
const statusColumns = [
  { label: fromStatus, fieldName: 'fromStatus', initialWidth: 130, wrapText: true, hideDefaultActions: true },
  { label: toStatus, fieldName: 'toStatus', initialWidth: 130, wrapText: true, hideDefaultActions: true },
  {
    label: outcome,
    fieldName: 'outcome',
    initialWidth: 120,
    hideDefaultActions: true,
    cellAttributes: { iconName: { fieldName: 'outcomeIcon' } }
  }
] as const;

export type Column =
  typeof lineColumn | (typeof nameColumn & { readonly initialWidth?: number }) | typeof whyColumn | (typeof statusColumns)[number];

export function columnsFor(isNarrow: boolean, isImport: boolean): readonly Column[] {
  if (isNarrow) return isImport ? [lineColumn, whyColumn] : [nameColumn, whyColumn];
  return [...(isImport ? [lineColumn] : []), { ...nameColumn, initialWidth: NAME_WIDTH }, ...statusColumns, whyColumn];
}

export function toTableRows(rows: readonly Apex.StatusJobRowView[]): TableRow[] {
  return rows.map((row) => ({
    rowId: row.rowId,
    line: row.line,
    name: row.personName || row.inputKey || unknownPerson,
    fromStatus: row.fromStatus,
    toStatus: row.toStatus,
    outcome: outcomeText(row.outcome),
    outcomeIcon: icons[row.outcome] ?? 'utility:info',
    why: whyText(row)
  }));
}
