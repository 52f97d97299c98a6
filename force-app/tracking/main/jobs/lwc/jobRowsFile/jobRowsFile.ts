import getRows from '@salesforce/apex/StatusJobController.getRows';
import attempts from '@salesforce/label/c.Jobs_Rows_Attempts';
import fileName from '@salesforce/label/c.Jobs_Rows_File_Name';
import fromStatus from '@salesforce/label/c.Jobs_Rows_From';
import key from '@salesforce/label/c.Jobs_Rows_Key';
import line from '@salesforce/label/c.Jobs_Rows_Line';
import memberId from '@salesforce/label/c.Jobs_Rows_Member_Id';
import name from '@salesforce/label/c.Jobs_Rows_Name';
import outcome from '@salesforce/label/c.Jobs_Rows_Outcome';
import personId from '@salesforce/label/c.Jobs_Rows_Person_Id';
import status from '@salesforce/label/c.Shared_Status';
import toStatus from '@salesforce/label/c.Jobs_Rows_To';
import why from '@salesforce/label/c.Jobs_Rows_Why';
import { csvLine, downloadCsv, toCsv, type CsvValue } from 'c/csvText';
import { fillIn } from 'c/textFormat';
import { outcomeText, whyText } from './rowText';

export { outcomeText, whyText };

type Row = Apex.StatusJobRowView;

/** The most that one call answers. */
const PAGE = 2_000;

const memberColumns: readonly [string, (row: Row) => CsvValue][] = [
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
const importColumns: readonly [string, (row: Row) => CsvValue][] = [
  [key, (row) => row.inputKey],
  [status, (row) => row.inputStatus],
  [line, (row) => row.line],
  ...memberColumns
];

/** Saves the rows of a job that did not end as asked for as a CSV file. */
export async function downloadRows(job: Apex.StatusJobView): Promise<void> {
  const columns = job.kind === 'Import' ? importColumns : memberColumns;
  const heading = toCsv(
    columns.map(([label]) => label),
    []
  );
  const lines = await readLines(job.jobId, (row) => csvLine(columns.map(([, cell]) => cell(row))));
  downloadCsv(fillIn(fileName, job.name), [heading, ...lines]);
}

/** A text a page: only the text of a row is kept, not the row. */
async function readLines(jobId: string, toLine: (row: Row) => string): Promise<string[]> {
  const texts: string[] = [];
  let afterId: string | null = null;
  let hasMore = true;
  while (hasMore) {
    // Each page begins where the one before ended.
    // eslint-disable-next-line no-await-in-loop
    const page: readonly Row[] = await getRows({ jobId, afterId, pageSize: PAGE });
    texts.push(page.map(toLine).join(''));
    afterId = page[page.length - 1]?.rowId ?? null;
    hasMore = page.length === PAGE;
  }
  return texts;
}
