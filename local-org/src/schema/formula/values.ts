import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexTime, UnsupportedFeature } from '../../values/index.js';
import { FormulaError } from './ast.js';

/** What an expression in a formula can be. A blank text is null. */
export type FormulaValue = null | boolean | string | ApexDecimal | ApexDate | ApexDatetime | ApexTime;

/** A field's value as formulas see it: every number a Decimal, blank text null. */
export function fromApex(value: unknown): FormulaValue {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number' || typeof value === 'bigint') return ApexDecimal.of(value);
  if (value instanceof ApexDouble) return ApexDecimal.of(value.value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof ApexDecimal || value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
  throw new UnsupportedFeature('a compound or binary field in a formula');
}

export function asNumber(value: FormulaValue, what: string): ApexDecimal | null {
  if (value === null || value instanceof ApexDecimal) return value;
  throw new FormulaError(`Incorrect parameter type for ${what}. Expected Number, received ${typeName(value)}`);
}

/** Arguments that can't be blank count a blank as zero. */
export function asInteger(value: FormulaValue, what: string): number {
  return asNumber(value, what)?.intValue() ?? 0;
}

export function asText(value: FormulaValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : formulaText(value);
}

export function asBoolean(value: FormulaValue): boolean {
  return value === true;
}

export function asDate(value: FormulaValue, what: string): ApexDate | null {
  if (value === null || value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return value.dateGmt();
  throw new FormulaError(`Incorrect parameter type for ${what}. Expected Date, received ${typeName(value)}`);
}

/** What TEXT() gives: numbers without trailing zeros, ISO dates, datetimes in GMT with a Z. */
export function formulaText(value: FormulaValue): string {
  if (value === null) return '';
  if (value instanceof ApexDecimal) return value.value.isZero() ? '0' : value.value.toFixed();
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return `${value.toString()}Z`;
  if (value instanceof ApexTime) return value.toString().replace(/Z$/, '');
  return String(value);
}

export function typeName(value: FormulaValue): string {
  if (value === null) return 'Null';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'string') return 'Text';
  if (value instanceof ApexDecimal) return 'Number';
  if (value instanceof ApexDate) return 'Date';
  return value instanceof ApexDatetime ? 'DateTime' : 'Time';
}
