import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allDeclarations } from '../../src/stdlib/all.js';
import { BuiltinRegistry } from '../../src/stdlib/builtinRegistry.js';
import { builtin, type BuiltinDeclaration } from '../../src/stdlib/declare.js';
import { builtinTypes } from '../../src/stdlib/registry.js';
import { renderSupportedApex } from '../../src/stdlib/supportedApex.js';

const stdlib = new URL('../../src/stdlib/', import.meta.url);

describe('all.ts', () => {
  // Directly, or through a file that takes another one's declarations into its own.
  it('holds the declarations of every file once', async () => {
    const declaring = readdirSync(stdlib).filter((file) =>
      /^export const declarations\b/m.test(readFileSync(new URL(file, stdlib), 'utf8'))
    );
    const all = allDeclarations();
    expect(all.length).toBe(new Set(all).size);
    for (const file of declaring) {
      const { declarations } = (await import(new URL(file, stdlib).href)) as { declarations: readonly BuiltinDeclaration[] };
      expect(declarations.filter((each) => !all.includes(each)).map(({ header }) => `${file}: ${header}`)).toEqual([]);
    }
  });

  it('holds declarations that can all be read', () => {
    expect(builtinTypes.all().length).toBeGreaterThan(0);
  });
});

describe('docs/supported-apex.md', () => {
  it('is up to date: run npx tsx local-org/scripts/supported-apex.ts', () => {
    expect(readFileSync(new URL('../../docs/supported-apex.md', import.meta.url), 'utf8')).toBe(renderSupportedApex(builtinTypes));
  });

  it('shows a type with all its kinds of members', () => {
    const nothing = (): void => undefined;
    const registry = new BuiltinRegistry(() => [
      builtin('virtual class Pair<T> implements Fit<T>', {
        'static Boolean same(Pair<T> a, Pair<T> b)': nothing,
        'T first': { get: nothing, set: nothing },
        'Pair(T first, T second)': nothing,
        'static final Integer SIZE': { get: nothing }
      }),
      builtin('interface Fit<T>', {}),
      builtin('enum Database.Color', {}, ['RED', 'BLUE'])
    ]);
    expect(renderSupportedApex(registry).split('\n## ').slice(1).join('\n## ').replaceAll('`', "'")).toBe(`Database

### Database.Color

'''apex
enum Database.Color {
  RED, BLUE
}
'''

## System

### Fit

'''apex
interface Fit<T> {}
'''

### Pair

'''apex
virtual class Pair<T> implements Fit<T> {
  Pair(T first, T second);
  T first { get; set; }
  static Integer SIZE { get; }
  static Boolean same(Pair<T> a, Pair<T> b);
}
'''
`);
  });
});
