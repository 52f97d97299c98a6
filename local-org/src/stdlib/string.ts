import {
  ApexBlob,
  type ApexDate,
  type ApexDatetime,
  type ApexDecimal,
  type ApexDouble,
  type ApexList,
  argument,
  iterate,
  raise,
  stringHash,
  toText,
  unsupported
} from '../values/index.js';
import { builtin } from './declare.js';
import { formatMessage } from './messageFormat.js';
import { formatDatetime } from './dateFormat.js';
import { integerList, stringList } from './lists.js';
import { replaceRegex, splitRegex } from './regex.js';
import { userZone } from './zone.js';

/** Apex Reference, "String Class": making, comparing and cutting strings. The rest is in stringSearch.ts, stringEdit.ts and stringEscape.ts. */

const STANDARD = 'yyyy-MM-dd HH:mm:ss';

/** Case as the user's locale is not modelled: the platform's default locale is English, whose rules are the language-neutral ones. */
function englishOnly(locale: string): void {
  if (/^(tr|az|lt)/i.test(locale)) unsupported(`case mapping in locale ${locale}`);
}

function slice(self: string, start: number, end: number): string {
  if (start < 0 || start > self.length) raise('StringException', `Starting position out of bounds: ${start}`);
  if (end < start || end > self.length) raise('StringException', `Ending position out of bounds: ${end}`);
  return self.slice(start, end);
}

function codeAt(self: string, index: number): number {
  if (index < 0 || index >= self.length) raise('StringException', `Index out of bounds: ${index}`);
  return self.charCodeAt(index);
}

