import type { MethodInfo } from '../../values/apexType.js';
import { methodsNamed, viewOf, type MethodView } from './members.js';
import { isClassSymbol, type World } from './world.js';
import { signatureName, type ClassSymbol, type MethodSymbol } from './symbols.js';
import { assignable } from './conversions.js';
import { isException } from './declarations.js';
import { OBJECT } from './kinds.js';

/** Names that JavaScript objects, or values in general, have themselves. */
const TAKEN: ReadonlySet<string> = new Set(['constructor', 'prototype', '__proto__', 'apexType', 'toString', 'valueOf', 'hasOwnProperty']);

/** Exceptions derive from JavaScript's Error. */
const TAKEN_IN_EXCEPTIONS: ReadonlySet<string> = new Set([
  'message',
  'name',
  'stack',
  'cause',
  'details',
  'positions',
  'typeName',
  'uncatchable',
  'initialize',
  'stackTraceString',
  'inaccessibleFields'
]);

/** Gives the members of a class their names in compiled code and checks that it keeps what it inherits. Supertypes must come first. */
export function nameMembers(world: World, symbol: ClassSymbol): void {
  if (symbol.membersDeclared) return;
  symbol.membersDeclared = true;
  for (const supertype of [symbol.superclass, ...symbol.interfaces]) {
    if (supertype?.info && isClassSymbol(supertype.info)) nameMembers(world, supertype.info);
  }
  const isThrown = isException(world, symbol.type);
  for (const variable of symbol.variables) {
    const { name } = variable;
    const taken = TAKEN.has(name) || (isThrown && TAKEN_IN_EXCEPTIONS.has(name)) || (!variable.isStatic && inheritsField(symbol, name));
    variable.jsName = taken ? `${name}$${symbol.jsName}` : name;
    if (
      !variable.isStatic &&
      (variable.modifiers.has('override') || variable.modifiers.has('virtual') || variable.modifiers.has('abstract'))
    ) {
      variable.jsName = overriddenVariable(symbol, variable.name) ?? variable.jsName;
    }
  }
  for (const method of symbol.methods) {
    const overridden = method.isStatic ? null : overriddenMethod(world, symbol, method);
    method.jsName = overridden && isClassSymbol(overridden.owner) ? overridden.jsName : signatureName(method.name, method.parameters);
    checkOverride(symbol, method, overridden);
  }
}

function overriddenVariable(symbol: ClassSymbol, name: string): string | null {
  for (let owner = symbol.superclass?.info; isClassSymbol(owner); owner = owner.superclass?.info) {
    const found = owner.variables.find((each) => !each.isStatic && each.name.toLowerCase() === name.toLowerCase());
    if (found) return found.jsName;
  }
  return null;
}

function inheritsField(symbol: ClassSymbol, name: string): boolean {
  return overriddenVariable(symbol, name) !== null;
}

/** The method of a superclass, or else of an interface, that this one stands for. */
function overriddenMethod(world: World, symbol: ClassSymbol, method: MethodSymbol): MethodInfo | null {
  for (const supertype of [symbol.superclass, ...symbol.interfaces, OBJECT]) {
    if (!supertype) continue;
    const found = methodsNamed(world, supertype, method.name).find((view) => !view.info.isStatic && sameParameters(view, method));
    if (found && (method.modifiers.has('override') || !hiddenFrom(found.info, symbol))) return found.info;
  }
  return null;
}

/** A private method that is not virtual is its class's own business: a subclass may use the name again. */
function hiddenFrom(method: MethodInfo, symbol: ClassSymbol): boolean {
  return method.modifiers.has('private') && isClassSymbol(method.owner) && method.owner.top !== symbol.top;
}

function sameParameters(view: MethodView, method: MethodSymbol): boolean {
  return (
    view.parameters.length === method.parameters.length && view.parameters.every((type, index) => type === method.parameters[index].type)
  );
}

function checkOverride(symbol: ClassSymbol, method: MethodSymbol, overridden: MethodInfo | null): void {
  const { position } = method.declaration;
  const inClass = overridden !== null && overridden.owner.kind === 'class';
  if (method.modifiers.has('override') && !overridden) {
    symbol.diagnostics.report(position, `Method does not override an ancestor method: ${describeMethod(method)}`);
  } else if (inClass && isClassSymbol(overridden.owner) && !method.modifiers.has('override') && !overridden.modifiers.has('abstract')) {
    // What implements an abstract method may go without the word (fflib's selectors do).
    symbol.diagnostics.report(position, `Method must use the override keyword: ${describeMethod(method)}`);
  }
  if (method.declaration.body === null && symbol.kind === 'class' && !method.modifiers.has('abstract')) {
    symbol.diagnostics.report(position, `Method must define a body: ${describeMethod(method)}`);
  }
}

