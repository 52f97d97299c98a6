import type { ApexType, MethodInfo } from '../../values/apexType.js';
import { Types } from '../../values/apexType.js';
import type { Expression, MethodCall } from '../syntax/index.js';
import { ERROR, ID, INTEGER, isError, OBJECT, STRING } from '../types/kinds.js';
import { methodsNamed, type MethodView } from '../types/members.js';
import { chooseOverload, type ArgumentType } from '../types/overloads.js';
import { isClassSymbol } from '../types/world.js';
import { BROKEN, code, Prec, wrap, type Code } from './code.js';
import { checked, convertTo, singleRow } from './convert.js';
import { databaseCall, isDatabaseClass, locatorOfQuery } from './databaseCalls.js';
import { expression } from './expressions.js';
import type { Fn } from './function.js';
import { meaningOf, navigate, typeMeaning, variableOfName, type Meaning } from './names.js';
import { settingsCall } from './settings.js';
import { isVisible } from './visibility.js';

export interface Argument {
  readonly node: Expression;
  readonly code: Code;
}

export function call(fn: Fn, node: MethodCall): Code {
  const { target } = node;
  if (target === null) return unqualified(fn, node);
  if (target.kind === 'super') return superCall(fn, node);
  if (target.kind === 'name') {
    const variable = variableOfName(fn, target);
    if (variable) return onVariable(fn, node, variable, target.name);
  }
  const meaning = meaningOf(fn, target);
  const locator = meaning.kind === 'type' ? locatorOfQuery(fn, node, meaning.type) : null;
  if (locator) return locator;
  const args = argumentsOf(fn, node.arguments);
  return onMeaning(fn, node, meaning, args) ?? noMethod(fn, node, args, typeText(meaning));
}

/** A variable may hide a type of the same name: `Logger logger; Logger.log()` still finds the static method. */
function onVariable(fn: Fn, node: MethodCall, variable: Code, name: string): Code {
  const args = argumentsOf(fn, node.arguments);
  const found = onValue(fn, node, variable, args);
  if (found) return found;
  const type = typeMeaning(fn, name);
  return (type && onMeaning(fn, node, type, args)) ?? noMethod(fn, node, args, variable.type.name);
}

function typeText(meaning: Meaning): string {
  if (meaning.kind === 'value') return meaning.code.type.name;
  return meaning.kind === 'type' ? meaning.type.name : '';
}

function onMeaning(fn: Fn, node: MethodCall, meaning: Meaning, args: readonly Argument[]): Code | null {
  if (meaning.kind === 'value') return onValue(fn, node, meaning.code, args);
  if (meaning.kind === 'type') return onType(fn, node, meaning.type, args);
  // Namespaces that are classes, too: System.debug, Database.query, Schema.getGlobalDescribe.
  if (meaning.kind === 'namespace') {
    const type = fn.world.builtin(meaning.name);
    return type ? onType(fn, node, type, args) : null;
  }
  return null;
}

export function argumentsOf(fn: Fn, nodes: readonly Expression[]): Argument[] {
  return nodes.map((node) => ({ node, code: expression(fn, node) }));
}

export function argumentTypes(args: readonly Argument[]): ArgumentType[] {
  return args.map(({ code: { type, singleRow: row } }) => (row ? { type, singleRow: row } : { type }));
}

function noMethod(fn: Fn, node: MethodCall, args: readonly Argument[], owner: string): Code {
  if (args.some((each) => isError(each.code.type)) || owner === ERROR.name) return BROKEN;
  const types = args.map((each) => each.code.type.name).join(', ');
  fn.report(
    node.position,
    `Method does not exist or incorrect signature: void ${node.name}(${types})${owner ? ` from the type ${owner}` : ''}`
  );
  return BROKEN;
}

// ------------------------------------------------------------------------------------------- unqualified

/** `method(…)`: of the class, one it extends, or a static one of a class around it. */
function unqualified(fn: Fn, node: MethodCall): Code {
  const args = argumentsOf(fn, node.arguments);
  if (node.name === 'this' || node.name === 'super') {
    fn.report(node.position, `Call to '${node.name}()' must be the first statement in a constructor method`);
    return BROKEN;
  }
  for (let owner = fn.owner; owner; owner = owner.outer) {
    const candidates = methodsNamed(fn.world, owner.type, node.name).filter((view) => owner === fn.owner || view.info.isStatic);
    const own = fn.options.isStatic && owner === fn.owner ? candidates.filter((view) => view.info.isStatic) : candidates;
    const view = chooseOverload(fn.world, own, argumentTypes(args));
    if (view) return invoke(fn, node, view, view.info.isStatic ? null : code('this', owner.type, Prec.member, true), args);
    if (fn.options.isStatic && chooseOverload(fn.world, candidates, argumentTypes(args))) {
      fn.report(
        node.position,
        `Non static method cannot be referenced from a static context: ${candidates[0].returnType.name} ${owner.name}.${node.name}()`
      );
      return BROKEN;
    }
  }
  return noMethod(fn, node, args, fn.owner?.name ?? 'anonymous_apex');
}