export const declarations = [
  builtin('class String', {
    'static String valueOf(Date dateToConvert)': (value: ApexDate | null) => value?.toIso() ?? null,
    'static String valueOf(Datetime datetimeToConvert)': (value: ApexDatetime | null) =>
      value && formatDatetime(value.millis, STANDARD, userZone()),
    'static String valueOf(Decimal decimalToConvert)': (value: ApexDecimal | null) => value?.toString() ?? null,
    'static String valueOf(Double doubleToConvert)': (value: ApexDouble | null) => value?.toString() ?? null,
    'static String valueOf(Integer integerToConvert)': (value: number | null) => (value === null ? null : String(value)),
    'static String valueOf(Long longToConvert)': (value: bigint | null) => (value === null ? null : String(value)),
    'static String valueOf(Object toConvert)': (value: unknown) =>
      value === null ? null : value instanceof ApexBlob ? value.toString() : toText(value),
    'static String valueOfGmt(Datetime datetimeToConvert)': (value: ApexDatetime | null) =>
      value && formatDatetime(value.millis, STANDARD, 'UTC'),
    'static String fromCharArray(List<Integer> charArray)': (codes: ApexList<number>) =>
      argument(codes)
        .items.map((code) => String.fromCharCode(code))
        .join(''),
    'static String format(String stringToFormat, List<Object> formattingArguments)': (text: string | null, values: ApexList | null) =>
      formatMessage(argument(text), argument(values).items),
    'static String join(Object iterableObj, String separator)': (source: unknown, separator: string | null) => {
      const parts: string[] = [];
      for (const item of iterate(argument(source))) parts.push(item === null ? '' : toText(item));
      return parts.join(argument(separator));
    },
    'static String escapeSingleQuotes(String stringToEscape)': (text: string | null) => argument(text).replace(/[\\']/g, '\\$&'),
    'static Boolean isBlank(String inputString)': (text: string | null) => text === null || /^\p{White_Space}*$/u.test(text),
    'static Boolean isNotBlank(String inputString)': (text: string | null) => text !== null && !/^\p{White_Space}*$/u.test(text),
    'static Boolean isEmpty(String inputString)': (text: string | null) => text === null || text === '',
    'static Boolean isNotEmpty(String inputString)': (text: string | null) => text !== null && text !== '',
    'static String getCommonPrefix(List<String> strings)': (list: ApexList<string>) => commonPrefix(argument(list).items),

    'Integer length()': (self: string) => self.length,
    'String toString()': (self: string) => self,
    'Integer hashCode()': (self: string) => stringHash(self),
    'Boolean equals(Object other)': (self: string, other: unknown) => self === other,
    'Boolean equalsIgnoreCase(String secondString)': (self: string, other: string | null) =>
      other !== null && self.toLowerCase() === other.toLowerCase(),
    'Integer compareTo(String secondString)': (self: string, other: string | null) => compareStrings(self, argument(other)),
    'Integer charAt(Integer index)': codeAt,
    'Integer codePointAt(Integer index)': (self: string, index: number) => {
      codeAt(self, index);
      return self.codePointAt(index);
    },
    'Integer codePointBefore(Integer index)': (self: string, index: number) => {
      codeAt(self, index - 1);
      const low = self.charCodeAt(index - 1);
      return low >= 0xdc00 && low <= 0xdfff && index >= 2 ? self.codePointAt(index - 2) : low;
    },
    'Integer codePointCount(Integer beginIndex, Integer endIndex)': (self: string, begin: number, end: number) =>
      [...slice(self, begin, end)].length,
    'Integer offsetByCodePoints(Integer index, Integer codePointOffset)': (self: string, index: number, count: number) => {
      const points = [...self.slice(index)];
      if (count < 0 || count > points.length) raise('StringException', `Index out of bounds: ${count}`);
      return index + points.slice(0, count).join('').length;
    },
    'List<Integer> getChars()': (self: string) => integerList(Array.from({ length: self.length }, (_, i) => self.charCodeAt(i))),
    'Integer getLevenshteinDistance(String stringToCompare)': (self: string, other: string | null) => levenshtein(self, argument(other)),
    'Integer getLevenshteinDistance(String stringToCompare, Integer threshold)': (
      self: string,
      other: string | null,
      threshold: number
    ) => {
      const distance = levenshtein(self, argument(other));
      return distance > threshold ? -1 : distance;
    },

    'String substring(Integer startIndex)': (self: string, start: number) => slice(self, start, self.length),
    'String substring(Integer startIndex, Integer endIndex)': slice,
    'String left(Integer length)': (self: string, length: number) => self.slice(0, Math.max(length, 0)),
    'String right(Integer length)': (self: string, length: number) => (length <= 0 ? '' : self.slice(-length)),
    'String mid(Integer startIndex, Integer length)': (self: string, start: number, length: number) =>
      length < 0 || start > self.length ? '' : self.slice(Math.max(start, 0), Math.max(start, 0) + length),
    'String substringAfter(String separator)': (self: string, separator: string | null) =>
      after(self, separator, separator === null ? -1 : self.indexOf(separator)),
    'String substringAfterLast(String separator)': (self: string, separator: string | null) =>
      separator === '' ? '' : after(self, separator, separator === null ? -1 : self.lastIndexOf(separator)),
    'String substringBefore(String separator)': (self: string, separator: string | null) =>
      before(self, separator === null ? -1 : self.indexOf(separator)),
    'String substringBeforeLast(String separator)': (self: string, separator: string | null) =>
      before(self, separator ? self.lastIndexOf(separator) : -1),
    'String substringBetween(String tag)': (self: string, tag: string | null) => between(self, tag, tag),
    'String substringBetween(String open, String close)': between,

    'List<String> split(String regExp)': (self: string, regex: string | null) => stringList(splitRegex(self, argument(regex))),
    'List<String> split(String regExp, Integer limit)': (self: string, regex: string | null, limit: number) =>
      stringList(splitRegex(self, argument(regex), limit)),
    'List<String> splitByCharacterType()': (self: string) => stringList(self.match(CHARACTER_TYPES) ?? []),
    'List<String> splitByCharacterTypeCamelCase()': (self: string) => stringList(self.match(CAMEL_TYPES) ?? []),

    'String replace(String target, String replacement)': (self: string, target: string | null, replacement: string | null) => {
      const text = argument(replacement);
      return self.replaceAll(argument(target), () => text);
    },
    'String replaceAll(String regExp, String replacement)': (self: string, regex: string | null, replacement: string | null) =>
      replaceRegex(self, argument(regex), argument(replacement), true),
    'String replaceFirst(String regExp, String replacement)': (self: string, regex: string | null, replacement: string | null) =>
      replaceRegex(self, argument(regex), argument(replacement), false),
    'String toLowerCase()': (self: string) => self.toLowerCase(),
    'String toLowerCase(String locale)': (self: string, locale: string) => {
      englishOnly(locale);
      return self.toLowerCase();
    },
    'String toUpperCase()': (self: string) => self.toUpperCase(),
    'String toUpperCase(String locale)': (self: string, locale: string) => {
      englishOnly(locale);
      return self.toUpperCase();
    },
    'String trim()': (self: string) => self.replace(/^[\0-\x20]+|[\0-\x20]+$/g, ''),
    'String intern()': (self: string) => self
  })
];

const CHARACTER_TYPES = /\p{Lu}+|\p{Ll}+|\p{Lt}+|\p{Lm}+|\p{Lo}+|\p{Nd}+|\p{Zs}+|\p{P}+|\p{S}+|\p{Cc}+|[^]/gu;
/** A capital before small letters belongs to them: `ASFLicense` → `ASF`, `License`. */
const CAMEL_TYPES =
  /\p{Lu}\p{Ll}+|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}+|\p{Ll}+|\p{Lt}+|\p{Lm}+|\p{Lo}+|\p{Nd}+|\p{Zs}+|\p{P}+|\p{S}+|\p{Cc}+|[^]/gu;

/** Java's String.compareTo: the difference of the first characters that differ, or of the lengths. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = a.charCodeAt(i) - b.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function after(text: string, separator: string | null, index: number): string {
  return separator === null || index < 0 ? '' : text.slice(index + separator.length);
}

function before(text: string, index: number): string {
  return index < 0 ? text : text.slice(0, index);
}

function between(text: string, open: string | null, close: string | null): string | null {
  if (open === null || close === null) return null;
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

function commonPrefix(texts: readonly (string | null)[]): string {
  if (texts.length === 0 || texts.includes(null)) return '';
  const [first, ...rest] = texts as string[];
  let length = first.length;
  for (const text of rest) while (!text.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

function levenshtein(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    previous = row;
  }
  return previous[b.length];
}
