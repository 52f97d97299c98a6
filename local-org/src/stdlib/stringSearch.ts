import { argument } from '../values/index.js';
import { builtin } from './declare.js';

/** Apex Reference, "String Class": looking for text and asking what a string consists of (as Apache Commons Lang's StringUtils). */

type Search = (self: string, text: string | null) => unknown;

const has =
  (test: (self: string, text: string) => unknown): Search =>
  (self, text) =>
    test(self, argument(text));

/** Like Java's: a negative start counts as the beginning; past the end nothing but '' is found. */
function indexOf(self: string, text: string | null, start: number): number {
  return start >= self.length ? (text === '' ? self.length : -1) : self.indexOf(argument(text), start);
}

function lastIndexOf(self: string, text: string | null, end: number): number {
  return end < 0 ? -1 : self.lastIndexOf(argument(text), end);
}

const lower = (text: string): string => text.toLowerCase();
const consistsOf = (pattern: RegExp) => (self: string) => pattern.test(self);

export const declarations = [
  builtin('class String', {
    'Boolean contains(String substring)': has((self, text) => self.includes(text)),
    'Boolean containsIgnoreCase(String substring)': has((self, text) => lower(self).includes(lower(text))),
    'Boolean containsAny(String inputString)': (self: string, text: string | null) => [...(text ?? '')].some((char) => self.includes(char)),
    'Boolean containsNone(String inputString)': (self: string, text: string | null) =>
      ![...(text ?? '')].some((char) => self.includes(char)),
    'Boolean containsOnly(String inputString)': (self: string, text: string | null) =>
      text !== null && [...self].every((char) => text.includes(char)),
    'Boolean containsWhitespace()': consistsOf(/\s/),
    'Integer countMatches(String substring)': (self: string, text: string | null) => (text ? self.split(text).length - 1 : 0),
    'Boolean startsWith(String prefix)': has((self, text) => self.startsWith(text)),
    'Boolean startsWithIgnoreCase(String prefix)': has((self, text) => lower(self).startsWith(lower(text))),
    'Boolean endsWith(String suffix)': has((self, text) => self.endsWith(text)),
    'Boolean endsWithIgnoreCase(String suffix)': has((self, text) => lower(self).endsWith(lower(text))),
    'Integer indexOf(String substring)': has((self, text) => self.indexOf(text)),
    'Integer indexOf(String substring, Integer index)': indexOf,
    'Integer indexOfIgnoreCase(String substring)': has((self, text) => lower(self).indexOf(lower(text))),
    'Integer indexOfIgnoreCase(String substring, Integer startPosition)': (self: string, text: string | null, start: number) =>
      indexOf(lower(self), lower(argument(text)), start),
    'Integer indexOfChar(Integer character)': (self: string, code: number) => self.indexOf(String.fromCodePoint(code)),
    'Integer indexOfChar(Integer character, Integer startIndex)': (self: string, code: number, start: number) =>
      self.indexOf(String.fromCodePoint(code), start),
    'Integer indexOfAny(String substring)': (self: string, text: string | null) => indexWhere(self, (char) => (text ?? '').includes(char)),
    'Integer indexOfAnyBut(String substring)': (self: string, text: string | null) =>
      text ? indexWhere(self, (char) => !text.includes(char)) : -1,
    'Integer indexOfDifference(String stringToCompare)': (self: string, text: string | null) => difference(self, argument(text)),
    'String difference(String secondString)': has((self, text) => {
      const at = difference(self, text);
      return at < 0 ? '' : text.slice(at);
    }),
    'Integer lastIndexOf(String substring)': has((self, text) => self.lastIndexOf(text)),
    'Integer lastIndexOf(String substring, Integer endPosition)': lastIndexOf,
    'Integer lastIndexOfIgnoreCase(String substring)': has((self, text) => lower(self).lastIndexOf(lower(text))),
    'Integer lastIndexOfIgnoreCase(String substring, Integer endPosition)': (self: string, text: string | null, end: number) =>
      lastIndexOf(lower(self), lower(argument(text)), end),
    'Integer lastIndexOfChar(Integer character)': (self: string, code: number) => self.lastIndexOf(String.fromCodePoint(code)),
    'Integer lastIndexOfChar(Integer character, Integer endIndex)': (self: string, code: number, end: number) =>
      lastIndexOf(self, String.fromCodePoint(code), end),

    'Boolean isAllLowerCase()': consistsOf(/^\p{Ll}+$/u),
    'Boolean isAllUpperCase()': consistsOf(/^\p{Lu}+$/u),
    'Boolean isAlpha()': consistsOf(/^\p{L}+$/u),
    'Boolean isAlphaSpace()': consistsOf(/^[\p{L} ]*$/u),
    'Boolean isAlphanumeric()': consistsOf(/^[\p{L}\p{Nd}]+$/u),
    'Boolean isAlphanumericSpace()': consistsOf(/^[\p{L}\p{Nd} ]*$/u),
    'Boolean isAsciiPrintable()': consistsOf(/^[ -~]*$/),
    'Boolean isNumeric()': consistsOf(/^\p{Nd}+$/u),
    'Boolean isNumericSpace()': consistsOf(/^[\p{Nd} ]*$/u),
    'Boolean isWhitespace()': consistsOf(/^\s*$/)
  })
];

function indexWhere(text: string, test: (char: string) => boolean): number {
  for (let i = 0; i < text.length; i++) if (test(text[i])) return i;
  return -1;
}

function difference(a: string, b: string): number {
  if (a === b) return -1;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}
