import { publishesImmediately } from '../async/index.js';
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
 * EventBus.publish: checks the events as records and hands them to the event bus. A call counts as one DML statement for events that publish after the
 * commit, against a limit of its own for those that publish at once (Apex Reference, "EventBus Class", publish); no rows are counted.
 */
export function publishEvents(dml: Dml, rows: readonly Row[]): void {
  const counted = new Set<ObjectInfo>();
  for (const row of rows) {
    const event = row.request.info;
    if (!event || event.kind !== 'platformEvent') raise('TypeException', 'Argument must be a Platform Event sObject type.');
    if (counted.has(event)) continue;
    counted.add(event);
    checkPublish(dml, event);
  }
  const limits = new Set(
    [...counted].map((event) => (publishesImmediately(dml.org.metadata, event.name) ? 'PublishImmediateDML' : 'DmlStatements'))
  );
  for (const limit of limits) tx().limits.count(limit);
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
