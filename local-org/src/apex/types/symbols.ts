import { ApexType, Types, type MethodInfo, type TypeInfo, type VariableInfo } from '../../values/apexType.js';
import type {
  Annotation,
  Block,
  ConstructorDeclaration,
  Declarator,
  FieldDeclaration,
  InitializerBlock,
  MethodDeclaration,
  Modifier,
  Position,
  PropertyDeclaration,
  TypeDeclaration
} from '../syntax/ast.js';
import type { DiagnosticBag } from './diagnostics.js';

export type Annotations = ReadonlyMap<string, Readonly<Record<string, string>>>;

export function annotationMap(annotations: readonly Annotation[], modifiers: readonly Modifier[] = []): Annotations {
  const map = new Map(annotations.map((each) => [each.name.toLowerCase(), each.parameters]));
  if (modifiers.includes('testmethod') && !map.has('istest')) map.set('istest', {});
  return map;
}

/** A class, interface or enum of the project: its declaration and what the declaration pass made of it. */
export class ClassSymbol implements TypeInfo {
  readonly builtin = false;
  readonly parameters: readonly string[] = [];
  readonly type: ApexType;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly modifiers: ReadonlySet<string>;
  readonly annotations: Annotations;
  superclass: ApexType | null = null;
  interfaces: ApexType[] = [];
  methods: MethodSymbol[] = [];
  constructors: ConstructorSymbol[] = [];
  variables: VariableSymbol[] = [];
  constants: string[] = [];
  initializers: InitializerBlock[] = [];
  readonly inner = new Map<string, ClassSymbol>();
  /** Set by the declaration pass: supertypes before subtypes. */
  membersDeclared = false;

  constructor(
    readonly declaration: TypeDeclaration,
    /** `Outer.Inner` */
    readonly name: string,
    readonly outer: ClassSymbol | null,
    readonly file: string,
    readonly apiVersion: number,
    readonly diagnostics: DiagnosticBag
  ) {
    this.kind = declaration.kind;
    this.modifiers = new Set(declaration.modifiers);
    this.annotations = annotationMap(declaration.annotations);
    this.type = new ApexType(this.kind, name, [], this);
  }

  /** The outermost class: what has statics, a file and an API version. */
  get top(): ClassSymbol {
    return this.outer ? this.outer.top : this;
  }

  /** Name of the class in compiled code. */
  get jsName(): string {
    return this.name.replace('.', '$');
  }

  get isTest(): boolean {
    return this.annotations.has('istest') || (this.outer?.isTest ?? false);
  }
}

export interface ParameterInfo {
  readonly name: string;
  readonly type: ApexType;
}

export class MethodSymbol implements MethodInfo {
  readonly implementation = null;
  readonly isStatic: boolean;
  readonly modifiers: ReadonlySet<string>;
  readonly annotations: Annotations;
  /** Set by the hierarchy pass: an override answers to the name of what it overrides. */
  jsName = '';

  constructor(
    readonly declaration: MethodDeclaration,
    readonly owner: ClassSymbol,
    readonly returnType: ApexType,
    readonly parameters: readonly ParameterInfo[]
  ) {
    this.modifiers = new Set(declaration.modifiers);
    this.isStatic = this.modifiers.has('static') || this.modifiers.has('testmethod');
    this.annotations = annotationMap(declaration.annotations, declaration.modifiers);
  }

  get name(): string {
    return this.declaration.name;
  }
}

/** A declared constructor, or an implied one (`declaration` null). */
export class ConstructorSymbol implements MethodInfo {
  readonly implementation = null;
  readonly isStatic = false;
  readonly modifiers: ReadonlySet<string>;
  readonly annotations: Annotations;
  readonly returnType = Types.void;
  readonly jsName: string;

  constructor(
    readonly declaration: ConstructorDeclaration | null,
    readonly owner: ClassSymbol,
    readonly parameters: readonly ParameterInfo[]
  ) {
    this.modifiers = new Set(declaration?.modifiers ?? ['public']);
    this.annotations = annotationMap(declaration?.annotations ?? []);
    this.jsName = signatureName('$new', parameters);
  }

  get name(): string {
    return this.owner.name;
  }
}

export interface VariableSource {
  readonly declaration: FieldDeclaration | PropertyDeclaration;
  readonly declarator: Declarator | null;
}

export class VariableSymbol implements VariableInfo {
  readonly get = null;
  readonly set = null;
  readonly isStatic: boolean;
  readonly isProperty: boolean;
  readonly modifiers: ReadonlySet<string>;
  readonly annotations: Annotations;
  readonly position: Position;
  jsName: string;

  constructor(
    readonly source: VariableSource,
    readonly name: string,
    readonly type: ApexType,
    readonly owner: ClassSymbol
  ) {
    const { declaration } = source;
    this.modifiers = new Set(declaration.modifiers);
    this.isStatic = this.modifiers.has('static');
    this.isProperty = declaration.kind === 'property';
    this.annotations = annotationMap(declaration.annotations);
    this.position = source.declarator?.position ?? declaration.position;
    this.jsName = name;
  }

  get getter(): Block | null {
    return this.source.declaration.kind === 'property' ? (this.source.declaration.getter?.body ?? null) : null;
  }

  get setter(): Block | null {
    return this.source.declaration.kind === 'property' ? (this.source.declaration.setter?.body ?? null) : null;
  }

  /** Has accessors of its own in compiled code; the others are plain JavaScript properties. */
  get computed(): boolean {
    if (!this.isProperty) return false;
    return this.getter !== null || this.setter !== null || ['virtual', 'abstract', 'override'].some((each) => this.modifiers.has(each));
  }

  /** Where the value lies: of a property with accessors it is beside them. */
  get storage(): string {
    return this.computed ? `$${this.jsName}` : this.jsName;
  }
}

/** `name$Type$Type`: one JavaScript name a signature, `name$0` without parameters. */
export function signatureName(name: string, parameters: readonly ParameterInfo[]): string {
  if (parameters.length === 0) return name === '$new' ? name : `${name}$0`;
  return [name, ...parameters.map((each) => mangle(each.type))].join('$');
}

/** A type's name as part of a JavaScript identifier. */
export function mangle(type: ApexType): string {
  return type.name.replace(/[^A-Za-z0-9]+/g, '_').replace(/_$/, '');
}
