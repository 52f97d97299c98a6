import { Types, type ApexType, type MethodInfo, type TypeInfo, type VariableInfo } from '../../values/apexType.js';
import { OBJECT } from './kinds.js';
import type { World } from './world.js';

/** A method as seen through a type: type parameters filled in. */
export interface MethodView {
  readonly info: MethodInfo;
  readonly parameters: readonly ApexType[];
  readonly returnType: ApexType;
}

export interface VariableView {
  readonly info: VariableInfo;
  readonly type: ApexType;
}

export function viewOf(world: World, info: MethodInfo, bindings: ReadonlyMap<string, ApexType>): MethodView {
  return {
    info,
    parameters: info.parameters.map((each) => world.substitute(each.type, bindings)),
    returnType: world.substitute(info.returnType, bindings)
  };
}

/** The methods of this name that a value of the type has, nearest first; overridden ones are left out. */
export function methodsNamed(world: World, type: ApexType, name: string): MethodView[] {
  const key = name.toLowerCase();
  const found: MethodView[] = [];
  const signatures = new Set<string>();
  for (const each of ancestry(world, type)) {
    const info = world.memberInfo(each)!;
    const bindings = world.bindings(each);
    for (const method of info.methods) {
      if (method.name.toLowerCase() !== key) continue;
      const view = viewOf(world, method, bindings);
      const signature = view.parameters.map((parameter) => parameter.key).join(',');
      if (signatures.has(signature)) continue;
      signatures.add(signature);
      found.push(view);
    }
  }
  return found;
}

/** The field or property of this name, of the type or one of its superclasses. */
export function variableNamed(world: World, type: ApexType, name: string): VariableView | undefined {
  const key = name.toLowerCase();
  for (const each of ancestry(world, type)) {
    const variable = world.memberInfo(each)!.variables.find((candidate) => candidate.name.toLowerCase() === key);
    if (variable) return { info: variable, type: world.substitute(variable.type, world.bindings(each)) };
  }
  return undefined;
}

/** The type, its supertypes in breadth, and Object at the end. */
export function ancestry(world: World, type: ApexType): ApexType[] {
  const order: ApexType[] = [];
  const seen = new Set<TypeInfo>();
  const queue: ApexType[] = [type];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const info = world.memberInfo(next);
    if (!info || seen.has(info)) continue;
    seen.add(info);
    order.push(next);
    queue.push(...world.supertypes(next));
  }
  const object = world.memberInfo(OBJECT);
  if (object && !seen.has(object) && type.kind !== 'void' && type !== Types.null) order.push(OBJECT);
  return order;
}
