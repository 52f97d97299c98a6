import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexTime, toText } from '../values/index.js';
import type { Column } from './columns.js';

/** A value of a report: as JSON has it, and as it is shown. */
export interface Cell {
  readonly value: unknown;
  readonly label: string;
}

export const NOTHING: Cell = { value: null, label: '-' };

const DATE = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });

/** A field's value; of a reference or a record's name the value is the record's id, and the name is shown (Reports REST API, "Report Results"). */
export function cellOf(column: Column, value: unknown, id: string | null, timeZone: string): Cell {
  if (id !== null && column.idPath !== null) return { value: id, label: value === null ? id : toText(value) };
  if (value === null || value === undefined) return NOTHING;
  if (value instanceof ApexDate) return { value: value.toIso(), label: DATE.format(new Date(value.days * 86_400_000)) };
  if (value instanceof ApexDatetime) return { value: value.toIso(), label: momentText(value.millis, timeZone) };
  if (value instanceof ApexTime) return { value: value.toString(), label: value.toString() };
  if (typeof value === 'boolean') return { value, label: String(value) };
  const number = numberOf(value);
  if (number !== null) return { value: number, label: numberText(number, column.type, column.field.scale) };
  const text = toText(value);
  return { value: text, label: column.field.picklist?.find((option) => option.value === text)?.label ?? text };
}

export function momentText(millis: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit'
  }).format(new Date(millis));
}

export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDouble) return value.value;
  return value instanceof ApexDecimal ? value.value.toNumber() : null;
}

/** Percentages are stored as they are shown: 12.5 is 12.5%. */
export function numberText(value: number, type: string, scale: number): string {
  const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
  const currency = type === 'currency' ? ({ style: 'currency', currency: 'USD' } as const) : {};
  const text = new Intl.NumberFormat('en-US', { ...digits, ...currency }).format(value);
  return type === 'percent' ? `${text}%` : text;
}
