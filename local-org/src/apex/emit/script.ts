import type { CompileInput } from '../compiler.js';
import type { ApexType } from '../../values/apexType.js';
import type { Position } from '../syntax/index.js';
import type { DiagnosticBag } from '../types/diagnostics.js';
import { mangle, type ClassSymbol } from '../types/symbols.js';
import type { World } from '../types/world.js';
import { LineWriter } from './writer.js';

export interface ScriptOptions {
  readonly name: string;
  readonly file: string;
  readonly apiVersion: number;
  readonly coverage: boolean;
}

/** From this API version on a class runs database operations in user mode and shares by default (Summer '26 release notes). */
const USER_MODE_VERSION = 67;

/** The script that one top-level class, trigger or anonymous block becomes: its lines and what they use from outside. */
export class Script {
  readonly out: LineWriter;
  readonly helpers = new Set<string>();
  /** Live objects that the script takes as constants: built-in implementations, types, tokens, literals. */
  readonly constants: { readonly name: string; readonly value: unknown }[] = [];
  readonly classes = new Map<string, ClassSymbol>();
  private readonly byValue = new Map<unknown, string>();
  private readonly literals = new Map<string, string>();
  private readonly names = new Set<string>();

  constructor(
    readonly world: World,
    readonly input: CompileInput,
    readonly diagnostics: DiagnosticBag,
    readonly options: ScriptOptions
  ) {
    this.out = new LineWriter(options.coverage);
  }

  get userMode(): boolean {
    return this.options.apiVersion >= USER_MODE_VERSION;
  }

  get accessLevel(): string {
    return this.userMode ? 'USER_MODE' : 'SYSTEM_MODE';
  }

  report(position: Position, message: string): void {
    this.diagnostics.report(position, message);
  }

  /** A function of the runtime: `nn` is `$nn` in the script. */
  helper(name: string): string {
    this.helpers.add(name);
    return `$${name}`;
  }

  /** The name under which the script holds an object. */
  constant(value: unknown, hint: string): string {
    const known = this.byValue.get(value);
    if (known) return known;
    const name = this.unique(hint);
    this.byValue.set(value, name);
    this.constants.push({ name, value });
    return name;
  }

  /** A literal that needs an object, made once for the script. */
  literal(key: string, make: () => unknown, hint: string): string {
    const known = this.literals.get(key);
    if (known) return known;
    const name = this.constant(make(), hint);
    this.literals.set(key, name);
    return name;
  }

  /** A type as a constant: `T$List_Account`. */
  type(type: ApexType): string {
    return this.constant(type, `T$${mangle(type)}`);
  }

  /** A class of the project: filled in when the program is linked. */
  class(symbol: ClassSymbol): string {
    this.classes.set(symbol.jsName, symbol);
    return symbol.jsName;
  }

  private unique(hint: string): string {
    let name = hint.replace(/[^A-Za-z0-9_$]/g, '_');
    while (this.names.has(name)) name += '$';
    this.names.add(name);
    return name;
  }
}
