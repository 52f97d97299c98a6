import { DateTime } from 'luxon';
import { tx } from '../org/transaction.js';
import { ApexDate, raise, unsupported } from '../values/index.js';

/**
 * Text of moments: Java's SimpleDateFormat patterns (Apex Reference, Datetime.format) and the short forms of the user's locale, and back.
 * Time zones come from luxon, which takes IANA names; everything counts in the given zone.
 */

/** One moment in a zone; throws nothing for unknown zones: the platform takes those for GMT. */
export function inZone(millis: number, zone: string): DateTime {
  const moment = DateTime.fromMillis(millis, { zone: zoneName(zone), locale: 'en-US' });
  return moment.isValid ? moment : DateTime.fromMillis(millis, { zone: 'utc', locale: 'en-US' });
}

/** The day of a moment in a zone. */
export function localDate(millis: number, zone: string): ApexDate {
  const { year, month, day } = inZone(millis, zone);
  return ApexDate.of(year, month, day);
}

/** The moment of a local time; a time that daylight saving skips moves forward, as in Java. Fields out of range roll over. */
export function fromLocal(year: number, month: number, day: number, hour: number, minute: number, second: number, zone: string): number {
  const date = ApexDate.of(year, month, day);
  const seconds = (hour * 60 + minute) * 60 + second;
  const rolled = date.addDays(Math.floor(seconds / 86_400));
  const rest = ((seconds % 86_400) + 86_400) % 86_400;
  return DateTime.fromObject(
    {
      year: rolled.year,
      month: rolled.month,
      day: rolled.day,
      hour: Math.floor(rest / 3600),
      minute: Math.floor(rest / 60) % 60,
      second: rest % 60
    },
    { zone: zoneName(zone) }
  ).toMillis();
}

