import { ApexErrorListener, type ApexToken } from '@apexdevtools/apex-parser';
import type { Position } from './ast.js';

/** A mistake in Apex source text. `message` is one line without the place; `errors` holds every mistake found in the file, this one first. */
export class ApexSyntaxError extends Error {
  readonly code = 'SYNTAX';
  errors: readonly ApexSyntaxError[] = [this];

  constructor(
    message: string,
    readonly file: string,
    readonly line: number,
    readonly column: number
  ) {
    super(message);
    this.name = 'ApexSyntaxError';
  }
}

/** Throws the first of the collected errors, carrying all of them, or does nothing when there are none. */
export function throwCollected(errors: readonly ApexSyntaxError[]): void {
  const [first] = errors;
  if (!first) return;
  first.errors = errors;
  throw first;
}

/**
 * What a parser reports after its first stumble in a line is mostly about the stumble: of each line one error is kept, the first, or the one
 * that says what is missing there.
 */
export function withoutEchoes(errors: readonly ApexSyntaxError[]): ApexSyntaxError[] {
  const lines = new Map<number, ApexSyntaxError>();
  for (const error of errors) {
    const kept = lines.get(error.line);
    if (!kept || (error.column === kept.column && error.message.startsWith('Missing'))) lines.set(error.line, error);
  }
  return [...lines.values()].sort((a, b) => a.line - b.line);
}

/** Receives what lexer and parser report and keeps it as ApexSyntaxErrors worded the way the platform's compiler words them. */
export class CollectingListener extends ApexErrorListener {
  constructor(
    private readonly file: string,
    private readonly errors: ApexSyntaxError[]
  ) {
    super();
  }

  override syntaxError(...[, symbol, line, column, message]: Parameters<ApexErrorListener['syntaxError']>): void {
    this.add({ line, column: column + 1 }, typeof symbol === 'object' && symbol ? parserMessage(symbol, message) : lexerMessage(message));
  }

  override apexSyntaxError(line: number, column: number, message: string): void {
    this.add({ line, column: column + 1 }, lexerMessage(message));
  }

  private add(position: Position, message: string): void {
    this.errors.push(new ApexSyntaxError(message, this.file, position.line, position.column));
  }
}

/** ANTLR lists every token it would have accepted; the platform names only the one it did not expect, or the one that is missing. */
function parserMessage(symbol: ApexToken, message: string): string {
  const missing = /^missing (\S+) at /.exec(message);
  const found = symbol.text === '<EOF>' ? '<EOF>' : oneLine(symbol.text);
  if (missing && !missing[1].startsWith('{')) return `Missing ${missing[1]} at '${found}'`;
  return `Unexpected token '${found}'.`;
}

function lexerMessage(message: string): string {
  const text = /^token recognition error at: '([\s\S]*)'$/.exec(message)?.[1];
  if (text === undefined) return oneLine(message);
  if (!text.startsWith("'")) return `Unrecognized symbol '${oneLine(text)}'.`;
  const escape = /\\(u[^'\\]{0,4}|[^u])?$/.exec(text);
  if (!escape) return 'Unterminated string literal.';
  return `Invalid string literal ${oneLine(text)}. Illegal character sequence '${oneLine(escape[0])}' in string literal.`;
}

function oneLine(text: string): string {
  return text.replace(/\r/g, '\\r').replace(/\n/g, '\\n');
}
