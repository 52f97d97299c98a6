import { tx } from '../org/transaction.js';
import { ApexDate, ApexDatetime, ApexTime, argument, convert, hashCode, raise, toText, Types, valueEquals } from '../values/index.js';
import { formatDatetime, fromLocal, inZone, localDate, parseShort, shortDatetimePattern } from './dateFormat.js';
import { builtin } from './declare.js';
import { userZone } from './zone.js';

/** Apex Reference, "Datetime Class". What has no Gmt in its name counts in the time zone of the running user. */

const STANDARD = /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?Z?\s*$/;

function parseStandard(text: string, zone: string): ApexDatetime {
  const match = STANDARD.exec(text);
  if (!match) raise('TypeException', `Invalid date/time: ${text}`);
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    raise('TypeException', `Invalid date/time: ${text}`);
  return new ApexDatetime(fromLocal(year, month, day, hour, minute, second, zone));
}

const at = (self: ApexDatetime, zone: string) => inZone(self.millis, zone);
const plus = (self: ApexDatetime, millis: number): ApexDatetime => new ApexDatetime(self.millis + millis);

/** Days, months and years move the local day and keep the local time. */
function moved(self: ApexDatetime, change: (date: ApexDate) => ApexDate): ApexDatetime {
  const zone = userZone();
  const local = at(self, zone);
  const date = change(ApexDate.of(local.year, local.month, local.day));
  return new ApexDatetime(fromLocal(date.year, date.month, date.day, local.hour, local.minute, local.second, zone) + local.millisecond);
}

function parts(zone: () => string, suffix: string) {
  return {
    [`Integer year${suffix}()`]: (self: ApexDatetime) => at(self, zone()).year,
    [`Integer month${suffix}()`]: (self: ApexDatetime) => at(self, zone()).month,
    [`Integer day${suffix}()`]: (self: ApexDatetime) => at(self, zone()).day,
    [`Integer dayOfYear${suffix}()`]: (self: ApexDatetime) => at(self, zone()).ordinal,
    [`Integer hour${suffix}()`]: (self: ApexDatetime) => at(self, zone()).hour,
    [`Integer minute${suffix}()`]: (self: ApexDatetime) => at(self, zone()).minute,
    [`Integer second${suffix}()`]: (self: ApexDatetime) => at(self, zone()).second,
    [`Integer millisecond${suffix}()`]: (self: ApexDatetime) => at(self, zone()).millisecond,
    [`Date date${suffix}()`]: (self: ApexDatetime) => localDate(self.millis, zone()),
    [`Time time${suffix}()`]: (self: ApexDatetime) => {
      const { hour, minute, second, millisecond } = at(self, zone());
      return ApexTime.of(hour, minute, second, millisecond);
    }
  };
}

function constructors(name: string, zone: () => string) {
  const make = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0): ApexDatetime =>
    new ApexDatetime(fromLocal(argument(year), argument(month), argument(day), argument(hour), argument(minute), argument(second), zone()));
  return {
    [`static Datetime ${name}(Integer year, Integer month, Integer day)`]: (year: number, month: number, day: number) =>
      make(year, month, day),
    [`static Datetime ${name}(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)`]: make,
    [`static Datetime ${name}(Date date, Time time)`]: (date: ApexDate | null, time: ApexTime | null) => {
      const day = argument(date);
      const clock = argument(time);
      return plus(make(day.year, day.month, day.day, clock.hour, clock.minute, clock.second), clock.millisecond);
    }
  };
}

export const declarations = [
  builtin('class Datetime', {
    ...constructors('newInstance', userZone),
    ...constructors('newInstanceGmt', () => 'utc'),
    'static Datetime newInstance(Long milliseconds)': (millis: bigint | null) => new ApexDatetime(Number(argument(millis))),
    'static Datetime now()': () => new ApexDatetime(tx().org.clock.now()),
    'static Datetime parse(String datetimeString)': (text: string | null) => {
      const found = parseShort(argument(text), shortDatetimePattern(tx().user.locale));
      if (!found) return raise('TypeException', `Invalid date/time: ${text}`);
      return new ApexDatetime(fromLocal(found.year, found.month, found.day, found.hour, found.minute, 0, userZone()));
    },
    'static Datetime valueOf(String dateTimeString)': (text: string | null) => parseStandard(argument(text), userZone()),
    'static Datetime valueOf(Object fieldValue)': (value: unknown) =>
      typeof value === 'string' ? parseStandard(value, userZone()) : convert(argument(value), Types.primitive('Datetime')),
    'static Datetime valueOfGmt(String dateTimeString)': (text: string | null) => parseStandard(argument(text), 'utc'),
    ...parts(userZone, ''),
    ...parts(() => 'utc', 'Gmt'),
    'Datetime addDays(Integer additionalDays)': (self: ApexDatetime, count: number) => moved(self, (date) => date.addDays(argument(count))),
    'Datetime addMonths(Integer additionalMonths)': (self: ApexDatetime, count: number) =>
      moved(self, (date) => date.addMonths(argument(count))),
    'Datetime addYears(Integer additionalYears)': (self: ApexDatetime, count: number) =>
      moved(self, (date) => date.addMonths(argument(count) * 12)),
    'Datetime addHours(Integer additionalHours)': (self: ApexDatetime, count: number) => plus(self, argument(count) * 3_600_000),
    'Datetime addMinutes(Integer additionalMinutes)': (self: ApexDatetime, count: number) => plus(self, argument(count) * 60_000),
    'Datetime addSeconds(Integer additionalSeconds)': (self: ApexDatetime, count: number) => plus(self, argument(count) * 1000),
    'String format()': (self: ApexDatetime) => formatDatetime(self.millis, shortDatetimePattern(tx().user.locale), userZone()),
    'String format(String dateFormatString)': (self: ApexDatetime, pattern: string | null) =>
      formatDatetime(self.millis, argument(pattern), userZone()),
    'String format(String dateFormatString, String timezone)': (self: ApexDatetime, pattern: string | null, zone: string | null) =>
      formatDatetime(self.millis, argument(pattern), zone ?? userZone()),
    'String formatGmt(String dateFormatString)': (self: ApexDatetime, pattern: string | null) =>
      formatDatetime(self.millis, argument(pattern), 'utc'),
    'String formatLong()': (self: ApexDatetime) =>
      formatDatetime(self.millis, `${shortDatetimePattern(tx().user.locale).replace('mm', 'mm:ss')} z`, userZone()),
    'Long getTime()': (self: ApexDatetime) => BigInt(self.millis),
    'Boolean isSameDay(Datetime dateToCompare)': (self: ApexDatetime, other: ApexDatetime | null) =>
      localDate(self.millis, userZone()).days === localDate(argument(other).millis, userZone()).days,
    'Boolean equals(Object other)': valueEquals,
    'Integer hashCode()': hashCode,
    'String toString()': toText
  })
];
