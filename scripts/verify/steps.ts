import { existsSync, readFileSync } from 'node:fs';
import type { Count, Step } from './step.js';

const RESULTS = 'test-results';

/** What a step wrote, or null: one that crashed may have written nothing, or half of it. */
function json(file: string): Record<string, unknown> | null {
  const path = `${RESULTS}/${file}`;
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return null;
  }
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
  // Others read the JavaScript that it writes.
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], alone: true },
  { name: 'format', command: ['npx', 'prettier', '--check', '.'] },
  { name: 'generated', command: [...script('scripts/generate-types.ts'), '--check'] },
  { name: 'licences', command: [...script('scripts/licences.ts'), '--check'] },
  { name: 'lint', command: ['npx', 'eslint', '.', '--max-warnings=0'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'metadata', command: script('scripts/check-metadata.ts') },
  { name: 'scripts', command: vitest('scripts', '--dir', 'scripts'), count: jestCount('scripts.json') },
  { name: 'apex-check', command: script('scripts/check-apex.ts') },
  { name: 'apex', command: script('scripts/test-apex.ts'), count: apexCount },
  {
    name: 'local-org',
    command: vitest('local-org', '--dir', 'local-org/test', '--config', 'local-org/vitest.config.ts'),
    count: jestCount('local-org.json'),
    alone: true
  },
  {
    name: 'lwc',
    command: ['npx', 'sfdx-lwc-jest', '--', '--json', `--outputFile=${RESULTS}/lwc.json`],
    count: jestCount('lwc.json'),
    alone: true
  },
  {
    name: 'e2e',
    command: vitest('e2e', '--dir', 'e2e', '--config', 'e2e/vitest.config.ts'),
    count: jestCount('e2e.json'),
    alone: true
  }
];
