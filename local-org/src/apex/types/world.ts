import { type ApexType, Types, type TypeInfo } from '../../values/apexType.js';
import { builtinGeneric, builtinNamed, memberInfoOf } from './builtins.js';
import type { Schema } from '../../schema/model.js';
import type { TypeReference } from '../syntax/index.js';
import { AGGREGATE, ERROR, OBJECT, SOBJECT } from './kinds.js';
import type { ClassSymbol } from './symbols.js';

/** Names that may stand before a built-in type. */
const NAMESPACES: ReadonlySet<string> = new Set([
  'system',
  'schema',
  'database',
  'apexpages',
  'messaging',
  'auth',
  'connectapi',
  'approval',
  'cache',
  'eventbus',
  'dom',
  'metadata',
  'search',
  'process',
  'quickaction',
  'reports',
  'site',
  'support',
  'userprovisioning',
  'visualeditor',
  'flow',
  'invocable',
  'functions',
  'txnsecurity',
  'canvas',
  'kbmanagement',
  'lxscheduler',
  'chatteranswers',
  'applauncher',
  'datasource',
  'datacategory',
  'richmessaging',
  'sfc',
  'slack',
  'wave',
  'commerce',
  'compression'
]);

/** Everything that a name can mean: the project's types, the built-in ones and the schema's objects. */
export class World {
  /** By lower-cased name, inner classes as `outer.inner`. */
  readonly classes = new Map<string, ClassSymbol>();

  constructor(
    readonly schema: Schema,
    /** A program's world that this one adds to (anonymous Apex). */
    private readonly parent: World | null = null
  ) {}

  add(symbol: ClassSymbol): void {
    this.classes.set(symbol.name.toLowerCase(), symbol);
  }

  /** A class of the project by its full name. */
  classNamed(name: string): ClassSymbol | undefined {
    return this.classes.get(name.toLowerCase()) ?? this.parent?.classNamed(name);
  }

  isNamespace(name: string): boolean {
    return NAMESPACES.has(name.toLowerCase());
  }

  /** The type that a single name means inside `context`: inner types first, then the project's, the built-in ones, the schema's. */
  typeNamed(name: string, context: ClassSymbol | null): ApexType | undefined {
    return this.nestedType(name, context) ?? this.topLevelType(name);
  }

  private nestedType(name: string, context: ClassSymbol | null): ApexType | undefined {
    const key = name.toLowerCase();
    for (let scope: ClassSymbol | null = context; scope; scope = scope.outer) {
      const found = this.innerType(scope, key) ?? (scope.name.toLowerCase() === key ? scope.type : undefined);
      if (found) return found;
    }
    return undefined;
  }

  /** An inner type of the class or of one it extends. */
  innerType(owner: ClassSymbol, key: string): ApexType | undefined {
    const seen = new Set<ClassSymbol>();
    for (let scope: TypeInfo | null = owner; scope && isClassSymbol(scope) && !seen.has(scope); scope = scope.superclass?.info ?? null) {
      seen.add(scope);
      const inner = scope.inner.get(key);
      if (inner) return inner.type;
    }
    return undefined;
  }

  topLevelType(name: string): ApexType | undefined {
    return this.classNamed(name)?.type ?? this.builtin(name) ?? this.sobject(name);
  }

  /** A primitive or built-in type by its name; the namespaces System and Schema are implied (Apex Developer Guide, "Namespaces, Classes, and Variable Precedence"). */
  builtin(name: string): ApexType | undefined {
    return Types.primitiveByName(name) ?? recordBase(name) ?? builtinNamed(name);
  }

  sobject(name: string): ApexType | undefined {
    const info = this.schema.object(name);
    return info && Types.sobject(info.name);
  }

  /** A type in a namespace: `System.Http`, `Schema.Account`, `Database.SaveResult`. */
  qualifiedType(namespace: string, name: string): ApexType | undefined {
    const key = namespace.toLowerCase();
    if (key === 'system') return this.builtin(name);
    if (key === 'schema') return builtinNamed(`Schema.${name}`) ?? this.sobject(name);
    return builtinNamed(`${namespace}.${name}`);
  }

  /** A type as written, or undefined when there is none of that name. */
  resolve(reference: TypeReference, context: ClassSymbol | null): ApexType | undefined {
    const args: ApexType[] = [];
    for (const each of reference.arguments) {
      const argument = this.resolve(each, context);
      if (!argument) return undefined;
      args.push(argument);
    }
    return this.resolveParts(reference.parts, args, context);
  }

  resolveParts(parts: readonly string[], args: readonly ApexType[], context: ClassSymbol | null): ApexType | undefined {
    const collection = this.collection(parts, args);
    if (collection) return collection;
    const found = this.path(parts, context);
    if (!found) return undefined;
    return this.withArguments(found, args);
  }

