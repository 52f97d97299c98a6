import { XMLBuilder } from 'fast-xml-parser';
import type { Coverage } from './coverage.js';
import type { TestResult } from './runner.js';

/** Lines for a person; the last one is `N passed, N failed`. */
export function textReport(results: readonly TestResult[], coverage: Coverage | null): string[] {
  const lines: string[] = [];
  if (coverage) lines.push(...coverageLines(coverage));
  const passed = results.filter((result) => result.passed).length;
  lines.push(`${passed} passed, ${results.length - passed} failed`);
  return lines;
}

export function resultLines(result: TestResult): string[] {
  const head = `${result.passed ? '  ok  ' : ' FAIL '} ${result.className}.${result.method} (${result.milliseconds.toFixed(0)} ms)`;
  if (result.passed) return [head];
  const details = [result.message, result.stackTrace].filter((text): text is string => Boolean(text));
  return [head, ...details.flatMap((text) => text.split('\n').map((line) => `         ${line}`))];
}

function coverageLines(coverage: Coverage): string[] {
  const width = Math.max(...coverage.classes.map((entry) => entry.name.length), 5);
  const line = (name: string, covered: number, executable: number, rest: string): string =>
    `${name.padEnd(width)}  ${String(covered).padStart(5)} / ${String(executable).padStart(5)}  ${executable === 0 ? '   -  ' : `${((100 * covered) / executable).toFixed(1).padStart(5)}%`}  ${rest}`.trimEnd();
  return [
    ...coverage.classes.map((entry) => line(entry.name, entry.covered, entry.executable, ranges(entry.uncovered))),
    line('total', coverage.covered, coverage.executable, '')
  ];
}

/** [1, 2, 3, 7] → '1-3, 7' */
export function ranges(lines: readonly number[]): string {
  const parts: string[] = [];
  for (let index = 0; index < lines.length;) {
    let end = index;
    while (lines[end + 1] === lines[end] + 1) end++;
    parts.push(end === index ? `${lines[index]}` : `${lines[index]}-${lines[end]}`);
    index = end + 1;
  }
  return parts.join(', ');
}

export function jsonReport(results: readonly TestResult[], coverage: Coverage | null): string {
  const passed = results.filter((result) => result.passed).length;
  return JSON.stringify({ passed, failed: results.length - passed, tests: results, ...(coverage && { coverage }) }, null, 2) + '\n';
}

export function junitReport(results: readonly TestResult[]): string {
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, attributeNamePrefix: '@' });
  const classes = [...new Set(results.map((result) => result.className))];
  const suites = classes.map((name) => {
    const own = results.filter((result) => result.className === name);
    return {
      '@name': name,
      '@tests': own.length,
      '@failures': own.filter((result) => !result.passed).length,
      testcase: own.map((result) => ({
        '@classname': name,
        '@name': result.method,
        '@time': (result.milliseconds / 1000).toFixed(3),
        ...(!result.passed && { failure: { '@message': result.message, '#text': result.stackTrace ?? '' } })
      }))
    };
  });
  const xml = builder.build({ testsuites: { testsuite: suites } });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}
