import { describeField, fieldSetToken, fieldToken, sobjectTypeToken } from '../../stdlib/index.js';
import type { ApexType } from '../../values/apexType.js';
import { Types } from '../../values/apexType.js';
import type { FieldInfo, ObjectInfo } from '../../schema/model.js';
import type { FieldAccess } from '../syntax/index.js';
import { ERROR, ID, isGenericSObject, STRING } from '../types/kinds.js';
import type { World } from '../types/world.js';
import { code, Prec, type Code } from './code.js';
import type { Fn } from './function.js';
import type { Meaning } from './names.js';

export interface FieldMember {
  /** Canonical name in the record's values. */
  readonly name: string;
  readonly type: ApexType;
  /** A parent record. */
  readonly isParent: boolean;
  /** Reading it from a parent that is null gives null. */
  readonly throughParent: boolean;
}

/** A field, parent or child list of a record type. */
export function fieldOf(fn: Fn, type: ApexType, name: string): FieldMember | null {
  if (isGenericSObject(type)) return name.toLowerCase() === 'id' ? { name: 'Id', type: ID, isParent: false, throughParent: true } : null;
  const info = fn.world.schema.object(type.name);
  if (!info) return null;
  const field = info.field(name);
  if (field) return { name: field.name, type: fieldType(fn.world, field), isParent: false, throughParent: true };
  const parent = info.relationship(name);
  if (parent) return { name: parent.relationshipName!, type: parentType(fn.world, parent), isParent: true, throughParent: true };
  const child = info.child(name);
  if (child) return { name: child.name!, type: Types.list(Types.sobject(child.childObject)), isParent: false, throughParent: true };
  return null;
}

export function fieldType(world: World, field: FieldInfo): ApexType {
  const primitive = Types.primitiveByName(field.apexType);
  return primitive ?? world.builtin(field.apexType) ?? ERROR;
}

/** A reference to one of several objects reads as the object Name, which has the fields that all of them have (Object Reference, "Name"). */
function parentType(world: World, field: FieldInfo): ApexType {
  const { referenceTo } = field;
  if (referenceTo.length === 1) return Types.sobject(world.schema.object(referenceTo[0])?.name ?? referenceTo[0]);
  const name = world.schema.object('Name');
  if (name) return Types.sobject(name.name);
  return Types.sobject(referenceTo.includes('User') ? 'User' : (referenceTo[0] ?? 'SObject'));
}

/** `Schema.SObjectType.Account.fields`, `.fields.Name`, `.fieldSets`, `.fieldSets.Columns`; null: an ordinary member of the describe. */
export function describedMember(fn: Fn, target: Code, node: FieldAccess): Code | null {
  const { info, part } = target.describe!;
  const key = node.name.toLowerCase();
  if (part === 'token') return key === 'fields' ? { ...target, describe: { info, part: 'tokenFields' } } : null;
  if (part === 'tokenFields') return fieldTokenCode(fn, info, node.name);
  if (part === 'object') return objectPart(fn, target, info, key);
  if (part === 'fields') {
    const field = info.field(node.name);
    if (!field) return null;
    const value = fn.script.literal(
      `describe:${info.name}.${field.name}`,
      () => describeField(info, field),
      `describe$${info.name}$${field.name}`
    );
    return code(value, fn.world.builtin('Schema.DescribeFieldResult') ?? ERROR, Prec.member, true);
  }
  const fieldSet = info.fieldSets.find((each) => each.name.toLowerCase() === key);
  if (!fieldSet) return null;
  const value = fn.script.literal(
    `fieldSet:${info.name}.${fieldSet.name}`,
    () => fieldSetToken(info, fieldSet.name),
    `fieldSet$${info.name}$${fieldSet.name}`
  );
  return code(value, fn.world.builtin('Schema.FieldSet') ?? ERROR, Prec.member, true);
}

/** The token of an object: `Account.SObjectType`. */
export function objectTypeCode(fn: Fn, info: ObjectInfo): Code {
  const token = fn.script.constant(sobjectTypeToken(info), `type$${info.name}`);
  const value = code(token, fn.world.builtin('Schema.SObjectType') ?? ERROR, Prec.member, true);
  return { ...value, describe: { info, part: 'token' } };
}

/** The token of a field: `Account.Name`. */
export function fieldTokenCode(fn: Fn, info: ObjectInfo, name: string): Code | null {
  const field = info.field(name);
  if (!field) return null;
  const token = fn.script.constant(fieldToken(info, field), `field$${info.name}$${field.name}`);
  return code(token, fn.world.builtin('Schema.SObjectField') ?? ERROR, Prec.member, true);
}

function objectPart(fn: Fn, target: Code, info: ObjectInfo, key: string): Code | null {
  if (key !== 'fields' && key !== 'fieldsets') return null;
  const part = key === 'fields' ? 'fields' : 'fieldSets';
  const type = fn.world.builtin(part === 'fields' ? 'Schema.SObjectTypeFields' : 'Schema.SObjectTypeFieldSets') ?? ERROR;
  return { ...code(`${target.js}.${part}`, type, Prec.member, true), describe: { info, part } };
}

/** `Label.Hello`, `Label.namespace.Hello`. */
export function labelValue(fn: Fn, path: string, node: FieldAccess): Meaning | null {
  const { labels } = fn.script.input;
  if (path === '' && labels && !labels.has(node.name)) return { kind: 'label', path: node.name };
  if (labels && !labels.has(node.name)) return null;
  return { kind: 'value', code: code(`${fn.script.helper('label')}(${JSON.stringify(node.name)})`, STRING, Prec.member, true) };
}
