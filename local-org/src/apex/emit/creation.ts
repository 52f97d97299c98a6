import { Types, type ApexType } from '../../values/apexType.js';
import type { NewList, NewMap, NewObject, NewSet } from '../syntax/index.js';
import { assignable } from '../types/conversions.js';
import { ERROR, INTEGER, isError, isGenericSObject } from '../types/kinds.js';
import { viewOf } from '../types/members.js';
import { chooseOverload } from '../types/overloads.js';
import { isClassSymbol } from '../types/world.js';
import { argumentsOf, argumentTypes, builtinName, convertArguments, type Argument } from './calls.js';
import { BROKEN, code, Prec, wrap, type Code } from './code.js';
import { checked } from './convert.js';
import { expression, typeOf, valueAs } from './expressions.js';
import type { Fn } from './function.js';
import { fieldOf } from './schemaMembers.js';
import { isVisible } from './visibility.js';

/** `new Foo(…)`, `new Account(Name = …)`, `new List<T>(…)`. */
export function newObject(fn: Fn, node: NewObject): Code {
  const type = typeOf(fn, node.type);
  if (isError(type)) {
    argumentsOf(fn, node.arguments);
    return BROKEN;
  }
  if (type.kind === 'sobject') return newRecord(fn, node, type);
  const args = argumentsOf(fn, node.arguments);
  if (type.kind === 'interface' || type.kind === 'enum' || type.info?.modifiers.has('abstract')) {
    fn.report(node.position, `${type.kind === 'class' ? 'Abstract classes' : 'Type'} cannot be constructed: ${type.name}`);
    return BROKEN;
  }
  return isClassSymbol(type.info) ? newInstance(fn, node, type, args) : newBuiltin(fn, node, type, args);
}

function newInstance(fn: Fn, node: NewObject, type: ApexType, args: readonly Argument[]): Code {
  const symbol = type.info;
  if (!isClassSymbol(symbol)) return BROKEN;
  const candidates = symbol.constructors.map((each) => viewOf(fn.world, each, new Map()));
  const view = chooseOverload(fn.world, candidates, argumentTypes(args));
  if (!view) return noConstructor(fn, node, type, args);
  if (!isVisible(fn, view.info) && view.info.modifiers.size > 0) {
    fn.report(node.position, `Constructor is not visible: ${type.name}(${view.parameters.map((each) => each.name).join(', ')})`);
  }
  fn.usesSharing = true;
  const list = convertArguments(fn, view, args);
  return code(`new ${fn.script.class(symbol)}().${view.info.jsName}(${list.join(', ')})`, type, Prec.member, true);
}

function newBuiltin(fn: Fn, node: NewObject, type: ApexType, args: readonly Argument[]): Code {
  if (args.length === 0 && type.kind === 'list')
    return code(`new ${fn.script.helper('List')}(${fn.script.type(type.arguments[0])})`, type, Prec.member, true);
  if (args.length === 0 && type.kind === 'set')
    return code(`new ${fn.script.helper('Set')}(${fn.script.type(type.arguments[0])})`, type, Prec.member, true);
  if (args.length === 0 && type.kind === 'map') return newMapOf(fn, type);
  const copied = collectionFrom(fn, type, args);
  if (copied) return copied;
  const constructors = fn.world.memberInfo(type)?.constructors ?? [];
  const bindings = fn.world.bindings(type);
  const view = chooseOverload(
    fn.world,
    constructors.map((each) => viewOf(fn.world, each, bindings)),
    argumentTypes(args)
  );
  if (!view) return noConstructor(fn, node, type, args);
  const make = fn.script.constant(view.info.implementation, builtinName({ ...view.info, name: 'new', owner: view.info.owner }));
  return code(`${make}(${convertArguments(fn, view, args).join(', ')})`, type, Prec.member, true);
}

/** `new List<T>(collection)`, `new Set<T>(collection)`, `new Map<K, V>(map)`, `new Map<Id, Account>(records)`: the element types are the new collection's. */
function collectionFrom(fn: Fn, type: ApexType, args: readonly Argument[]): Code | null {
  if (!['list', 'set', 'map'].includes(type.kind) || args.length !== 1) return null;
  const [{ code: source }] = args as [Argument];
  const types = type.arguments.map((each) => fn.script.type(each)).join(', ');
  if (type.kind === 'list' && source.type === INTEGER)
    return code(`${fn.script.helper('sized')}(${types}, ${checked(fn, source).js})`, type, Prec.member, true);
  const helper = { list: 'listFrom', set: 'setFrom', map: 'mapFrom' }[type.kind as 'list' | 'set' | 'map'];
  if (!copies(fn, type, source.type)) return null;
  return code(`${fn.script.helper(helper)}(${types}, ${source.js})`, type, Prec.member, true);
}

