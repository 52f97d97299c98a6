import { describeObject } from '../../stdlib/index.js';
import type { ApexType, VariableInfo } from '../../values/apexType.js';
import type { ObjectInfo } from '../../schema/model.js';
import type { Expression, FieldAccess, Name, Position } from '../syntax/index.js';
import { enumConstantOf } from '../../values/index.js';
import { ERROR, isError, STRING } from '../types/kinds.js';
import { methodsNamed, variableNamed } from '../types/members.js';
import { VariableSymbol } from '../types/symbols.js';
import { isClassSymbol } from '../types/world.js';
import { BROKEN, code, Prec, wrap, type Code } from './code.js';
import { builtinName } from './calls.js';
import { checked, singleRow } from './convert.js';
import { expression } from './expressions.js';
import type { Fn } from './function.js';
import { describedMember, fieldOf, fieldTokenCode, labelValue, objectTypeCode } from './schemaMembers.js';
import { triggerVariable } from './triggers.js';
import { isVisible } from './visibility.js';

/** What a name or a dotted path means: a value, a type, or something that only its continuation makes a value. */
export type Meaning =
  | { readonly kind: 'value'; readonly code: Code }
  | { readonly kind: 'type'; readonly type: ApexType }
  | { readonly kind: 'namespace'; readonly name: string }
  | { readonly kind: 'trigger' }
  | { readonly kind: 'label'; readonly path: string }
  | { readonly kind: 'page' }
  | { readonly kind: 'objectFields'; readonly info: ObjectInfo };

export function valueOfName(fn: Fn, node: Name): Code {
  return asValue(fn, node.position, node.name, meaningOfName(fn, node));
}

export function valueOfField(fn: Fn, node: FieldAccess): Code {
  return asValue(fn, node.position, node.name, meaningOfField(fn, node));
}

function asValue(fn: Fn, position: Position, text: string, meaning: Meaning | null): Code {
  if (meaning?.kind === 'value') return meaning.code;
  fn.report(position, `Variable does not exist: ${text}`);
  return BROKEN;
}

/** The meaning of an expression that may be a type or a namespace; anything else is a value. */
export function meaningOf(fn: Fn, node: Expression): Meaning {
  if (node.kind === 'name') return meaningOfName(fn, node) ?? unknown(fn, node.position, node.name);
  if (node.kind === 'fieldAccess') return meaningOfField(fn, node) ?? unknown(fn, node.position, node.name);
  return { kind: 'value', code: expression(fn, node) };
}

function unknown(fn: Fn, position: Position, name: string): Meaning {
  fn.report(position, `Variable does not exist: ${name}`);
  return { kind: 'value', code: BROKEN };
}

// ---------------------------------------------------------------------------------------- single names

export function meaningOfName(fn: Fn, node: Name): Meaning | null {
  const variable = variableOfName(fn, node);
  return variable ? { kind: 'value', code: variable } : typeMeaning(fn, node.name);
}

/** The variable that a name means: a local, a field of the class, a static of a class around it. */
export function variableOfName(fn: Fn, node: Name): Code | null {
  const local = fn.scope.find(node.name);
  if (local) return code(local.js, local.type, Prec.member, local.nonNull);
  for (let owner = fn.owner; owner; owner = owner.outer) {
    const found = variableNamed(fn.world, owner.type, node.name);
    if (!found) continue;
    if (found.info.isStatic) return staticVariable(fn, found.info, found.type);
    // Out of reach: the name may still be a type's.
    if (owner !== fn.owner || fn.options.isStatic) continue;
    return instanceVariable(fn, code('this', owner.type, Prec.member, true), found.info, found.type);
  }
  return null;
}

/** A name that is no variable: a type, a namespace or one of the platform's own words. */
export function typeMeaning(fn: Fn, name: string): Meaning | null {
  const key = name.toLowerCase();
  const own = fn.world.classNamed(name);
  if (!own && key === 'trigger') return { kind: 'trigger' };
  if (!own && key === 'label') return { kind: 'label', path: '' };
  if (!own && key === 'page') return { kind: 'page' };
  const type = fn.world.typeNamed(name, fn.owner);
  if (type) return { kind: 'type', type };
  return fn.world.isNamespace(name) ? { kind: 'namespace', name } : null;
}

// ----------------------------------------------------------------------------------------- dotted names

export function meaningOfField(fn: Fn, node: FieldAccess): Meaning | null {
  const { target } = node;
  if (target.kind === 'name') {
    const variable = variableOfName(fn, target);
    if (variable) {
      const member = valueMember(fn, variable, node);
      if (member) return { kind: 'value', code: member };
      // A type of the same name as the variable: `Account account; … Account.SObjectType`.
      const type = typeMeaning(fn, target.name);
      const found = type && memberOfMeaning(fn, type, node);
      return found ?? missing(fn, variable, node);
    }
  }
  const meaning = meaningOf(fn, target);
  if (meaning.kind === 'value') {
    const member = valueMember(fn, meaning.code, node);
    return member ? { kind: 'value', code: member } : missing(fn, meaning.code, node);
  }
  return memberOfMeaning(fn, meaning, node);
}

