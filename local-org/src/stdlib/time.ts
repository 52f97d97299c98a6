import { tx } from '../org/transaction.js';
import {
  type ApexDatetime,
  ApexObject,
  ApexTime,
  argument,
  builtinType,
  hashCode,
  toText,
  valueEquals,
  type ApexType
} from '../values/index.js';
import { inZone } from './dateFormat.js';
import { builtin } from './declare.js';

/** Apex Reference: "Time Class", "TimeZone Class". */

class ApexTimeZone extends ApexObject {
  constructor(readonly id: string) {
    super();
  }

  get apexType(): ApexType {
    return builtinType('TimeZone');
  }

  toString$0(): string {
    return this.id;
  }
}

/** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)`, for standard time as the platform lists zones. */
function displayName(zone: string): string {
  const january = inZone(Date.UTC(inZone(tx().org.clock.now(), 'utc').year, 0, 1), zone);
  const july = january.plus({ months: 6 });
  const standard = january.offset <= july.offset ? january : july;
  return `(GMT${standard.toFormat('ZZ')}) ${standard.offsetNameLong ?? zone} (${zone})`;
}

export function userTimeZone(): ApexTimeZone {
  return new ApexTimeZone(tx().user.timeZone);
}

export const declarations = [
  builtin('class Time', {
    'static Time newInstance(Integer hour, Integer minutes, Integer seconds, Integer milliseconds)': (
      hour: number | null,
      minute: number | null,
      second: number | null,
      millisecond: number | null
    ) => ApexTime.of(argument(hour), argument(minute), argument(second), argument(millisecond)),
    'Time addHours(Integer additionalHours)': (self: ApexTime, count: number) => new ApexTime(self.millis + argument(count) * 3_600_000),
    'Time addMinutes(Integer additionalMinutes)': (self: ApexTime, count: number) => new ApexTime(self.millis + argument(count) * 60_000),
    'Time addSeconds(Integer additionalSeconds)': (self: ApexTime, count: number) => new ApexTime(self.millis + argument(count) * 1000),
    'Time addMilliseconds(Integer additionalMilliseconds)': (self: ApexTime, count: number) => new ApexTime(self.millis + argument(count)),
    'Integer hour()': (self: ApexTime) => self.hour,
    'Integer minute()': (self: ApexTime) => self.minute,
    'Integer second()': (self: ApexTime) => self.second,
    'Integer millisecond()': (self: ApexTime) => self.millisecond,
    'Boolean equals(Object other)': valueEquals,
    'Integer hashCode()': hashCode,
    'String toString()': toText
  }),
  builtin('class TimeZone', {
    'static TimeZone getTimeZone(String timeZoneIdString)': (id: string | null) => {
      const zone = argument(id);
      // An unknown id is GMT, as with java.util.TimeZone.
      return new ApexTimeZone(inZone(0, zone).zoneName === 'UTC' && !/^(UTC|Etc\/)/.test(zone) ? 'GMT' : zone);
    },
    'String getID()': (self: ApexTimeZone) => self.id,
    'String getDisplayName()': (self: ApexTimeZone) => displayName(self.id),
    'Integer getOffset(Datetime date)': (self: ApexTimeZone, date: ApexDatetime | null) =>
      inZone(argument(date).millis, self.id).offset * 60_000,
    'String toString()': (self: ApexTimeZone) => self.id
  })
];
