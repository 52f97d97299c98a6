import type { ApexType } from './apexType.js';
import { builtinType } from './builtinType.js';

/** A place in Apex source: `label` is `Class.Foo.bar`, `Trigger.Name` or `AnonymousBlock`. */
export interface StackPosition {
  readonly label: string;
  readonly line: number;
  readonly column: number;
  /** The file, and the column at which the statement begins: what an editor jumps to. */
  readonly source: { readonly file: string; readonly column: number };
}

/** One failed row of a DmlException. */
export interface ExceptionDetail {
  readonly index: number;
  readonly id: string | null;
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What getMessage answers when an exception was made without one (observed on the platform for every exception class). */
export const DEFAULT_MESSAGE = 'Script-thrown exception';

/** Apex code can't catch these (Apex Developer Guide, "Exceptions That Can't be Caught"). */
const UNCATCHABLE: ReadonlySet<string> = new Set(['LimitException', 'AssertException']);

const FRAME_LIMIT = 200;

type StackResolver = (stack: string) => StackPosition[];
let resolveStack: StackResolver = () => [];

/** Installed by the compiler: turns the text of a JavaScript stack into Apex positions, innermost first. */
export function setStackResolver(resolve: StackResolver): void {
  resolveStack = resolve;
  Error.stackTraceLimit = Math.max(Error.stackTraceLimit, FRAME_LIMIT);
}

/**
 * An Apex exception, built-in or the base of one that the project declares (compiled exception classes derive from this and define
 * `apexType` on their prototype). The stack is captured when it is made, as on the platform.
 */
export class ApexException extends Error {
  override cause: ApexException | null;
  /** Rows of a DmlException or EmailException. */
  details: readonly ExceptionDetail[] = [];
  /** Records that a QueryException or DmlException inaccessible-fields error names: object → fields. */
  inaccessibleFields: ReadonlyMap<string, readonly string[]> | null = null;
  /** The text that an AuraHandledException was made with: the client is told it, getMessage does not answer it. */
  clientMessage: string | null = null;
  readonly #builtinName: string;
  #positions: StackPosition[] | null = null;

  constructor(builtinName: string | null = null, message: string | null = null, cause: ApexException | null = null) {
    super(message ?? DEFAULT_MESSAGE);
    this.#builtinName = builtinName ?? 'Exception';
    this.cause = cause;
  }

  get apexType(): ApexType {
    return builtinType(this.#builtinName);
  }

  /** What `super(…)` and the implicit constructors of the project's exception classes do. */
  initialize(message: string | null, cause: ApexException | null): void {
    this.message = message ?? DEFAULT_MESSAGE;
    this.cause = cause;
  }

  get uncatchable(): boolean {
    return UNCATCHABLE.has(this.apexType.name);
  }

  /** Where it was made, innermost first. */
  get positions(): readonly StackPosition[] {
    this.#positions ??= resolveStack(this.stack ?? '');
    return this.#positions;
  }

  /** Gives an exception that was stored the places that it had. */
  placeAt(positions: readonly StackPosition[]): void {
    this.#positions = [...positions];
  }

  /** `System.DmlException`, `MyException`, `Outer.MyException`. */
  get typeName(): string {
    const { name, info } = this.apexType;
    const builtin = info ? info.builtin : true;
    return builtin && !name.includes('.') ? `System.${name}` : name;
  }

  get stackTraceString(): string {
    return this.positions.map(({ label, line, column }) => `${label}: line ${line}, column ${column}`).join('\n');
  }

  // The methods of System.Exception under the names that compiled code calls, so that the project's classes can override them.
  getMessage$0(): string {
    return this.message;
  }

  getTypeName$0(): string {
    return this.typeName;
  }

  getCause$0(): ApexException | null {
    return this.cause;
  }

  getLineNumber$0(): number | null {
    return this.positions[0]?.line ?? null;
  }

  getStackTraceString$0(): string {
    return this.stackTraceString;
  }

  initCause$1(cause: ApexException | null): void {
    this.cause = cause;
  }

  setMessage$1(message: string | null): void {
    this.message = message ?? DEFAULT_MESSAGE;
  }

  override toString(): string {
    return `${this.getTypeName$0()}: ${this.getMessage$0()}`;
  }
}

/** Throws a built-in exception: `raise('NullPointerException', 'Attempt to de-reference a null object')`. */
export function raise(exceptionName: string, message: string, cause: ApexException | null = null): never {
  throw new ApexException(exceptionName, message, cause);
}

/** What every call on null throws. */
export function raiseNull(): never {
  return raise('NullPointerException', 'Attempt to de-reference a null object');
}

/** The argument, or the platform's exception when it is null (`Argument cannot be null.` is what its string and list methods say). */
export function argument<T>(value: T | null, message = 'Argument cannot be null.'): T {
  if (value === null) raise('NullPointerException', message);
  return value;
}

/**
 * Something that real Apex can do and this runtime can't: never an Apex exception, so no Apex code can swallow it. Says where: the place it is
 * made with, or the Apex statement that runs.
 */
export class UnsupportedFeature extends Error {
  readonly code = 'UNSUPPORTED';
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;

  constructor(
    readonly feature: string,
    file: string | null = null,
    line: number | null = null,
    column: number | null = null
  ) {
    super(feature);
    this.name = 'UnsupportedFeature';
    const running = file === null ? resolveStack(this.stack ?? '')[0] : undefined;
    this.file = running?.source.file ?? file;
    this.line = running?.line ?? line;
    this.column = running?.source.column ?? column;
    this.message = `${this.file === null ? '' : `${this.file}:${this.line ?? 0}:${this.column ?? 0} `}Not supported by the local org: ${feature}`;
  }
}

export function unsupported(feature: string): never {
  throw new UnsupportedFeature(feature);
}
