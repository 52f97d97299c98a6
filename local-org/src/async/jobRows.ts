import type { Org } from '../org/contracts.js';

export interface NewJobRow {
  readonly className: string;
  readonly jobType: string;
  readonly userId: string;
  readonly methodName?: string;
  readonly parentJobId?: string;
  readonly totalItems?: number;
}

/** AsyncApexJob as the platform shows it: Queued → Processing → Completed, Failed or Aborted. */
export class JobRows {
  constructor(private readonly org: Org) {}

  add(row: NewJobRow): string {
    const info = this.org.schema.object('AsyncApexJob')!;
    this.org.store.ensure(info);
    const id = this.org.store.newId(info);
    const now = this.org.clock.now();
    this.org.store.run(
      `INSERT INTO "AsyncApexJob" ("Id", "ApexClassId", "JobType", "Status", "CreatedDate", "CreatedById", "MethodName", "ParentJobId", "NumberOfErrors", "JobItemsProcessed", "TotalJobItems") VALUES (?, ?, ?, 'Queued', ?, ?, ?, ?, 0, 0, ?)`,
      [id, this.classId(row.className), row.jobType, now, row.userId, row.methodName ?? null, row.parentJobId ?? null, row.totalItems ?? 0]
    );
    return id;
  }

  status(id: string): string | null {
    this.org.store.ensure(this.org.schema.object('AsyncApexJob')!);
    const [row] = this.org.store.rows(`SELECT "Status" FROM "AsyncApexJob" WHERE "Id" = ?`, [id]);
    return (row?.[0] as string | undefined) ?? null;
  }

  processing(id: string, totalItems?: number): void {
    this.org.store.run(`UPDATE "AsyncApexJob" SET "Status" = 'Processing', "TotalJobItems" = COALESCE(?, "TotalJobItems") WHERE "Id" = ?`, [
      totalItems ?? null,
      id
    ]);
  }

  /** One chunk of a batch is done. */
  progressed(id: string, failed: boolean, message: string | null): void {
    this.org.store.run(
      `UPDATE "AsyncApexJob" SET "JobItemsProcessed" = "JobItemsProcessed" + 1, "NumberOfErrors" = "NumberOfErrors" + ?, "ExtendedStatus" = COALESCE("ExtendedStatus", ?) WHERE "Id" = ?`,
      [failed ? 1 : 0, message, id]
    );
  }

  ended(id: string, status: 'Completed' | 'Failed' | 'Aborted', extendedStatus: string | null = null): void {
    this.org.store.run(
      `UPDATE "AsyncApexJob" SET "Status" = ?, "CompletedDate" = ?, "ExtendedStatus" = COALESCE(?, "ExtendedStatus"), "NumberOfErrors" = CASE WHEN ? = 'Failed' AND "NumberOfErrors" = 0 THEN 1 ELSE "NumberOfErrors" END WHERE "Id" = ? AND "Status" <> 'Aborted'`,
      [status, this.org.clock.now(), extendedStatus?.slice(0, 255) ?? null, status, id]
    );
  }

  /** What a stopped process left behind: jobs that go on wait again, those that can't have failed, with the reason. */
  resumed(lost: ReadonlyMap<string, string>): void {
    this.org.store.ensure(this.org.schema.object('AsyncApexJob')!);
    for (const [id, reason] of lost)
      this.ended(id, 'Failed', `The local org was stopped before this job ended, and it can't go on: ${reason}`);
    this.org.store.run(
      `UPDATE "AsyncApexJob" SET "Status" = 'Queued' WHERE "Status" = 'Processing' AND "JobType" <> 'BatchApex' AND "Id" IN (SELECT id FROM "_jobs")`
    );
    this.org.store.run(
      `UPDATE "AsyncApexJob" SET "Status" = 'Failed', "CompletedDate" = ?, "ExtendedStatus" = 'The local org was stopped before this job ended.' WHERE "Status" IN ('Queued', 'Processing', 'Preparing', 'Holding') AND "Id" NOT IN (SELECT id FROM "_jobs")`,
      [this.org.clock.now()]
    );
  }

  private classId(className: string): string | null {
    this.org.store.ensure(this.org.schema.object('ApexClass')!);
    const [row] = this.org.store.rows(`SELECT "Id" FROM "ApexClass" WHERE "Name" = ? COLLATE NOCASE`, [className.split('.')[0]]);
    return (row?.[0] as string | undefined) ?? null;
  }
}
