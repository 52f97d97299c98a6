/**
 * `npm test`: everything that must hold, all of it even when a step fails. Steps that use one core run two at a time, each printed whole when it ends.
 * The last line it prints is `N passed, N failed`. `npm test -- lint types` runs the named steps only.
 */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { StepRunner } from './run.js';
import { steps } from './steps.js';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  process.stderr.write(`No step is called ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}\n`);
  process.exit(2);
}
rmSync('test-results', { recursive: true, force: true });
const selected = steps.filter((step) => names.length === 0 || names.includes(step.name));
process.exitCode = await new StepRunner(selected, Math.min(2, availableParallelism())).run();
