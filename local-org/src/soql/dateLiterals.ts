import { DateTime } from 'luxon';
import { SoqlError } from './errors.js';

/** Days from `start` up to, not including, `end`. */
export interface DayRange {
  readonly start: DateTime;
  readonly end: DateTime;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const UNITS: Record<string, Unit> = {
  DAY: 'day',
  DAYS: 'day',
  WEEK: 'week',
  WEEKS: 'week',
  MONTH: 'month',
  MONTHS: 'month',
  QUARTER: 'quarter',
  QUARTERS: 'quarter',
  YEAR: 'year',
  YEARS: 'year',
  FISCAL_QUARTER: 'quarter',
  FISCAL_QUARTERS: 'quarter',
  FISCAL_YEAR: 'year',
  FISCAL_YEARS: 'year'
};

/**
 * The days that a date literal means, in the user's time zone (SOQL and SOSL Reference, "Date Formats and Date Literals"). Weeks start on
 * Sunday, as in the en_US locale; the fiscal year is the calendar year, an org's default.
 */
export function dateRange(name: string, count: number, now: number, timeZone: string): DayRange {
  const today = DateTime.fromMillis(now, { zone: timeZone }).startOf('day');
  const days = (from: number, length: number): DayRange => ({
    start: today.plus({ days: from }),
    end: today.plus({ days: from + length })
  });
  switch (name) {
    case 'YESTERDAY':
      return days(-1, 1);
    case 'TODAY':
      return days(0, 1);
    case 'TOMORROW':
      return days(1, 1);
    // "Starts with the current day and continues for the past n days": today is one of them beside the n.
    case 'LAST_90_DAYS':
      return days(-90, 91);
    case 'NEXT_90_DAYS':
      return days(1, 90);
    case 'LAST_N_DAYS':
      return days(-count, count + 1);
    case 'NEXT_N_DAYS':
      return days(1, count);
    case 'N_DAYS_AGO':
      return days(-count, 1);
    default:
  }
  const single = /^(LAST|THIS|NEXT)_([A-Z_]+)$/.exec(name);
  const ago = /^N_([A-Z_]+)_AGO$/.exec(name);
  const many = /^(LAST|NEXT)_N_([A-Z_]+)$/.exec(name);
  if (ago && UNITS[ago[1]]) return units(today, UNITS[ago[1]], -count, 1);
  if (many && UNITS[many[2]]) return units(today, UNITS[many[2]], many[1] === 'LAST' ? -count : 1, count);
  if (single && UNITS[single[2]])
    return units(today, UNITS[single[2]], { LAST: -1, THIS: 0, NEXT: 1 }[single[1] as 'LAST' | 'THIS' | 'NEXT'], 1);
  throw new SoqlError(`unexpected token: '${name}'`, name);
}

function units(today: DateTime, unit: Unit, from: number, length: number): DayRange {
  // luxon's weeks start on Monday; weekday 7 is Sunday.
  const current = unit === 'week' ? today.minus({ days: today.weekday % 7 }) : today.startOf(unit);
  const key = `${unit}s`;
  return { start: current.plus({ [key]: from }), end: current.plus({ [key]: from + length }) };
}
