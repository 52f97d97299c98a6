import { Cron } from 'croner';
import { raise, typeOf } from '../values/index.js';
import type { Org } from '../org/contracts.js';
import { hasTransaction, tx } from '../org/transaction.js';
import { JobContext } from './contexts.js';
import { execute } from './execute.js';
import type { Job } from './job.js';
import { JobRows } from './jobRows.js';

interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly userId: string;
  readonly cron: Cron | null;
  readonly run: (triggerId: string) => void;
  next: number;
  /** A test runs what it scheduled once. */
  ranInTest: boolean;
}

/** Scheduled Apex: CronTrigger and CronJobDetail rows, and the times at which they fire. */
export class Schedules {
  private readonly schedules = new Map<string, Schedule>();

  constructor(
    private readonly org: Org,
    private readonly add_: (job: Job) => void
  ) {}

  add(name: string, expression: string, schedulable: object): string {
    const cron = parseCron(expression);
    const next = cron.nextRun(new Date(this.org.clock.now()))?.getTime();
    if (next === undefined) raise('AsyncException', `Based on configured schedule, the given trigger will never fire: ${expression}`);
    return this.store(name, expression, next, cron, typeOf(schedulable).name, (triggerId) =>
      execute(schedulable, 'SchedulableContext', new JobContext('SchedulableContext', triggerId))
    );
  }

  addOnce(name: string, minutes: number, run: () => void): string {
    return this.store(name, '', this.org.clock.now() + minutes * 60_000, null, name, run);
  }

  remove(id: string): boolean {
    if (!this.live().some((schedule) => schedule.id === id)) return false;
    this.org.store.run(`DELETE FROM "CronTrigger" WHERE "Id" = ?`, [id]);
    return true;
  }

  times(): number[] {
    return this.live().map((schedule) => schedule.next);
  }

  /** Turns every schedule whose time has come into a job, and works out when it fires again. */
  enqueueDue(): void {
    const now = this.org.clock.now();
    for (const schedule of this.live()) {
      if (schedule.next > now) continue;
      this.add_(this.job(schedule));
      const next = schedule.cron?.nextRun(new Date(now))?.getTime();
      if (next === undefined) this.remove(schedule.id);
      else {
        schedule.next = next;
        this.org.store.run(
          `UPDATE "CronTrigger" SET "NextFireTime" = ?, "PreviousFireTime" = ?, "TimesTriggered" = "TimesTriggered" + 1 WHERE "Id" = ?`,
          [next, now, schedule.id]
        );
      }
    }
  }

  /** Test.stopTest runs every job that the test scheduled, once, whatever its time. */
  takeForTest(): Job[] {
    const schedules = this.live().filter((schedule) => !schedule.ranInTest);
    return schedules.map((schedule) => {
      schedule.ranInTest = true;
      return this.job(schedule);
    });
  }

  /** Those whose row is there: a transaction that was rolled back scheduled nothing and aborted nothing. */
  private live(): Schedule[] {
    if (this.schedules.size === 0) return [];
    this.org.store.ensure(this.org.schema.object('CronTrigger')!);
    const ids = new Set(this.org.store.rows(`SELECT "Id" FROM "CronTrigger"`).map(([id]) => id));
    if (!hasTransaction()) for (const id of this.schedules.keys()) if (!ids.has(id)) this.schedules.delete(id);
    return [...this.schedules.values()].filter((schedule) => ids.has(schedule.id));
  }

  private find(name: string): Schedule | undefined {
    return this.live().find((schedule) => schedule.name === name);
  }

  private store(name: string, expression: string, next: number, cron: Cron | null, className: string, run: Schedule['run']): string {
    if (this.find(name)) raise('AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
    const { store, schema } = this.org;
    const trigger = schema.object('CronTrigger')!;
    const detail = schema.object('CronJobDetail')!;
    store.ensure(trigger);
    store.ensure(detail);
    const id = store.newId(trigger);
    const detailId = store.newId(detail);
    const now = this.org.clock.now();
    const user = tx().user.id;
    store.run(`INSERT INTO "CronJobDetail" ("Id", "Name", "JobType") VALUES (?, ?, '7')`, [detailId, name]);
    store.run(
      `INSERT INTO "CronTrigger" ("Id", "CronJobDetailId", "CronExpression", "NextFireTime", "StartTime", "State", "TimesTriggered", "TimeZoneSidKey", "OwnerId", "CreatedById", "CreatedDate", "LastModifiedById") VALUES (?, ?, ?, ?, ?, 'WAITING', 0, ?, ?, ?, ?, ?)`,
      [id, detailId, expression, next, now, tx().user.timeZone, user, user, now, user]
    );
    this.schedules.set(id, { id, name, className, userId: user, cron, run, next, ranInTest: false });
    return id;
  }

  private job(schedule: Schedule): Job {
    const rows = new JobRows(this.org);
    const id = rows.add({ className: schedule.className, jobType: 'ScheduledApex', userId: schedule.userId });
    return {
      id,
      kind: 'ScheduledApex',
      className: schedule.className,
      userId: schedule.userId,
      dueAt: this.org.clock.now(),
      depth: 1,
      maximumDepth: null,
      signature: null,
      ownStatus: false,
      body: () => schedule.run(schedule.id)
    };
  }
}

/** `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]` (Apex Developer Guide, "Apex Scheduler"), where `?` means no specific value. */
function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/);
  const year = parts[6] ?? '*';
  if (parts.length < 6 || parts.length > 7 || !/^[\d*,\-/]+$/.test(year)) invalid(expression);
  if (!/^\d+$/.test(parts[0]) || !/^\d+$/.test(parts[1])) invalid(expression);
  try {
    const [seconds, minutes, hours, ...rest] = parts.slice(0, 6).map((part) => (part === '?' ? '*' : part));
    return new Cron([seconds, minutes, hours, ...rest].join(' '), { timezone: tx().user.timeZone, legacyMode: false, ...yearBounds(year) });
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
