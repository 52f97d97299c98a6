import { describe, expect, it } from 'vitest';
import { ForceIgnore } from '../../src/metadata/index.js';

const cases: readonly (readonly [rules: string, path: string, ignored: boolean])[] = [
  ['**/__tests__/**', 'app/lwc/x/__tests__/x.test.js', true],
  ['**/*.ts', 'app/lwc/x/x.ts', true],
  ['**/*.ts', 'app/lwc/x/x.tsx', false],
  ['package.xml', 'deep/down/package.xml', true],
  ['**/profiles/**', 'app/profiles/Admin.profile-meta.xml', true],
  ['**profiles', 'app/main/profiles/Admin.profile-meta.xml', true],
  ['/app/secret', 'app/secret/x.cls', true],
  ['/app/secret', 'more/app/secret/x.cls', false],
  ['docs/', 'app/docs/a.md', true],
  ['docs/', 'app/docs', false],
  ['*.cls\n!Keep.cls', 'app/Keep.cls', false],
  ['*.cls\n!Keep.cls', 'app/Other.cls', true],
  ['# comment\n\n', 'app/x.cls', false],
  ['a?c.cls', 'app/abc.cls', true],
  ['app/test/**', 'app/test/mocks/a.js', true],
  ['app/test/**', 'app/testing/a.js', false]
];

describe('.forceignore', () => {
  it.each(cases)('%j with %s → %s', (rules, path, ignored) => {
    expect(new ForceIgnore(rules).ignores(path)).toBe(ignored);
  });
});
