import addImportRows from '@salesforce/apex/StatusJobController.addImportRows';
import openImport from '@salesforce/apex/StatusJobController.openImport';
import startImport from '@salesforce/apex/StatusJobController.startImport';
import stopJob from '@salesforce/apex/StatusJobController.stopJob';
import { WILL_RUN, type CheckedImport } from 'c/statusImportRules';
import { withRetries } from './withRetries';

const ROWS_A_BLOCK = 1000;
const LINES_A_READ = 200;
/** What a row of the result holds of the texts of its line. */
const LONGEST_TEXT = 255;
const LEAD_PREFIX = '00Q';

/** Hands the rows of a checked file to a job, block by block. What failed can be tried again: it goes on with the block that was not taken. */
export class ImportSender {
  readonly total: number;
  jobId?: string;
  private readonly work: CheckedImport;
  private sent = 0;
  private line = 0;
  private sequence = 1;
  private cancelled = false;

  constructor(work: CheckedImport) {
    this.work = work;
    this.total = work.judgement.willRun;
  }

  /** Gives back whether the job was started; it was not where the user cancelled. */
  async send(onProgress: (sent: number) => void): Promise<boolean> {
    const isCancelled = (): boolean => this.cancelled;
    // Not repeated by itself: an answer that got lost would leave a second job behind.
    this.jobId ??= await openImport({ campaignId: this.work.campaignId, total: this.total });
    const jobId = this.jobId;
    while (this.sent < this.total) {
      if (this.cancelled) return false;
      const { rows, next } = this.nextBlock();
      const sequence = this.sequence;
      // eslint-disable-next-line no-await-in-loop -- blocks of one job wait for each other anyway
      await withRetries(() => addImportRows({ jobId, sequence, rows }), isCancelled);
      this.sent += rows.length;
      this.line = next;
      this.sequence++;
      onProgress(this.sent);
    }
    if (this.cancelled) return false;
    await startImport({ jobId });
    return true;
  }

  /** Nothing more is sent, and what was sent is not carried out. */
  async cancel(): Promise<void> {
    this.cancelled = true;
    if (this.jobId !== undefined) await stopJob({ jobId: this.jobId });
  }

  private nextBlock(): { rows: Apex.StatusJobInputRow[]; next: number } {
    const { reader, mapping } = this.work;
    const rows: Apex.StatusJobInputRow[] = [];
    let next = this.line;
    while (next < reader.count && rows.length < ROWS_A_BLOCK) {
      // A block may get a little larger than asked for, lest its last rows be looked for line by line.
      const end = Math.min(next + Math.max(LINES_A_READ, ROWS_A_BLOCK - rows.length), reader.count);
      for (const { key } of reader.lines(next, end, mapping)) this.addRow(rows, next++, key);
    }
    return { rows, next };
  }

  private addRow(rows: Apex.StatusJobInputRow[], line: number, key: string): void {
    const { facts, judgement, resolver, reader } = this.work;
    const verdict = judgement.verdictOf(line);
    if (!WILL_RUN.has(verdict)) return;
    const inputStatus = facts.statusOf(line);
    const target = facts.targets[line]!;
    const isMember = verdict === 'change';
    const isLead = target.startsWith(LEAD_PREFIX);
    rows.push({
      line: reader.numberOf(line),
      memberId: isMember ? target : null,
      leadId: !isMember && isLead ? target : null,
      contactId: !isMember && !isLead ? target : null,
      expectedStatus: isMember ? facts.currentStatusOf(line) : null,
      newStatus: resolver.resolve(inputStatus).status,
      inputKey: key.slice(0, LONGEST_TEXT),
      inputStatus: inputStatus.slice(0, LONGEST_TEXT)
    });
  }
}
