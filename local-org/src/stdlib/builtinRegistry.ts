import { ApexType, Types, type MethodInfo, type TypeInfo, type VariableInfo } from '../values/apexType.js';
import type { BuiltinDeclaration, Implementation, PropertyImplementation } from './declare.js';
import { parseHeader, parseMember, type HeaderText, type MemberText, type TypeText } from './signature.js';

/**
 * Record types that signatures may name. Whether a project's schema has them is not known here, and need not be: a signature only says that
 * a record of that object goes in or comes out.
 */
const OBJECTS_IN_SIGNATURES = [
  'SObject',
  'AggregateResult',
  'User',
  'Group',
  'RecordType',
  'CronTrigger',
  'AsyncApexJob',
  'StaticResource'
];
const SOBJECTS: ReadonlyMap<string, string> = new Map(OBJECTS_IN_SIGNATURES.map((name) => [name.toLowerCase(), name]));

const NO_ANNOTATIONS: MethodInfo['annotations'] = new Map();

/** One built-in class, interface or enum: everything that its declarations, in one file or several, say about it. */
class BuiltinType implements TypeInfo {
  readonly builtin = true;
  readonly outer = null;
  readonly apiVersion = 0;
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly parameters: readonly string[];
  readonly modifiers = new Set<string>();
  readonly interfaces: ApexType[] = [];
  readonly methods: MethodInfo[] = [];
  readonly constructors: MethodInfo[] = [];
  readonly variables: VariableInfo[] = [];
  readonly constants: string[] = [];
  readonly type: ApexType;
  superclass: ApexType | null = null;

  constructor(header: HeaderText) {
    this.name = header.name;
    this.kind = header.kind;
    this.parameters = header.parameters;
    this.type = new ApexType(header.kind, header.name, [], this);
  }

  /** What stands before the last part: `Database` of `Database.SaveResult`. */
  get namespace(): string {
    return this.name.split('.').slice(0, -1).join('.');
  }
}

/**
 * The built-in classes by name, made of their declarations at first use (declarations are made of modules that ask for types themselves).
 * A header or signature that cannot be read, an unknown type in one and a member declared twice are errors then, naming header and signature.
 */
export class BuiltinRegistry {
  private loaded: Map<string, BuiltinType> | null = null;
  private readonly instances = new Map<TypeInfo, ApexType[]>();

  constructor(private readonly declarations: () => readonly BuiltinDeclaration[]) {}

  private get types(): ReadonlyMap<string, BuiltinType> {
    return this.loaded ?? this.load();
  }

  private load(): ReadonlyMap<string, BuiltinType> {
    // Signatures look types up while they are read; a registry with an error stays unusable.
    this.loaded = new Map();
    try {
      this.read(this.loaded);
      return this.loaded;
    } catch (error) {
      this.loaded = null;
      throw error;
    }
  }

  private read(types: Map<string, BuiltinType>): void {
    const parsed = this.declarations().map((declaration) => ({
      declaration,
      header: located(declaration.header, () => parseHeader(declaration.header))
    }));
    for (const { declaration, header } of parsed) located(declaration.header, () => declareType(types, header, declaration));
    for (const { declaration, header } of parsed) {
      const type = types.get(header.name.toLowerCase())!;
      located(declaration.header, () => this.declareSupertypes(type, header));
      for (const [signature, implementation] of Object.entries(declaration.members)) {
        located(`${declaration.header} { ${signature} }`, () => this.declareMember(type, parseMember(signature), implementation));
      }
    }
  }

