import { tx } from '../../org/transaction.js';
import { ApexList, ApexObject, builtinType, convert, TypeToken } from '../../values/index.js';
import { ApexType, Types, type MethodInfo, type TypeInfo } from '../../values/apexType.js';
import { isClassSymbol } from '../types/world.js';

interface StubProvider {
  handleMethodCall$6(object: object, method: string, returnType: TypeToken, types: ApexList, names: ApexList, args: ApexList): unknown;
}

/**
 * What Test.createStub answers: an object of the type whose instance methods all go to `provider.handleMethodCall`. Its constructor has not run.
 * The platform names the class of such an object after the type, with `__sfdc_ApexStub` (seen in what String.valueOf gives).
 */
export function createStub(type: ApexType, provider: object): object {
  const made = isClassSymbol(type.info) && type.kind === 'class' ? tx().org.program.allocate(type) : new StubObject();
  Object.defineProperty(made, 'apexType', { value: stubType(type) });
  for (const method of methodsOf(type)) {
    const name = method.jsName;
    Object.defineProperty(made, name, { value: (...args: unknown[]) => answer(made, provider as StubProvider, method, args) });
  }
  return made;
}

class StubObject extends ApexObject {
  declare apexType: ApexType;
}

function answer(self: object, provider: StubProvider, method: MethodInfo, args: unknown[]): unknown {
  const types = method.parameters.map((each) => TypeToken.of(each.type));
  const names = method.parameters.map((each) => each.name);
  const result = provider.handleMethodCall$6(
    self,
    method.name,
    TypeToken.of(method.returnType),
    new ApexList(builtinType('Type'), types),
    new ApexList(Types.primitive('String'), names),
    new ApexList(Types.primitive('Object'), args)
  );
  return method.returnType === Types.void ? undefined : convert(result, method.returnType);
}

/** Instance methods of the type and what it inherits: the nearest of a name first, final ones left alone. */
function methodsOf(type: ApexType): MethodInfo[] {
  const found = new Map<string, MethodInfo>();
  const queue: ApexType[] = [type];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const info: TypeInfo | null = next.info;
    if (!info || (info.builtin && info.kind === 'class')) continue;
    for (const method of info.methods) {
      if (method.isStatic || method.modifiers.has('private') || method.modifiers.has('final')) continue;
      if (!found.has(method.jsName)) found.set(method.jsName, method);
    }
    if (info.superclass) queue.push(info.superclass);
    queue.push(...info.interfaces);
  }
  return [...found.values()];
}

const stubTypes = new WeakMap<ApexType, ApexType>();

function stubType(type: ApexType): ApexType {
  let stub = stubTypes.get(type);
  if (!stub) stubTypes.set(type, (stub = new ApexType('class', `${type.name}__sfdc_ApexStub`, [], stubInfo(type))));
  return stub;
}

function stubInfo(type: ApexType): TypeInfo {
  const isClass = type.kind === 'class';
  return {
    name: `${type.name}__sfdc_ApexStub`,
    kind: 'class',
    builtin: false,
    modifiers: new Set(['public']),
    parameters: [],
    superclass: isClass ? type : null,
    interfaces: isClass ? [] : [type],
    methods: [],
    constructors: [],
    variables: [],
    constants: [],
    outer: null,
    apiVersion: type.info?.apiVersion ?? 0
  };
}
