import type { ApexType } from '../../values/apexType.js';
import type { Position } from '../syntax/index.js';
import type { ClassSymbol, VariableSymbol } from '../types/symbols.js';
import type { World } from '../types/world.js';
import type { Nullability } from './nullability.js';
import { Scope, type Local } from './scope.js';
import type { Script } from './script.js';

export interface FunctionOptions {
  readonly owner: ClassSymbol | null;
  readonly isStatic: boolean;
  /** null: answers nothing. */
  readonly returnType: ApexType | null;
  /** Inside an accessor its own property means the stored value. */
  readonly accessor?: VariableSymbol;
  readonly isConstructor?: boolean;
  /** The object of a trigger's body. */
  readonly triggerObject?: string;
  readonly nullability?: Nullability;
}

/** Words that JavaScript keeps for itself, or that mean something inside a function. */
const RESERVED: ReadonlySet<string> = new Set([
  'arguments',
  'async',
  'await',
  'break',
  'case',
  'catch',
  'class',
  'const',
  'continue',
  'debugger',
  'default',
  'delete',
  'do',
  'else',
  'enum',
  'eval',
  'export',
  'extends',
  'false',
  'finally',
  'for',
  'function',
  'if',
  'implements',
  'import',
  'in',
  'instanceof',
  'interface',
  'let',
  'new',
  'null',
  'package',
  'private',
  'protected',
  'public',
  'return',
  'static',
  'super',
  'switch',
  'this',
  'throw',
  'true',
  'try',
  'typeof',
  'undefined',
  'var',
  'void',
  'while',
  'with',
  'yield',
  'Math',
  'BigInt',
  'Number',
  'NaN',
  'Infinity',
  'Object',
  'String'
]);

/** What the compiler knows while it is inside one method, accessor, initializer or trigger body. */
export class Fn {
  scope: Scope;
  private temporaries = 0;
  /** Runs database operations or code of others: the class's sharing must be in force. */
  usesSharing = false;
  loops = 0;

  constructor(
    readonly script: Script,
    readonly options: FunctionOptions
  ) {
    this.scope = new Scope();
  }

  get world(): World {
    return this.script.world;
  }

  get owner(): ClassSymbol | null {
    return this.options.owner;
  }

  report(position: Position, message: string): void {
    this.script.report(position, message);
  }

  /** Declares a local variable; its JavaScript name is the Apex one unless that is taken. */
  declare(position: Position, name: string, type: ApexType, { nonNull = false, final = false } = {}): Local {
    if (this.scope.find(name)) this.report(position, `Duplicate variable: ${name}`);
    const taken = RESERVED.has(name) || this.script.world.classNamed(name) !== undefined;
    const local: Local = { name, js: taken ? `${name}$` : name, type, nonNull, final };
    this.scope.add(local);
    return local;
  }

  /** A variable for intermediate values, declared at the start of the function. */
  temporary(): string {
    this.temporaries += 1;
    return `$${this.temporaries}`;
  }

  get temporaryNames(): string[] {
    return Array.from({ length: this.temporaries }, (_, index) => `$${index + 1}`);
  }

  /** Runs `work` in a scope of its own. */
  inner<T>(work: () => T): T {
    const outer = this.scope;
    this.scope = new Scope(outer);
    try {
      return work();
    } finally {
      this.scope = outer;
    }
  }
}
