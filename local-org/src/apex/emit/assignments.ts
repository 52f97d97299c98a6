import type { Assignment, Expression, FieldAccess, IndexAccess, Name, Position, Unary } from '../syntax/index.js';
import type { ApexType } from '../../values/apexType.js';
import { DECIMAL, DOUBLE, INTEGER, isError, isNumeric } from '../types/kinds.js';
import { variableNamed } from '../types/members.js';
import { VariableSymbol } from '../types/symbols.js';
import { isClassSymbol } from '../types/world.js';
import { BROKEN, closed, code, Prec, wrap, type Code } from './code.js';
import { checked, convertTo, implicit } from './convert.js';
import { expression, valueAs } from './expressions.js';
import type { Fn } from './function.js';
import { instanceVariable, meaningOf, staticHolder, staticName, staticVariable, variableOfName, type Meaning } from './names.js';
import { applyBinary } from './operators.js';
import { fieldOf } from './schemaMembers.js';

/** Something that can be assigned to. `prepare` evaluates what read and write share, once, before both. */
interface Place {
  readonly type: ApexType;
  readonly nonNull: boolean;
  readonly prepare: readonly string[];
  readonly read: string;
  /** The assignment as an expression whose value is the assigned one. */
  write(value: string): { readonly js: string; readonly prec: number };
}

/** `target = value`, `target += value`. */
export function assignment(fn: Fn, node: Assignment): Code {
  if (node.operator === null) {
    const place = placeOf(fn, node.target, false);
    if (!place) {
      expression(fn, node.value);
      return BROKEN;
    }
    const assigned = valueAs(fn, node.value, place.type);
    const { js, prec } = place.write(wrap(assigned, Prec.assign));
    return code(sequence([...place.prepare, js]), place.type, place.prepare.length > 0 ? Prec.member : prec, assigned.nonNull);
  }
  const place = placeOf(fn, node.target, true);
  const right = closed(expression(fn, node.value));
  if (!place) return BROKEN;
  const current = code(place.read, place.type, Prec.member, place.nonNull);
  const combined = applyBinary(fn, node.operator, current, right, node.position);
  if (isError(combined.type)) return BROKEN;
  return store(place, narrowed(fn, combined, place.type, node.position));
}

/** `Integer i; i += 2L` is an error, `Double d; d += 1.5` is not. */
function narrowed(fn: Fn, combined: Code, type: ApexType, position: Position): Code {
  if (type === DOUBLE && combined.type === DECIMAL) return implicit(fn, combined, DOUBLE);
  return convertTo(fn, combined, type, position);
}

function store(place: Place, assigned: Code): Code {
  const { js, prec } = place.write(wrap(assigned, Prec.assign));
  return code(sequence([...place.prepare, js]), place.type, place.prepare.length > 0 ? Prec.member : prec, true);
}

function sequence(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0] : `(${parts.join(', ')})`;
}

/** `++i`, `i++`. */
export function increment(fn: Fn, node: Unary, used: boolean): Code {
  const place = placeOf(fn, node.operand, true);
  if (!place) return BROKEN;
  if (!isNumeric(place.type)) {
    if (!isError(place.type)) fn.report(node.position, 'Arithmetic expressions must use numeric arguments');
    return BROKEN;
  }
  const operator = node.operator === '++' ? '+' : '-';
  const one: Code = { ...code('1', INTEGER, Prec.member, true), literal: 1 };
  const current = code(place.read, place.type, Prec.member, place.nonNull);
  if (node.prefix || !used) return store(place, applyBinary(fn, operator, current, one, node.position));
  const before = fn.temporary();
  const held = checked(fn, current);
  const next = applyBinary(fn, operator, code(before, place.type, Prec.member, true), one, node.position);
  const { js } = place.write(wrap(next, Prec.assign));
  return code(`(${[...place.prepare, `${before} = ${held.js}`, js, before].join(', ')})`, place.type, Prec.member, true);
}

/** What an expression on the left of an assignment stands for; reports what can't be assigned to. */
function placeOf(fn: Fn, node: Expression, reads: boolean): Place | null {
  switch (node.kind) {
    case 'name':
      return namedPlace(fn, node);
    case 'fieldAccess':
      return memberPlace(fn, node, reads);
    case 'index':
      return elementPlace(fn, node, reads);
    default:
      fn.report(node.position, 'Expression cannot be assigned');
      return null;
  }
}

function simple(read: string, type: ApexType, nonNull = false): Place {
  return { type, nonNull, prepare: [], read, write: (value) => ({ js: `${read} = ${value}`, prec: Prec.assign }) };
}

function namedPlace(fn: Fn, node: Name): Place | null {
  const local = fn.scope.find(node.name);
  if (local) {
    if (local.final) fn.report(node.position, `Final variable has already been initialized: ${node.name}`);
    return simple(local.js, local.type, local.nonNull);
  }
  const variable = variableOfName(fn, node);
  if (!variable) {
    fn.report(node.position, `Variable does not exist: ${node.name}`);
    return null;
  }
  return isError(variable.type) ? null : simple(variable.js, variable.type);
}

