import type { LiteralContext } from '@apexdevtools/apex-parser';
import type { Literal, Position } from './ast.js';
import { startOf, type Reader } from './reader.js';

const MAX_INTEGER = 2147483647n;
const MAX_LONG = 9223372036854775807n;

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', "'": "'", '\\': '\\' };

/** Reads a literal; `negative` when a minus sign stands before it, which is how -2147483648 can be written at all. */
export function literal(reader: Reader, context: LiteralContext, negative = false): Literal {
  const position = startOf(context);
  const text = context.getText();
  if (context.IntegerLiteral()) return integerLiteral(reader, position, text, negative);
  if (context.LongLiteral()) return longLiteral(reader, position, text, negative);
  if (context.NumberLiteral()) return numberLiteral(position, text);
  if (context.StringLiteral() || context.MultilineStringLiteral()) return stringLiteral(reader, position, text);
  if (context.BooleanLiteral()) return { kind: 'literal', position, type: 'Boolean', value: text.toLowerCase() === 'true' };
  return nullLiteral(position);
}

export function integerLiteral(reader: Reader, position: Position, text: string, negative = false): Literal {
  const value = BigInt(text);
  if (value > MAX_INTEGER + (negative ? 1n : 0n)) reader.report(position, 'Illegal integer');
  return { kind: 'literal', position, type: 'Integer', value: Number(negative ? -value : value) };
}

export function longLiteral(reader: Reader, position: Position, text: string, negative = false): Literal {
  const value = BigInt(text.slice(0, -1));
  if (value > MAX_LONG + (negative ? 1n : 0n)) reader.report(position, 'Illegal long');
  return { kind: 'literal', position, type: 'Long', value: negative ? -value : value };
}

function numberLiteral(position: Position, text: string): Literal {
  if (/d$/i.test(text)) return { kind: 'literal', position, type: 'Double', value: Number(text.slice(0, -1)) };
  return { kind: 'literal', position, type: 'Decimal', value: text };
}

export function stringLiteral(reader: Reader, position: Position, text: string): Literal {
  return { kind: 'literal', position, type: 'String', value: stringValue(reader, position, text) };
}

export function nullLiteral(position: Position): Literal {
  return { kind: 'literal', position, type: 'null', value: null };
}

/** The characters a string literal stands for: quotes removed, escapes resolved. */
export function stringValue(reader: Reader, position: Position, text: string): string {
  const multiline = /^'''(?:\r\n|\r|\n)([\s\S]*)'''$/.exec(text);
  if (multiline) return unescape(multiline[1]);
  if (/[\r\n]/.test(text)) reader.report(position, 'Line breaks not allowed in string literals');
  return unescape(text.slice(1, -1));
}

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex: string | undefined, character: string) =>
    hex ? String.fromCharCode(parseInt(hex, 16)) : (ESCAPES[character.toLowerCase()] ?? character)
  );
}