  /** All built-in types, sorted by name. */
  all(): TypeInfo[] {
    return [...this.types.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  }

  /**
   * The type of this name: `Http` and `System.Http`, `Database.SaveResult`, `Schema.SObjectType` and `SObjectType`; any case. A generic type
   * comes without arguments, and the classes of primitives and collections (`String`, `List`) as what holds their members.
   */
  find(name: string): ApexType | undefined {
    return this.lookUp(name)?.type;
  }

  /** A generic type with its arguments: `Iterable` and Account give `Iterable<Account>`. One object for the same arguments. */
  instantiate(type: ApexType, typeArguments: readonly ApexType[]): ApexType {
    const info = type.info;
    if (info?.parameters.length !== typeArguments.length)
      throw new Error(`${type.name} does not take ${typeArguments.length} type arguments`);
    if (!typeArguments.length) return type;
    const [first, second] = typeArguments;
    if (info.name === 'List') return Types.list(first);
    if (info.name === 'Set') return Types.set(first);
    if (info.name === 'Map') return Types.map(first, second);
    const known = this.instances.get(info) ?? [];
    this.instances.set(info, known);
    // Two programs may both have a class Foo: equal names are not enough.
    const found = known.find((each) => each.arguments.every((argument, index) => argument === typeArguments[index]));
    if (found) return found;
    const instance = new ApexType(type.kind, `${info.name}<${typeArguments.map((each) => each.name).join(', ')}>`, typeArguments, info);
    known.push(instance);
    return instance;
  }

  /** The declaration that holds a type's members: its own, or that of String, List or SObject for the types of those kinds. */
  infoOf(type: ApexType): TypeInfo | null {
    if (type.info) return type.info;
    const holder = { primitive: type.name, list: 'List', set: 'Set', map: 'Map', sobject: 'SObject' }[type.kind as string];
    return (holder && this.types.get(holder.toLowerCase())) || null;
  }

  private lookUp(name: string): BuiltinType | undefined {
    const key = name.toLowerCase();
    const bare = key.startsWith('system.') ? key.slice('system.'.length) : key;
    return this.types.get(bare) ?? this.types.get(`schema.${bare}`);
  }

  private declareSupertypes(type: BuiltinType, header: HeaderText): void {
    if (header.superclass) {
      const superclass = this.resolve(header.superclass, type);
      if (type.superclass && type.superclass !== superclass) throw new Error(`extends ${type.superclass.name} elsewhere`);
      type.superclass = superclass;
    }
    for (const each of header.interfaces) {
      const resolved = this.resolve(each, type);
      if (!type.interfaces.includes(resolved)) type.interfaces.push(resolved);
    }
  }

  private declareMember(owner: BuiltinType, member: MemberText, implementation: Implementation | PropertyImplementation): void {
    if (member.kind === 'variable') owner.variables.push(this.variable(owner, member, implementation));
    else {
      const method = this.method(owner, member, implementation);
      const declared = member.kind === 'constructor' ? owner.constructors : owner.methods;
      if (declared.some((other) => sameSignature(other, method))) throw new Error('declared twice');
      declared.push(method);
    }
  }

  private method(owner: BuiltinType, member: MemberText, implementation: Implementation | PropertyImplementation): MethodInfo {
    const isConstructor = member.kind === 'constructor';
    if (isConstructor && member.name !== owner.name && member.name !== owner.name.split('.').at(-1))
      throw new Error(`'${member.name}' has no return type`);
    if (implementation !== null && typeof implementation !== 'function') throw new Error('a method is implemented by a function');
    const modifiers = new Set(['public', ...member.modifiers]);
    if (implementation === null && owner.kind === 'interface') modifiers.add('abstract');
    if (implementation === null && !modifiers.has('abstract')) throw new Error('has no implementation');
    return {
      name: isConstructor ? owner.name : member.name,
      isStatic: modifiers.has('static'),
      modifiers,
      annotations: NO_ANNOTATIONS,
      returnType: member.type ? this.resolve(member.type, owner) : Types.void,
      parameters: member.parameters.map(({ name, type }) => ({ name, type: this.resolve(type, owner) })),
      owner,
      jsName: `${isConstructor ? '$new' : member.name}$${member.parameters.length}`,
      implementation
    };
  }

  private variable(owner: BuiltinType, member: MemberText, implementation: Implementation | PropertyImplementation): VariableInfo {
    if (implementation === null || typeof implementation === 'function') throw new Error('a property is implemented by { get, set }');
    if (owner.variables.some(({ name }) => name.toLowerCase() === member.name.toLowerCase())) throw new Error('declared twice');
    const modifiers = new Set(['public', ...member.modifiers]);
    return {
      name: member.name,
      isStatic: modifiers.has('static'),
      modifiers,
      annotations: NO_ANNOTATIONS,
      type: this.resolve(member.type!, owner),
      owner,
      isProperty: true,
      jsName: member.name,
      get: implementation.get as VariableInfo['get'],
      set: implementation.set ?? null
    };
  }

  private resolve(text: TypeText, owner: BuiltinType): ApexType {
    const name = text.name.toLowerCase();
    const simple = text.arguments.length ? undefined : this.simpleType(text.name, owner);
    if (simple) return simple;
    const declared = this.types.get(`${owner.namespace.toLowerCase()}.${name}`) ?? this.lookUp(name);
    if (!declared) throw new Error(`unknown type ${text.name}`);
    return this.instantiate(
      declared.type,
      text.arguments.map((each) => this.resolve(each, owner))
    );
  }

  /** Type parameters, primitives, records and void: what takes no arguments and is not declared by a class. */
  private simpleType(name: string, owner: BuiltinType): ApexType | undefined {
    if (owner.parameters.includes(name)) return Types.parameter(name);
    if (name === 'void') return Types.void;
    const sobject = SOBJECTS.get(name.toLowerCase());
    return Types.primitiveByName(name) ?? (sobject ? Types.sobject(sobject) : undefined);
  }
}

function declareType(types: Map<string, BuiltinType>, header: HeaderText, declaration: BuiltinDeclaration): void {
  const key = header.name.toLowerCase();
  const type = types.get(key) ?? new BuiltinType(header);
  types.set(key, type);
  if (type.kind !== header.kind || type.parameters.join() !== header.parameters.join() || type.name !== header.name) {
    throw new Error(`does not agree with the other declaration of ${type.kind} ${type.name}`);
  }
  for (const modifier of header.modifiers) type.modifiers.add(modifier);
  type.constants.push(...declaration.constants);
  if (type.constants.length && type.kind !== 'enum') throw new Error('constants belong to an enum');
}

function sameSignature(a: MethodInfo, b: MethodInfo): boolean {
  return (
    a.name.toLowerCase() === b.name.toLowerCase() &&
    a.parameters.length === b.parameters.length &&
    a.parameters.every(({ type }, index) => type === b.parameters[index].type)
  );
}

/** Runs a step of reading the declarations; its errors say where they belong. */
function located<T>(place: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new Error(`Built-in declaration '${place}': ${(error as Error).message}`);
  }
}
