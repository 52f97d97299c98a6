import {
  ApexDecimal,
  ApexDouble,
  type ApexEnum,
  argument,
  convert,
  hashCode,
  raise,
  toText,
  Types,
  valueEquals,
  type RoundingName
} from '../values/index.js';
import { tx } from '../org/transaction.js';
import { builtin } from './declare.js';

/** Apex Reference: "Integer Class", "Long Class", "Double Class", "Decimal Class". */

const INTEGER = /^[+-]?\d+$/;

function parseLong(text: string, name: string, bits: number): bigint {
  if (!INTEGER.test(text)) raise('TypeException', `Invalid ${name}: ${text}`);
  const value = BigInt(text.replace(/^\+/, ''));
  if (BigInt.asIntN(bits, value) !== value) raise('TypeException', `Invalid ${name}: ${text}`);
  return value;
}

/** Numbers in the user's locale, three digits after the point at most (java.text.NumberFormat). */
function localized(value: number | bigint): string {
  return new Intl.NumberFormat(tx().user.locale.replaceAll('_', '-')).format(value);
}

/** valueOf(Object): numbers convert, anything else goes by its text. */
function numberOf<T>(value: unknown, parse: (text: string) => T, widen: (value: ApexDecimal) => T): T | null {
  if (value === null) return null;
  if (typeof value === 'number' || typeof value === 'bigint') return widen(ApexDecimal.of(value));
  if (value instanceof ApexDouble) return widen(ApexDecimal.of(value.value));
  if (value instanceof ApexDecimal) return widen(value);
  return parse(toText(value));
}

const parseInteger = (text: string): number => Number(parseLong(text, 'integer', 32));
const parseDouble = (text: string): ApexDouble =>
  new ApexDouble((ApexDecimal.tryParse(text.trim()) ?? raise('TypeException', `Invalid double: ${text}`)).doubleValue());
const parseDecimal = (text: string): ApexDecimal => ApexDecimal.tryParse(text.trim()) ?? raise('TypeException', `Invalid decimal: ${text}`);

export function roundingName(mode: unknown): RoundingName {
  return argument(mode as ApexEnum | null).name as RoundingName;
}

const same = {
  'Boolean equals(Object other)': valueEquals,
  'Integer hashCode()': hashCode,
  'String toString()': toText
};

export const declarations = [
  builtin('class Integer', {
    ...same,
    'static Integer valueOf(String stringToInteger)': (text: string | null) => parseInteger(argument(text)),
    'static Integer valueOf(Object fieldValue)': (value: unknown) => numberOf(value, parseInteger, (number) => number.intValue()),
    'String format()': (self: number) => localized(self),
    'Integer intValue()': (self: number) => self,
    'Long longValue()': (self: number) => BigInt(self),
    'Double doubleValue()': (self: number) => new ApexDouble(self)
  }),
  builtin('class Long', {
    ...same,
    'static Long valueOf(String stringToLong)': (text: string | null) => parseLong(argument(text), 'long', 64),
    'static Long valueOf(Object fieldValue)': (value: unknown) =>
      numberOf(
        value,
        (text) => parseLong(text, 'long', 64),
        (number) => number.longValue()
      ),
    'String format()': (self: bigint) => localized(self),
    'Integer intValue()': (self: bigint) => Number(BigInt.asIntN(32, self)),
    'Long longValue()': (self: bigint) => self,
    'Double doubleValue()': (self: bigint) => new ApexDouble(Number(self))
  }),
  builtin('class Double', {
    ...same,
    'static Double valueOf(String stringToDouble)': (text: string | null) => parseDouble(argument(text)),
    'static Double valueOf(Object fieldValue)': (value: unknown) =>
      numberOf(value, parseDouble, (number) => new ApexDouble(number.doubleValue())),
    'String format()': (self: ApexDouble) => localized(self.value),
    'Integer intValue()': (self: ApexDouble) => ApexDecimal.of(self.value).intValue(),
    'Long longValue()': (self: ApexDouble) => ApexDecimal.of(self.value).longValue(),
    'Double doubleValue()': (self: ApexDouble) => self,
    'Long round()': (self: ApexDouble) => ApexDecimal.of(self.value).setScale(0, 'HALF_UP').longValue(),
    'Boolean isNaN()': (self: ApexDouble) => Number.isNaN(self.value)
  }),
  builtin('class Decimal', {
    ...same,
    'static Decimal valueOf(Double doubleToDecimal)': (value: ApexDouble | null) => convert(value, Types.primitive('Decimal')),
    'static Decimal valueOf(Long longToDecimal)': (value: bigint | null) => convert(value, Types.primitive('Decimal')),
    'static Decimal valueOf(String stringToDecimal)': (text: string | null) => parseDecimal(argument(text)),
    'static Decimal valueOf(Object fieldValue)': (value: unknown) => numberOf(value, parseDecimal, (number) => number),
    'Decimal abs()': (self: ApexDecimal) => self.abs(),
    'Decimal divide(Decimal divisor, Integer scale)': (self: ApexDecimal, divisor: ApexDecimal | null, scale: number) =>
      self.divideTo(argument(divisor), scale, 'HALF_EVEN'),
    'Decimal divide(Decimal divisor, Integer scale, RoundingMode roundingMode)': (
      self: ApexDecimal,
      divisor: ApexDecimal | null,
      scale: number,
      mode: unknown
    ) => self.divideTo(argument(divisor), scale, roundingName(mode)),
    'Double doubleValue()': (self: ApexDecimal) => new ApexDouble(self.doubleValue()),
    'String format()': (self: ApexDecimal) => localized(self.doubleValue()),
    'Integer intValue()': (self: ApexDecimal) => self.intValue(),
    'Long longValue()': (self: ApexDecimal) => self.longValue(),
    'Decimal pow(Integer exponent)': (self: ApexDecimal, exponent: number) => {
      if (exponent < 0 || exponent > 32767) raise('MathException', 'Exponent must be between 0 and 32767');
      return self.pow(exponent);
    },
    'Integer precision()': (self: ApexDecimal) => self.precision(),
    'Long round()': (self: ApexDecimal) => self.setScale(0, 'HALF_EVEN').longValue(),
    'Long round(RoundingMode roundingMode)': (self: ApexDecimal, mode: unknown) => self.setScale(0, roundingName(mode)).longValue(),
    'Integer scale()': (self: ApexDecimal) => self.scale,
    'Decimal setScale(Integer scale)': (self: ApexDecimal, scale: number) => self.setScale(scale),
    'Decimal setScale(Integer scale, RoundingMode roundingMode)': (self: ApexDecimal, scale: number, mode: unknown) =>
      self.setScale(scale, roundingName(mode)),
    'Decimal stripTrailingZeros()': (self: ApexDecimal) => self.stripTrailingZeros(),
    'String toPlainString()': (self: ApexDecimal) => self.toPlainString()
  }),
  builtin('enum RoundingMode', {}, ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP'])
];
