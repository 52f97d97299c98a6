import { ApexDate, ApexDatetime, ApexDecimal, ApexTime } from '../../values/index.js';
import { FormulaError, type BinaryOperator } from './ast.js';
import { asText, typeName, type FormulaValue } from './values.js';

const DAY = 86_400_000;

/** The operators that read both sides; && and || are the evaluator's. */
export function binary(operator: BinaryOperator, left: FormulaValue, right: FormulaValue): FormulaValue {
  switch (operator) {
    case '&':
      return asText(left) + asText(right) || null;
    case '=':
      return same(left, right);
    case '<>':
      return !same(left, right);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return ordered(operator, left, right);
    default:
      return arithmetic(operator, left, right);
  }
}

/** Texts compare with their case; blank equals blank. */
export function same(left: FormulaValue, right: FormulaValue): boolean {
  if (left === null || right === null) return left === right || left === false || right === false;
  return typeName(left) === typeName(right) ? order(left, right) === 0 : false;
}

function ordered(operator: string, left: FormulaValue, right: FormulaValue): boolean {
  if (left === null || right === null) return false;
  if (typeName(left) !== typeName(right)) {
    throw new FormulaError(`Incorrect parameter type for operator '${operator}'. Expected ${typeName(left)}, received ${typeName(right)}`);
  }
  const result = order(left, right);
  return operator === '<' ? result < 0 : operator === '>' ? result > 0 : operator === '<=' ? result <= 0 : result >= 0;
}

function order(left: NonNullable<FormulaValue>, right: NonNullable<FormulaValue>): number {
  if (left instanceof ApexDecimal && right instanceof ApexDecimal) return left.compareTo(right);
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days - right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.millis - right.millis;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.millis - right.millis;
  const [a, b] = [String(left), String(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function arithmetic(operator: BinaryOperator, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) return asText(left) + asText(right) || null;
  if (left === null || right === null) return null;
  if (left instanceof ApexDecimal && right instanceof ApexDecimal) return calculate(operator, left, right);
  if (operator === '+' && left instanceof ApexDecimal) return shift(right, left, 1);
  if (right instanceof ApexDecimal && (operator === '+' || operator === '-')) return shift(left, right, operator === '+' ? 1 : -1);
  if (operator === '-') return difference(left, right);
  throw new FormulaError(`Incorrect parameter type for operator '${operator}'. Received ${typeName(left)}, ${typeName(right)}`);
}

function calculate(operator: BinaryOperator, left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  switch (operator) {
    case '+':
      return left.add(right);
    case '-':
      return left.subtract(right);
    case '*':
      return left.multiply(right);
    case '/':
      if (right.value.isZero()) throw new FormulaError('Division by zero');
      return left.divide(right);
    default:
      return power(left, right);
  }
}

function power(left: ApexDecimal, right: ApexDecimal): ApexDecimal {
  const exponent = right.value.toNumber();
  if (Number.isInteger(exponent) && exponent >= 0 && exponent <= 64) return left.pow(exponent);
  const result = left.value.toNumber() ** exponent;
  if (!Number.isFinite(result)) throw new FormulaError('The result of ^ is too large');
  return ApexDecimal.of(result);
}

/** Days are added to dates and datetimes, milliseconds to times. */
function shift(value: FormulaValue, amount: ApexDecimal, sign: 1 | -1): FormulaValue {
  const number = amount.value.toNumber() * sign;
  if (value instanceof ApexDate) return value.addDays(Math.trunc(number));
  if (value instanceof ApexDatetime) return new ApexDatetime(value.millis + Math.round(number * DAY));
  if (value instanceof ApexTime) return new ApexTime(value.millis + Math.trunc(number));
  throw new FormulaError(`Incorrect parameter type for operator '${sign > 0 ? '+' : '-'}'. Received ${typeName(value)}, Number`);
}

function difference(left: FormulaValue, right: FormulaValue): ApexDecimal {
  if (left instanceof ApexDate && right instanceof ApexDate) return ApexDecimal.of(left.days - right.days);
  if (left instanceof ApexTime && right instanceof ApexTime) return ApexDecimal.of(left.millis - right.millis);
  const moment = (value: FormulaValue): number | null =>
    value instanceof ApexDatetime ? value.millis : value instanceof ApexDate ? value.days * DAY : null;
  const [a, b] = [moment(left), moment(right)];
  if (a !== null && b !== null) return ApexDecimal.of(a - b).divide(ApexDecimal.of(DAY));
  throw new FormulaError(`Incorrect parameter type for operator '-'. Received ${typeName(left)}, ${typeName(right)}`);
}