function memberPlace(fn: Fn, node: FieldAccess, reads: boolean): Place | null {
  const target = targetOf(fn, node);
  if (target.kind === 'type') return staticPlace(fn, node, target.type);
  if (target.kind !== 'value') {
    fn.report(node.position, `Expression cannot be assigned`);
    return null;
  }
  const object = closed(target.code);
  if (isError(object.type)) return null;
  const { base, prepare } = hold(fn, object, reads);
  if (object.type.kind === 'sobject') return fieldPlace(fn, node, base, prepare);
  const variable = variableNamed(fn.world, object.type, node.name);
  if (!variable) {
    fn.report(node.position, `Variable does not exist: ${node.name}`);
    return null;
  }
  if (variable.info.isStatic) return simple(staticVariable(fn, variable.info, variable.type).js, variable.type);
  if (variable.info instanceof VariableSymbol)
    return { ...simple(instanceVariable(fn, base, variable.info, variable.type).js, variable.type), prepare };
  const { info } = variable;
  if (!info.set) {
    fn.report(node.position, `Field is not writeable: ${object.type.name}.${info.name}`);
    return null;
  }
  const setter = fn.script.constant(info.set, `${info.owner.name.replace('.', '$')}$set_${info.name}`);
  const self = checked(fn, base).js;
  return {
    type: variable.type,
    nonNull: false,
    prepare,
    read: instanceVariable(fn, base, info, variable.type).js,
    write: (value) => ({ js: `${fn.script.helper('assign')}(${setter}, ${self}, ${value})`, prec: Prec.member })
  };
}

/** The left side of `a.b = …`: a variable before a type of the same name, unless only the type has the member. */
function targetOf(fn: Fn, node: FieldAccess): Meaning {
  if (node.target.kind === 'name') {
    const variable = variableOfName(fn, node.target);
    if (variable && (isError(variable.type) || hasMember(fn, variable, node))) return { kind: 'value', code: variable };
  }
  return meaningOf(fn, node.target);
}

function hasMember(fn: Fn, target: Code, node: FieldAccess): boolean {
  return target.type.kind === 'sobject'
    ? fieldOf(fn, target.type, node.name) !== null
    : variableNamed(fn.world, target.type, node.name) !== undefined;
}

/** An object that is both read from and written to is evaluated once. */
function hold(fn: Fn, object: Code, reads: boolean): { readonly base: Code; readonly prepare: readonly string[] } {
  if (!reads || /^(this|[A-Za-z_$][\w$]*)$/.test(object.js)) return { base: object, prepare: [] };
  const temporary = fn.temporary();
  return { base: code(temporary, object.type, Prec.member, true), prepare: [`${temporary} = ${checked(fn, object).js}`] };
}

function staticPlace(fn: Fn, node: FieldAccess, type: ApexType): Place | null {
  const variable = isError(type) ? undefined : variableNamed(fn.world, type, node.name);
  if (!variable?.info.isStatic) {
    if (!isError(type)) fn.report(node.position, `Variable does not exist: ${node.name}`);
    return null;
  }
  if (variable.info instanceof VariableSymbol && isClassSymbol(variable.info.owner)) {
    return simple(`${staticHolder(fn, variable.info)}.${staticName(fn, variable.info)}`, variable.type);
  }
  const { info } = variable;
  if (!info.set) {
    fn.report(node.position, `Field is not writeable: ${type.name}.${info.name}`);
    return null;
  }
  const setter = fn.script.constant(info.set, `${info.owner.name.replace('.', '$')}$set_${info.name}`);
  return {
    type: variable.type,
    nonNull: false,
    prepare: [],
    read: staticVariable(fn, info, variable.type).js,
    write: (value) => ({ js: `${fn.script.helper('assignStatic')}(${setter}, ${value})`, prec: Prec.member })
  };
}

function fieldPlace(fn: Fn, node: FieldAccess, base: Code, prepare: readonly string[]): Place | null {
  const field = fieldOf(fn, base.type, node.name);
  if (!field) {
    fn.report(node.position, `Variable does not exist: ${node.name}`);
    return null;
  }
  const name = JSON.stringify(field.name);
  const record = checked(fn, base).js;
  return {
    type: field.type,
    nonNull: false,
    prepare,
    read: `${fn.script.helper('getField')}(${record}, ${name})`,
    write: (value) => ({ js: `${fn.script.helper('put')}(${record}, ${name}, ${value})`, prec: Prec.member })
  };
}

function elementPlace(fn: Fn, node: IndexAccess, reads: boolean): Place | null {
  const list = closed(expression(fn, node.target));
  const index = valueAs(fn, node.index, INTEGER);
  if (isError(list.type)) return null;
  if (list.type.kind !== 'list') {
    fn.report(node.target.position, `Expression must be a list type: ${list.type.name}`);
    return null;
  }
  const { base, prepare } = hold(fn, list, reads);
  const held = hold(fn, index, reads && index.literal === undefined);
  const object = checked(fn, base).js;
  const at = checked(fn, held.base).js;
  return {
    type: list.type.arguments[0],
    nonNull: false,
    prepare: [...prepare, ...held.prepare],
    read: `${object}.at(${at})`,
    write: (value) => ({ js: `${fn.script.helper('putAt')}(${object}, ${at}, ${value})`, prec: Prec.member })
  };
}
