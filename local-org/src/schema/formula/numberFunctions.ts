import { ApexDate, ApexDecimal } from '../../values/index.js';
import { FormulaError } from './ast.js';
import { asInteger, asNumber, type FormulaValue } from './values.js';

type NumberFunction = (args: readonly FormulaValue[]) => FormulaValue;

/** A function of one number that is blank when its argument is. */
function unary(name: string, apply: (value: ApexDecimal) => ApexDecimal): NumberFunction {
  return (args) => {
    const value = asNumber(args[0] ?? null, name);
    return value === null ? null : apply(value);
  };
}

function float(name: string, apply: (value: number) => number): NumberFunction {
  return unary(name, (value) => {
    const result = apply(value.value.toNumber());
    if (!Number.isFinite(result)) throw new FormulaError(`${name} has no value for ${value.toString()}`);
    return ApexDecimal.of(result);
  });
}

/** MAX and MIN leave blanks out; dates compare, too. */
function extreme(name: string, sign: 1 | -1): NumberFunction {
  const key = (value: FormulaValue): number => {
    if (value instanceof ApexDecimal) return value.value.toNumber();
    return value instanceof ApexDate ? value.days : fail(name);
  };
  return (args) => {
    const values = args.filter((value) => value !== null);
    return values.reduce<FormulaValue>((best, value) => (best === null || (key(value) - key(best)) * sign > 0 ? value : best), null);
  };
}

function fail(name: string): never {
  throw new FormulaError(`Incorrect parameter type for ${name}. Expected Number`);
}

function rounded(name: string, mode: 'HALF_UP' | 'DOWN'): NumberFunction {
  return (args) => {
    const value = asNumber(args[0] ?? null, name);
    return value === null ? null : value.setScale(asInteger(args[1] ?? null, name), mode);
  };
}

const away = (value: ApexDecimal): ApexDecimal => value.setScale(0, value.value.isNegative() ? 'FLOOR' : 'CEILING');
const toward = (value: ApexDecimal): ApexDecimal => value.setScale(0, value.value.isNegative() ? 'CEILING' : 'FLOOR');

export const NUMBER_FUNCTIONS: Readonly<Record<string, NumberFunction>> = {
  ABS: unary('ABS', (value) => value.abs()),
  ACOS: float('ACOS', Math.acos),
  ASIN: float('ASIN', Math.asin),
  ATAN: float('ATAN', Math.atan),
  // CEILING rounds away from zero and FLOOR toward it; MCEILING and MFLOOR are the mathematical ones ("Formula Operators and Functions").
  CEILING: unary('CEILING', away),
  COS: float('COS', Math.cos),
  EXP: float('EXP', Math.exp),
  FLOOR: unary('FLOOR', toward),
  LN: float('LN', Math.log),
  LOG: float('LOG', Math.log10),
  MAX: extreme('MAX', 1),
  MCEILING: unary('MCEILING', (value) => value.setScale(0, 'CEILING')),
  MFLOOR: unary('MFLOOR', (value) => value.setScale(0, 'FLOOR')),
  MIN: extreme('MIN', -1),
  MOD: (args) => {
    const [value, divisor] = [asNumber(args[0] ?? null, 'MOD'), asNumber(args[1] ?? null, 'MOD')];
    if (value === null || divisor === null) return null;
    if (divisor.value.isZero()) throw new FormulaError('Division by zero');
    return value.modulo(divisor);
  },
  PI: () => ApexDecimal.of(Math.PI),
  ROUND: rounded('ROUND', 'HALF_UP'),
  SIN: float('SIN', Math.sin),
  SQRT: float('SQRT', Math.sqrt),
  TAN: float('TAN', Math.tan),
  TRUNC: rounded('TRUNC', 'DOWN')
};
