import { ApexDecimal, ApexDouble, compareNumbers, raise } from '../values/index.js';
import { builtin, type Implementation } from './declare.js';

/** Apex Reference, "Math Class". Functions of a real number exist for Decimal and for Double, each answering its own type. */

const REAL: Readonly<Record<string, (value: number) => number>> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh
};

function decimal(value: number): ApexDecimal {
  return Number.isFinite(value) ? ApexDecimal.of(value) : raise('MathException', 'The result is not a number');
}

function realFunctions(): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  for (const [name, real] of Object.entries(REAL)) {
    members[`static Decimal ${name}(Decimal value)`] = (value: ApexDecimal) => decimal(real(value.doubleValue()));
    members[`static Double ${name}(Double value)`] = (value: ApexDouble) => new ApexDouble(real(value.value));
  }
  return members;
}

type Numeric = number | bigint | ApexDouble | ApexDecimal;

function choices(): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  for (const type of ['Decimal', 'Double', 'Integer', 'Long']) {
    members[`static ${type} max(${type} value1, ${type} value2)`] = (a: Numeric, b: Numeric) => (compareNumbers(a, b) >= 0 ? a : b);
    members[`static ${type} min(${type} value1, ${type} value2)`] = (a: Numeric, b: Numeric) => (compareNumbers(a, b) <= 0 ? a : b);
  }
  return members;
}

const rint = (value: number): number => {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
};

export const declarations = [
  builtin('class Math', {
    ...realFunctions(),
    ...choices(),
    'static Decimal abs(Decimal decimalValue)': (value: ApexDecimal) => value.abs(),
    'static Double abs(Double doubleValue)': (value: ApexDouble) => new ApexDouble(Math.abs(value.value)),
    'static Integer abs(Integer integerValue)': (value: number) => Math.abs(value) | 0,
    'static Long abs(Long longValue)': (value: bigint) => BigInt.asIntN(64, value < 0n ? -value : value),
    'static Decimal atan2(Decimal xCoordinate, Decimal yCoordinate)': (x: ApexDecimal, y: ApexDecimal) =>
      decimal(Math.atan2(x.doubleValue(), y.doubleValue())),
    'static Double atan2(Double xCoordinate, Double yCoordinate)': (x: ApexDouble, y: ApexDouble) =>
      new ApexDouble(Math.atan2(x.value, y.value)),
    'static Decimal ceil(Decimal decimalValue)': (value: ApexDecimal) => value.setScale(0, 'CEILING'),
    'static Double ceil(Double doubleValue)': (value: ApexDouble) => new ApexDouble(Math.ceil(value.value)),
    'static Decimal floor(Decimal decimalValue)': (value: ApexDecimal) => value.setScale(0, 'FLOOR'),
    'static Double floor(Double doubleValue)': (value: ApexDouble) => new ApexDouble(Math.floor(value.value)),
    'static Integer mod(Integer integerValue1, Integer integerValue2)': (a: number, b: number) =>
      b === 0 ? raise('MathException', 'Divide by 0') : (a % b) | 0,
    'static Long mod(Long longValue1, Long longValue2)': (a: bigint, b: bigint) =>
      b === 0n ? raise('MathException', 'Divide by 0') : a % b,
    'static Double pow(Double doubleValue, Double exponent)': (value: ApexDouble, exponent: ApexDouble) =>
      new ApexDouble(value.value ** exponent.value),
    'static Double random()': () => new ApexDouble(Math.random()),
    'static Decimal rint(Decimal decimalValue)': (value: ApexDecimal) => value.setScale(0, 'HALF_EVEN'),
    'static Double rint(Double doubleValue)': (value: ApexDouble) => new ApexDouble(rint(value.value)),
    // Apex Reference: Decimals round half-even, Doubles half-up (Math.round of Java).
    'static Integer round(Decimal decimalValue)': (value: ApexDecimal) => value.setScale(0, 'HALF_EVEN').intValue(),
    'static Integer round(Double doubleValue)': (value: ApexDouble) => Math.round(value.value) | 0,
    'static Long roundToLong(Decimal decimalValue)': (value: ApexDecimal) => value.setScale(0, 'HALF_EVEN').longValue(),
    'static Long roundToLong(Double doubleValue)': (value: ApexDouble) => BigInt.asIntN(64, BigInt(Math.round(value.value))),
    'static Decimal signum(Decimal decimalValue)': (value: ApexDecimal) => ApexDecimal.of(Math.sign(value.doubleValue())),
    'static Double signum(Double doubleValue)': (value: ApexDouble) => new ApexDouble(Math.sign(value.value))
  })
];
