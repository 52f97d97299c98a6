import { ApexObject } from './object.js';
import { Types, type ApexType } from './apexType.js';

const DAY = 86_400_000;
const ISO = /^(-?\d{1,6})-(\d{1,2})-(\d{1,2})$/;

/** A day without a time or zone. */
export class ApexDate extends ApexObject {
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(
    /** Days since 1970-01-01. */
    readonly days: number
  ) {
    super();
    const date = new Date(days * DAY);
    this.year = date.getUTCFullYear();
    this.month = date.getUTCMonth() + 1;
    this.day = date.getUTCDate();
  }

  get apexType(): ApexType {
    return Types.primitive('Date');
  }

  /** Months and days out of range roll over, as Date.newInstance does. */
  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(epochDays(year, month, day));
  }

  /** null when the text is no `YYYY-MM-DD` or no such day exists. */
  static parseIso(text: string): ApexDate | null {
    const match = ISO.exec(text);
    if (!match) return null;
    const date = ApexDate.of(Number(match[1]), Number(match[2]), Number(match[3]));
    return date.month === Number(match[2]) && date.day === Number(match[3]) ? date : null;
  }

  addDays(count: number): ApexDate {
    return new ApexDate(this.days + count);
  }

  /** Keeps the day of the month where it exists, else takes the month's last day. */
  addMonths(count: number): ApexDate {
    const first = ApexDate.of(this.year, this.month + count, 1);
    return ApexDate.of(first.year, first.month, Math.min(this.day, daysInMonth(first.year, first.month)));
  }

  toIso(): string {
    return `${String(this.year).padStart(4, '0')}-${String(this.month).padStart(2, '0')}-${String(this.day).padStart(2, '0')}`;
  }

  override toString(): string {
    return this.toIso();
  }
}

export function daysInMonth(year: number, month: number): number {
  return epochDays(year, month + 1, 1) - epochDays(year, month, 1);
}

function epochDays(year: number, month: number, day: number): number {
  // Date.UTC takes years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.floor(date.getTime() / DAY);
}
