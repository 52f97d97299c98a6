import { ApexBlob } from './blob.js';
import { ApexDate } from './date.js';
import { ApexDatetime } from './datetime.js';
import { ApexDecimal } from './decimal.js';
import { ApexDouble } from './double.js';
import { toId } from './id.js';
import { SObject } from './sobject.js';
import { ApexTime } from './time.js';
import type { FieldInfo, ObjectInfo } from '../schema/model.js';

/** A value of a record in JSON that does not fit its field. */
export class RecordJsonError extends Error {
  readonly code = 'JSON_PARSER_ERROR';

  constructor(
    message: string,
    readonly field: string
  ) {
    super(message);
  }
}

/** A record as REST and tree files write it (dates as ISO text, numbers, booleans) with values of the fields' own types. */
export function recordFromJson(info: ObjectInfo, json: Readonly<Record<string, unknown>>): SObject {
  const record = new SObject(info);
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes') continue;
    const field = info.field(name);
    if (!field) throw new RecordJsonError(`No such column '${name}' on sobject of type ${info.name}`, name);
    record.values.set(field.name, valueFromJson(info, field, value));
  }
  return record;
}

export function valueFromJson(info: ObjectInfo, field: FieldInfo, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  try {
    return parse(field, value);
  } catch {
    throw new RecordJsonError(`Cannot deserialize ${JSON.stringify(value)} as ${field.type} for ${info.name}.${field.name}`, field.name);
  }
}

function parse(field: FieldInfo, value: unknown): unknown {
  switch (field.apexType) {
    case 'Id':
      return toId(String(value));
    case 'Boolean':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      throw new TypeError('not a boolean');
    case 'Integer':
      return finite(value) | 0;
    case 'Long':
      return BigInt(finite(value));
    case 'Double':
      return new ApexDouble(finite(value));
    case 'Decimal':
      return ApexDecimal.of(finite(value));
    case 'Date':
      return notNull(ApexDate.parseIso(String(value).slice(0, 10)));
    case 'Datetime':
      return new ApexDatetime(finite(Date.parse(String(value))));
    case 'Time':
      return new ApexTime(finite(Date.parse(`1970-01-01T${String(value).replace(/Z?$/, 'Z')}`)));
    case 'Blob':
      return new ApexBlob(Buffer.from(String(value), 'base64'));
    default:
      if (typeof value === 'object') throw new TypeError('not text');
      return (value as string | number | boolean).toString();
  }
}

function notNull<T>(value: T | null): T {
  if (value === null) throw new TypeError('no value');
  return value;
}

function finite(value: unknown): number {
  const number = typeof value === 'number' ? value : Number(String(value).trim() || NaN);
  if (!Number.isFinite(number)) throw new TypeError('not a number');
  return number;
}
