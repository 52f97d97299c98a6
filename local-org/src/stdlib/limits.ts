import { tx } from '../org/transaction.js';
import type { LimitName } from '../org/contracts.js';
import { builtin, type Implementation } from './declare.js';

/** Apex's name after `get` and `getLimit`, and the counter behind it (Apex Reference, "Limits class"). */
const COUNTED: readonly (readonly [string, LimitName])[] = [
  ['AggregateQueries', 'AggregateQueries'],
  ['ApexCursorRows', 'ApexCursorRows'],
  ['Callouts', 'Callouts'],
  ['CpuTime', 'CpuTime'],
  ['DmlRows', 'DmlRows'],
  ['DmlStatements', 'DmlStatements'],
  ['EmailInvocations', 'EmailInvocations'],
  ['FetchCallsOnApexCursor', 'FetchCallsOnApexCursor'],
  ['FutureCalls', 'FutureCalls'],
  ['HeapSize', 'HeapSize'],
  ['MobilePushApexCalls', 'MobilePushApexCalls'],
  ['PublishImmediateDML', 'PublishImmediateDML'],
  ['Queries', 'Queries'],
  ['QueryLocatorRows', 'QueryLocatorRows'],
  ['QueryRows', 'QueryRows'],
  ['QueueableJobs', 'QueueableJobs'],
  ['SavepointRollbacks', 'SavepointRollbacks'],
  ['Savepoints', 'Savepoints'],
  ['SoslQueries', 'SoslQueries'],
  // Deprecated: runAs calls count as DML statements.
  ['RunAs', 'DmlStatements'],
  // Deprecated: similarity searches count as SOSL queries.
  ['FindSimilarCalls', 'SoslQueries']
];

/**
 * Deprecated counters of describe calls, which the platform stopped counting and limiting in Winter '14 but still answers, with the limit they
 * once had; and AsyncCalls, reserved for future use.
 */
const NO_LONGER_COUNTED: readonly (readonly [string, number])[] = [
  ['ChildRelationshipsDescribes', 100],
  ['FieldsDescribes', 100],
  ['FieldSetsDescribes', 100],
  ['PicklistDescribes', 100],
  ['RecordTypesDescribes', 100],
  ['AsyncCalls', 200]
];

function members(): Record<string, Implementation> {
  const result: Record<string, Implementation> = {};
  for (const [name, counter] of COUNTED) {
    result[`static Integer get${name}()`] = () => tx().limits.used(counter) | 0;
    result[`static Integer getLimit${name}()`] = () => tx().limits.limit(counter) | 0;
  }
  for (const [name, limit] of NO_LONGER_COUNTED) {
    result[`static Integer get${name}()`] = () => 0;
    result[`static Integer getLimit${name}()`] = () => limit;
  }
  return result;
}

export const declarations = [builtin('class Limits', members())];
