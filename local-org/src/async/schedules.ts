import { Cron } from 'croner';
import { raise, typeOf } from '../values/index.js';
import type { Org } from '../org/contracts.js';
import { tx } from '../org/transaction.js';
import { singleJob, type Job, type Work } from './job.js';
import type { JobRows } from './jobRows.js';
import { decodeState, encodeState, NotStorable } from './state.js';

type ScheduledWork = Extract<Work, { type: 'scheduled' | 'scheduledBatch' }>;

interface Schedule {
  readonly id: string;
  readonly className: string;
  readonly userId: string;
  readonly next: number;
  readonly expression: string;
  readonly timeZone: string;
  /** The stored work; null: it can't be stored and is in memory. */
  readonly work: string | null;
}

/** Scheduled Apex: CronTrigger and CronJobDetail rows, and beside them in the database what fires when their time comes. */
export class Schedules {
  private readonly unstored = new Map<string, ScheduledWork>();

  constructor(
    private readonly org: Org,
    private readonly rows: JobRows
  ) {
    org.store.run(
      `CREATE TABLE IF NOT EXISTS "_schedules" (id TEXT PRIMARY KEY, class TEXT NOT NULL, work TEXT, problem TEXT, ran INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID`
    );
  }

  add(name: string, expression: string, schedulable: object): string {
    const next = nextFire(parseCron(expression, tx().user.timeZone), this.org.clock.now());
    if (next === null) raise('AsyncException', `Based on configured schedule, the given trigger will never fire: ${expression}`);
    return this.insert(name, expression, next, schedulable, (triggerId) => ({ type: 'scheduled', instance: schedulable, triggerId }));
  }

  /** System.scheduleBatch: fires once. */
  addOnce(name: string, minutes: number, batchable: object, scopeSize: number): string {
    const next = this.org.clock.now() + minutes * 60_000;
    return this.insert(name, '', next, batchable, () => ({ type: 'scheduledBatch', instance: batchable, scopeSize }));
  }

  remove(id: string): boolean {
    const { store } = this.org;
    if (!this.all().some((schedule) => schedule.id === id)) return false;
    store.run(`DELETE FROM "CronJobDetail" WHERE "Id" = (SELECT "CronJobDetailId" FROM "CronTrigger" WHERE "Id" = ?)`, [id]);
    store.run(`DELETE FROM "CronTrigger" WHERE "Id" = ?`, [id]);
    store.run(`DELETE FROM "_schedules" WHERE id = ?`, [id]);
    return true;
  }

  nextDue(): number | null {
    const times = this.all().map((schedule) => schedule.next);
    return times.length ? Math.min(...times) : null;
  }

  /** Turns every schedule whose time has come into a job, and works out when it fires again. What fell into a time without process fires once. */
  enqueueDue(add: (job: Job) => void): void {
    const { store, clock } = this.org;
    const now = clock.now();
    for (const schedule of this.all()) {
      if (schedule.next > now) continue;
      store.savepoint('schedule');
      add(this.job(schedule));
      const next = schedule.expression === '' ? null : nextFire(parseCron(schedule.expression, schedule.timeZone), now);
      if (next === null) this.remove(schedule.id);
      else {
        store.run(
          `UPDATE "CronTrigger" SET "NextFireTime" = ?, "PreviousFireTime" = ?, "TimesTriggered" = "TimesTriggered" + 1 WHERE "Id" = ?`,
          [next, now, schedule.id]
        );
      }
      store.release('schedule');
    }
  }

  /** Test.stopTest runs every job that the test scheduled, once, whatever its time. */
  takeForTest(): Job[] {
    const schedules = this.all('AND s.ran = 0');
    for (const { id } of schedules) this.org.store.run(`UPDATE "_schedules" SET ran = 1 WHERE id = ?`, [id]);
    return schedules.map((schedule) => this.job(schedule));
  }

  /** After a start of the process: a schedule whose work can't be had any more ends, as its CronTrigger says. */
  resume(): void {
    for (const { id, work } of this.all()) {
      if (work !== null && this.decodes(work)) continue;
      this.org.store.run(`UPDATE "CronTrigger" SET "State" = 'ERROR' WHERE "Id" = ?`, [id]);
      this.org.store.run(`DELETE FROM "_schedules" WHERE id = ?`, [id]);
    }
  }

  private decodes(work: string): boolean {
    try {
      decodeState(work, this.org);
      return true;
    } catch {
      return false;
    }
  }

