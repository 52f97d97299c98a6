import { plainSql } from '../store/index.js';
import type { SqlValue } from '../org/contracts.js';
import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnum,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  isIdText,
  SObject,
  toId,
  toText
} from '../values/index.js';
import type { Value } from './ast.js';
import type { Context } from './context.js';
import { dateRange } from './dateLiterals.js';
import { SoqlError } from './errors.js';
import type { Typed } from './scope.js';

/** What a column is compared with: one value, or a span of days that a date literal means. */
export type Operand =
  { readonly kind: 'value'; readonly value: SqlValue } | { readonly kind: 'range'; readonly start: SqlValue; readonly end: SqlValue };

const DAY = 86_400_000;

/** The right side of a comparison as SQL values of the left side's type; lists and collections give several. */
export function operands(value: Value, left: Typed, context: Context, like = false): { readonly items: Operand[]; readonly many: boolean } {
  switch (value.kind) {
    case 'list':
      return { items: value.items.flatMap((item) => operands(item, left, context, like).items), many: true };
    case 'bind':
      return context.validating ? { items: [], many: true } : bound(context, value.name, left);
    case 'query':
      throw new SoqlError('unexpected token: SELECT', 'SELECT');
    default:
      return { items: [literal(value, left, context, like)], many: false };
  }
}

function bound(context: Context, name: string, left: Typed): { items: Operand[]; many: boolean } {
  const value = context.bind(name);
  const many =
    value instanceof ApexList
      ? value.items
      : value instanceof ApexSet
        ? [...value.values()]
        : value instanceof ApexMap
          ? [...value.keys()]
          : null;
  if (many) return { items: many.map((item) => single(bindValue(item, left))), many: true };
  return { items: [single(bindValue(value, left))], many: false };
}

function single(value: SqlValue): Operand {
  return { kind: 'value', value };
}

/** An Apex value as one of the column's type. */
export function bindValue(value: unknown, left: Typed): SqlValue {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof SObject) return value.id;
  switch (left.type) {
    case 'Id':
      return typeof value === 'string' ? idValue(value, left) : wrongBind(left);
    case 'Date':
      if (value instanceof ApexDate) return value.toIso();
      return value instanceof ApexDatetime ? value.dateGmt().toIso() : wrongBind(left);
    case 'Datetime':
      if (value instanceof ApexDatetime) return value.millis;
      return value instanceof ApexDate ? value.days * DAY : wrongBind(left);
    case 'Time':
      return value instanceof ApexTime ? value.millis : wrongBind(left);
    case 'Boolean':
      return typeof value === 'boolean' ? Number(value) : wrongBind(left);
    case 'Integer':
    case 'Long':
    case 'Double':
    case 'Decimal':
      if (typeof value === 'number' || typeof value === 'bigint' || value instanceof ApexDecimal || value instanceof ApexDouble)
        return plainSql(value);
      return wrongBind(left);
    default:
      if (value instanceof ApexEnum) return value.name;
      return typeof value === 'string' ? value : toText(value);
  }
}

function wrongBind(left: Typed): never {
  throw new SoqlError(`Invalid bind expression for field '${left.name}' of type ${left.type}`, left.name);
}

function idValue(text: string, left: Typed): string {
  if (!isIdText(text)) throw new SoqlError(`invalid ID field: ${text}`, left.name);
  return toId(text);
}

/** Wrong literals are refused in the platform's words. */
function wrongLiteral(left: Typed, type: string, quoted: boolean): never {
  throw new SoqlError(
    `value of filter criterion for field '${left.name}' must be of type ${type} and should ${quoted ? '' : 'not '}be enclosed in quotes`,
    left.name
  );
}

function literal(value: Value, left: Typed, context: Context, like: boolean): Operand {
  if (value.kind === 'null') return single(null);
  if (value.kind === 'dateLiteral') return span(value.name, value.count, left, context);
  switch (left.type) {
    case 'Boolean':
      return value.kind === 'boolean' ? single(Number(value.value)) : wrongLiteral(left, 'boolean', false);
    case 'Integer':
    case 'Long':
    case 'Double':
    case 'Decimal':
      return value.kind === 'number' ? single(Number(value.text)) : wrongLiteral(left, left.type === 'Integer' ? 'int' : 'double', false);
    case 'Date':
      return value.kind === 'date' ? single(value.text) : wrongLiteral(left, 'date', false);
    case 'Datetime':
      return value.kind === 'datetime' ? single(moment(value.text)) : wrongLiteral(left, 'dateTime', false);
    case 'Time':
      return value.kind === 'datetime' || value.kind === 'date' ? single(moment(value.text) % DAY) : wrongLiteral(left, 'time', false);
    default: {
      if (value.kind !== 'string') return wrongLiteral(left, left.type === 'Id' ? 'id' : 'string', true);
      const text = unescape(value.raw, like);
      if (text === '') return single(null);
      return single(left.type === 'Id' ? idValue(text, left) : text);
    }
  }
}

function span(name: string, count: number, left: Typed, context: Context): Operand {
  const { start, end } = dateRange(name, count, context.around.now, context.around.timeZone);
  if (left.type === 'Date') return { kind: 'range', start: start.toISODate(), end: end.toISODate() };
  if (left.type === 'Datetime') return { kind: 'range', start: start.toMillis(), end: end.toMillis() };
  return wrongLiteral(left, left.type.toLowerCase(), left.type === 'String');
}

/** `2020-01-31T10:20:30Z`, `….000+0100`, `…-08:00`. */
function moment(text: string): number {
  const millis = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2').replace(' ', '+'));
  if (Number.isNaN(millis)) throw new SoqlError(`line 1:0 no viable alternative at character '${text}'`, text);
  return millis;
}

const ESCAPES: Record<string, string> = { n: '\n', N: '\n', r: '\r', R: '\r', t: '\t', T: '\t', b: '\b', B: '\b', f: '\f', F: '\f' };

/** Escapes of a quoted string. In a LIKE pattern `\_`, `\%` and `\\` stay escaped: they mean the character itself. */
export function unescape(raw: string, like = false): string {
  return raw.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (whole, code: string) => {
    if (code.length === 5) return String.fromCharCode(parseInt(code.slice(1), 16));
    if (like && (code === '_' || code === '%' || code === '\\')) return whole;
    return ESCAPES[code] ?? code;
  });
}
