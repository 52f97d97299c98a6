import type { Position } from '../syntax/ast.js';

/** One error of a compilation, as `local-org check` and a deploy print it. Lines and columns count from 1. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Apex that does not compile. */
export class CompileError extends Error {
  readonly code = 'APEX_COMPILE';

  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((each) => `${each.file}:${each.line}:${each.column} ${each.message}`).join('\n'));
    this.name = 'CompileError';
  }
}

/** Collects the errors of one file; several at the same place are one. */
export class DiagnosticBag {
  private readonly seen = new Set<string>();
  readonly items: Diagnostic[] = [];

  constructor(private readonly file: string) {}

  report(position: Position, message: string): void {
    const key = `${position.line}:${position.column}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.items.push({ file: this.file, line: position.line, column: position.column, message });
  }
}
