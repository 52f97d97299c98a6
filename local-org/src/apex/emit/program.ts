import type { CompiledTrigger, Program, Sharing } from '../../org/contracts.js';
import { ApexException, ApexObject, builtinType, raise, typeOf } from '../../values/index.js';
import type { ApexType } from '../../values/apexType.js';
import type { CompiledProgram, CompileInput, ProjectSource } from '../compiler.js';
import type { TriggerDeclaration } from '../syntax/index.js';
import { isException } from '../types/declarations.js';
import { CompileError, type Diagnostic } from '../types/diagnostics.js';
import { methodsNamed } from '../types/members.js';
import { chooseOverload } from '../types/overloads.js';
import { type ClassSymbol } from '../types/symbols.js';
import { isClassSymbol, type World } from '../types/world.js';
import type { Assembled, CompiledClass } from './assemble.js';
import { entry } from './runtime/control.js';
import { sharingOf } from './sharing.js';
import { createStub } from './stub.js';
import { Types } from '../../values/apexType.js';

interface Compiled {
  readonly assembled: Assembled;
  readonly symbol: ClassSymbol | null;
  readonly source: ProjectSource;
}

/** A linked program: classes by name, triggers by object. */
export class ApexProgram implements CompiledProgram, Program {
  readonly diagnostics: Diagnostic[] = [];
  private readonly compiled = new Map<string, Compiled>();
  private readonly triggersByObject = new Map<string, CompiledTrigger[]>();
  private readonly broken = new Map<ClassSymbol, readonly Diagnostic[]>();
  /** By jsName; what linking hands to the scripts. */
  private readonly linked: Record<string, unknown> = {};
  private readonly made = new Map<ClassSymbol, CompiledClass>();
  private readonly factories = new Map<string, (base: unknown) => CompiledClass>();

  constructor(
    readonly world: World,
    readonly input: CompileInput,
    private readonly withCoverage: boolean
  ) {}

  add(assembled: Assembled, symbol: ClassSymbol | null, trigger: TriggerDeclaration | null, source: ProjectSource): void {
    this.compiled.set((symbol ? '' : 'trigger ') + assembled.name.toLowerCase(), { assembled, symbol, source });
    for (const [name, factory] of Object.entries(assembled.classes ?? {})) this.factories.set(name, factory);
    if (trigger) this.addTrigger(assembled, trigger);
  }

  private addTrigger(assembled: Assembled, trigger: TriggerDeclaration): void {
    const key = trigger.object.toLowerCase();
    const triggers = this.triggersByObject.get(key) ?? [];
    triggers.push({ name: trigger.name, object: trigger.object, events: trigger.events, run: () => entry(assembled.run!) });
    this.triggersByObject.set(key, triggers);
  }

  addBroken(symbol: ClassSymbol | null, diagnostics: readonly Diagnostic[]): void {
    this.diagnostics.push(...diagnostics);
    if (symbol) this.broken.set(symbol, diagnostics);
  }

  /** Defines the classes, superclasses first, and gives every script those it uses. */
  link(): void {
    for (const symbol of this.world.classes.values()) this.define(symbol);
    for (const { assembled } of this.compiled.values()) assembled.link(this.linked);
  }

  /** Adds the classes of anonymous Apex. */
  linkFurther(assembled: Assembled, symbols: readonly ClassSymbol[]): void {
    const own: Record<string, unknown> = Object.create(this.linked) as Record<string, unknown>;
    for (const [name, factory] of Object.entries(assembled.classes)) this.factories.set(name, factory);
    const all = symbols.flatMap((symbol) => [symbol, ...symbol.inner.values()]);
    for (const symbol of all) this.define(symbol, own);
    const anonymous = this.factories.get('anonymous_apex')!;
    own['anonymous_apex'] = anonymous(ApexObject);
    assembled.link(own);
  }

  private define(symbol: ClassSymbol, into: Record<string, unknown> = this.linked): unknown {
    if (symbol.kind !== 'class') return null;
    if (Object.hasOwn(into, symbol.jsName)) return into[symbol.jsName];
    const defects = this.defectsOf(symbol);
    const made = defects ? brokenClass(defects) : this.defineClass(symbol, into);
    into[symbol.jsName] = made;
    return made;
  }

