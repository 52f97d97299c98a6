import type { Org } from '../org/contracts.js';
import type { Job } from './job.js';
import { decodeState, encodeState, NotStorable } from './state.js';

/** A job that waits, or why it can't run any more. */
export interface Waiting {
  readonly seq: number;
  readonly id: string;
  readonly job: Job | null;
  readonly problem: string | null;
}

/**
 * The queue, in the database: a job belongs to the transaction that asked for it, is gone when that is rolled back, and is still there when the
 * process was killed. A job whose state can't be stored is kept in memory, beside its row.
 */
export class JobStore {
  private readonly unstored = new Map<number, Job>();

  constructor(private readonly org: Org) {
    org.store.run(
      `CREATE TABLE IF NOT EXISTS "_jobs" (seq INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, due INTEGER NOT NULL, signature TEXT, started INTEGER NOT NULL DEFAULT 0, job TEXT, problem TEXT)`
    );
  }

  add(job: Job): number {
    const { store } = this.org;
    const seq = Number(store.rows(`SELECT COALESCE(MAX(seq), 0) + 1 FROM "_jobs"`)[0][0]);
    let text: string | null = null;
    let problem: string | null = null;
    this.unstored.delete(seq);
    try {
      text = encodeState(job, this.org);
    } catch (error) {
      if (!(error instanceof NotStorable)) throw error;
      problem = error.what;
      this.unstored.set(seq, job);
    }
    store.run(`INSERT INTO "_jobs" (seq, id, kind, due, signature, job, problem) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
      seq,
      job.id,
      job.kind,
      job.dueAt,
      job.signature,
      text,
      problem
    ]);
    return seq;
  }

  /** The job that has waited longest of those whose time has come; before all of them a finalizer, which belongs to the job that has just ended. */
  next(now: number): Waiting | null {
    return this.read(`WHERE due <= ? ORDER BY kind <> 'Finalizer', seq LIMIT 1`, now);
  }

  take(seq: number): Waiting | null {
    return this.read(`WHERE seq = ?`, seq);
  }

  nextDue(): number | null {
    const [row] = this.org.store.rows(`SELECT MIN(due) FROM "_jobs"`);
    return row[0] === null ? null : Number(row[0]);
  }

  started(seq: number): void {
    this.org.store.run(`UPDATE "_jobs" SET started = 1 WHERE seq = ?`, [seq]);
  }

  remove(seq: number): void {
    this.org.store.run(`DELETE FROM "_jobs" WHERE seq = ?`, [seq]);
  }

  /** Whether a job of this signature is queued; one that runs has lost its signature (Apex Developer Guide, "Detecting Duplicate Queueable Jobs"). */
  hasQueued(signature: string): boolean {
    this.org.store.ensure(this.org.schema.object('AsyncApexJob')!);
    const sql = `SELECT 1 FROM "_jobs" j JOIN "AsyncApexJob" a ON a."Id" = j.id WHERE j.signature = ? AND j.started = 0 AND a."Status" = 'Queued'`;
    return this.org.store.rows(sql, [signature]).length > 0;
  }

  /** After a start of the process: jobs that ran when the last one ended begin anew. */
  all(): Waiting[] {
    const { store } = this.org;
    store.run(`UPDATE "_jobs" SET started = 0`);
    return store.rows(`SELECT seq FROM "_jobs" ORDER BY seq`).map(([seq]) => this.take(Number(seq))!);
  }

  private read(condition: string, parameter: number): Waiting | null {
    const [row] = this.org.store.rows(`SELECT seq, id, job, problem FROM "_jobs" ${condition}`, [parameter]);
    if (!row) return null;
    const [seq, id, text] = [Number(row[0]), String(row[1]), row[2] as string | null];
    if (text === null) return { seq, id, job: this.unstored.get(seq) ?? null, problem: row[3] as string };
    try {
      return { seq, id, job: decodeState(text, this.org) as Job, problem: null };
    } catch (error) {
      return { seq, id, job: null, problem: (error as Error).message };
    }
  }
}
