import { ApexObject } from './object.js';
import { Types, type ApexType } from './apexType.js';

const DAY = 86_400_000;

/** A time of day without a zone. */
export class ApexTime extends ApexObject {
  readonly millis: number;

  constructor(millisOfDay: number) {
    super();
    this.millis = ((millisOfDay % DAY) + DAY) % DAY;
  }

  get apexType(): ApexType {
    return Types.primitive('Time');
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  get hour(): number {
    return Math.floor(this.millis / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.millis / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.millis / 1000) % 60;
  }

  get millisecond(): number {
    return this.millis % 1000;
  }

  /** `10:20:30.000Z`. */
  override toString(): string {
    return new Date(this.millis).toISOString().slice(11);
  }
}
