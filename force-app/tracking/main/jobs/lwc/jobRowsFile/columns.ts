import after from '@salesforce/label/c.Jobs_Rows_After';
import attempts from '@salesforce/label/c.Jobs_Rows_Attempts';
import changedAt from '@salesforce/label/c.Jobs_Rows_Changed_At';
import fromStatus from '@salesforce/label/c.Jobs_Rows_From';
import inputStatus from '@salesforce/label/c.Jobs_Rows_Input_Status';
import key from '@salesforce/label/c.Jobs_Rows_Key';
import line from '@salesforce/label/c.Jobs_Rows_Line';
import memberId from '@salesforce/label/c.Jobs_Rows_Member_Id';
import name from '@salesforce/label/c.Jobs_Rows_Name';
import outcome from '@salesforce/label/c.Jobs_Rows_Outcome';
import personId from '@salesforce/label/c.Jobs_Rows_Person_Id';
import reason from '@salesforce/label/c.Jobs_Rows_Reason';
import status from '@salesforce/label/c.Shared_Status';
import toStatus from '@salesforce/label/c.Jobs_Rows_To';
import why from '@salesforce/label/c.Jobs_Rows_Why';
import { csvLine, toCsv, type CsvValue } from 'c/csvText';
import { outcomeText, reasonText, whyText } from './rowText';

type Row = Apex.StatusJobRowView;
type Column<Line> = readonly [string, (line: Line) => CsvValue];

/** A line of the results: a member that was changed, or a row that is listed. */
export type ResultLine = { readonly statusAfter: string | null } & (
  { readonly change: Apex.StatusJobChangeView; readonly row?: undefined } | { readonly row: Row; readonly change?: undefined }
);

/** What a file of these columns is made of. */
export interface FileShape<Line> {
  readonly heading: string;
  readonly lineOf: (line: Line) => string;
}

const memberColumns: readonly Column<Row>[] = [
  [name, (row) => row.personName],
  [fromStatus, (row) => row.fromStatus],
  [toStatus, (row) => row.toStatus],
  [outcome, (row) => outcomeText(row.outcome)],
  [why, whyText],
  [attempts, (row) => row.attempts],
  [memberId, (row) => row.memberId],
  [personId, (row) => row.leadOrContactId]
];

/** What the file had comes first, as it was spelt there, so that it can be put right and imported again. */
const importColumns: readonly Column<Row>[] = [
  [key, (row) => row.inputKey],
  [status, (row) => row.inputStatus],
  [line, (row) => row.line],
  ...memberColumns
];

const resultColumns: readonly Column<ResultLine>[] = [
  [name, ({ change, row }) => (change ?? row).personName],
  [fromStatus, ({ change, row }) => (change ?? row).fromStatus],
  [after, ({ statusAfter }) => statusAfter],
  [outcome, ({ row }) => outcomeText(row?.outcome ?? 'Changed')],
  [reason, ({ row }) => row && reasonText(row)],
  [why, ({ row }) => row && whyText(row)],
  [toStatus, ({ change, row }) => (change ?? row).toStatus],
  [changedAt, ({ change }) => change?.changedAt],
  [memberId, ({ change, row }) => (change ?? row).memberId],
  [personId, ({ change, row }) => (change ?? row).leadOrContactId]
];

/** The lines of what was changed are not kept, so these say something of rows only that are listed. */
const importResultColumns: readonly Column<ResultLine>[] = [
  ...resultColumns,
  [line, ({ row }) => row?.line],
  [key, ({ row }) => row?.inputKey],
  [inputStatus, ({ row }) => row?.inputStatus]
];

export function notChangedShape(isImport: boolean): FileShape<Row> {
  return shapeOf(isImport ? importColumns : memberColumns);
}

export function resultsShape(isImport: boolean): FileShape<ResultLine> {
  return shapeOf(isImport ? importResultColumns : resultColumns);
}

function shapeOf<Line>(columns: readonly Column<Line>[]): FileShape<Line> {
  const labels = columns.map(([label]) => label);
  return { heading: toCsv(labels, []), lineOf: (of) => csvLine(columns.map(([, cell]) => cell(of))) };
}
