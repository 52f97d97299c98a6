import { DateTime } from 'luxon';
import { ApexDate, ApexDatetime, ApexDecimal, ApexTime, daysInMonth } from '../../values/index.js';
import { FormulaError } from './ast.js';
import { asDate, asInteger, asNumber, asText, typeName, type FormulaValue } from './values.js';

type DateFunction = (args: readonly FormulaValue[], now: number, timeZone: string) => FormulaValue;

function part(name: string, read: (date: ApexDate) => number): DateFunction {
  return (args) => {
    const date = asDate(args[0] ?? null, name);
    return date === null ? null : ApexDecimal.of(read(date));
  };
}

function timePart(name: string, read: (time: ApexTime) => number): DateFunction {
  return (args) => {
    const value = args[0] ?? null;
    if (value === null) return null;
    if (!(value instanceof ApexTime))
      throw new FormulaError(`Incorrect parameter type for ${name}. Expected Time, received ${typeName(value)}`);
    return ApexDecimal.of(read(value));
  };
}

function newDate(args: readonly FormulaValue[]): FormulaValue {
  if (args.slice(0, 3).some((value) => value === null)) return null;
  const [year, month, day] = [0, 1, 2].map((index) => asInteger(args[index] ?? null, 'DATE')) as [number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw new FormulaError(`DATE(${year}, ${month}, ${day}) is no day`);
  return ApexDate.of(year, month, day);
}

function dateValue(value: FormulaValue): FormulaValue {
  if (value === null || value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.dateGmt();
  return ApexDate.parseIso(asText(value)) ?? fail('DATEVALUE', value);
}

function dateTimeValue(value: FormulaValue): FormulaValue {
  if (value === null || value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return ApexDatetime.ofDate(value);
  const parsed = DateTime.fromSQL(asText(value).replace(/Z$/, ''), { zone: 'utc' });
  return parsed.isValid ? new ApexDatetime(parsed.toMillis()) : fail('DATETIMEVALUE', value);
}

function timeValue(value: FormulaValue): FormulaValue {
  if (value === null || value instanceof ApexTime) return value;
  if (value instanceof ApexDatetime) return new ApexTime(value.millis);
  const match = /^(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?$/.exec(asText(value));
  return match
    ? ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3]), Number((match[4] ?? '0').padEnd(3, '0')))
    : fail('TIMEVALUE', value);
}

function fail(name: string, value: FormulaValue): never {
  throw new FormulaError(`${name} can't read '${asText(value)}'`);
}

/** The last day of a month stays the last day. */
function addMonths(args: readonly FormulaValue[]): FormulaValue {
  const value = args[0] ?? null;
  const count = asInteger(args[1] ?? null, 'ADDMONTHS');
  if (value instanceof ApexDatetime) {
    const date = addMonths([value.dateGmt(), args[1] ?? null]) as ApexDate;
    return new ApexDatetime(date.days * 86_400_000 + (value.millis - value.dateGmt().days * 86_400_000));
  }
  const date = asDate(value, 'ADDMONTHS');
  if (date === null) return null;
  const moved = date.addMonths(count);
  return date.day === daysInMonth(date.year, date.month)
    ? ApexDate.of(moved.year, moved.month, daysInMonth(moved.year, moved.month))
    : moved;
}

const luxon = (date: ApexDate): DateTime => DateTime.fromMillis(date.days * 86_400_000, { zone: 'utc' });

export const DATE_FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  ADDMONTHS: addMonths,
  DATE: newDate,
  // "The date is always in Coordinated Universal Time" (Salesforce help, "Using Date, Date/Time, and Time Values in Formulas").
  DATEVALUE: (args) => dateValue(args[0] ?? null),
  DATETIMEVALUE: (args) => dateTimeValue(args[0] ?? null),
  DAY: part('DAY', (date) => date.day),
  DAYOFYEAR: part('DAYOFYEAR', (date) => luxon(date).ordinal),
  FROMUNIXTIME: (args) => {
    const seconds = asNumber(args[0] ?? null, 'FROMUNIXTIME');
    return seconds === null ? null : new ApexDatetime(seconds.value.toNumber() * 1000);
  },
  HOUR: timePart('HOUR', (time) => time.hour),
  ISOWEEK: part('ISOWEEK', (date) => luxon(date).weekNumber),
  ISOYEAR: part('ISOYEAR', (date) => luxon(date).weekYear),
  MILLISECOND: timePart('MILLISECOND', (time) => time.millisecond),
  MINUTE: timePart('MINUTE', (time) => time.minute),
  MONTH: part('MONTH', (date) => date.month),
  NOW: (_, now) => new ApexDatetime(now),
  SECOND: timePart('SECOND', (time) => time.second),
  TIMENOW: (_, now) => new ApexTime(now),
  TIMEVALUE: (args) => timeValue(args[0] ?? null),
  TODAY: (_, now, timeZone) => {
    const today = DateTime.fromMillis(now, { zone: timeZone });
    return ApexDate.of(today.year, today.month, today.day);
  },
  UNIXTIMESTAMP: (args) => {
    const value = args[0] ?? null;
    if (value === null) return null;
    return ApexDecimal.of(
      Math.floor((value instanceof ApexDatetime ? value.millis : asDate(value, 'UNIXTIMESTAMP')!.days * 86_400_000) / 1000)
    );
  },
  // 1 is Sunday.
  WEEKDAY: part('WEEKDAY', (date) => (luxon(date).weekday % 7) + 1),
  YEAR: part('YEAR', (date) => date.year)
};
