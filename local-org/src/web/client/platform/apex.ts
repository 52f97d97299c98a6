import { call } from '../runtime/http.js';
import { cached, readThrough, refreshValue, remember, wireAdapter, type Read } from '../runtime/wire.js';

type Parameters = Record<string, unknown>;

/** Client-side age of a cacheable method's answer. The platform's is not documented; components refresh with refreshApex. */
const MAX_AGE = 5 * 60_000;

/**
 * `@salesforce/apex/Class.method`: callable, and an adapter for @wire. Only cacheable methods can be wired; the server decides which are,
 * and says so with its answer, so that imperative calls of cacheable methods use the cache as they do on the platform.
 */
export function apexMethod(className: string, method: string): ((parameters?: Parameters) => Promise<unknown>) & { adapter: unknown } {
  const url = `/apex/${encodeURIComponent(className)}/${encodeURIComponent(method)}`;
  const toRead = (parameters: Parameters): Read => ({
    key: `${url} ${JSON.stringify(parameters, sortedKeys)}`,
    load: async () => (await call('POST', `${url}?wire=1`, parameters)).body,
    records: [],
    maxAge: MAX_AGE
  });

  const invoke = async (parameters: Parameters = {}): Promise<unknown> => {
    const read = toRead(parameters);
    const known = cached(read.key);
    if (known) return known.data;
    const answer = await call('POST', url, parameters);
    if (answer.headers.get('x-apex-cacheable') === 'true') {
      remember(read, answer.body);
      return readThrough(read);
    }
    return answer.body;
  };

  const adapter = wireAdapter<Parameters>((config) => (Object.values(config).some((value) => value === undefined) ? null : toRead(config)));
  return Object.assign(invoke, { adapter });
}

/** JSON.stringify replacer that makes the order of keys irrelevant. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `refreshApex` of `@salesforce/apex`. */
export function refreshApex(value: unknown): Promise<void> {
  return refreshValue(value);
}

/** `getSObjectValue` of `@salesforce/apex`: reads a field, also of a parent, of a record that Apex answered. */
export function getSObjectValue(record: Record<string, unknown>, field: string | { fieldApiName: string }): unknown {
  const path = (typeof field === 'string' ? field.split('.').slice(1).join('.') : field.fieldApiName).split('.');
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);
}
