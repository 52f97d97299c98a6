import type { Dml, ObjectBehaviour } from '../data/index.js';
import { ApexDate, ApexDatetime, type SObject } from '../values/index.js';
import { textOf } from './text.js';

const MINUTE = 60_000;

/** Accounts that activities belong to through what or whom they are about. */
function setAccounts(dml: Dml, records: readonly SObject[]): void {
  const contacts = dml.byIds('Contact', prefixed(dml, records, 'WhoId', 'Contact'));
  const related = ['Opportunity', 'Case'].map((name) => [name, dml.byIds(name, prefixed(dml, records, 'WhatId', name))] as const);
  const accountPrefix = dml.object('Account').keyPrefix!;
  for (const record of records) {
    const what = textOf(record, 'WhatId');
    const parent = related.map(([, found]) => found.get(what ?? '')).find((one) => one !== undefined);
    const account = what?.startsWith(accountPrefix) ? what : textOf(parent, 'AccountId');
    record.values.set('AccountId', account ?? textOf(contacts.get(textOf(record, 'WhoId') ?? ''), 'AccountId'));
  }
}

function prefixed(dml: Dml, records: readonly SObject[], field: string, object: string): string[] {
  const prefix = dml.schema.object(object)?.keyPrefix ?? ' ';
  return records.map((record) => textOf(record, field)).filter((id) => id !== null && id.startsWith(prefix)) as string[];
}

/** Statuses that close a task: the project's value set, else Completed. */
function closes(dml: Dml, status: string | null): boolean {
  const set = dml.org.metadata?.standardValueSets.find((one) => one.name === 'TaskStatus');
  const entry = set?.element.all('standardValue').find((value) => value.text('fullName')?.toLowerCase() === status?.toLowerCase());
  return entry ? entry.flag('closed') : status?.toLowerCase() === 'completed';
}

export const task: ObjectBehaviour = {
  objects: ['Task'],
  beforeSave(rows, dml) {
    for (const row of rows) {
      const { values } = row.record;
      const closed = closes(dml, textOf(row.record, 'Status'));
      values.set('IsClosed', closed);
      values.set('IsHighPriority', textOf(row.record, 'Priority') === 'High');
      values.set('CompletedDateTime', closed ? (values.get('CompletedDateTime') ?? dml.now) : null);
      values.set('WhoCount', textOf(row.record, 'WhoId') === null ? 0 : 1);
      values.set('WhatCount', textOf(row.record, 'WhatId') === null ? 0 : 1);
    }
    setAccounts(
      dml,
      rows.map((row) => row.record)
    );
  }
};

export const event: ObjectBehaviour = {
  objects: ['Event'],
  beforeSave(rows, dml) {
    for (const row of rows) {
      setTimes(row.record);
      const missing = ['DurationInMinutes', 'ActivityDateTime'].filter((field) => (row.record.values.get(field) ?? null) === null);
      if (missing.length > 0) row.fail('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
    }
    setAccounts(
      dml,
      rows.map((row) => row.record)
    );
  }
};

/** Start, end, date and duration say the same in different ways: what is given fills the others (object reference, Event). */
function setTimes(record: SObject): void {
  const { values } = record;
  const date = values.get('ActivityDate');
  let start = (values.get('StartDateTime') ?? values.get('ActivityDateTime') ?? null) as ApexDatetime | null;
  if (start === null && date instanceof ApexDate) start = ApexDatetime.ofDate(date);
  if (start === null) return;
  let minutes = (values.get('DurationInMinutes') ?? null) as number | null;
  const end = values.get('EndDateTime');
  if (minutes === null && end instanceof ApexDatetime) minutes = Math.round((end.millis - start.millis) / MINUTE);
  if (minutes === null && values.get('IsAllDayEvent') === true) minutes = 24 * 60;
  values.set('StartDateTime', start);
  values.set('ActivityDateTime', start);
  values.set('ActivityDate', start.dateGmt());
  if (minutes === null) return;
  const finish = new ApexDatetime(start.millis + minutes * MINUTE);
  values.set('DurationInMinutes', minutes);
  values.set('EndDateTime', finish);
  values.set('EndDate', finish.dateGmt());
}
