import { tx } from '../org/transaction.js';
import { ApexDate, ApexDatetime, argument, convert, daysInMonth, hashCode, raise, Types, valueEquals } from '../values/index.js';
import { formatDatetime, inZone, localDate, parseShort, shortDatePattern } from './dateFormat.js';
import { builtin } from './declare.js';
import { userZone } from './zone.js';

/** Apex Reference, "Date Class". */

const DAY = 86_400_000;

function invalidDate(text: string): never {
  return raise('TypeException', `Invalid date: ${text}`);
}

/** `2008-05-05`, also with a time after it, which is dropped. */
function parseStandard(text: string): ApexDate {
  const match = /^\s*(\d{1,4}-\d{1,2}-\d{1,2})(?:[ T].*)?$/.exec(text);
  return (match && ApexDate.parseIso(match[1])) ?? invalidDate(text);
}

/** Weeks start on the locale's first day: Sunday in the Americas, Japan and Israel, else Monday. */
function firstWeekday(locale: string): number {
  return /_(US|CA|MX|BR|JP|IL|IN|AU|ZA)$/.test(locale) ? 0 : 1;
}

export const declarations = [
  builtin('class Date', {
    'static Date newInstance(Integer year, Integer month, Integer day)': (year: number | null, month: number | null, day: number | null) =>
      ApexDate.of(argument(year), argument(month), argument(day)),
    'static Date today()': () => localDate(tx().org.clock.now(), userZone()),
    'static Date valueOf(String stringDate)': (text: string | null) => parseStandard(argument(text)),
    'static Date valueOf(Object fieldValue)': (value: unknown) => {
      if (typeof value === 'string') return parseStandard(value);
      return value instanceof ApexDatetime ? value.dateGmt() : convert(argument(value), Types.primitive('Date'));
    },
    'static Date parse(String stringDate)': (text: string | null) => {
      const found = parseShort(argument(text), shortDatePattern(tx().user.locale));
      const date = found && ApexDate.of(found.year, found.month, found.day);
      return date && date.month === found.month && date.day === found.day ? date : invalidDate(text!);
    },
    'static Integer daysInMonth(Integer year, Integer month)': daysInMonth,
    'static Boolean isLeapYear(Integer year)': (year: number) => daysInMonth(year, 2) === 29,
    'Date addDays(Integer additionalDays)': (self: ApexDate, count: number) => self.addDays(argument(count)),
    'Date addMonths(Integer additionalMonths)': (self: ApexDate, count: number) => self.addMonths(argument(count)),
    'Date addYears(Integer additionalYears)': (self: ApexDate, count: number) => self.addMonths(argument(count) * 12),
    'Integer day()': (self: ApexDate) => self.day,
    'Integer dayOfYear()': (self: ApexDate) => self.days - ApexDate.of(self.year, 1, 1).days + 1,
    'Integer daysBetween(Date secondDate)': (self: ApexDate, other: ApexDate | null) => argument(other).days - self.days,
    'String format()': (self: ApexDate) => formatDatetime(self.days * DAY, shortDatePattern(tx().user.locale), 'UTC'),
    'Boolean isSameDay(Date dateToCompare)': (self: ApexDate, other: ApexDate | null) => argument(other).days === self.days,
    'Integer month()': (self: ApexDate) => self.month,
    'Integer monthsBetween(Date secondDate)': (self: ApexDate, other: ApexDate | null) => {
      const second = argument(other);
      return (second.year - self.year) * 12 + second.month - self.month;
    },
    'Date toStartOfMonth()': (self: ApexDate) => ApexDate.of(self.year, self.month, 1),
    'Date toStartOfWeek()': (self: ApexDate) => {
      const weekday = inZone(self.days * DAY, 'utc').weekday % 7;
      return self.addDays(-((weekday - firstWeekday(tx().user.locale) + 7) % 7));
    },
    'Integer year()': (self: ApexDate) => self.year,
    'Boolean equals(Object other)': valueEquals,
    'Integer hashCode()': hashCode,
    'String toString()': (self: ApexDate) => self.toIso()
  })
];
