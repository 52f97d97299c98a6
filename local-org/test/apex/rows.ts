import { expect, test } from 'vitest';
import { runApex } from './world.js';

/** One case of a table: statements, what they log, and the classes they use. */
export interface Row {
  readonly name: string;
  readonly apex: string;
  readonly log?: readonly string[];
  readonly thrown?: string;
  readonly error?: string | RegExp;
  readonly classes?: readonly string[];
}

/** Short form: `[name, expression, text]` logs the expression. */
export type Short = readonly [name: string, expression: string, text: string];

export function cases(rows: readonly (Row | Short)[]): void {
  for (const row of rows) {
    if (isShort(row)) check({ name: row[0], apex: `System.debug(${row[1]});`, log: [row[2]] });
    else check(row);
  }
}

function isShort(row: Row | Short): row is Short {
  return Array.isArray(row);
}

function check({ name, apex, log, thrown, error, classes }: Row): void {
  test(name, () => {
    const outcome = runApex(apex, classes);
    if (error !== undefined) {
      expect(outcome.errors.join('\n')).toMatch(error instanceof RegExp ? error : new RegExp(error.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
      return;
    }
    expect(outcome.errors).toEqual([]);
    expect(outcome.thrown).toBe(thrown ?? null);
    if (log) expect(outcome.log).toEqual(log);
  });
}
