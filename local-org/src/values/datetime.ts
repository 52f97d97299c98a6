import { ApexObject } from './object.js';
import { Types, type ApexType } from './apexType.js';
import { ApexDate } from './date.js';

const DAY = 86_400_000;

/** A moment, in milliseconds since the epoch. */
export class ApexDatetime extends ApexObject {
  constructor(readonly millis: number) {
    super();
  }

  get apexType(): ApexType {
    return Types.primitive('Datetime');
  }

  static ofDate(date: ApexDate): ApexDatetime {
    return new ApexDatetime(date.days * DAY);
  }

  /** The day in GMT. */
  dateGmt(): ApexDate {
    return new ApexDate(Math.floor(this.millis / DAY));
  }

  /** `2008-05-05T10:20:30.000Z`. */
  toIso(): string {
    return new Date(this.millis).toISOString();
  }

  /** `2008-05-05 10:20:30` in GMT: what concatenation and the debug log show. */
  override toString(): string {
    return this.toIso().slice(0, -5).replace('T', ' ');
  }
}