function copies(fn: Fn, type: ApexType, source: ApexType): boolean {
  if (source === Types.null || isError(source)) return true;
  if (type.kind === 'map') {
    if (source.kind === 'list') return source.arguments[0].kind === 'sobject' && type.arguments[1].kind === 'sobject';
    return (
      source.kind === 'map' &&
      source.arguments.every((each, index) => assignable(fn.world, each, type.arguments[index]) || each.kind === 'sobject')
    );
  }
  const iterable =
    source.kind === 'list' || source.kind === 'set' || source.name.startsWith('Iterable<') || source.name.startsWith('Iterator<');
  return iterable || (fn.world.builtin('Iterable') !== undefined && fn.world.asSuper(source, fn.world.builtin('Iterable')!) !== undefined);
}

function noConstructor(fn: Fn, node: NewObject, type: ApexType, args: readonly Argument[]): Code {
  if (args.some((each) => isError(each.code.type))) return BROKEN;
  fn.report(node.position, `Constructor not defined: [${type.name}].<Constructor>(${args.map((each) => each.code.type.name).join(', ')})`);
  return BROKEN;
}

function newRecord(fn: Fn, node: NewObject, type: ApexType): Code {
  const info = fn.world.schema.object(type.name);
  if (!info || isGenericSObject(type)) {
    fn.report(node.position, `Type cannot be constructed: ${type.name}`);
    return BROKEN;
  }
  if (node.arguments.length > 0) return noConstructor(fn, node, type, argumentsOf(fn, node.arguments));
  const fields: string[] = [];
  for (const each of node.fields ?? []) {
    const field = fieldOf(fn, type, each.name);
    if (!field) {
      fn.report(each.position, `Field does not exist: ${each.name} on ${type.name}`);
      expression(fn, each.value);
      continue;
    }
    fields.push(`${field.name}: ${wrap(valueAs(fn, each.value, field.type), Prec.assign)}`);
  }
  const object = fn.script.constant(info, `object$${info.name}`);
  if (fields.length === 0) return code(`new ${fn.script.helper('SObject')}(${object})`, type, Prec.member, true);
  return code(`${fn.script.helper('newRecord')}(${object}, { ${fields.join(', ')} })`, type, Prec.member, true);
}

export function newList(fn: Fn, node: NewList): Code {
  const element = typeOf(fn, node.elementType);
  const type = Types.list(element);
  const constant = fn.script.type(element);
  if (node.size) {
    const size = valueAs(fn, node.size, INTEGER);
    return code(`${fn.script.helper('sized')}(${constant}, ${checked(fn, size).js})`, type, Prec.member, true);
  }
  const elements = node.elements.map((each) => wrap(valueAs(fn, each, element), Prec.assign));
  return code(
    `new ${fn.script.helper('List')}(${constant}${elements.length > 0 ? `, [${elements.join(', ')}]` : ''})`,
    type,
    Prec.member,
    true
  );
}

export function newSet(fn: Fn, node: NewSet): Code {
  const element = typeOf(fn, node.elementType);
  const elements = node.elements.map((each) => wrap(valueAs(fn, each, element), Prec.assign));
  const js = `new ${fn.script.helper('Set')}(${fn.script.type(element)}${elements.length > 0 ? `, [${elements.join(', ')}]` : ''})`;
  return code(js, Types.set(element), Prec.member, true);
}

export function newMap(fn: Fn, node: NewMap): Code {
  const [key, item] = [typeOf(fn, node.keyType), typeOf(fn, node.valueType)];
  const entries = node.entries.map(
    (each) => `[${wrap(valueAs(fn, each.key, key), Prec.assign)}, ${wrap(valueAs(fn, each.value, item), Prec.assign)}]`
  );
  return newMapOf(fn, isError(key) || isError(item) ? ERROR : Types.map(key, item), entries);
}

function newMapOf(fn: Fn, type: ApexType, entries: readonly string[] = []): Code {
  if (isError(type)) return BROKEN;
  const types = type.arguments.map((each) => fn.script.type(each)).join(', ');
  const js = `new ${fn.script.helper('Map')}(${types}${entries.length > 0 ? `, [${entries.join(', ')}]` : ''})`;
  return code(js, type, Prec.member, true);
}
