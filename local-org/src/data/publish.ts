import { tx } from '../org/transaction.js';
import type { ObjectInfo } from '../schema/model.js';
import { raise, type SObject } from '../values/index.js';
import { checkPublish } from './access.js';
import { defaultValues } from './defaults.js';
import type { Dml } from './dml.js';
import { RowsFailed } from './errors.js';
import { checkValues } from './fieldValues.js';
import { copyRecord } from './prepare.js';
import { alive, type Row } from './row.js';

/**
 * EventBus.publish: checks the events as records and hands them to the event bus. Events that publish after the commit count as DML statements, those
 * that publish at once have a limit of their own (Apex Developer Guide, "Execution Governors and Limits"); neither counts rows.
 */
export function publishEvents(dml: Dml, rows: readonly Row[]): void {
  const counted = new Set<ObjectInfo>();
  for (const row of rows) {
    const event = row.request.info;
    if (!event || event.kind !== 'platformEvent') raise('TypeException', 'Argument must be a Platform Event sObject type.');
    if (counted.has(event)) continue;
    counted.add(event);
    checkPublish(dml, event);
    tx().limits.count(publishesImmediately(dml, event) ? 'PublishImmediateDML' : 'DmlStatements');
  }
  for (const row of rows) {
    row.record = copyRecord(row.request);
    for (const [name, value] of defaultValues(dml, row.request.info!)) if (!row.record.values.has(name)) row.record.values.set(name, value);
  }
  for (const event of counted)
    checkValues(
      dml,
      event,
      rows.filter((row) => row.request.info === event)
    );
  if (dml.options.allOrNone && rows.some((row) => row.failed)) throw new RowsFailed();
  const events: SObject[] = [];
  for (const row of alive(rows)) {
    const event = row.record;
    if (event.info!.field('EventUuid'))
      event.values.set('EventUuid', row.request.values.get('EventUuid') ?? globalThis.crypto.randomUUID());
    event.values.set('CreatedDate', dml.now);
    event.values.set('CreatedById', dml.userId);
    events.push(event);
  }
  dml.org.async.publish(events);
}

/** An event's `publishBehavior` in its metadata; without one it publishes immediately (Metadata API, CustomObject). */
function publishesImmediately(dml: Dml, event: ObjectInfo): boolean {
  const source = dml.org.metadata?.objects.find((object) => object.name.toLowerCase() === event.name.toLowerCase());
  return source?.definition?.text('publishBehavior') !== 'PublishAfterCommit';
}
