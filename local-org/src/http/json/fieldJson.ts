import type { FieldInfo } from '../../schema/index.js';
import { ApexDate, ApexDatetime, plainValue, SObject, toText } from '../../values/index.js';

/** How an API writes date-times: the UI API `…000Z`, the REST API `…000+0000`. */
export type DatetimeStyle = 'ui' | 'rest';

/** The value of a field in JSON. */
export function toJson(value: unknown, style: DatetimeStyle = 'ui'): unknown {
  return value instanceof ApexDatetime && style === 'rest' ? value.toIso().replace(/Z$/, '+0000') : plainValue(value);
}

const DATE = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });

/** `displayValue` of the UI API: what Lightning shows for the value; null where that is the value itself. */
export function displayText(field: FieldInfo, value: unknown, timeZone = 'UTC'): string | null {
  if (value === null || value === undefined || value instanceof SObject) return null;
  switch (field.type) {
    case 'picklist':
    case 'combobox':
      return field.picklist?.find((option) => option.value === value)?.label ?? toText(value);
    case 'multipicklist':
      return toText(value)
        .split(';')
        .map((part) => field.picklist?.find((option) => option.value === part)?.label ?? part)
        .join(';');
    case 'int':
    case 'long':
    case 'double':
      return number(value, field.scale, {});
    case 'currency':
      return number(value, field.scale, { style: 'currency', currency: 'USD' });
    case 'percent':
      return `${number(value, field.scale, {})}%`;
    case 'date':
      return value instanceof ApexDate ? DATE.format(new Date(value.days * 86_400_000)) : null;
    case 'datetime':
      return value instanceof ApexDatetime
        ? new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(value.millis))
        : null;
    default:
      return null;
  }
}

function number(value: unknown, scale: number, format: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat('en-US', { ...format, minimumFractionDigits: scale, maximumFractionDigits: scale }).format(
    Number(toJson(value))
  );
}
