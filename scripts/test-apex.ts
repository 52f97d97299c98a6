/** Runs the app's Apex tests in the local org; fails below 95 % of the app's lines. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';

const REQUIRED_PERCENT = 95;

mkdirSync('test-results', { recursive: true });
const { status } = spawnSync('npx', ['local-org', 'test', '--coverage', '--json', 'test-results/apex.json'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const { coverage } = JSON.parse(readFileSync('test-results/apex.json', 'utf8')) as { coverage: { percent: number } };
if (coverage.percent < REQUIRED_PERCENT) {
  process.stderr.write(`The tests cover ${coverage.percent.toFixed(1)} % of the app's Apex lines; ${REQUIRED_PERCENT} % are required.\n`);
  process.exitCode = 1;
}
