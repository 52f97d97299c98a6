import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexList, ApexTime, SObject, toText } from '../values/index.js';

/** A record as REST's query answers it, without `attributes`. */
export function toJson(value: unknown): unknown {
  if (value instanceof SObject) {
    return Object.fromEntries([...value.values].map(([name, each]) => [name, toJson(each)]));
  }
  if (value instanceof ApexList) return value.items.map(toJson);
  if (value instanceof ApexDecimal) return value.value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toIso();
  if (value instanceof ApexTime) return value.toString();
  return typeof value === 'bigint' ? Number(value) : value;
}

/** A record as columns: parents as `Campaign.Name`, child records as their number. */
export function flatten(record: unknown, prefix = ''): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const [name, value] of (record as SObject).values) {
    if (value instanceof SObject) Object.assign(columns, flatten(value, `${prefix}${name}.`));
    else if (value instanceof ApexList) columns[prefix + name] = `${value.items.length} records`;
    else columns[prefix + name] = value === null ? '' : text(value);
  }
  return columns;
}

function text(value: unknown): string {
  return value instanceof ApexDate || value instanceof ApexDatetime ? value.toIso() : toText(value);
}
