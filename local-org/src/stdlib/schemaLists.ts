import { ApexList, ApexMap, builtinType, Types, type ApexType } from '../values/index.js';

/** A list of built-in objects: `List<Schema.PicklistEntry>`. */
export function listOf(typeName: string, items: unknown[]): ApexList {
  return new ApexList(builtinType(typeName), items);
}

/**
 * The maps that describes answer are keyed by lower-cased names and find a name in any case (Apex Developer Guide, "Schema Namespace":
 * describe maps are not case-sensitive).
 */
export class DescribeMap<V> extends ApexMap<string, V> {
  constructor(valueType: ApexType | string, entries: Iterable<readonly [string, V]>) {
    super(Types.primitive('String'), typeof valueType === 'string' ? builtinType(valueType) : valueType, lowered(entries));
  }

  override get(key: unknown): V | null {
    return super.get(lower(key));
  }

  override has(key: unknown): boolean {
    return super.has(lower(key));
  }

  override set(key: string, value: V): V | null {
    return super.set(lower(key) as string, value);
  }

  override delete(key: unknown): V | null {
    return super.delete(lower(key));
  }
}

function lower(key: unknown): unknown {
  return typeof key === 'string' ? key.toLowerCase() : key;
}

function* lowered<V>(entries: Iterable<readonly [string, V]>): Iterable<readonly [string, V]> {
  for (const [name, value] of entries) yield [name.toLowerCase(), value];
}
