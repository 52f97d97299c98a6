import type { ApexParserRuleContext, ApexToken } from '@apexdevtools/apex-parser';
import type { Position } from './ast.js';
import { ApexSyntaxError } from './errors.js';

/** What every step from parse tree to syntax tree needs: the source text, positions in it, and where mistakes go. */
export class Reader {
  readonly errors: ApexSyntaxError[] = [];
  /** The parser counts code points, JavaScript counts UTF-16 units; null while both are the same. */
  private readonly codePoints: readonly string[] | null;

  constructor(
    readonly source: string,
    readonly file: string
  ) {
    this.codePoints = /[\uD800-\uDFFF]/.test(source) ? Array.from(source) : null;
  }

  /** Source text between two places as the parser counts them, `end` excluded. */
  slice(start: number, end: number): string {
    return this.codePoints ? this.codePoints.slice(start, end).join('') : this.source.slice(start, end);
  }

  report(position: Position, message: string): void {
    this.errors.push(new ApexSyntaxError(message, this.file, position.line, position.column));
  }
}

/** Where a token starts, counted from 1. */
export function positionOf(token: ApexToken): Position {
  return { line: token.line, column: token.column + 1 };
}

/** Where a piece of the parse tree starts, counted from 1. */
export function startOf(context: ApexParserRuleContext): Position {
  return positionOf(context.start);
}

/** Where the last token of a piece of the parse tree starts: the closing brace of a class. */
export function endOf(context: ApexParserRuleContext): Position {
  return positionOf(context.stop ?? context.start);
}