function superCall(fn: Fn, node: MethodCall): Code {
  const args = argumentsOf(fn, node.arguments);
  const superclass = fn.owner?.superclass ?? OBJECT;
  const view = chooseOverload(fn.world, methodsNamed(fn.world, superclass, node.name), argumentTypes(args));
  if (!view || !fn.owner || fn.options.isStatic) return noMethod(fn, node, args, superclass.name);
  const list = convertArguments(fn, view, args);
  if (view.info.implementation && superclass === OBJECT) {
    const name = fn.script.constant(view.info.implementation, builtinName(view.info));
    return result(fn, view, `${name}(${['this', ...list].join(', ')})`, Types.null);
  }
  return result(fn, view, `super.${view.info.jsName}(${list.join(', ')})`, Types.null);
}

// ------------------------------------------------------------------------------------------- on a type

function onType(fn: Fn, node: MethodCall, type: ApexType, args: readonly Argument[]): Code | null {
  if (isError(type)) return BROKEN;
  if (type.kind === 'sobject') return settingsCall(fn, node, type, args);
  if (type.kind === 'enum') {
    const found = enumStatic(fn, node, type, args);
    if (found) return found;
  }
  const candidates = methodsNamed(fn.world, type, node.name).filter((view) => view.info.isStatic);
  const view = chooseOverload(fn.world, candidates, argumentTypes(args));
  return view && invoke(fn, node, view, null, args);
}

function enumStatic(fn: Fn, node: MethodCall, type: ApexType, args: readonly Argument[]): Code | null {
  const key = node.name.toLowerCase();
  const constants = fn.script.type(type);
  if (key === 'values' && args.length === 0)
    return code(`${fn.script.helper('enumValues')}(${constants})`, Types.list(type), Prec.member, true);
  if (key !== 'valueof' || args.length !== 1) return null;
  const text = convertTo(fn, args[0].code, STRING, args[0].node.position);
  return code(`${fn.script.helper('enumValueOf')}(${constants}, ${text.js})`, type, Prec.member, true);
}

// ------------------------------------------------------------------------------------------ on a value

function onValue(fn: Fn, node: MethodCall, original: Code, args: readonly Argument[]): Code | null {
  if (isError(original.type)) return BROKEN;
  const view = methodOf(fn, original.type, node.name, args);
  if (view) {
    if (view.info.isStatic) return isClassSymbol(view.info.owner) ? invoke(fn, node, view, null, args) : null;
    const { base, guard } = navigate(fn, original, node.safe);
    return { ...invoke(fn, node, view, base, args), guard };
  }
  if (original.type.kind === 'enum') return enumInstance(fn, node, original, args);
  // Ids have the methods of strings, too.
  if (original.type === ID) return onValue(fn, node, { ...original, type: STRING }, args);
  if (isClassSymbol(original.type.info) && node.name.toLowerCase() === 'clone' && args.length === 0) return cloned(fn, node, original);
  if (original.singleRow) return onValue(fn, node, rowFor(fn, node, original), args);
  if (node.name.toLowerCase() === 'adderror' && original.recordField) return fieldError(fn, node, original, args);
  return null;
}

/** Every object of a class has clone(): a shallow copy. */
function cloned(fn: Fn, node: MethodCall, original: Code): Code {
  const { base, guard } = navigate(fn, original, node.safe);
  return { ...code(`${fn.script.helper('cloneObject')}(${checked(fn, base).js})`, original.type, Prec.member, true), guard };
}

function rowFor(fn: Fn, node: MethodCall, rows: Code): Code {
  return node.safe ? code(`${fn.script.helper('singleOrNull')}(${rows.js})`, rows.singleRow!) : singleRow(fn, rows);
}

function methodOf(fn: Fn, type: ApexType, name: string, args: readonly Argument[]): MethodView | null {
  return chooseOverload(fn.world, methodsNamed(fn.world, type, name), argumentTypes(args));
}

const ENUM_METHODS: Readonly<Record<string, () => ApexType>> = {
  name: () => STRING,
  tostring: () => STRING,
  ordinal: () => INTEGER,
  hashcode: () => INTEGER
};

function enumInstance(fn: Fn, node: MethodCall, target: Code, args: readonly Argument[]): Code | null {
  const key = node.name.toLowerCase();
  const type = ENUM_METHODS[key]?.();
  if (!type || args.length > 0) return null;
  const { base, guard } = navigate(fn, target, node.safe);
  const property = key === 'ordinal' || key === 'hashcode' ? 'ordinal' : 'name';
  return { ...code(`${wrap(checked(fn, base), Prec.member)}.${property}`, type, Prec.member, true), guard };
}

