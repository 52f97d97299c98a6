import { tx } from '../org/transaction.js';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  enumConstantOf,
  raise,
  SObject,
  toId,
  toText,
  Types,
  type ApexType,
  type TypeInfo,
  type VariableInfo
} from '../values/index.js';
import type { ObjectInfo } from '../schema/model.js';
import type { RowResult } from '../org/contracts.js';
import { DmlResult, isDmlResult } from './dmlResults.js';
import type { JsonNode } from './jsonTokens.js';

/** JSON to Apex values: without a type (maps, lists, primitives) and with one (Apex Reference, JSON.deserialize). */

const TEXT = Types.primitive('String');
const OBJECT = Types.primitive('Object');
const MAX_INTEGER = 2n ** 31n - 1n;
const MAX_LONG = 2n ** 63n - 1n;

export function readUntyped(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return new ApexMap(
        TEXT,
        OBJECT,
        node.entries.map(([key, value]) => [key, readUntyped(value)] as const)
      );
    case 'array':
      return new ApexList(OBJECT, node.items.map(readUntyped));
    case 'string':
      return node.text;
    case 'int': {
      const value = BigInt(node.text);
      if (value <= MAX_INTEGER && value >= -MAX_INTEGER - 1n) return Number(value);
      return value <= MAX_LONG && value >= -MAX_LONG - 1n ? value : ApexDecimal.parse(node.text);
    }
    case 'float':
      return ApexDecimal.parse(node.text);
    case 'boolean':
      return node.text === 'true';
    default:
      return null;
  }
}

const illegal = (text: string): never => raise('JSONException', `Illegal value for primitive: ${text}`);
const malformed = (expected: string): never => raise('JSONException', `Malformed JSON: Expected ${expected}`);

/** `strict`: attributes that the type does not have are errors. */
export function readTyped(node: JsonNode, type: ApexType, strict = false): unknown {
  if (node.kind === 'null') return null;
  if (type.key === 'object') return readUntyped(node);
  switch (type.kind) {
    case 'primitive':
      return node.kind === 'object' || node.kind === 'array' ? illegal(node.kind === 'object' ? '{' : '[') : readPrimitive(node.text, type);
    case 'list':
      return new ApexList(
        type.arguments[0],
        elements(node).map((item) => readTyped(item, type.arguments[0], strict))
      );
    case 'set':
      return new ApexSet(
        type.arguments[0],
        elements(node).map((item) => readTyped(item, type.arguments[0], strict))
      );
    case 'map':
      return new ApexMap(
        type.arguments[0],
        type.arguments[1],
        entriesOf(node).map(
          ([key, value]) =>
            [readTyped({ kind: 'string', text: key }, type.arguments[0], strict), readTyped(value, type.arguments[1], strict)] as const
        )
      );
    case 'sobject':
      return readRecord(node, type, strict);
    case 'enum':
      return (node.kind === 'string' && enumConstantOf(type, node.text)) || illegal('text' in node ? node.text : node.kind);
    case 'class':
      return readObject(node, type, strict);
    default:
      return raise('JSONException', `Apex Type unsupported in JSON: ${type.name}`);
  }
}

function elements(node: JsonNode): readonly JsonNode[] {
  return node.kind === 'array' ? node.items : malformed("'[' at the beginning of List/Set");
}

function entriesOf(node: JsonNode): readonly (readonly [string, JsonNode])[] {
  return node.kind === 'object' ? node.entries : malformed("'{' at the beginning of object");
}

function readPrimitive(text: string, type: ApexType): unknown {
  switch (type.name) {
    case 'String':
      return text;
    case 'Id':
      return toId(text);
    case 'Boolean':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : illegal(text);
    case 'Integer':
      return Number(integer(text, 32));
    case 'Long':
      return integer(text, 64);
    case 'Double':
      return new ApexDouble((ApexDecimal.tryParse(text) ?? illegal(text)).doubleValue());
    case 'Decimal':
      return ApexDecimal.tryParse(text) ?? illegal(text);
    case 'Blob':
      return new ApexBlob(Buffer.from(text, 'base64'));
    case 'Date':
      return ApexDate.parseIso(text.slice(0, 10)) ?? raise('JSONException', `Invalid format: "${text}"`);
    case 'Datetime':
      return readDatetime(text);
    case 'Time':
      return readTime(text);
    default:
      return raise('JSONException', `Apex Type unsupported in JSON: ${type.name}`);
  }
}

function integer(text: string, bits: number): bigint {
  const decimal = ApexDecimal.tryParse(text);
  if (!decimal || !decimal.value.isInteger()) return illegal(text);
  const value = BigInt(decimal.value.toFixed(0));
  return BigInt.asIntN(bits, value) === value ? value : illegal(text);
}

