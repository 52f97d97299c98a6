import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { coverageOf, jsonReport, junitReport, resultLines, runTests, testClassNames, textReport, unmatched } from '../testing/index.js';
import { CommandError, projectDirectory, type Terminal } from './context.js';
import { openChecked } from './open.js';

export interface TestOptions {
  readonly project?: string;
  readonly tests?: string;
  readonly coverage?: boolean;
  readonly json?: string;
  readonly junit?: string;
  readonly failFast?: boolean;
}

/** `local-org test`: exit 0 only if none failed and at least one ran. */
export function test(options: TestOptions, terminal: Terminal): number {
  const org = openChecked({
    project: projectDirectory(terminal, options.project),
    database: ':memory:',
    coverage: options.coverage ?? false
  });
  try {
    const selection =
      options.tests
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean) ?? [];
    const missing = unmatched(org.program, selection);
    if (missing.length) throw new CommandError(`No Apex test is called ${missing.join(', ')}.`);
    const results = runTests(org, {
      selection,
      failFast: options.failFast ?? false,
      onResult: (result) => resultLines(result).forEach((line) => terminal.out(line))
    });
    const coverage = options.coverage ? coverageOf(org.program, testClassNames(org.program)) : null;
    if (options.json) writeFileSync(resolve(terminal.directory, options.json), jsonReport(results, coverage));
    if (options.junit) writeFileSync(resolve(terminal.directory, options.junit), junitReport(results));
    if (results.length === 0) terminal.error('The project has no Apex tests.');
    for (const line of textReport(results, coverage)) terminal.out(line);
    return results.length > 0 && results.every((result) => result.passed) ? 0 : 1;
  } finally {
    org.close();
  }
}
