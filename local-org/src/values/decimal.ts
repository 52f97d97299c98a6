import { Decimal } from 'decimal.js';
import { ApexObject } from './object.js';
import { Types, type ApexType } from './apexType.js';
import { raise } from './exception.js';

/** Wide enough that sums and products of Apex decimals are exact. */
const Exact = Decimal.clone({ precision: 400, toExpNeg: -9e15, toExpPos: 9e15 });

/** Apex scales lie between -33 and 33 (Apex Reference, Decimal.setScale); `1.0 / 3` has 33 digits after the point (force201.wordpress.com, "Decimal scale"). */
export const MAX_SCALE = 33;

/** Names of System.RoundingMode. */
export type RoundingName = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN' | 'UNNECESSARY';

const ROUNDING: Record<Exclude<RoundingName, 'UNNECESSARY'>, Decimal.Rounding> = {
  UP: Decimal.ROUND_UP,
  DOWN: Decimal.ROUND_DOWN,
  CEILING: Decimal.ROUND_CEIL,
  FLOOR: Decimal.ROUND_FLOOR,
  HALF_UP: Decimal.ROUND_HALF_UP,
  HALF_DOWN: Decimal.ROUND_HALF_DOWN,
  HALF_EVEN: Decimal.ROUND_HALF_EVEN
};

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** An immutable decimal number with a scale, as java.math.BigDecimal: `1.50` keeps its trailing zero. */
export class ApexDecimal extends ApexObject {
  constructor(
    readonly value: Decimal,
    readonly scale: number
  ) {
    super();
  }

  get apexType(): ApexType {
    return Types.primitive('Decimal');
  }

  /** Reads a number; null when the text is none. The scale is the count of digits after the point. */
  static tryParse(text: string): ApexDecimal | null {
    if (!NUMBER.test(text)) return null;
    const [mantissa, exponent] = text.toLowerCase().split('e');
    const point = mantissa.indexOf('.');
    const digits = point < 0 ? 0 : mantissa.length - point - 1;
    return new ApexDecimal(new Exact(text), digits - Number(exponent ?? 0));
  }

  static parse(text: string): ApexDecimal {
    return ApexDecimal.tryParse(text) ?? raise('TypeException', `Invalid decimal: ${text}`);
  }

  /** Numbers get the scale of their shortest text, as Decimal.valueOf(Double) does; an integral number has scale 0. */
  static of(value: number | bigint | string): ApexDecimal {
    if (typeof value === 'bigint') return new ApexDecimal(new Exact(value.toString()), 0);
    if (typeof value === 'string') return ApexDecimal.parse(value);
    if (!Number.isFinite(value)) raise('TypeException', `Invalid decimal: ${value}`);
    const decimal = new Exact(value);
    return new ApexDecimal(decimal, decimal.decimalPlaces());
  }

  add(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(Exact.add(this.value, other.value), Math.max(this.scale, other.scale));
  }

  subtract(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(Exact.sub(this.value, other.value), Math.max(this.scale, other.scale));
  }

  multiply(other: ApexDecimal): ApexDecimal {
    const scale = this.scale + other.scale;
    const product = new ApexDecimal(Exact.mul(this.value, other.value), scale);
    return scale > MAX_SCALE ? product.setScale(MAX_SCALE) : product;
  }

  /** The operator `/`: 33 digits after the point, less the zeros that division added at the end. */
  divide(other: ApexDecimal): ApexDecimal {
    if (other.value.isZero()) raise('MathException', 'Divide by 0');
    const quotient = Exact.div(this.value, other.value).toDecimalPlaces(MAX_SCALE, Decimal.ROUND_HALF_UP);
    return new ApexDecimal(quotient, Math.max(quotient.decimalPlaces(), this.scale - other.scale, 0));
  }

  /** Decimal.divide(divisor, scale, mode). */
  divideTo(other: ApexDecimal, scale: number, mode: RoundingName): ApexDecimal {
    if (other.value.isZero()) raise('MathException', 'Divide by 0');
    return new ApexDecimal(Exact.div(this.value, other.value), Number.MAX_SAFE_INTEGER).setScale(scale, mode);
  }

  modulo(other: ApexDecimal): ApexDecimal {
    if (other.value.isZero()) raise('MathException', 'Divide by 0');
    return new ApexDecimal(Exact.mod(this.value, other.value), Math.max(this.scale, other.scale));
  }

  negate(): ApexDecimal {
    return new ApexDecimal(this.value.isZero() ? this.value : this.value.negated(), this.scale);
  }

  abs(): ApexDecimal {
    return new ApexDecimal(this.value.abs(), this.scale);
  }

  pow(exponent: number): ApexDecimal {
    return new ApexDecimal(Exact.pow(this.value, exponent), this.scale * exponent);
  }

  /** Rounds or pads to `scale` digits after the point (before it, when negative). */
  setScale(scale: number, mode: RoundingName = 'HALF_EVEN'): ApexDecimal {
    if (scale >= this.scale) return new ApexDecimal(this.value, scale);
    if (mode === 'UNNECESSARY') {
      const kept = this.rounded(scale, Decimal.ROUND_DOWN);
      if (!kept.equals(this.value)) raise('MathException', 'Rounding necessary');
      return new ApexDecimal(kept, scale);
    }
    return new ApexDecimal(this.rounded(scale, ROUNDING[mode]), scale);
  }

  private rounded(scale: number, rounding: Decimal.Rounding): Decimal {
    if (scale >= 0) return this.value.toDecimalPlaces(scale, rounding);
    const unit = new Exact(10).pow(-scale);
    return this.value.div(unit).toDecimalPlaces(0, rounding).mul(unit);
  }

  /** Digits of the unscaled value, as BigDecimal.precision: 1 for zero. */
  precision(): number {
    if (this.value.isZero()) return 1;
    return Math.max(this.value.e + 1 + this.scale, 1);
  }

  stripTrailingZeros(): ApexDecimal {
    if (this.value.isZero()) return new ApexDecimal(new Exact(0), 0);
    return new ApexDecimal(this.value, this.value.precision() - this.value.e - 1);
  }

  compareTo(other: ApexDecimal): number {
    return this.value.comparedTo(other.value);
  }

  /** 32 low bits of the integer part. */
  intValue(): number {
    return Number(BigInt.asIntN(32, this.integerPart()));
  }

  longValue(): bigint {
    return BigInt.asIntN(64, this.integerPart());
  }

  private integerPart(): bigint {
    return BigInt(this.value.trunc().toFixed(0));
  }

  doubleValue(): number {
    return this.value.toNumber();
  }

  toPlainString(): string {
    return this.value.toFixed(Math.max(this.scale, 0));
  }

  /** As BigDecimal.toString: plain, except for exponents below -6 or a negative scale. */
  override toString(): string {
    const exponent = (this.value.isZero() ? 0 : this.value.e + this.scale) - this.scale;
    if (this.scale >= 0 && exponent >= -6) return this.toPlainString();
    const digits = this.value.abs().mul(new Exact(10).pow(this.scale)).toFixed(0);
    const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
    return `${this.value.isNegative() && !this.value.isZero() ? '-' : ''}${mantissa}E${exponent < 0 ? '' : '+'}${exponent}`;
  }
}
