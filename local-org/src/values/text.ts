import { ApexEnum, ApexObject } from './object.js';
import { SObject } from './sobject.js';
import type { TypeInfo } from './apexType.js';
import { ApexBlob } from './blob.js';
import { ApexDate } from './date.js';
import { ApexDatetime } from './datetime.js';
import { ApexDecimal } from './decimal.js';
import { ApexDouble } from './double.js';
import { ApexException } from './exception.js';
import { ApexList } from './list.js';
import { ApexMap } from './map.js';
import { ApexSet } from './set.js';
import { ApexTime } from './time.js';

interface WithToString {
  toString$0(): string | null;
}

function hasToString(value: object): value is WithToString {
  return 'toString$0' in value;
}

/** What the debug log prints for an object inside itself. */
const REPEATED = '(already output)';

/**
 * The text of a value as concatenation, System.debug and String.valueOf(Object) give it: `null`, `(a, b)`, `{k=v}`,
 * `Account:{Name=Acme, Id=…}`, `Foo:[a=1]`, dates with a time (`2008-05-05 00:00:00`), datetimes in GMT.
 */
export function toText(value: unknown): string {
  return typeof value === 'string' ? value : render(value, []);
}

function render(value: unknown, path: readonly object[]): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return (value as string | number | bigint | boolean).toString();
  if (path.includes(value)) return REPEATED;
  const inner = [...path, value];
  const item = (part: unknown): string => render(part, inner);
  if (value instanceof ApexDate) return `${value.toIso()} 00:00:00`;
  if (isScalar(value)) return value.toString();
  if (value instanceof ApexEnum) return value.name;
  if (value instanceof ApexList) return `(${value.items.map(item).join(', ')})`;
  if (value instanceof ApexSet) return `{${[...value.values()].map(item).join(', ')}}`;
  if (value instanceof ApexMap) return `{${[...value.entries()].map(([key, part]) => `${item(key)}=${item(part)}`).join(', ')}}`;
  if (value instanceof SObject) return `${value.typeName}:{${[...value.values].map(([name, part]) => `${name}=${item(part)}`).join(', ')}}`;
  if (hasToString(value)) return value.toString$0() ?? 'null';
  if (value instanceof ApexException) return value.toString();
  if (value instanceof ApexObject) return objectText(value, item);
  return (value as { toString(): string }).toString();
}

function isScalar(value: object): value is ApexDatetime | ApexDecimal | ApexDouble | ApexTime | ApexBlob {
  return (
    value instanceof ApexDatetime ||
    value instanceof ApexDecimal ||
    value instanceof ApexDouble ||
    value instanceof ApexTime ||
    value instanceof ApexBlob
  );
}

/** `Foo:[a=1, b=null]`: instance variables that hold a value of their own, in the order of declaration, superclass last. */
function objectText(value: ApexObject, item: (part: unknown) => string): string {
  const parts: string[] = [];
  for (let info: TypeInfo | null = value.apexType.info; info; info = info.superclass?.info ?? null) {
    for (const variable of info.variables) {
      if (!variable.isStatic && Object.hasOwn(value, variable.jsName)) {
        parts.push(`${variable.name}=${item((value as unknown as Record<string, unknown>)[variable.jsName])}`);
      }
    }
  }
  return `${value.apexType.name.split('.').at(-1)}:[${parts.join(', ')}]`;
}
