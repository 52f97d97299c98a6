import { DateTime } from 'luxon';
import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble, toText } from '../values/index.js';
import type { Column } from './columns.js';
import type { Bucket, Granularity } from './model.js';
import { cellOf, type Cell } from './cells.js';

/** One group of a grouping: what tells it from others, what is shown, and its place in order. */
export interface Group extends Cell {
  readonly key: string;
  readonly order: number | string | null;
}

/** How the values of one grouping become groups. */
export interface Grouper {
  readonly column: Column;
  readonly label: string;
  group(value: unknown, id: string | null): Group;
}

const EMPTY: Group = { key: '', label: '-', value: null, order: null };

export function grouper(column: Column, granularity: Granularity, bucket: Bucket | null, timeZone: string): Grouper {
  if (bucket) return { column, label: bucket.label, group: (value) => bucketGroup(bucket, value) };
  const isDate = column.type === 'date' || column.type === 'datetime';
  if (!isDate) return { column, label: column.label, group: (value, id) => plainGroup(column, value, id, timeZone) };
  const period = PERIODS[granularity];
  return {
    column,
    label: column.label,
    group: (value) => {
      const day = dayOf(value, timeZone);
      if (!day) return EMPTY;
      const { start, label } = period(day);
      return { key: label, label, value: start.toISODate(), order: start.toMillis() };
    }
  };
}

function plainGroup(column: Column, value: unknown, id: string | null, timeZone: string): Group {
  if (value === null && id === null) return EMPTY;
  const cell = cellOf(column, value, id, timeZone);
  if (value instanceof ApexDecimal || value instanceof ApexDouble || typeof value === 'number') {
    return { ...cell, key: toText(value), order: Number(toText(value)) };
  }
  if (typeof value === 'boolean') return { ...cell, key: String(value), order: Number(value) };
  const text = toText(value ?? '');
  const { field } = column;
  // Restricted picklists have the order of their values, other texts their own, as ORDER BY has them.
  const place = field.restrictedPicklist && column.type === 'picklist' ? field.picklist!.findIndex((each) => each.value === text) : -1;
  return { ...cell, key: id ?? text.toLowerCase(), order: place < 0 ? text.toLowerCase() : place };
}

function bucketGroup(bucket: Bucket, given: unknown): Group {
  const value = given === null && bucket.nullIsZero && bucket.kind === 'number' ? 0 : given;
  const index = bucket.values.findIndex((each) => isIn(each, bucket.kind, value));
  if (index >= 0) return { key: `${index}`, label: bucket.values[index].label, value: bucket.values[index].label, order: index };
  if (value === null) return EMPTY;
  if (bucket.useOther || bucket.kind === 'number') {
    return { key: 'other', label: bucket.otherLabel, value: bucket.otherLabel, order: bucket.values.length };
  }
  const text = toText(value);
  return { key: `=${text.toLowerCase()}`, label: text, value: text, order: bucket.values.length + 1 };
}

function isIn(range: Bucket['values'][number], kind: Bucket['kind'], value: unknown): boolean {
  if (kind !== 'number') return value !== null && range.values.some((each) => each.toLowerCase() === toText(value).toLowerCase());
  if (value === null) return false;
  const number = Number(toText(value));
  return (range.from === null || number > range.from) && (range.to === null || number <= range.to);
}

/** The day of a date, of a moment in the user's zone; grouped queries answer days already. */
export function dayOf(value: unknown, timeZone: string): DateTime | null {
  if (value instanceof ApexDate) return DateTime.fromISO(value.toIso(), { zone: 'UTC' });
  if (!(value instanceof ApexDatetime)) return null;
  const local = DateTime.fromMillis(value.millis, { zone: timeZone });
  return DateTime.utc(local.year, local.month, local.day);
}

interface Period {
  readonly start: DateTime;
  readonly label: string;
}

const SHORT = 'M/d/yyyy';
const month = (day: DateTime): string => day.setLocale('en-US').toFormat('LLLL');

/** Labels as reports of an en_US user show them. Weeks begin on Sunday; fiscal years are calendar years, an org's default. */
const PERIODS: Readonly<Record<Granularity, (day: DateTime) => Period>> = {
  None: dayPeriod,
  Day: dayPeriod,
  Week: (day) => {
    const start = day.minus({ days: day.weekday % 7 });
    return { start, label: `${start.toFormat(SHORT)} - ${start.plus({ days: 6 }).toFormat(SHORT)}` };
  },
  Month: (day) => ({ start: day.startOf('month'), label: `${month(day)} ${day.year}` }),
  Quarter: (day) => ({ start: day.startOf('quarter'), label: `Q${day.quarter} CY${day.year}` }),
  Year: (day) => ({ start: day.startOf('year'), label: `CY${day.year}` }),
  FiscalQuarter: (day) => ({ start: day.startOf('quarter'), label: `Q${day.quarter} FY${day.year}` }),
  FiscalYear: (day) => ({ start: day.startOf('year'), label: `FY${day.year}` }),
  MonthInYear: (day) => ({ start: DateTime.utc(2000, day.month, 1), label: month(day) }),
  DayInMonth: (day) => ({ start: DateTime.utc(2000, 1, day.day), label: String(day.day) })
};

function dayPeriod(day: DateTime): Period {
  return { start: day, label: day.toFormat(SHORT) };
}