  private all(condition = ''): Schedule[] {
    const { store, schema } = this.org;
    if (store.rows(`SELECT 1 FROM "_schedules" LIMIT 1`).length === 0) return [];
    store.ensure(schema.object('CronTrigger')!);
    const sql = `SELECT s.id, s.class, c."OwnerId", c."NextFireTime", c."CronExpression", c."TimeZoneSidKey", s.work FROM "_schedules" s JOIN "CronTrigger" c ON c."Id" = s.id WHERE c."State" = 'WAITING' ${condition} ORDER BY s.id`;
    return store.rows(sql).map(([id, className, userId, next, expression, timeZone, work]) => ({
      id: String(id),
      className: String(className),
      userId: String(userId),
      next: Number(next),
      expression: String(expression ?? ''),
      timeZone: String(timeZone),
      work: work as string | null
    }));
  }

  private insert(name: string, expression: string, next: number, instance: object, workOf: (id: string) => ScheduledWork): string {
    const { store, schema } = this.org;
    const trigger = schema.object('CronTrigger')!;
    const detail = schema.object('CronJobDetail')!;
    store.ensure(trigger);
    store.ensure(detail);
    const taken = `SELECT 1 FROM "CronJobDetail" d JOIN "CronTrigger" c ON c."CronJobDetailId" = d."Id" WHERE d."Name" = ? AND c."State" = 'WAITING'`;
    if (store.rows(taken, [name]).length) raise('AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
    const id = store.newId(trigger);
    const detailId = store.newId(detail);
    const now = this.org.clock.now();
    const { id: user, timeZone } = tx().user;
    store.run(`INSERT INTO "CronJobDetail" ("Id", "Name", "JobType") VALUES (?, ?, '7')`, [detailId, name]);
    store.run(
      `INSERT INTO "CronTrigger" ("Id", "CronJobDetailId", "CronExpression", "NextFireTime", "StartTime", "State", "TimesTriggered", "TimeZoneSidKey", "OwnerId", "CreatedById", "CreatedDate", "LastModifiedById") VALUES (?, ?, ?, ?, ?, 'WAITING', 0, ?, ?, ?, ?, ?)`,
      [id, detailId, expression, next, now, timeZone, user, user, now, user]
    );
    this.keep(id, typeOf(instance).name, workOf(id));
    return id;
  }

  private keep(id: string, className: string, work: ScheduledWork): void {
    let text: string | null = null;
    let problem: string | null = null;
    this.unstored.delete(id);
    try {
      text = encodeState(work, this.org);
    } catch (error) {
      if (!(error instanceof NotStorable)) throw error;
      problem = error.what;
      this.unstored.set(id, work);
    }
    this.org.store.run(`INSERT OR REPLACE INTO "_schedules" (id, class, work, problem) VALUES (?, ?, ?, ?)`, [
      id,
      className,
      text,
      problem
    ]);
  }

  private job({ id: triggerId, className, userId, work: text }: Schedule): Job {
    const id = this.rows.add({ className, jobType: 'ScheduledApex', userId });
    const work = text === null ? this.unstored.get(triggerId)! : (decodeState(text, this.org) as ScheduledWork);
    return singleJob({ id, kind: 'ScheduledApex', className, userId, dueAt: this.org.clock.now(), work });
  }
}

function nextFire(cron: Cron, after: number): number | null {
  return cron.nextRun(new Date(after))?.getTime() ?? null;
}

/** `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]` (Apex Developer Guide, "Apex Scheduler"), where `?` means no specific value. */
function parseCron(expression: string, timeZone: string): Cron {
  const parts = expression.trim().split(/\s+/);
  const year = parts[6] ?? '*';
  if (parts.length < 6 || parts.length > 7 || !/^[\d*,\-/]+$/.test(year)) invalid(expression);
  if (!/^\d+$/.test(parts[0]) || !/^\d+$/.test(parts[1])) invalid(expression);
  try {
    const [seconds, minutes, hours, ...rest] = parts.slice(0, 6).map((part) => (part === '?' ? '*' : part));
    return new Cron([seconds, minutes, hours, ...rest].join(' '), { timezone: timeZone, legacyMode: false, ...yearBounds(year) });
  } catch {
    return invalid(expression);
  }
}

/** A single year or a range of years bounds the schedule; a list is taken from its first to its last year. */
function yearBounds(year: string): { startAt?: string; stopAt?: string } {
  const years = [...year.matchAll(/\d{4}/g)].map((match) => Number(match[0]));
  if (years.length === 0) return {};
  return { startAt: `${Math.min(...years)}-01-01T00:00:00`, stopAt: `${Math.max(...years)}-12-31T23:59:59` };
}

function invalid(expression: string): never {
  return raise('StringException', `Illegal cron expression format (${expression})`);
}
