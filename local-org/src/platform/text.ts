import { tx } from '../org/transaction.js';
import { ApexDate, type SObject } from '../values/index.js';
import type { Dml } from '../data/index.js';

/** A text field's value, or null. */
export function textOf(record: SObject | null | undefined, field: string): string | null {
  return (record?.values.get(field) as string | null | undefined) ?? null;
}

export function isTrue(record: SObject | null | undefined, field: string): boolean {
  return record?.values.get(field) === true;
}

/** The ids of a field's values over records, without repeats. */
export function idsOf(records: Iterable<SObject | null>, field: string): Set<string> {
  const ids = new Set<string>();
  for (const record of records) {
    const id = textOf(record, field);
    if (id !== null) ids.add(id);
  }
  return ids;
}

/** Today in the running user's time zone. */
export function today(dml: Dml): ApexDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: tx().user.timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return ApexDate.parseIso(parts.format(new Date(dml.now.millis)))!;
}