function missing(fn: Fn, target: Code, node: FieldAccess): Meaning {
  if (!isError(target.type)) fn.report(node.position, `Variable does not exist: ${node.name}`);
  return { kind: 'value', code: BROKEN };
}

function memberOfMeaning(fn: Fn, meaning: Meaning, node: FieldAccess): Meaning | null {
  switch (meaning.kind) {
    case 'value':
      return null;
    case 'type':
      return typeMember(fn, meaning.type, node);
    case 'namespace':
      return namespaceMember(fn, meaning.name, node.name);
    case 'trigger': {
      const variable = triggerVariable(fn, node);
      return variable && { kind: 'value', code: variable };
    }
    case 'label':
      return labelValue(fn, meaning.path, node);
    case 'page':
      return { kind: 'value', code: page(fn, node) };
    case 'objectFields':
      return tokenOf(fn, meaning.info, node.name);
  }
}

function namespaceMember(fn: Fn, namespace: string, name: string): Meaning | null {
  const system = namespace.toLowerCase() === 'system';
  if (system && name.toLowerCase() === 'label') return { kind: 'label', path: '' };
  if (system && name.toLowerCase() === 'trigger') return { kind: 'trigger' };
  const type = fn.world.qualifiedType(namespace, name);
  if (type) return { kind: 'type', type };
  return system && fn.world.isNamespace(name) ? { kind: 'namespace', name } : null;
}

function page(fn: Fn, node: FieldAccess): Code {
  const type = fn.world.builtin('PageReference') ?? ERROR;
  const constructor = type.info?.constructors.find((each) => each.parameters.length === 1 && each.parameters[0].type === STRING);
  if (!constructor) {
    fn.report(node.position, `Not supported: Page.${node.name}`);
    return BROKEN;
  }
  const make = fn.script.constant(constructor.implementation, 'PageReference$new');
  return code(`${make}(${JSON.stringify(`/apex/${node.name.toLowerCase()}`)})`, type, Prec.member, true);
}

/** A static member, an inner type or a constant of a type. */
function typeMember(fn: Fn, type: ApexType, node: FieldAccess): Meaning | null {
  const { name } = node;
  if (type.kind === 'sobject') return sobjectTypeMember(fn, type, name);
  if (isClassSymbol(type.info)) {
    const inner = fn.world.innerType(type.info, name.toLowerCase());
    const variable = variableNamed(fn.world, type, name);
    if (variable?.info.isStatic) {
      checkVisible(fn, variable.info, node.position);
      return { kind: 'value', code: staticVariable(fn, variable.info, variable.type) };
    }
    if (inner) return { kind: 'type', type: inner };
  }
  if (type.kind === 'enum') {
    const constant = enumConstantCode(fn, type, name);
    if (constant) return { kind: 'value', code: constant };
  }
  if (type.info?.builtin) {
    const variable = variableNamed(fn.world, type, name);
    if (variable?.info.isStatic) return { kind: 'value', code: staticVariable(fn, variable.info, variable.type) };
    if (type.info.name === 'Schema.SObjectType') return describedObject(fn, name);
  }
  // A namespace and a class share the name: System.Label, Database.SaveResult.
  return type.info?.builtin ? namespaceMember(fn, type.name, name) : null;
}

/** `Schema.SObjectType.Account` */
function describedObject(fn: Fn, name: string): Meaning | null {
  const info = fn.world.schema.object(name);
  if (!info) return null;
  const type = fn.world.builtin('Schema.DescribeSObjectResult') ?? ERROR;
  const constant = fn.script.constant(describeObject(info), `describe$${info.name}`);
  return { kind: 'value', code: { ...code(constant, type, Prec.member, true), describe: { info, part: 'object' } } };
}

/** `Account.SObjectType`, `Account.Name`, `Account.fields`. */
function sobjectTypeMember(fn: Fn, type: ApexType, name: string): Meaning | null {
  const info = fn.world.schema.object(type.name);
  if (!info) return null;
  const key = name.toLowerCase();
  if (key === 'sobjecttype') return { kind: 'value', code: objectTypeCode(fn, info) };
  if (key === 'fields' && !info.field(name)) return { kind: 'objectFields', info };
  return tokenOf(fn, info, name);
}

function tokenOf(fn: Fn, info: ObjectInfo, name: string): Meaning | null {
  const token = fieldTokenCode(fn, info, name);
  return token && { kind: 'value', code: token };
}

