import { copyFileSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ApexSyntaxError, parseUnit, SyntaxCache } from '../../src/apex/syntax/index.js';

const SOURCE = 'public class One { public static Long big() { return 9007199254740993L; } }';
const OTHER = 'public class Two {}';
const CLASS = { file: 'One.cls', apiVersion: 67 };

let folder: string;
let cache: SyntaxCache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'syntax-cache-'));
  cache = new SyntaxCache(join(folder, 'trees'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entries = (): string[] => readdirSync(join(folder, 'trees')).map((name) => join(folder, 'trees', name));
const nameOf = (source: string, options = CLASS): string => {
  const { declaration } = cache.unit(source, options);
  return declaration.name;
};

it('answers what parsing answers, from the source and from the disk', () => {
  const parsed = parseUnit(SOURCE, CLASS);
  expect(cache.unit(SOURCE, CLASS)).toEqual(parsed);
  expect(cache.unit(SOURCE, CLASS)).toEqual(parsed);
  expect(entries()).toHaveLength(1);
});

it('reads what was parsed before instead of parsing it', () => {
  cache.unit(SOURCE, CLASS);
  const [one] = entries();
  cache.unit(OTHER, CLASS);
  const [two] = entries().filter((entry) => entry !== one);
  copyFileSync(two, one);
  expect(nameOf(SOURCE)).toBe('Two');
});

it('takes the path and the version of the file that asks', () => {
  cache.unit(SOURCE, CLASS);
  expect(cache.unit(SOURCE, { file: 'elsewhere/One.cls', apiVersion: 60 })).toMatchObject({ file: 'elsewhere/One.cls', apiVersion: 60 });
  expect(entries()).toHaveLength(1);
});

it('parses a source that changed, and a class as no trigger', () => {
  cache.unit(SOURCE, CLASS);
  expect(nameOf(SOURCE.replace('One', 'Fresh'))).toBe('Fresh');
  expect(() => cache.unit(SOURCE, { ...CLASS, file: 'One.trigger' })).toThrow();
  expect(entries()).toHaveLength(2);
});

it('parses again what it can’t read', () => {
  cache.unit(SOURCE, CLASS);
  const [one] = entries();
  for (const damage of [() => truncateSync(one, 20), () => writeFileSync(one, 'garbage'), () => truncateSync(one, 0)]) {
    damage();
    expect(nameOf(SOURCE)).toBe('One');
  }
});

it('does without a folder that can’t be written', () => {
  writeFileSync(join(folder, 'file'), '');
  cache = new SyntaxCache(join(folder, 'file'));
  expect(nameOf(SOURCE)).toBe('One');
});

it('reports the mistakes of a source each time', () => {
  const attempt = (): unknown => cache.unit('public class One { Integer a = ; }', CLASS);
  expect(attempt).toThrow(ApexSyntaxError);
  expect(attempt).toThrow(ApexSyntaxError);
});
