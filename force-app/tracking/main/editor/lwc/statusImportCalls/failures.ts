import getRows from '@salesforce/apex/StatusJobController.getRows';
import { whyText } from 'c/jobRowsFile';

const ROWS_A_CALL = 2000;

/** A line that the job could not carry out. */
export interface Failure {
  /** The number that a spreadsheet shows beside the line. */
  readonly line: number;
  readonly message: string;
}

/** The lines that a job did not carry out, all of them. */
export async function readFailures(jobId: string): Promise<Failure[]> {
  const failures: Failure[] = [];
  let afterId: string | undefined;
  for (;;) {
    // A page begins where the one before ended.
    // eslint-disable-next-line no-await-in-loop
    const rows: readonly Apex.StatusJobRowView[] = await getRows({ jobId, afterId: afterId ?? null, pageSize: ROWS_A_CALL });
    for (const row of rows) if (row.line) failures.push({ line: row.line, message: whyText(row) });
    if (rows.length < ROWS_A_CALL) return failures;
    afterId = rows[rows.length - 1]!.rowId!;
  }
}
