import LOCALE from '@salesforce/i18n/locale';
import weekOf from '@salesforce/label/c.Trend_Week_Of';
import { fillIn } from 'c/textFormat';

export type Granularity = 'Day' | 'Week' | 'Month';

const MILLISECONDS_A_DAY = 86_400_000;
const DAYS_A_WEEK = 7;
/** Up to so many days a campaign is best seen day by day, and week by week. */
const DAYS_BY_DAY = 45;
const DAYS_BY_WEEK = 200;

/** What suits a campaign of this length; by month where its start is not known. Dates are YYYY-MM-DD. */
export function granularityFor(start: string | null | undefined, end: string | null | undefined, today: string): Granularity {
  if (!start) return 'Month';
  const days = dayNumber(end && end < today ? end : today) - dayNumber(start);
  if (days <= DAYS_BY_DAY) return 'Day';
  return days <= DAYS_BY_WEEK ? 'Week' : 'Month';
}

/** The first day of the period that a day is in; weeks begin on Monday. */
export function periodStart(day: string, granularity: Granularity): string {
  if (granularity === 'Day') return day;
  if (granularity === 'Month') return `${day.slice(0, 7)}-01`;
  const number = dayNumber(day);
  // Day 0, the first of January 1970, was a Thursday, the fourth day of its week.
  return dayText(number - ((((number + 3) % DAYS_A_WEEK) + DAYS_A_WEEK) % DAYS_A_WEEK));
}

/** Every period from the one of `first` to the one of `last`, each by its first day. */
export function periodsBetween(first: string, last: string, granularity: Granularity): string[] {
  const periods: string[] = [];
  for (let start = periodStart(first, granularity); start <= last; start = nextPeriod(start, granularity)) periods.push(start);
  return periods;
}

/** A period in words. */
export function periodText(start: string, granularity: Granularity): string {
  const text = periodShortText(start, granularity);
  return granularity === 'Week' ? fillIn(weekOf, text) : text;
}

/** A period in as few words as will do below an axis. */
export function periodShortText(start: string, granularity: Granularity): string {
  const day = granularity === 'Month' ? {} : ({ day: 'numeric' } as const);
  const format = new Intl.DateTimeFormat(LOCALE, { ...day, month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(dayNumber(start) * MILLISECONDS_A_DAY));
}

function nextPeriod(start: string, granularity: Granularity): string {
  if (granularity !== 'Month') return dayText(dayNumber(start) + (granularity === 'Week' ? DAYS_A_WEEK : 1));
  const [year, month] = start.split('-').map(Number) as [number, number];
  return dayText(Date.UTC(year, month, 1) / MILLISECONDS_A_DAY);
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

function dayText(number: number): string {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
