import { tx } from '../org/transaction.js';
import { ApexDouble, ApexSet, argument, BuiltinObject, raise, Types, type TypeToken } from '../values/index.js';
import { builtin, type Implementation } from './declare.js';

/**
 * Apex Reference, "Cache Namespace". The platform may evict a value at any time, so a cache that lives for one transaction keeps its promise.
 */

interface CacheBuilder {
  doLoad$1(key: string): unknown;
}

class Partition extends BuiltinObject {
  readonly values = new Map<string, unknown>();

  constructor(
    type: string,
    readonly partitionName: string
  ) {
    super(type);
  }
}

const DEFAULT_PARTITION = 'local.default';

function partition(type: string, name: string): Partition {
  const { scratch } = tx();
  const key = `cache:${type}:${name.toLowerCase()}`;
  const known = scratch.get(key) as Partition | undefined;
  if (known) return known;
  const made = new Partition(type, name);
  scratch.set(key, made);
  return made;
}

/** Keys are letters and digits, or `namespace.partition.key`. */
function checked(key: string | null): string {
  const text = argument(key);
  if (!/^(?:\w+\.\w+\.)?[a-zA-Z0-9]{1,50}$/.test(text))
    raise('Cache.InvalidParamException', `Invalid key: ${text}. Only alphanumeric characters are allowed`);
  return text;
}

/** The methods of a partition object, or (with the default partition) the static ones of Cache.Org and Cache.Session. */
function members(type: string, isStatic: boolean): Record<string, Implementation> {
  const bind = (work: (target: Partition, ...args: never[]) => unknown): Implementation =>
    isStatic ? (...args: never[]) => work(partition(type, DEFAULT_PARTITION), ...args) : work;
  const prefix = isStatic ? 'static ' : '';
  const put = bind((target, key: string | null, value: unknown) => void target.values.set(checked(key), argument(value)));
  return {
    [`${prefix}Boolean contains(String key)`]: bind((target, key: string | null) => target.values.has(checked(key))),
    [`${prefix}Object get(String key)`]: bind((target, key: string | null) => target.values.get(checked(key)) ?? null),
    [`${prefix}Object get(Type cacheBuilder, String key)`]: bind((target, builder: TypeToken, key: string | null) => {
      const name = `${builder.name}:${checked(key)}`;
      if (!target.values.has(name)) target.values.set(name, (tx().org.program.instantiate(builder.type) as CacheBuilder).doLoad$1(key!));
      return target.values.get(name) ?? null;
    }),
    [`${prefix}Set<String> getKeys()`]: bind((target) => new ApexSet(Types.primitive('String'), target.values.keys())),
    [`${prefix}void put(String key, Object value)`]: put,
    [`${prefix}void put(String key, Object value, Integer ttlSecs)`]: put,
    [`${prefix}void put(String key, Object value, Cache.Visibility visibility)`]: put,
    [`${prefix}void put(String key, Object value, Integer ttlSecs, Cache.Visibility visibility, Boolean immutable)`]: put,
    [`${prefix}Boolean remove(String key)`]: bind((target, key: string | null) => target.values.delete(checked(key))),
    [`${prefix}Boolean remove(Type cacheBuilder, String key)`]: bind((target, builder: TypeToken, key: string | null) =>
      target.values.delete(`${builder.name}:${checked(key)}`)
    ),
    [`${prefix}Long getNumKeys()`]: bind((target) => BigInt(target.values.size)),
    // The share of the space in use, in percent: there is no end to the space.
    [`${prefix}Double getCapacity()`]: bind(() => new ApexDouble(0)),
    [`${prefix}Boolean isAvailable()`]: bind(() => true)
  };
}

export const declarations = [
  builtin('virtual class Cache.Partition', members('Cache.Partition', false)),
  builtin('class Cache.OrgPartition extends Cache.Partition', {}),
  builtin('class Cache.SessionPartition extends Cache.Partition', {}),
  builtin('class Cache.Org', {
    ...members('Cache.OrgPartition', true),
    'static Cache.OrgPartition getPartition(String partitionName)': (name: string | null) => partition('Cache.OrgPartition', argument(name))
  }),
  builtin('class Cache.Session', {
    ...members('Cache.SessionPartition', true),
    'static Cache.SessionPartition getPartition(String partitionName)': (name: string | null) =>
      partition('Cache.SessionPartition', argument(name))
  }),
  builtin('interface Cache.CacheBuilder', { 'Object doLoad(String var)': null }),
  builtin('enum Cache.Visibility', {}, ['ALL', 'NAMESPACE'])
];
