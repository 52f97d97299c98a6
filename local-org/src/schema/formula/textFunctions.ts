import { ApexDecimal, isIdText, toId } from '../../values/index.js';
import { FormulaError } from './ast.js';
import { asInteger, asText, formulaText, type FormulaValue } from './values.js';

type TextFunction = (args: readonly FormulaValue[]) => FormulaValue;

const text = (args: readonly FormulaValue[], index: number): string => asText(args[index] ?? null);
const integer = (args: readonly FormulaValue[], index: number, what: string): number => asInteger(args[index] ?? null, what);

function pad(args: readonly FormulaValue[], left: boolean): string {
  const [value, length] = [text(args, 0), integer(args, 1, left ? 'LPAD' : 'RPAD')];
  const filler = args.length > 2 ? text(args, 2) : ' ';
  if (value.length >= length) return value.slice(0, length);
  return left ? value.padStart(length, filler) : value.padEnd(length, filler);
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Java's possessive and named constructs aside, the two dialects agree; the whole text must match. */
function regex(value: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern.replace(/\\p\{Alpha\}/g, '[A-Za-z]').replace(/\\p\{Punct\}/g, '[!-/:-@[-`{-~]')})$`, 's').test(value);
  } catch {
    throw new FormulaError(`Invalid regular expression: ${pattern}`);
  }
}

function toNumber(value: string): FormulaValue {
  if (!value.trim()) return null;
  return ApexDecimal.tryParse(value.trim()) ?? failValue(value);
}

function failValue(value: string): never {
  throw new FormulaError(`VALUE can't read a number from '${value}'`);
}

export const TEXT_FUNCTIONS: Readonly<Record<string, TextFunction>> = {
  BEGINS: (args) => text(args, 0).startsWith(text(args, 1)),
  BR: () => '\n',
  CASESAFEID: (args) => (isIdText(text(args, 0)) ? toId(text(args, 0)) : text(args, 0)),
  CHR: (args) => String.fromCodePoint(integer(args, 0, 'CHR')),
  ASCII: (args) => (text(args, 0) ? ApexDecimal.of(text(args, 0).codePointAt(0)!) : null),
  CONTAINS: (args) => text(args, 0).includes(text(args, 1)),
  FIND: (args) => {
    const start = args.length > 2 ? integer(args, 2, 'FIND') : 1;
    return ApexDecimal.of(start < 1 || !text(args, 0) ? 0 : text(args, 1).indexOf(text(args, 0), start - 1) + 1);
  },
  HTMLENCODE: (args) => text(args, 0).replace(/[&<>"']/g, (character) => HTML[character]),
  HYPERLINK: (args) => `<a href="${text(args, 0)}" target="${args.length > 2 ? text(args, 2) : '_blank'}">${text(args, 1)}</a>`,
  IMAGE: (args) => {
    const size = args.length > 3 ? ` style="height:${text(args, 2)}px; width:${text(args, 3)}px;"` : '';
    return `<img src="${text(args, 0)}" alt="${text(args, 1)}"${size} border="0"/>`;
  },
  INCLUDES: (args) => text(args, 0).split(';').includes(text(args, 1)),
  INITCAP: (args) =>
    text(args, 0)
      .toLowerCase()
      .replace(/(^|[^\p{L}\p{N}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  ISNUMBER: (args) => ApexDecimal.tryParse(text(args, 0).trim()) !== null,
  ISPICKVAL: (args) => text(args, 0) === text(args, 1),
  JSENCODE: (args) =>
    text(args, 0).replace(/['"\\\n\r\t]/g, (character) => ({ '\n': '\\n', '\r': '\\r', '\t': '\\t' })[character] ?? `\\${character}`),
  LEFT: (args) => text(args, 0).slice(0, Math.max(integer(args, 1, 'LEFT'), 0)),
  LEN: (args) => ApexDecimal.of(text(args, 0).length),
  LOWER: (args) => text(args, 0).toLowerCase(),
  LPAD: (args) => pad(args, true),
  MID: (args) => {
    const start = Math.max(integer(args, 1, 'MID'), 1);
    return text(args, 0).slice(start - 1, start - 1 + Math.max(integer(args, 2, 'MID'), 0));
  },
  REGEX: (args) => regex(text(args, 0), text(args, 1)),
  REVERSE: (args) => [...text(args, 0)].reverse().join(''),
  RIGHT: (args) => {
    const count = Math.max(integer(args, 1, 'RIGHT'), 0);
    return count === 0 ? '' : text(args, 0).slice(-count);
  },
  RPAD: (args) => pad(args, false),
  SUBSTITUTE: (args) => (text(args, 1) ? text(args, 0).replaceAll(text(args, 1), () => text(args, 2)) : text(args, 0)),
  TEXT: (args) => formulaText(args[0] ?? null),
  TRIM: (args) => text(args, 0).trim(),
  UPPER: (args) => text(args, 0).toUpperCase(),
  URLENCODE: (args) => encodeURIComponent(text(args, 0)).replace(/%20/g, '+'),
  VALUE: (args) => (args[0] instanceof ApexDecimal ? args[0] : toNumber(text(args, 0)))
};