  private path(parts: readonly string[], context: ClassSymbol | null): ApexType | undefined {
    const [first, second, third] = parts;
    if (parts.length === 1) return this.typeNamed(first, context);
    if (parts.length === 2) {
      const outer = this.nestedType(first, context) ?? this.classNamed(first)?.type;
      if (outer?.info && isClassSymbol(outer.info)) {
        const inner = this.innerType(outer.info, second.toLowerCase());
        if (inner) return inner;
      }
      // `Account.SObjectType.class`
      if (second.toLowerCase() === 'sobjecttype' && this.sobject(first)) return this.builtin('Schema.SObjectType');
      return this.qualifiedType(first, second);
    }
    if (parts.length === 3 && first.toLowerCase() === 'system') return this.qualifiedType(second, third);
    // `Messaging.InboundEmail.BinaryAttachment`
    if (parts.length === 3) return builtinNamed(parts.join('.'));
    return undefined;
  }

  private collection(parts: readonly string[], args: readonly ApexType[]): ApexType | undefined {
    if (args.length === 0) return undefined;
    const name = parts.at(-1)!.toLowerCase();
    if (parts.length > 1 && parts[0].toLowerCase() !== 'system') return undefined;
    if (name === 'list' && args.length === 1) return Types.list(args[0]);
    if (name === 'set' && args.length === 1) return Types.set(args[0]);
    if (name === 'map' && args.length === 2) return Types.map(args[0], args[1]);
    return undefined;
  }

  /** A generic built-in class or interface with its arguments: `Database.Batchable<Account>`. Without arguments each is Object. */
  withArguments(type: ApexType, args: readonly ApexType[]): ApexType | undefined {
    const parameters = type.info?.parameters ?? [];
    if (parameters.length === 0) return args.length === 0 ? type : undefined;
    if (isCollection(type.info!.name)) return undefined;
    if (args.length === 0)
      return this.withArguments(
        type,
        parameters.map(() => OBJECT)
      );
    if (args.length !== parameters.length) return undefined;
    return builtinGeneric(type, args);
  }

  /** What a built-in declaration says with its type parameters filled in: `T` of List<T> becomes Account in a List<Account>. */
  substitute(type: ApexType, bindings: ReadonlyMap<string, ApexType>): ApexType {
    if (bindings.size === 0) return type;
    if (type.kind === 'parameter') return bindings.get(type.name) ?? OBJECT;
    if (type.arguments.length === 0) return type;
    const args = type.arguments.map((each) => this.substitute(each, bindings));
    if (args.every((each, index) => each === type.arguments[index])) return type;
    if (type.kind === 'list') return Types.list(args[0]);
    if (type.kind === 'set') return Types.set(args[0]);
    if (type.kind === 'map') return Types.map(args[0], args[1]);
    return builtinGeneric(type, args);
  }

  /** The class that holds a type's built-in members: String for a string, List for any list, SObject for a record. */
  memberInfo(type: ApexType): TypeInfo | null {
    return type === ERROR ? null : memberInfoOf(type);
  }

  /** What the type parameters of a type's class stand for. */
  bindings(type: ApexType): ReadonlyMap<string, ApexType> {
    const parameters = this.memberInfo(type)?.parameters ?? [];
    return new Map(parameters.map((parameter, index) => [parameter, type.arguments[index] ?? OBJECT]));
  }

  /** Direct supertypes with their arguments: the superclass first. */
  supertypes(type: ApexType): readonly ApexType[] {
    const info = this.memberInfo(type);
    if (!info) return [];
    const bindings = this.bindings(type);
    const direct = info.superclass ? [info.superclass, ...info.interfaces] : info.interfaces;
    return direct.map((each) => this.substitute(each, bindings));
  }

  /** The supertype of `type` that is an instance of `target`'s class, or undefined: subtyping by declaration. */
  asSuper(type: ApexType, target: ApexType): ApexType | undefined {
    const wanted = this.memberInfo(target);
    if (!wanted) return undefined;
    const queue: ApexType[] = [type];
    const seen = new Set<TypeInfo>();
    for (let next = queue.shift(); next; next = queue.shift()) {
      const info = this.memberInfo(next);
      if (!info || seen.has(info)) continue;
      if (info === wanted) return next;
      seen.add(info);
      queue.push(...this.supertypes(next));
    }
    return undefined;
  }
}

export function isClassSymbol(info: TypeInfo | null | undefined): info is ClassSymbol {
  return info !== null && info !== undefined && !info.builtin;
}

/** Record types that no schema declares; the built-in classes of these names hold their methods. */
function recordBase(name: string): ApexType | undefined {
  const key = name.toLowerCase();
  if (key === 'sobject') return SOBJECT;
  return key === 'aggregateresult' ? AGGREGATE : undefined;
}

function isCollection(name: string): boolean {
  return ['list', 'set', 'map'].includes(name.toLowerCase());
}
