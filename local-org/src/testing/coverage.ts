import type { Program } from '../org/contracts.js';

export interface ClassCoverage {
  readonly name: string;
  readonly file: string;
  readonly executable: number;
  readonly covered: number;
  readonly uncovered: readonly number[];
}

export interface Coverage {
  readonly classes: readonly ClassCoverage[];
  readonly executable: number;
  readonly covered: number;
  /** 0 to 100; 100 where there is nothing to cover. */
  readonly percent: number;
}

/** Lines run by the tests, test classes left out as on the platform. */
export function coverageOf(program: Program, testClasses: ReadonlySet<string>): Coverage {
  const classes: ClassCoverage[] = [];
  for (const [name, { file, executable, hit }] of program.coverage()) {
    if (testClasses.has(name.toLowerCase())) continue;
    const uncovered = executable.filter((line) => !hit.has(line));
    classes.push({ name, file, executable: executable.length, covered: executable.length - uncovered.length, uncovered });
  }
  classes.sort((a, b) => a.name.localeCompare(b.name));
  const executable = classes.reduce((sum, entry) => sum + entry.executable, 0);
  const covered = classes.reduce((sum, entry) => sum + entry.covered, 0);
  return { classes, executable, covered, percent: executable === 0 ? 100 : (100 * covered) / executable };
}

/** Classes annotated @IsTest are not counted. */
export function testClassNames(program: Program): Set<string> {
  const names = new Set<string>();
  for (const type of program.classes()) if (type.info?.annotations?.has('istest')) names.add(type.info.name.toLowerCase());
  return names;
}
