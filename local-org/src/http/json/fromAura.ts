import type { Org } from '../../org/contracts.js';
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  enumConstantOf,
  SObject,
  toId,
  type ApexType,
  Types,
  valueFromJson
} from '../../values/index.js';
import { auraMembers } from './toAura.js';

/** A parameter that does not fit its declared type. */
export class ParameterError extends Error {}

type Json = unknown;

/** A value that JavaScript passed, as the declared Apex type. Absent and null are null. */
export function fromAura(org: Org, json: Json, type: ApexType): unknown {
  if (json === null || json === undefined) return null;
  switch (type.kind) {
    case 'list':
      return new ApexList(
        type.arguments[0],
        array(json).map((item) => fromAura(org, item, type.arguments[0]))
      );
    case 'set': {
      const set = new ApexSet(type.arguments[0]);
      for (const item of array(json)) set.add(fromAura(org, item, type.arguments[0]));
      return set;
    }
    case 'map': {
      const map = new ApexMap(type.arguments[0], type.arguments[1]);
      for (const [key, item] of Object.entries(object(json)))
        map.set(fromAura(org, key, type.arguments[0]), fromAura(org, item, type.arguments[1]));
      return map;
    }
    case 'sobject':
      return record(org, object(json), type);
    case 'enum':
      return enumConstant(json, type);
    case 'class':
    case 'interface':
      return instance(org, object(json), type);
    default:
      return primitive(json, type.name);
  }
}

function array(json: Json): readonly Json[] {
  if (!Array.isArray(json)) throw new ParameterError();
  return json;
}

function object(json: Json): Readonly<Record<string, Json>> {
  if (typeof json !== 'object' || Array.isArray(json)) throw new ParameterError();
  return json as Record<string, Json>;
}

function primitive(json: Json, type: string): unknown {
  switch (type) {
    case 'Boolean':
      if (typeof json === 'boolean') return json;
      if (json === 'true' || json === 'false') return json === 'true';
      throw new ParameterError();
    case 'Integer': {
      const number = numeric(json);
      if (!Number.isInteger(number) || number !== (number | 0)) throw new ParameterError();
      return number | 0;
    }
    case 'Long': {
      const number = numeric(json);
      if (!Number.isInteger(number)) throw new ParameterError();
      return BigInt.asIntN(64, BigInt(number));
    }
    case 'Double':
      return new ApexDouble(numeric(json));
    case 'Decimal':
      return ApexDecimal.of(numeric(json));
    case 'String':
      if (typeof json === 'object') throw new ParameterError();
      return (json as string | number | boolean).toString();
    case 'Id':
      if (json === '') return null;
      return toId(String(json));
    case 'Date':
      return known(ApexDate.parseIso(String(json).slice(0, 10)));
    case 'Datetime': {
      const millis = typeof json === 'number' ? json : Date.parse(String(json));
      if (Number.isNaN(millis)) throw new ParameterError();
      return new ApexDatetime(millis);
    }
    case 'Time': {
      const millis = typeof json === 'number' ? json : Date.parse(`1970-01-01T${String(json).replace(/Z?$/, 'Z')}`);
      if (Number.isNaN(millis)) throw new ParameterError();
      return new ApexTime(millis);
    }
    case 'Blob':
      return new ApexBlob(Buffer.from(String(json), 'base64'));
    default:
      return untyped(json);
  }
}

function numeric(json: Json): number {
  const number = typeof json === 'number' ? json : typeof json === 'string' && json.trim() !== '' ? Number(json) : NaN;
  if (!Number.isFinite(number)) throw new ParameterError();
  return number;
}

function known<T>(value: T | null): T {
  if (value === null) throw new ParameterError();
  return value;
}

/** A parameter of type Object: texts, booleans, numbers, lists of Object and maps of text to Object. */
function untyped(json: Json): unknown {
  if (json === null || json === undefined) return null;
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  if (typeof json === 'number') return Number.isInteger(json) && json === (json | 0) ? json | 0 : ApexDecimal.of(json);
  const any = Types.primitive('Object');
  if (Array.isArray(json)) return new ApexList(any, json.map(untyped));
  const map = new ApexMap(Types.primitive('String'), any);
  for (const [key, value] of Object.entries(json as Record<string, Json>)) map.set(key, untyped(value));
  return map;
}

/** A record of the declared object; a parameter of type SObject tells its object by `sobjectType` or `attributes`. */
function record(org: Org, json: Readonly<Record<string, Json>>, type: ApexType): SObject {
  const attributes = json.attributes as { type?: string } | undefined;
  const name = type.name === 'SObject' ? ((json.sobjectType as string | undefined) ?? attributes?.type) : type.name;
  const info = name === undefined ? undefined : org.schema.object(name);
  if (!info) throw new ParameterError();
  const result = new SObject(info);
  for (const [key, value] of Object.entries(json)) {
    if (key === 'attributes' || key === 'sobjectType') continue;
    const field = info.field(key);
    const parent = info.relationship(key);
    const child = info.child(key);
    if (field) result.values.set(field.name, valueFromJson(info, field, value));
    else if (parent && value) result.values.set(parent.relationshipName!, record(org, object(value), Types.sobject(parent.referenceTo[0])));
    else if (child && value)
      result.values.set(
        child.name!,
        fromAura(org, Array.isArray(value) ? value : (value as { records?: Json }).records, Types.list(Types.sobject(child.childObject)))
      );
    else if (!parent && !child) throw new ParameterError();
  }
  return result;
}

function enumConstant(json: Json, type: ApexType): unknown {
  const constants = type.info?.constants ?? [];
  const name = constants.find((constant) => constant.toLowerCase() === String(json).toLowerCase());
  if (!name) throw new ParameterError();
  return enumConstantOf(type, name);
}

/**
 * An instance of an Apex class: its @AuraEnabled properties are set. Plain fields without `{get; set;}` stay null, as on the platform
 * (salesforce.stackexchange.com, "How to pass Apex type to method from LWC").
 */
function instance(org: Org, json: Readonly<Record<string, Json>>, type: ApexType): unknown {
  const result = org.program.instantiate(type) as Record<string, unknown>;
  for (const member of auraMembers(type.info)) {
    const key = Object.keys(json).find((name) => name.toLowerCase() === member.name.toLowerCase());
    if (key !== undefined && member.isProperty) result[member.jsName] = fromAura(org, json[key], member.type);
  }
  return result;
}
