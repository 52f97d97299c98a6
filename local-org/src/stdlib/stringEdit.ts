import { argument, raise } from '../values/index.js';
import { builtin } from './declare.js';

/** Apex Reference, "String Class": methods that answer a changed string (as Apache Commons Lang's StringUtils). */

function pad(self: string, size: number, padding: string, side: 'left' | 'right'): string {
  const text = padding === '' ? ' ' : padding;
  return side === 'left' ? self.padStart(size, text) : self.padEnd(size, text);
}

function center(self: string, size: number, padding: string): string {
  const missing = size - self.length;
  if (missing <= 0) return self;
  return pad(pad(self, self.length + Math.floor(missing / 2), padding, 'left'), size, padding, 'right');
}

function abbreviate(self: string, maxWidth: number, offset: number): string {
  const marker = '...';
  if (maxWidth < 4) raise('StringException', 'Minimum abbreviation width is 4');
  if (self.length <= maxWidth) return self;
  let start = Math.min(offset, self.length);
  if (self.length - start < maxWidth - marker.length) start = self.length - (maxWidth - marker.length);
  if (start <= 4) return self.slice(0, maxWidth - marker.length) + marker;
  if (maxWidth < 7) raise('StringException', 'Minimum abbreviation width with offset is 7');
  if (start + maxWidth - marker.length < self.length) return marker + abbreviate(self.slice(start), maxWidth - marker.length, 0);
  return marker + self.slice(self.length - (maxWidth - marker.length));
}

const first = (self: string, change: (char: string) => string): string => {
  const char = String.fromCodePoint(...(self === '' ? [] : [self.codePointAt(0)!]));
  return change(char) + self.slice(char.length);
};

const startsIgnoringCase = (self: string, text: string): boolean => self.toLowerCase().startsWith(text.toLowerCase());
const endsIgnoringCase = (self: string, text: string): boolean => self.toLowerCase().endsWith(text.toLowerCase());
const withoutStart = (self: string, text: string, found: boolean): string => (found ? self.slice(text.length) : self);
const withoutEnd = (self: string, text: string, found: boolean): string => (found ? self.slice(0, self.length - text.length) : self);

export const declarations = [
  builtin('class String', {
    'String abbreviate(Integer maxWidth)': (self: string, width: number) => abbreviate(self, width, 0),
    'String abbreviate(Integer maxWidth, Integer offset)': abbreviate,
    'String capitalize()': (self: string) => first(self, (char) => char.toUpperCase()),
    'String uncapitalize()': (self: string) => first(self, (char) => char.toLowerCase()),
    'String swapCase()': (self: string) =>
      self.replace(/\p{L}/gu, (char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())),
    'String center(Integer size)': (self: string, size: number) => center(self, size, ' '),
    'String center(Integer size, String padStr)': (self: string, size: number, padding: string | null) =>
      center(self, size, padding ?? ' '),
    'String leftPad(Integer length)': (self: string, length: number) => pad(self, length, ' ', 'left'),
    'String leftPad(Integer length, String padStr)': (self: string, length: number, padding: string | null) =>
      pad(self, length, padding ?? ' ', 'left'),
    'String rightPad(Integer length)': (self: string, length: number) => pad(self, length, ' ', 'right'),
    'String rightPad(Integer length, String padStr)': (self: string, length: number, padding: string | null) =>
      pad(self, length, padding ?? ' ', 'right'),
    'String repeat(Integer numberOfTimes)': (self: string, count: number) => self.repeat(Math.max(count, 0)),
    'String repeat(String separator, Integer numberOfTimes)': (self: string, separator: string | null, count: number) =>
      Array.from({ length: Math.max(count, 0) }, () => self).join(separator ?? ''),
    'String reverse()': (self: string) => [...self].reverse().join(''),
    'String deleteWhitespace()': (self: string) => self.replace(/[\s\x1c-\x1f]/g, ''),
    'String normalizeSpace()': (self: string) => self.replace(/[\s\x1c-\x1f]+/g, ' ').trim(),
    'String remove(String substring)': (self: string, text: string | null) => (text ? self.replaceAll(text, '') : self),
    'String removeStart(String substring)': (self: string, text: string | null) =>
      text ? withoutStart(self, text, self.startsWith(text)) : self,
    'String removeStartIgnoreCase(String substring)': (self: string, text: string | null) =>
      text ? withoutStart(self, text, startsIgnoringCase(self, text)) : self,
    'String removeEnd(String substring)': (self: string, text: string | null) =>
      text ? withoutEnd(self, text, self.endsWith(text)) : self,
    'String removeEndIgnoreCase(String substring)': (self: string, text: string | null) =>
      text ? withoutEnd(self, text, endsIgnoringCase(self, text)) : self,
    'String stripHtmlTags()': (self: string) => argument(self).replace(/<\/?[a-zA-Z!][^>]*>/g, '')
  })
];
