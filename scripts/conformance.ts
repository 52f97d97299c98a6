/**
 * Runs the Apex tests of public projects, unchanged, in the local org: `node --import tsx scripts/conformance.ts FOLDER`, where each
 * folder in FOLDER is a checkout. Prints one row of docs/conformance.md a suite.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly tests: readonly {
    readonly className: string;
    readonly method: string;
    readonly passed: boolean;
    readonly message: string | null;
  }[];
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Name the folder that holds the checkouts: node --import tsx scripts/conformance.ts FOLDER\n');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'conformance-'));
const failures: string[] = [];
process.stdout.write('| suite | passed | failed |\n|---|---:|---:|\n');
for (const suite of readdirSync(folder).sort()) {
  const file = join(work, `${suite}.json`);
  const { stderr } = spawnSync('npx', ['local-org', 'test', '--project', join(folder, suite), '--json', file], { encoding: 'utf8' });
  const report = read(file);
  process.stdout.write(`| ${suite} | ${report?.passed ?? '-'} | ${report?.failed ?? '-'} |\n`);
  if (!report) failures.push(`${suite}: did not run: ${stderr.trim().split('\n').slice(0, 5).join('\n  ')}`);
  for (const test of report?.tests ?? [])
    if (!test.passed) failures.push(`${suite}: ${test.className}.${test.method}: ${test.message ?? ''}`);
}
rmSync(work, { recursive: true });
for (const failure of failures) process.stdout.write(`\n${failure}\n`);
process.exitCode = failures.length ? 1 : 0;

function read(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
