import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TinyProject } from './project.js';

const APEX = [
  `public class Adder {
  public static Integer calls = 0;
  public static Integer add(Integer a, Integer b) {
    calls++;
    if (a == null) {
      return b;
    }
    return a + b;
  }
  public static void fail() {
    throw new IllegalArgumentException('on purpose');
  }
}`,
  `@IsTest
private class AdderTest {
  @TestSetup
  static void setup() {
    Adder.add(1, 2);
    insert new Lead(LastName = 'setup', Company = 'Test');
  }
  @IsTest
  static void one() {
    System.assertEquals(0, Adder.calls);
    System.assertEquals(3, Adder.add(1, 2));
    System.assertEquals(1, [SELECT COUNT() FROM Lead]);
    update new Lead(Id = [SELECT Id FROM Lead].Id, LastName = 'changed');
    insert new Lead(LastName = 'one', Company = 'Test');
  }
  @IsTest
  static void two() {
    System.assertEquals(0, Adder.calls);
    System.assertEquals('setup', [SELECT LastName FROM Lead].LastName);
    delete [SELECT Id FROM Lead];
  }
  @IsTest
  static void three() {
    System.assertEquals('setup', [SELECT LastName FROM Lead].LastName);
  }
}`,
  `@IsTest
private class FailingTest {
  @IsTest
  static void failsBelow() {
    Adder.fail();
  }
  @IsTest
  static void asserts() {
    System.assertEquals(1, 2, 'sum');
  }
  @IsTest
  static void noLeads() {
    System.assertEquals(0, [SELECT COUNT() FROM Lead]);
  }
}`
];

let project: TinyProject;
beforeAll(() => void (project = new TinyProject(APEX)));
afterAll(() => project.remove());

function text(name: string): string {
  return readFileSync(join(project.directory, name), 'utf8');
}

describe('local-org test', () => {
  it('isolates methods from each other: data of @TestSetup, static variables', async () => {
    expect(await project.run('test', '--tests', 'AdderTest')).toBe(0);
    expect(project.lines.at(-1)).toBe('3 passed, 0 failed');
    expect(project.lines.filter((line) => line.startsWith('  ok  '))).toHaveLength(3);
  });

  it('runs a single method', async () => {
    expect(await project.run('test', '--tests', 'addertest.TWO')).toBe(0);
    expect(project.lines.at(-1)).toBe('1 passed, 0 failed');
  });

  it('tells what failed, with class, method and line, and ends with 1', async () => {
    expect(await project.run('test')).toBe(1);
    expect(project.lines.at(-1)).toBe('4 passed, 2 failed');
    const said = project.lines.map((line) => line.trim());
    const start = said.findIndex((line) => line.startsWith('FAIL') && line.includes('FailingTest.failsBelow'));
    expect(said.slice(start + 1, start + 4)).toEqual([
      'System.IllegalArgumentException: on purpose',
      'Class.Adder.fail: line 11, column 1',
      'Class.FailingTest.failsBelow: line 5, column 1'
    ]);
    expect(said).toContain('System.AssertException: Assertion Failed: sum: Expected: 1, Actual: 2');
    expect(said).toContain('Class.FailingTest.asserts: line 9, column 1');
  });

  it('stops at the first failure when asked to', async () => {
    expect(await project.run('test', '--tests', 'FailingTest', '--fail-fast')).toBe(1);
    expect(project.lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('counts covered lines, without test classes', async () => {
    expect(await project.run('test', '--tests', 'AdderTest', '--coverage', '--json', 'out.json')).toBe(0);
    const { coverage } = JSON.parse(text('out.json')) as {
      coverage: { classes: { name: string; uncovered: number[] }[]; percent: number };
    };
    expect(coverage.classes.map(({ name, uncovered }) => ({ name, uncovered }))).toEqual([{ name: 'Adder', uncovered: [6, 11] }]);
    expect(coverage.percent).toBeGreaterThan(50);
    expect(project.lines.find((line) => line.startsWith('Adder'))).toMatch(/ \d+\.\d% +6, 11$/);
    expect(project.lines.join('\n')).not.toMatch(/^AdderTest /m);
  });

  it('writes JSON and JUnit reports', async () => {
    expect(await project.run('test', '--json', 'out.json', '--junit', 'out.xml')).toBe(1);
    const json = JSON.parse(text('out.json')) as { passed: number; failed: number; tests: Record<string, unknown>[] };
    expect({ passed: json.passed, failed: json.failed }).toEqual({ passed: 4, failed: 2 });
    expect(json.tests.find((test) => test['method'] === 'failsBelow')).toMatchObject({
      className: 'FailingTest',
      passed: false,
      message: 'System.IllegalArgumentException: on purpose',
      stackTrace: 'Class.Adder.fail: line 11, column 1\nClass.FailingTest.failsBelow: line 5, column 1'
    });
    const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(text('out.xml')) as {
      testsuites: { testsuite: { name: string; tests: string; failures: string; testcase: { name: string; failure?: object }[] }[] };
    };
    const suite = xml.testsuites.testsuite.find((each) => each.name === 'FailingTest')!;
    expect([suite.tests, suite.failures]).toEqual(['3', '2']);
    expect(suite.testcase.filter((each) => each.failure).map((each) => each.name)).toEqual(['failsBelow', 'asserts']);
  });
});
