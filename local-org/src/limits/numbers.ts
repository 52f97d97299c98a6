import type { LimitName } from '../org/contracts.js';

export type LimitsKind = 'sync' | 'async' | 'finalizer';

/** "Synchronous governor limits apply for the Finalizer transaction, except in these cases" (Apex Developer Guide, "Transaction Finalizers"). */
const ASYNC_IN_FINALIZERS: ReadonlySet<LimitName> = new Set<LimitName>(['HeapSize', 'QueueableJobs', 'FutureCalls']);

export function limitOf(name: LimitName, kind: LimitsKind): number {
  const asynchronous = kind === 'async' || (kind === 'finalizer' && ASYNC_IN_FINALIZERS.has(name));
  return LIMITS[name][asynchronous ? 1 : 0];
}

/**
 * The governor limits of one transaction (Apex Developer Guide, "Execution Governors and Limits", release 262), as [synchronous, asynchronous].
 * Savepoints and rollbacks have had no limit of their own since they count as DML statements, so they answer its number.
 */
export const LIMITS: Readonly<Record<LimitName, readonly [number, number]>> = {
  Queries: [100, 200],
  QueryRows: [50_000, 50_000],
  AggregateQueries: [300, 300],
  QueryLocatorRows: [10_000, 10_000],
  SoslQueries: [20, 20],
  DmlStatements: [150, 150],
  DmlRows: [10_000, 10_000],
  PublishImmediateDML: [150, 150],
  CpuTime: [10_000, 60_000],
  HeapSize: [6_000_000, 12_000_000],
  Callouts: [100, 100],
  EmailInvocations: [10, 10],
  FutureCalls: [50, 50],
  QueueableJobs: [50, 1],
  MobilePushApexCalls: [10, 10],
  SavepointRollbacks: [150, 150],
  Savepoints: [150, 150],
  FetchCallsOnApexCursor: [100, 100],
  ApexCursorRows: [50_000_000, 50_000_000]
};

/** What the platform says when a limit is passed; the number is the count that broke it. */
const MESSAGES: Readonly<Record<LimitName, string>> = {
  Queries: 'Too many SOQL queries: ',
  QueryRows: 'Too many query rows: ',
  AggregateQueries: 'Too many aggregate queries: ',
  QueryLocatorRows: 'Too many query locator rows: ',
  SoslQueries: 'Too many SOSL queries: ',
  DmlStatements: 'Too many DML statements: ',
  DmlRows: 'Too many DML rows: ',
  PublishImmediateDML: 'Too many Publish Immediate DML statements: ',
  CpuTime: 'Apex CPU time limit exceeded',
  HeapSize: 'Apex heap size too large: ',
  Callouts: 'Too many callouts: ',
  EmailInvocations: 'Too many Email Invocations: ',
  FutureCalls: 'Too many future calls: ',
  QueueableJobs: 'Too many queueable jobs added to the queue: ',
  MobilePushApexCalls: 'Too many mobile Apex push calls: ',
  SavepointRollbacks: 'Too many savepoint rollbacks: ',
  Savepoints: 'Too many savepoints: ',
  FetchCallsOnApexCursor: 'Too many fetch calls on Apex cursor: ',
  ApexCursorRows: 'Too many Apex cursor rows: '
};

/** A query stops reading at the first row too many, so its message never tells more than that; other work is counted whole. */
const STOPS_AT_LIMIT: ReadonlySet<LimitName> = new Set<LimitName>(['QueryRows', 'QueryLocatorRows', 'ApexCursorRows']);

export function limitMessage(name: LimitName, used: number, limit: number): string {
  if (name === 'CpuTime') return MESSAGES.CpuTime;
  return MESSAGES[name] + (STOPS_AT_LIMIT.has(name) ? limit + 1 : used);
}
