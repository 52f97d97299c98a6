import { existsSync, readFileSync } from 'node:fs';

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads the tests' own count from what the step wrote; a step without it counts as one. */
  readonly count?: () => Count | null;
}

const RESULTS = 'test-results';

function json(file: string): Record<string, unknown> | null {
  const path = `${RESULTS}/${file}`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : null;
}

/** Vitest and Jest write the same summary. */
const jestCount = (file: string) => (): Count | null => {
  const report = json(file);
  return report && { passed: Number(report['numPassedTests']), failed: Number(report['numFailedTests']) };
};

const apexCount = (): Count | null => {
  const report = json('apex.json');
  return report && { passed: Number(report['passed']), failed: Number(report['failed']) };
};

const vitest = (name: string, ...more: string[]): readonly string[] => [
  'npx',
  'vitest',
  'run',
  ...more,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${RESULTS}/${name}.json`
];

const script = (file: string): readonly string[] => ['node', '--import', 'tsx', file];

/** In the order of what fails first and cheapest. */
export const steps: readonly Step[] = [
  { name: 'format', command: ['npx', 'prettier', '--check', '.'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'generated', command: [...script('scripts/generate-types.ts'), '--check'] },
  { name: 'licences', command: [...script('scripts/licences.ts'), '--check'] },
  { name: 'lint', command: ['npx', 'eslint', '.', '--max-warnings=0'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'metadata', command: script('scripts/check-metadata.ts') },
  { name: 'scripts', command: vitest('scripts', '--dir', 'scripts'), count: jestCount('scripts.json') },
  { name: 'apex-check', command: script('scripts/check-apex.ts') },
  { name: 'local-org', command: vitest('local-org', '--dir', 'local-org/test'), count: jestCount('local-org.json') },
  { name: 'apex', command: script('scripts/test-apex.ts'), count: apexCount },
  {
    name: 'lwc',
    command: ['npx', 'sfdx-lwc-jest', '--', '--json', `--outputFile=${RESULTS}/lwc.json`],
    count: jestCount('lwc.json')
  },
  { name: 'e2e', command: vitest('e2e', '--dir', 'e2e', '--config', 'e2e/vitest.config.ts'), count: jestCount('e2e.json') }
];
