/** Apex types as they exist at run time and in the checker: one interned object a type. */

export type TypeKind = 'primitive' | 'sobject' | 'class' | 'interface' | 'enum' | 'list' | 'set' | 'map' | 'parameter' | 'void' | 'null';

/**
 * `name` is the canonical spelling: `Integer`, `List<Account>`, `Map<Id, List<String>>`, `Outer.Inner`, `Database.SaveResult`, `Schema.SObjectType`;
 * classes of the System namespace have no prefix (`Exception`, `Http`). `SObject` itself is of kind 'sobject'.
 */
export class ApexType {
  readonly key: string;
  /** Type arguments: [element] of a list or set, [key, value] of a map, those of a generic class. */
  readonly arguments: readonly ApexType[];

  constructor(
    readonly kind: TypeKind,
    readonly name: string,
    typeArguments: readonly ApexType[] = [],
    /** Of classes, interfaces and enums, built-in or the project's. */
    readonly info: TypeInfo | null = null
  ) {
    this.key = name.toLowerCase();
    this.arguments = typeArguments;
  }

  toString(): string {
    return this.name;
  }
}

/** What a class, interface or enum is made of, whether declared in Apex or built in. */
export interface TypeInfo {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly builtin: boolean;
  readonly modifiers: ReadonlySet<string>;
  /** Names of type parameters: ['T'], ['K', 'V']. */
  readonly parameters: readonly string[];
  readonly superclass: ApexType | null;
  readonly interfaces: readonly ApexType[];
  readonly methods: readonly MethodInfo[];
  readonly constructors: readonly MethodInfo[];
  readonly variables: readonly VariableInfo[];
  /** Of an enum, in order. */
  readonly constants: readonly string[];
  readonly outer: TypeInfo | null;
  readonly apiVersion: number;
  /** Annotations of the class itself (`istest`, `restresource`), names lower-cased as in MethodInfo.annotations. */
  readonly annotations?: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export interface MethodInfo {
  readonly name: string;
  readonly isStatic: boolean;
  readonly modifiers: ReadonlySet<string>;
  readonly annotations: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly returnType: ApexType;
  readonly parameters: readonly { readonly name: string; readonly type: ApexType }[];
  readonly owner: TypeInfo;
  /**
   * Property name of the method on the JavaScript class.
   * Methods of built-in interfaces and virtual classes: `name$arity` in the built-in's spelling (`compareTo$1`, `execute$2`, `toString$0`, `handleMethodCall$6`);
   * methods of Apex classes: `name$Type$Type`, and an alias with the built-in's name where they implement or override one.
   */
  readonly jsName: string;
  /** Built-in only: called as (self, …args), or (…args) when static. */
  readonly implementation: ((...args: never[]) => unknown) | null;
}

/** A field, property or enum-like constant. */
export interface VariableInfo {
  readonly name: string;
  readonly isStatic: boolean;
  readonly modifiers: ReadonlySet<string>;
  readonly annotations: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly type: ApexType;
  readonly owner: TypeInfo;
  readonly isProperty: boolean;
  /** Property name on the JavaScript instance (or of the statics object). */
  readonly jsName: string;
  /** Built-in only: (self) or () when static. */
  readonly get: ((self?: never) => unknown) | null;
  readonly set: ((...args: never[]) => void) | null;
}

const PRIMITIVES = [
  'Boolean',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'String',
  'Id',
  'Date',
  'Datetime',
  'Time',
  'Blob',
  'Object'
] as const;
export type PrimitiveName = (typeof PRIMITIVES)[number];

const interned = new Map<string, ApexType>();
const primitives = new Map<string, ApexType>(PRIMITIVES.map((name) => [name.toLowerCase(), new ApexType('primitive', name)]));

function intern(kind: TypeKind, name: string, args: readonly ApexType[]): ApexType {
  // Two programs may both have a class Foo: identity of the arguments is part of the key.
  const key = `${kind}:${name.toLowerCase()}:${args.map(identity).join(',')}`;
  let type = interned.get(key);
  if (!type) interned.set(key, (type = new ApexType(kind, name, args)));
  return type;
}

const identities = new WeakMap<ApexType, number>();
let nextIdentity = 1;
function identity(type: ApexType): number {
  let id = identities.get(type);
  if (!id) identities.set(type, (id = nextIdentity++));
  return id;
}

export const Types = {
  void: new ApexType('void', 'void'),
  null: new ApexType('null', 'null'),
  primitive: (name: PrimitiveName): ApexType => primitives.get(name.toLowerCase())!,
  primitiveByName: (name: string): ApexType | undefined => primitives.get(name.toLowerCase()),
  sobject: (name: string): ApexType => intern('sobject', name, []),
  list: (element: ApexType): ApexType => intern('list', `List<${element.name}>`, [element]),
  set: (element: ApexType): ApexType => intern('set', `Set<${element.name}>`, [element]),
  map: (key: ApexType, value: ApexType): ApexType => intern('map', `Map<${key.name}, ${value.name}>`, [key, value]),
  parameter: (name: string): ApexType => intern('parameter', name, [])
};
