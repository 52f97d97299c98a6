import type { CompiledTrigger, TriggerContext } from '../org/contracts.js';
import { tx } from '../org/transaction.js';
import type { ObjectInfo } from '../schema/model.js';
import { ApexException, ApexList, ApexMap, type SObject } from '../values/index.js';
import { Types } from '../values/apexType.js';
import type { Dml } from './dml.js';
import { fillFormulas } from './formulas.js';
import { copyRecord } from './prepare.js';
import type { Row } from './row.js';
import { dropSavepointsDeeperThan } from './savepoints.js';

export type Operation = TriggerContext['operation'];

/** Apex Developer Guide, "Execution Governors and Limits": stack depth of DML that fires triggers recursively. */
const MAX_DEPTH = 16;

/** Data loads fire none. */
export function triggersFor(dml: Dml, object: ObjectInfo, operation: Operation): readonly CompiledTrigger[] {
  if (dml.load || !object.triggerable) return [];
  return dml.org.program.triggers(object.name).filter((trigger) => trigger.events.some((event) => eventName(event) === operation));
}

export function hasTriggers(dml: Dml, object: ObjectInfo): boolean {
  return !dml.load && object.triggerable && dml.org.program.triggers(object.name).length > 0;
}

function eventName(event: string): string {
  return event.trim().toUpperCase().replace(/\s+/g, '_');
}

/**
 * Runs the triggers of one event over the rows. Errors that a trigger adds to a record, and exceptions that it throws, end up in the rows. Records
 * of after events are copies that can't be written.
 */
export function fireTriggers(dml: Dml, object: ObjectInfo, operation: Operation, rows: readonly Row[]): void {
  const triggers = triggersFor(dml, object, operation);
  if (triggers.length === 0 || rows.length === 0) return;
  const transaction = tx();
  if (transaction.triggers.length >= MAX_DEPTH) {
    const trail = transaction.triggers.map((context) => `${context.object.name} trigger event ${eventLabel(context.operation)}`).join('\n');
    for (const row of rows) row.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `maximum trigger depth exceeded\n${trail}`);
    return;
  }
  const context = triggerContext(dml, object, operation, rows);
  const sharing = transaction.sharing;
  transaction.triggers.push(context);
  try {
    for (const trigger of triggers) {
      // Triggers run in system mode whatever the class that caused them says (Apex Developer Guide, "Triggers").
      transaction.sharing = 'without';
      if (!transaction.limits.insideCpu(() => runTrigger(trigger, operation, rows))) return;
    }
  } finally {
    transaction.triggers.pop();
    transaction.sharing = sharing;
    dropSavepointsDeeperThan(transaction.triggers.length);
  }
  collectErrors(context, rows);
}

function triggerContext(dml: Dml, object: ObjectInfo, operation: Operation, rows: readonly Row[]): TriggerContext {
  const type = Types.sobject(object.name);
  const before = operation.startsWith('BEFORE');
  const withNew = !operation.endsWith('_DELETE');
  const withOld = operation.endsWith('_UPDATE') || operation.endsWith('_DELETE');
  const fresh = withNew ? rows.map((row) => (before ? row.record : afterCopy(row.record))) : null;
  const old = withOld ? rows.map((row) => row.old!) : null;
  if (fresh) fillFormulas(dml, object, fresh);
  if (old) fillFormulas(dml, object, old);
  return {
    object,
    operation,
    new: fresh && listOf(type, fresh),
    old: old && listOf(type, old),
    newMap: fresh && operation !== 'BEFORE_INSERT' ? mapOf(type, fresh) : null,
    oldMap: old && mapOf(type, old),
    size: rows.length
  };
}

function afterCopy(record: SObject): SObject {
  const copy = copyRecord(record);
  copy.readOnly = true;
  return copy;
}

function listOf(type: ReturnType<typeof Types.sobject>, records: SObject[]): ApexList<SObject> {
  const list = new ApexList(type, records);
  list.readOnly = true;
  return list;
}

function mapOf(type: ReturnType<typeof Types.sobject>, records: readonly SObject[]): ApexMap<string, SObject> {
  const map = new ApexMap<string, SObject>(
    Types.primitive('Id'),
    type,
    records.map((record) => [record.id!, record] as const)
  );
  map.readOnly = true;
  return map;
}

/** False when the trigger threw: then no further trigger of the event runs. */
function runTrigger(trigger: CompiledTrigger, operation: Operation, rows: readonly Row[]): boolean {
  try {
    trigger.run();
    return true;
  } catch (error) {
    if (!(error instanceof ApexException) || error.uncatchable) throw error;
    const message = `${trigger.name}: execution of ${eventLabel(operation)}\n\ncaused by: ${describe(error)}`;
    for (const row of rows) if (!row.failed) row.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message);
    return false;
  }
}

/** The exception with its positions inside the trigger: what called the DML is not the trigger's concern. */
function describe(error: ApexException): string {
  const positions = error.stackTraceString.split('\n');
  const end = positions.findIndex((line) => line.startsWith('Trigger.'));
  return `${error.toString()}\n\n${(end < 0 ? positions : positions.slice(0, end + 1)).join('\n')}`;
}

function eventLabel(operation: Operation): string {
  const [when, what] = operation.toLowerCase().split('_') as [string, string];
  return when[0].toUpperCase() + when.slice(1) + what[0].toUpperCase() + what.slice(1);
}

/** Turns what addError left on the records into errors of the rows. */
function collectErrors(context: TriggerContext, rows: readonly Row[]): void {
  for (const list of [context.new, context.old]) {
    list?.items.forEach((item, i) => {
      const record = item as SObject;
      for (const { field, message } of record.errors ?? []) {
        rows[i].fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === null ? [] : [field]);
      }
      record.errors = null;
    });
  }
}
