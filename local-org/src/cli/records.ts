import { ApexDate, ApexDatetime, ApexList, plainValue, SObject, toText } from '../values/index.js';

/** A record as REST's query answers it, without `attributes`. */
export function toJson(value: unknown): unknown {
  if (value instanceof SObject) {
    return Object.fromEntries([...value.values].map(([name, each]) => [name, toJson(each)]));
  }
  return value instanceof ApexList ? value.items.map(toJson) : plainValue(value);
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