function zoneName(zone: string): string {
  const offset = /^GMT([+-]\d{1,2}):?(\d{2})?$/.exec(zone);
  if (offset) return `UTC${offset[1]}${offset[2] ? `:${offset[2]}` : ''}`;
  return { PST: 'America/Los_Angeles', EST: 'America/New_York', CST: 'America/Chicago', MST: 'America/Denver', GMT: 'utc' }[zone] ?? zone;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** A letter of the pattern, repeated `count` times. */
function field(moment: DateTime, letter: string, count: number): string {
  switch (letter) {
    case 'G':
      return moment.year > 0 ? 'AD' : 'BC';
    case 'y':
    case 'u':
      if (letter === 'u') return pad(moment.weekday, count);
      return count === 2 ? pad(moment.year % 100, 2) : pad(moment.year, count);
    case 'Y':
      return count === 2 ? pad(weekYear(moment) % 100, 2) : pad(weekYear(moment), count);
    case 'M':
    case 'L':
      return count >= 4 ? moment.toFormat('LLLL') : count === 3 ? moment.toFormat('LLL') : pad(moment.month, count);
    case 'w':
      return pad(weekOfYear(moment), count);
    case 'W':
      return pad(Math.floor((moment.day - 1 + (moment.startOf('month').weekday % 7)) / 7) + 1, count);
    case 'D':
      return pad(moment.ordinal, count);
    case 'd':
      return pad(moment.day, count);
    case 'F':
      return pad(Math.floor((moment.day - 1) / 7) + 1, count);
    case 'E':
      return count >= 4 ? moment.toFormat('cccc') : moment.toFormat('ccc');
    case 'a':
      return moment.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(moment.hour, count);
    case 'k':
      return pad(moment.hour === 0 ? 24 : moment.hour, count);
    case 'K':
      return pad(moment.hour % 12, count);
    case 'h':
      return pad(moment.hour % 12 === 0 ? 12 : moment.hour % 12, count);
    case 'm':
      return pad(moment.minute, count);
    case 's':
      return pad(moment.second, count);
    case 'S':
      return pad(moment.millisecond, count);
    case 'z':
      return count >= 4 ? (moment.offsetNameLong ?? moment.zoneName ?? '') : shortZone(moment);
    case 'Z':
      return moment.toFormat('ZZZ');
    case 'X':
      if (moment.offset === 0) return 'Z';
      return count === 1 ? moment.toFormat('ZZZ').slice(0, 3) : count === 2 ? moment.toFormat('ZZZ') : moment.toFormat('ZZ');
  }
  return raise('IllegalArgumentException', `Illegal pattern character '${letter}'`);
}

function shortZone(moment: DateTime): string {
  return moment.zoneName === 'UTC' ? 'GMT' : (moment.offsetNameShort ?? '');
}

/** Weeks as in the United States: from Sunday, the first is the one with January 1. */
export function weekOfYear(moment: DateTime): number {
  const next = moment.startOf('day').plus({ days: 6 - (moment.weekday % 7) });
  if (next.year > moment.year) return 1;
  return Math.floor((moment.ordinal - 1 + (moment.startOf('year').weekday % 7)) / 7) + 1;
}

function weekYear(moment: DateTime): number {
  return moment.plus({ days: 6 - (moment.weekday % 7) }).year;
}

/** What a quote at `start` begins: literal text, in which (and outside of which) two quotes are one. */
function quotedText(pattern: string, start: number): { readonly text: string; readonly end: number } {
  if (pattern[start + 1] === "'") return { text: "'", end: start + 2 };
  let text = '';
  for (let i = start + 1; i < pattern.length; i++) {
    if (pattern[i] !== "'") text += pattern[i];
    else if (pattern[i + 1] === "'") text += pattern[i++];
    else return { text, end: i + 1 };
  }
  return raise('IllegalArgumentException', 'Unterminated quote');
}

/** Datetime.format(pattern, zone). */
export function formatDatetime(millis: number, pattern: string, zone: string): string {
  const moment = inZone(millis, zone);
  let out = '';
  for (let i = 0; i < pattern.length;) {
    const char = pattern[i];
    if (char === "'") {
      const quoted = quotedText(pattern, i);
      out += quoted.text;
      i = quoted.end;
      continue;
    }
    if (!/[A-Za-z]/.test(char)) {
      out += char;
      i++;
      continue;
    }
    let count = 1;
    while (pattern[i + count] === char) count++;
    out += field(moment, char, count);
    i += count;
  }
  return out;
}

/** Short date and time forms by locale (java.text.DateFormat.SHORT as the platform shows them); others refuse loudly. */
const SHORT_DATE: Readonly<Record<string, string>> = {
  en_US: 'M/d/yyyy',
  en_GB: 'dd/MM/yyyy',
  en_CA: 'yyyy-MM-dd',
  en_AU: 'd/MM/yyyy',
  en_IE: 'dd/MM/yyyy',
  de_DE: 'dd.MM.yyyy',
  de_AT: 'dd.MM.yyyy',
  de_CH: 'dd.MM.yyyy',
  fr_FR: 'dd/MM/yyyy',
  es_ES: 'dd/MM/yyyy',
  it_IT: 'dd/MM/yyyy',
  nl_NL: 'd-M-yyyy',
  ja_JP: 'yyyy/MM/dd',
  sv_SE: 'yyyy-MM-dd'
};
const SHORT_TIME: Readonly<Record<string, string>> = { en_US: 'h:mm a', en_CA: 'h:mm a', en_AU: 'h:mm a', ja_JP: 'H:mm' };

export function shortDatePattern(locale: string): string {
  return SHORT_DATE[locale] ?? unsupported(`date format of locale ${locale}`);
}

export function shortDatetimePattern(locale: string): string {
  return `${shortDatePattern(locale)}${locale === 'en_US' ? ', ' : ' '}${SHORT_TIME[locale] ?? 'HH:mm'}`;
}

/** Reads a text by a pattern of digits and AM/PM; null when it does not fit. */
export function parseShort(
  text: string,
  pattern: string
): { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number } | null {
  const names: string[] = [];
  const source = pattern.replace(/[.\\()[\]]/g, '\\$&').replace(/([A-Za-z])\1*/g, (run) => {
    names.push(run[0]);
    return run[0] === 'a' ? '([AaPp][Mm])' : '(\\d+)';
  });
  const match = new RegExp(`^${source.replace(', ', ',? ')}$`).exec(text.trim());
  if (!match) return null;
  const value = (letter: string): string | undefined => match[names.indexOf(letter) + 1];
  const numberOf = (letter: string): number => (names.includes(letter) ? Number(value(letter)) : 0);
  const noon = names.includes('a') ? (numberOf('h') % 12) + (value('a')!.toLowerCase() === 'pm' ? 12 : 0) : numberOf('H');
  const year = numberOf('y');
  return {
    year: value('y')!.length <= 2 ? fullYear(year) : year,
    month: numberOf('M'),
    day: numberOf('d'),
    hour: noon,
    minute: numberOf('m')
  };
}

/** Two digits mean a year from 80 years ago to 20 years ahead (java.text.SimpleDateFormat). */
function fullYear(twoDigits: number): number {
  const latest = inZone(tx().org.clock.now(), 'utc').year + 20;
  return latest - ((latest - twoDigits) % 100);
}