export function readDatetime(text: string): ApexDatetime {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (!match) return raise('JSONException', `Invalid format: "${text}"`);
  const zone = (match[3] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const millis = Date.parse(`${match[1]}T${match[2] ?? '00:00'}${zone}`);
  return Number.isNaN(millis) ? raise('JSONException', `Invalid format: "${text}"`) : new ApexDatetime(millis);
}

export function readTime(text: string): ApexTime {
  const match = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?Z?$/.exec(text);
  if (!match) return raise('JSONException', `Invalid format: "${text}"`);
  return ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3] ?? 0), Number((match[4] ?? '0').padEnd(3, '0')));
}

/** Constructors and initializers do not run (salesforce.stackexchange.com/questions/337877). */
function readObject(node: JsonNode, type: ApexType, strict: boolean): unknown {
  const entries = entriesOf(node);
  const info = type.info;
  if (isDmlResult(type.name)) return new DmlResult(type.name, readDmlResult(entries));
  if (!info || info.builtin) return raise('JSONException', `Apex Type unsupported in JSON: ${type.name}`);
  const target = tx().org.program.allocate(type) as Record<string, unknown>;
  if (target instanceof ApexException) raise('JSONException', `Apex Type unsupported in JSON: ${type.name}`);
  for (const [key, value] of entries) {
    const variable = variableNamed(info, key);
    if (variable) target[variable.jsName] = readTyped(value, variable.type, strict);
    else if (strict) raise('JSONException', `No such field: ${key}`);
  }
  return target;
}

/** How public tests make results that they can't provoke, `(Database.SaveResult) JSON.deserialize('{"success":false,…}', …)`: undocumented. */
function readDmlResult(entries: readonly (readonly [string, JsonNode])[]): RowResult {
  const values = new Map(entries.map(([key, value]) => [key, readUntyped(value)]));
  const errors = (values.get('errors') as ApexList<ApexMap<string, unknown>> | null | undefined) ?? [];
  const id = values.get('id') as string | null | undefined;
  return {
    id: id ? toId(id) : null,
    success: values.get('success') === true,
    created: values.get('created') === true,
    errors: [...errors].map((error) => ({
      code: String(error.get('statusCode')),
      message: toText(error.get('message')),
      fields: [...((error.get('fields') as ApexList<string> | null) ?? [])]
    }))
  };
}

function variableNamed(info: TypeInfo, name: string): VariableInfo | undefined {
  for (let owner: TypeInfo | null = info; owner; owner = owner.superclass?.info ?? null) {
    const found = owner.variables.find((variable) => !variable.isStatic && variable.name.toLowerCase() === name.toLowerCase());
    if (found) return found;
  }
  return undefined;
}

function readRecord(node: JsonNode, type: ApexType, strict: boolean): SObject {
  const entries = entriesOf(node);
  const attributes = entries.find(([key]) => key === 'attributes')?.[1];
  const stated = attributes?.kind === 'object' ? attributes.entries.find(([key]) => key === 'type')?.[1] : undefined;
  const name =
    type.key === 'sobject' ? (stated?.kind === 'string' ? stated.text : malformed('attributes with the type of the SObject')) : type.name;
  const info = tx().org.schema.object(name) ?? raise('JSONException', `Unknown SObject type: ${name}`);
  const record = new SObject(info);
  for (const [key, value] of entries) if (key !== 'attributes') readField(record, info, key, value, strict);
  return record;
}

function readField(record: SObject, info: ObjectInfo, key: string, value: JsonNode, strict: boolean): void {
  const field = info.field(key);
  if (field) {
    const typed =
      field.apexType === 'Address' || field.apexType === 'Location'
        ? readUntyped(value)
        : readTyped(value, Types.primitive(field.apexType), strict);
    record.values.set(field.name, typed);
    return;
  }
  const reference = info.relationship(key);
  if (reference?.relationshipName) {
    const target = reference.referenceTo.length === 1 ? reference.referenceTo[0] : 'SObject';
    record.values.set(reference.relationshipName, value.kind === 'null' ? null : readTyped(value, Types.sobject(target), strict));
    return;
  }
  const child = info.child(key);
  if (!child?.name) return raise('JSONException', `No such column '${key}' on sobject of type ${info.name}`);
  const rows = value.kind === 'object' ? value.entries.find(([name]) => name === 'records')?.[1] : value;
  record.values.set(child.name, readTyped(rows ?? { kind: 'array', items: [] }, Types.list(Types.sobject(child.childObject)), strict));
}