  private defineClass(symbol: ClassSymbol, into: Record<string, unknown>): CompiledClass {
    const superclass = symbol.superclass?.info;
    const base = isClassSymbol(superclass)
      ? this.define(superclass, this.world.classes.has(superclass.name.toLowerCase()) ? this.linked : into)
      : isException(this.world, symbol.type)
        ? ApexException
        : ApexObject;
    const made = this.factories.get(symbol.jsName)!(base);
    Object.defineProperty(made.prototype, 'apexType', { value: symbol.type });
    this.made.set(symbol, made);
    return made;
  }

  /** The errors of a class or of one it extends. */
  private defectsOf(symbol: ClassSymbol): readonly Diagnostic[] | undefined {
    for (let each: ClassSymbol | null = symbol; each; each = isClassSymbol(each.superclass?.info) ? each.superclass.info : null) {
      const defects = this.broken.get(each.top);
      if (defects) return defects;
    }
    return undefined;
  }

  type(name: string): ApexType | undefined {
    return this.world.classNamed(name)?.type ?? this.world.builtin(name);
  }

  *classes(): Iterable<ApexType> {
    for (const symbol of this.world.classes.values()) if (!symbol.outer) yield symbol.type;
  }

  triggers(object: string): readonly CompiledTrigger[] {
    return this.triggersByObject.get(object.toLowerCase()) ?? [];
  }

  invokeStatic(className: string, method: string, args: readonly unknown[]): unknown {
    const symbol = this.world.classNamed(className) ?? raise('TypeException', `Class not found: ${className}`);
    const candidates = methodsNamed(this.world, symbol.type, method).filter(
      (view) => view.info.isStatic && view.parameters.length === args.length
    );
    const types = args.map((each) => ({ type: each === null ? Types.null : typeOf(each) }));
    const view = candidates.length === 1 ? candidates[0] : chooseOverload(this.world, candidates, types);
    if (!view || !isClassSymbol(view.info.owner)) return raise('TypeException', `Method does not exist: ${className}.${method}`);
    const owner = this.linked[view.info.owner.jsName] as Record<string, (...args: readonly unknown[]) => unknown>;
    return entry(() => owner[view.info.jsName](...args) ?? null);
  }

  instantiate(type: ApexType): unknown {
    if (isClassSymbol(type.info)) return this.instantiateClass(type.info);
    const constructor = (type.info ?? builtinType(type.name).info)?.constructors.find((each) => each.parameters.length === 0);
    if (!constructor?.implementation) return raise('TypeException', `Type cannot be constructed: ${type.name}`);
    return constructor.implementation();
  }

  private instantiateClass(symbol: ClassSymbol): unknown {
    if (!symbol.constructors.some((each) => each.parameters.length === 0)) {
      return raise('TypeException', `Class ${symbol.name} must have a no-argument constructor`);
    }
    return (this.allocate(symbol.type) as { $new(): unknown }).$new();
  }

  stub(type: ApexType, provider: object): object {
    return createStub(type, provider);
  }

  allocate(type: ApexType): object {
    const symbol = type.info;
    const made = isClassSymbol(symbol) ? this.made.get(symbol) : undefined;
    return made ? new made() : raise('TypeException', `Type cannot be constructed: ${type.name}`);
  }

  sharing(className: string): Sharing {
    const symbol = this.world.classNamed(className);
    return symbol ? sharingOf(symbol) : 'none';
  }

  coverage(): ReadonlyMap<string, { readonly file: string; readonly executable: readonly number[]; readonly hit: ReadonlySet<number> }> {
    const result = new Map<string, { file: string; executable: readonly number[]; hit: ReadonlySet<number> }>();
    if (!this.withCoverage) return result;
    for (const { assembled, source } of this.compiled.values()) {
      const hit = new Set(assembled.executable.filter((_, index) => assembled.hits[index] > 0));
      result.set(assembled.name, { file: source.file, executable: [...assembled.executable].sort((a, b) => a - b), hit });
    }
    return result;
  }

  javascript(name: string): string | undefined {
    return (this.compiled.get(name.toLowerCase()) ?? this.compiled.get(`trigger ${name.toLowerCase()}`))?.assembled.source;
  }
}

/** What stands for a class with errors: any use says what is wrong with it. */
function brokenClass(diagnostics: readonly Diagnostic[]): unknown {
  const fail = (): never => {
    throw new CompileError(diagnostics);
  };
  return new Proxy(class {}, { get: fail, construct: fail, apply: fail });
}
