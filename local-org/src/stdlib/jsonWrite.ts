import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexEnum,
  ApexException,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  ApexTime,
  raise,
  SObject,
  toText,
  typeOf,
  type TypeInfo
} from '../values/index.js';
import { API_VERSION } from './apiVersion.js';
import { SObjectFieldToken } from './schemaTokens.js';

/** Apex values to JSON (Apex Reference, JSON.serialize): SObjects carry `attributes`, instances of classes their variables, save transient and static ones. */
export interface WriteOptions {
  readonly pretty: boolean;
  /** Leaves out null variables of class instances. */
  readonly suppressNulls: boolean;
}

export function writeJson(value: unknown, options: WriteOptions): string {
  return new Writer(options).write(value, 0);
}

const CONTROL: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '"': '\\"',
  '\\': '\\\\'
};

export function quoteJson(text: string): string {
  return `"${text.replace(/["\\\u0000-\u001f]/g, (char) => CONTROL[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)}"`;
}

class Writer {
  private readonly path: object[] = [];

  constructor(private readonly options: WriteOptions) {}

  write(value: unknown, depth: number): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return quoteJson(value);
    if (typeof value !== 'object') return (value as number | bigint | boolean).toString();
    const scalar = scalarText(value);
    if (scalar !== null) return scalar;
    if (this.path.includes(value)) raise('JSONException', 'Direct self-reference leading to cycle');
    this.path.push(value);
    const text = this.structure(value, depth);
    this.path.pop();
    return text;
  }

  private structure(value: object, depth: number): string {
    if (value instanceof ApexList || value instanceof ApexSet) return this.array([...value], depth);
    if (value instanceof ApexMap)
      return this.object(
        [...value.entries()].map(([key, item]) => [keyText(key), item]),
        depth
      );
    if (value instanceof SObject) return this.record(value, depth);
    const info = value instanceof ApexObject && !(value instanceof ApexException) ? value.apexType.info : null;
    if (!info || info.builtin) return raise('JSONException', `Apex Type unsupported in JSON: ${typeOf(value).name}`);
    const members = variablesOf(value as ApexObject, info);
    return this.object(this.options.suppressNulls ? members.filter(([, item]) => item !== null) : members, depth);
  }

  private record(record: SObject, depth: number): string {
    const url =
      record.id === null ? [] : [['url', `/services/data/v${API_VERSION}/sobjects/${record.typeName}/${record.id}`] as [string, unknown]];
    const members: [string, unknown][] = [['attributes', new Raw([['type', record.typeName], ...url])]];
    for (const [name, value] of record.values) {
      if (value === null && record.queried) continue;
      if (value instanceof ApexList)
        members.push([
          name,
          new Raw([
            ['totalSize', value.size],
            ['done', true],
            ['records', value]
          ])
        ]);
      // Record fields have the API's form of a moment, Apex variables Java's.
      else members.push([name, value instanceof ApexDatetime ? value.toIso().replace('Z', '+0000') : value]);
    }
    return this.object(members, depth);
  }

  private array(items: readonly unknown[], depth: number): string {
    // Jackson's pretty printer keeps arrays on one line: `[ 1, 2 ]`.
    const texts = items.map((item) => this.write(item, depth));
    if (!this.options.pretty) return `[${texts.join(',')}]`;
    return texts.length === 0 ? '[ ]' : `[ ${texts.join(', ')} ]`;
  }

  private object(members: readonly (readonly [string, unknown])[], depth: number): string {
    const texts = members.map(([name, item]) => {
      const text = item instanceof Raw ? this.object(item.members, depth + 1) : this.write(item, depth + 1);
      return this.options.pretty ? `${'  '.repeat(depth + 1)}${quoteJson(name)} : ${text}` : `${quoteJson(name)}:${text}`;
    });
    if (!this.options.pretty) return `{${texts.join(',')}}`;
    return texts.length === 0 ? '{ }' : `{\n${texts.join(',\n')}\n${'  '.repeat(depth)}}`;
  }
}

/** An object that only JSON has: `attributes`, the wrapper of child records. */
class Raw {
  constructor(readonly members: readonly (readonly [string, unknown])[]) {}
}

function scalarText(value: object): string | null {
  if (value instanceof ApexDecimal) return value.toPlainString();
  if (value instanceof ApexDouble)
    return Number.isFinite(value.value) ? value.toString() : raise('JSONException', `Apex Type unsupported in JSON: ${value.toString()}`);
  if (value instanceof ApexDate || value instanceof ApexTime) return quoteJson(value.toString());
  if (value instanceof ApexDatetime) return quoteJson(value.toIso());
  if (value instanceof ApexBlob) return quoteJson(Buffer.from(value.bytes).toString('base64'));
  if (value instanceof ApexEnum) return quoteJson(value.name);
  return null;
}

function keyText(key: unknown): string {
  if (key === null) return raise('JSONException', 'Null key for a Map not allowed in JSON');
  if (key instanceof ApexDate) return key.toIso();
  if (key instanceof ApexDatetime) return key.toIso();
  // A field's token is refused as a value, but as a key it is the field's name (fflib-apex-mocks relies on both).
  if (key instanceof SObjectFieldToken) return key.field.name;
  if (typeof key === 'object' && !(key instanceof ApexEnum) && scalarText(key) === null)
    raise('JSONException', `Apex Type unsupported as a Map key in JSON: ${typeOf(key).name}`);
  return toText(key);
}

function variablesOf(value: ApexObject, info: TypeInfo): [string, unknown][] {
  const members: [string, unknown][] = [];
  const seen = new Set<string>();
  for (let owner: TypeInfo | null = info; owner; owner = owner.superclass?.info ?? null) {
    for (const variable of owner.variables) {
      const key = variable.name.toLowerCase();
      if (variable.isStatic || variable.modifiers.has('transient') || seen.has(key)) continue;
      seen.add(key);
      members.push([variable.name, (value as unknown as Record<string, unknown>)[variable.jsName] ?? null]);
    }
  }
  return members;
}