/** `record.Status.addError('…')` (Apex Developer Guide, "SObject Class", addError on a field). */
function fieldError(fn: Fn, node: MethodCall, target: Code, args: readonly Argument[]): Code | null {
  const { record, name } = target.recordField!;
  const field: Argument = { node: node.target!, code: code(JSON.stringify(name), STRING, Prec.member, true) };
  const view = methodOf(fn, Types.sobject('SObject'), 'addError', [field, ...args]);
  return view && invoke(fn, node, view, code(record, Types.sobject('SObject'), Prec.member, true), [field, ...args]);
}

// -------------------------------------------------------------------------------------------- invocation

/** The call of a chosen method. */
export function invoke(fn: Fn, node: MethodCall, view: MethodView, target: Code | null, args: readonly Argument[]): Code {
  const { info } = view;
  if (!isVisible(fn, info)) {
    fn.report(
      node.position,
      `Method is not visible: ${info.returnType.name} ${info.owner.name}.${info.name}(${info.parameters.map((each) => each.type.name).join(', ')})`
    );
  }
  const list = convertArguments(fn, view, args);
  if (info.owner.builtin) return builtinCall(fn, view, target, list);
  fn.usesSharing = true;
  if (info.annotations.has('future') && info.isStatic) {
    const text = `${fn.script.helper('future')}(${JSON.stringify(info.owner.name)}, ${JSON.stringify(info.name)}, [${list.join(', ')}])`;
    return code(text, Types.void);
  }
  if (info.isStatic && isClassSymbol(info.owner))
    return result(fn, view, `${fn.script.class(info.owner)}.${info.jsName}(${list.join(', ')})`, Types.null);
  return result(fn, view, `${wrap(checked(fn, target!), Prec.member)}.${info.jsName}(${list.join(', ')})`, target!.type);
}

export function convertArguments(fn: Fn, view: MethodView, args: readonly Argument[]): string[] {
  return args.map((argument, index) => wrap(convertTo(fn, argument.code, view.parameters[index], argument.node.position), Prec.assign));
}

function builtinCall(fn: Fn, view: MethodView, target: Code | null, list: readonly string[]): Code {
  const { info } = view;
  if (isDatabaseClass(info.owner.name)) return databaseCall(fn, view, list);
  if (info.owner.name === 'Test' || info.owner.name === 'System') fn.usesSharing = true;
  const self = target ? checked(fn, target).js : null;
  const type = target?.type ?? Types.null;
  if (info.implementation === null) {
    fn.usesSharing = true;
    return result(fn, view, `${wrap(checked(fn, target!), Prec.member)}.${info.jsName}(${list.join(', ')})`, type);
  }
  const name = fn.script.constant(info.implementation, builtinName(info));
  if (self !== null && mayBeOverridden(fn, info, type)) {
    return result(fn, view, `${fn.script.helper('virtual')}(${[self, `'${info.jsName}'`, name, ...list].join(', ')})`, type);
  }
  return result(fn, view, `${name}(${self === null ? list.join(', ') : [self, ...list].join(', ')})`, type);
}

/** Methods of virtual classes and of Object: an object of the project's classes may have its own. */
function mayBeOverridden(_fn: Fn, info: MethodInfo, type: ApexType): boolean {
  if (info.isStatic) return false;
  if (info.owner.name === 'Object') return type.kind === 'class' || type.kind === 'interface' || type === OBJECT;
  return info.owner.modifiers.has('virtual') || info.owner.modifiers.has('abstract') || info.owner.kind === 'interface';
}

export function builtinName(info: MethodInfo): string {
  return `${info.owner.name.replace('.', '$')}$${info.name === info.owner.name ? 'new' : info.name}`;
}

/** A call's value. What clone() of a record gives is a record of the same object. */
function result(_fn: Fn, view: MethodView, js: string, target: ApexType): Code {
  const { returnType, info } = view;
  const cloned = returnType.name === 'SObject' && target.kind === 'sobject' && info.name.toLowerCase() === 'clone';
  const type = cloned ? target : returnType;
  return code(js, type, Prec.member, NEVER_NULL.has(`${info.owner.name}.${info.name}`.toLowerCase()) && info.owner.builtin);
}

/** Built-ins whose result is never null and that stand in conditions and arithmetic often. */
const NEVER_NULL: ReadonlySet<string> = new Set([
  'list.size',
  'list.isempty',
  'set.size',
  'set.isempty',
  'set.contains',
  'list.contains',
  'map.size',
  'map.isempty',
  'map.containskey',
  'string.length',
  'string.isblank',
  'string.isnotblank',
  'string.isempty',
  'string.isnotempty',
  'string.contains',
  'string.startswith',
  'string.endswith',
  'string.indexof',
  'string.equalsignorecase',
  'string.valueof',
  'set.add',
  'map.keyset',
  'map.values',
  'string.tolowercase',
  'string.touppercase',
  'string.trim',
  'test.isrunningtest',
  'iterator.hasnext',
  'date.today',
  'datetime.now',
  'system.now',
  'system.today'
]);
