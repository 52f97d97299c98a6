import { ApexDecimal, ApexDouble, raise, type ApexDate, ApexDatetime } from '../../../values/index.js';

/** Arithmetic that JavaScript's operators don't do as Apex does. Operands are never null: the compiled code has checked. */

export function idiv(left: number, right: number): number {
  if (right === 0) raise('MathException', 'Divide by 0');
  return (left / right) | 0;
}

export function long(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

export function ldiv(left: bigint, right: bigint): bigint {
  if (right === 0n) raise('MathException', 'Divide by 0');
  return BigInt.asIntN(64, left / right);
}

export function ddiv(left: number, right: number): number {
  if (right === 0) raise('MathException', 'Divide by 0');
  return left / right;
}

export function lshift(left: bigint, right: bigint): bigint {
  return BigInt.asIntN(64, left << (right & 63n));
}

export function rshift(left: bigint, right: bigint): bigint {
  return left >> (right & 63n);
}

export function ushift(left: bigint, right: bigint): bigint {
  return BigInt.asIntN(64, BigInt.asUintN(64, left) >> (right & 63n));
}

type Numeric = number | bigint | ApexDouble | ApexDecimal;

export function toLong(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}

export function toDouble(value: Numeric | null): ApexDouble | null {
  if (value === null || value instanceof ApexDouble) return value;
  return new ApexDouble(value instanceof ApexDecimal ? value.doubleValue() : Number(value));
}

export function toDecimal(value: Numeric | null): ApexDecimal | null {
  if (value === null || value instanceof ApexDecimal) return value;
  return ApexDecimal.of(value instanceof ApexDouble ? value.value : value);
}

/** `(Integer) value`: the fraction goes, what does not fit wraps (Apex Developer Guide, "Rules of Conversion"). */
export function narrowInteger(value: Numeric | null): number | null {
  if (value === null) return null;
  if (typeof value === 'number') return value | 0;
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  return value instanceof ApexDecimal ? value.intValue() : saturate(value.value, 2147483647);
}

export function narrowLong(value: Numeric | null): bigint | null {
  if (value === null) return null;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  if (value instanceof ApexDecimal) return value.longValue();
  if (Number.isNaN(value.value)) return 0n;
  const limited = value.value >= 2 ** 63 ? 2n ** 63n - 1n : value.value < -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value.value));
  return limited;
}

function saturate(value: number, largest: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-largest - 1, Math.min(largest, Math.trunc(value)));
}

export function toDatetime(value: ApexDate | null): ApexDatetime | null {
  return value === null ? null : ApexDatetime.ofDate(value);
}
