import type { FieldInfo } from '../schema/model.js';
import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexTime } from '../values/index.js';
import type { SqlValue } from '../org/contracts.js';

/**
 * The stored form of a field's Apex value. Datetime fields keep whole seconds, as the platform's do (a Datetime that is saved and queried
 * again has lost its milliseconds); Decimals are kept as SQLite reals.
 */
export function toSql(field: FieldInfo, value: unknown): SqlValue {
  if (value instanceof ApexDatetime && field.apexType === 'Datetime') return Math.floor(value.millis / 1000) * 1000;
  return plainSql(value);
}

/** The SQL form of a value by its own type: what a bind compares with a column. */
export function plainSql(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
  }
  if (value instanceof ApexDecimal) return value.value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return value.millis;
  if (value instanceof ApexTime) return value.millis;
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  throw new Error(`A value of type ${Object.prototype.toString.call(value)} can't be stored.`);
}

/** The Apex value of a stored one. A number field with a declared scale answers Decimals of that scale (100 in Number(16, 2) reads 100.00). */
export function fromSql(field: FieldInfo, value: SqlValue): unknown {
  return decoder(field)(value);
}

const decoders = new WeakMap<FieldInfo, (value: SqlValue) => unknown>();

/** The conversion of `fromSql` for one field, to be kept by whoever reads many rows. */
export function decoder(field: FieldInfo): (value: SqlValue) => unknown {
  let found = decoders.get(field);
  if (!found) decoders.set(field, (found = makeDecoder(field)));
  return found;
}

function makeDecoder(field: FieldInfo): (value: SqlValue) => unknown {
  const decode = presentDecoder(field);
  return (value) => (value === null || value === undefined ? null : decode(value));
}

type Present = Exclude<SqlValue, null>;

function presentDecoder(field: FieldInfo): (value: Present) => unknown {
  switch (field.apexType) {
    case 'Boolean':
      return (value) => Number(value) !== 0;
    case 'Integer':
      return (value) => Number(value) | 0;
    case 'Long':
      return (value) => BigInt.asIntN(64, BigInt(value as number | bigint));
    case 'Double':
      return (value) => new ApexDouble(Number(value));
    case 'Decimal':
      return field.precision > 0
        ? (value) => ApexDecimal.parse(Number(value).toFixed(field.scale))
        : (value) => ApexDecimal.of(Number(value));
    case 'Date':
      return (value) => ApexDate.parseIso(String(value));
    case 'Datetime':
      return (value) => new ApexDatetime(Number(value));
    case 'Time':
      return (value) => new ApexTime(Number(value));
    case 'Blob':
      return (value) => new ApexBlob(new Uint8Array(Buffer.from(String(value), 'base64')));
    default:
      return (value) => value;
  }
}