export function enumConstantCode(fn: Fn, type: ApexType, name: string): Code | null {
  const constant = type.info!.constants.find((each) => each.toLowerCase() === name.toLowerCase());
  if (!constant) return null;
  return code(fn.script.constant(enumConstantOf(type, constant), `${type.name.replace('.', '$')}$${constant}`), type, Prec.member, true);
}

// ------------------------------------------------------------------------------------ members of values

/** A field, property or relationship of a value; null when it has none of that name. */
export function valueMember(fn: Fn, original: Code, node: FieldAccess): Code | null {
  const target = original.singleRow ? rowOf(fn, original, node.safe) : original;
  if (isError(target.type)) return BROKEN;
  const described = target.describe && describedMember(fn, target, node);
  if (described) return described;
  const { base, guard } = navigate(fn, target, node.safe);
  if (target.type.kind === 'sobject') {
    const field = fieldOf(fn, target.type, node.name);
    if (!field) return null;
    const record = field.throughParent && target.parent ? base.js : checked(fn, base).js;
    const helper = fn.script.helper(target.parent ? 'parentField' : 'getField');
    const js = `${helper}(${record}, ${JSON.stringify(field.name)})`;
    return { ...code(js, field.type), guard, parent: field.isParent, recordField: { record, name: field.name } };
  }
  const variable = variableNamed(fn.world, target.type, node.name);
  if (!variable) return getterOf(fn, base, guard, node.name);
  if (variable.info.isStatic) return isClassSymbol(variable.info.owner) ? staticVariable(fn, variable.info, variable.type) : null;
  checkVisible(fn, variable.info, node.position);
  return { ...instanceVariable(fn, base, variable.info, variable.type), guard };
}

/** Describe and DML results also read like objects with fields: `describe.label` is `describe.getLabel()`, `result.success` is `isSuccess()`. */
function getterOf(fn: Fn, base: Code, guard: string | undefined, name: string): Code | null {
  if (!/^(Schema|Database)\./.test(base.type.name)) return null;
  for (const prefix of ['get', 'is']) {
    const view = methodsNamed(fn.world, base.type, prefix + name).find(({ info, parameters }) => !info.isStatic && parameters.length === 0);
    if (view) {
      const getter = fn.script.constant(view.info.implementation, builtinName(view.info));
      return { ...code(`${getter}(${checked(fn, base).js})`, view.returnType), guard };
    }
  }
  return null;
}

function rowOf(fn: Fn, rows: Code, safe: boolean): Code {
  return safe ? code(`${fn.script.helper('singleOrNull')}(${rows.js})`, rows.singleRow!) : singleRow(fn, rows);
}

/** The target of a member access, kept in a variable and tested first when it is `?.`. */
export function navigate(fn: Fn, target: Code, safe: boolean): { readonly base: Code; readonly guard: string | undefined } {
  if (!safe) return { base: target, guard: target.guard };
  const temporary = fn.temporary();
  const test = `(${temporary} = ${target.js}) === null`;
  const guard = target.guard === undefined ? test : `${target.guard} || ${test}`;
  return { base: code(temporary, target.type, Prec.member, true), guard };
}

function checkVisible(fn: Fn, info: VariableInfo, position: Position): void {
  if (!isVisible(fn, info)) fn.report(position, `Variable is not visible: ${info.owner.name}.${info.name}`);
}

/** A field of an object. Properties with accessors are JavaScript accessors; inside their own accessor they are what is stored. */
export function instanceVariable(fn: Fn, target: Code, info: VariableInfo, type: ApexType): Code {
  if (info instanceof VariableSymbol) {
    if (target.js === 'super') return code(`${info.computed ? 'super' : 'this'}.${info.jsName}`, type);
    const name = fn.options.accessor === info ? info.storage : info.jsName;
    return code(`${wrap(checked(fn, target), Prec.member)}.${name}`, type);
  }
  const getter = fn.script.constant(info.get, `${info.owner.name.replace('.', '$')}$get_${info.name}`);
  return code(`${getter}(${checked(fn, target).js})`, type);
}

export function staticVariable(fn: Fn, info: VariableInfo, type: ApexType): Code {
  if (info instanceof VariableSymbol) return code(`${staticHolder(fn, info)}.${staticName(fn, info)}`, type);
  const getter = fn.script.constant(info.get, `${info.owner.name.replace('.', '$')}$get_${info.name}`);
  return code(`${getter}()`, type);
}

/** Static variables live in an object of the transaction; those with accessors are accessors of the class. */
export function staticHolder(fn: Fn, info: VariableSymbol): string {
  const name = fn.script.class(info.owner);
  return info.computed && fn.options.accessor !== info ? name : `${name}.$s()`;
}

export function staticName(fn: Fn, info: VariableSymbol): string {
  return fn.options.accessor === info ? info.storage : info.jsName;
}
