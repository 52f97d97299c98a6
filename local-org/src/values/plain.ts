import { ApexBlob } from './blob.js';
import { ApexDate } from './date.js';
import { ApexDatetime } from './datetime.js';
import { ApexDecimal } from './decimal.js';
import { ApexDouble } from './double.js';
import { ApexTime } from './time.js';

/** A single Apex value as JSON's own: all numbers are numbers, moments ISO text in UTC, binary base64. Anything else is returned as it is. */
export function plainValue(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDecimal) return value.value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toIso();
  if (value instanceof ApexTime) return value.toString();
  return value instanceof ApexBlob ? Buffer.from(value.bytes).toString('base64') : value;
}
