import { ApexObject } from './object.js';
import { Types, type ApexType } from './apexType.js';

/** A 64-bit floating point number; boxed so that `1.0` and the Integer `1` stay apart. */
export class ApexDouble extends ApexObject {
  constructor(readonly value: number) {
    super();
  }

  get apexType(): ApexType {
    return Types.primitive('Double');
  }

  /** As Java's Double.toString: `1.0`, `1.0E7`, `1.5E-5`. */
  override toString(): string {
    return doubleText(this.value);
  }
}

/** Java's Double.toString. */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e7) {
    const text = String(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  const [mantissa, exponent] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}