/** `void Foo.bar(String)`, as messages name a method. */
export function describeMethod(method: MethodInfo): string {
  return `${method.returnType.name} ${method.owner.name}.${method.name}(${method.parameters.map((each) => each.type.name).join(', ')})`;
}

/** A method that must also be reachable under another JavaScript name: `compareTo$1` of Comparable for `compareTo$Object`. */
export interface Alias {
  readonly name: string;
  readonly target: string;
  readonly arity: number;
  /** An interface's method may be implemented by a static one (seen in trailheadapps/apex-recipes, QueueableRecipes). */
  readonly isStatic: boolean;
}

/** The further names that objects of this class must answer to, and a check that every abstract and interface method has a body. */
export function aliases(world: World, symbol: ClassSymbol): Alias[] {
  const found = new Map<string, Alias>();
  for (const method of symbol.methods) {
    if (method.isStatic) continue;
    const overridden = overriddenMethod(world, symbol, method);
    if (overridden && overridden.owner.builtin) add(found, overridden.jsName, method);
  }
  for (const type of allInterfaces(world, symbol)) {
    const info = type.info;
    if (!info) continue;
    for (const declared of info.methods) {
      if (declared.isStatic) continue;
      const wanted = viewOf(world, declared, world.bindings(type));
      const implementation = implementationOf(world, symbol, wanted);
      if (implementation) add(found, declared.jsName, implementation);
      else if (!symbol.modifiers.has('abstract') && declared.implementation === null) {
        symbol.diagnostics.report(symbol.declaration.position, `Class ${symbol.name} must implement the method: ${describeWanted(wanted)}`);
      }
    }
  }
  if (!symbol.modifiers.has('abstract')) checkAbstract(world, symbol);
  return [...found.values()];
}

function describeWanted({ info, parameters, returnType }: MethodView): string {
  return `${returnType.name} ${info.owner.name}.${info.name}(${parameters.map((each) => each.name).join(', ')})`;
}

function add(found: Map<string, Alias>, name: string, method: MethodInfo): void {
  const { jsName: target, isStatic } = method;
  if (name !== target || isStatic) found.set(name, { name, target, arity: method.parameters.length, isStatic });
}

function implementationOf(world: World, symbol: ClassSymbol, wanted: MethodView): MethodInfo | undefined {
  const candidates = methodsNamed(world, symbol.type, wanted.info.name).filter(
    (view) => view.info.owner.kind === 'class' && view.parameters.length === wanted.parameters.length
  );
  const exact = candidates.find((view) => view.parameters.every((type, index) => type === wanted.parameters[index]));
  return (exact ?? candidates.find((view) => wanted.parameters.every((type, index) => assignable(world, type, view.parameters[index]))))
    ?.info;
}

function checkAbstract(world: World, symbol: ClassSymbol): void {
  for (let owner = symbol.superclass?.info; isClassSymbol(owner); owner = owner.superclass?.info) {
    for (const method of owner.methods) {
      if (!method.modifiers.has('abstract')) continue;
      const nearest = methodsNamed(world, symbol.type, method.name).find((view) => sameParameters(view, method));
      if (nearest?.info === method) {
        symbol.diagnostics.report(
          symbol.declaration.position,
          `Class ${symbol.name} must implement the abstract method: ${describeMethod(method)}`
        );
      }
    }
  }
}

/** Interfaces of the class itself and those they extend. Superclasses have done this for their own. */
function allInterfaces(world: World, symbol: ClassSymbol): MethodOwner[] {
  const order: MethodOwner[] = [];
  const queue: MethodOwner[] = [...symbol.interfaces];
  if (symbol.superclass?.info?.modifiers.has('abstract')) {
    for (
      let owner = symbol.superclass.info as ClassSymbol | null;
      isClassSymbol(owner);
      owner = (owner.superclass?.info ?? null) as ClassSymbol | null
    ) {
      queue.push(...owner.interfaces);
    }
  }
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (order.includes(next)) continue;
    order.push(next);
    queue.push(...world.supertypes(next).filter((each) => each.kind === 'interface'));
  }
  return order;
}

type MethodOwner = ClassSymbol['type'];
