/**
 * `npm test`: everything that must hold, one step after the other, all of them even when one fails.
 * The last line it prints is `N passed, N failed`. `npm test -- lint types` runs the named steps only.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { steps, type Count, type Step } from './steps.js';

interface Outcome extends Count {
  readonly step: Step;
  readonly seconds: number;
}

function run(step: Step): Outcome {
  process.stdout.write(`\n=== ${step.name}\n`);
  const started = performance.now();
  const { status, error } = spawnSync(step.command[0], step.command.slice(1), {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SF_DISABLE_AUTOUPDATE: 'true', SF_DISABLE_TELEMETRY: 'true', FORCE_COLOR: '0' }
  });
  if (error) process.stderr.write(`${step.name}: ${error.message}\n`);
  const seconds = (performance.now() - started) / 1000;
  return { step, seconds, ...verdict(step, status === 0) };
}

/** A step that ended badly has at least one failure, whatever its tests say; one without tests of its own counts as one. */
function verdict(step: Step, ok: boolean): Count {
  const count = step.count?.() ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  return ok ? count : { passed: count.passed, failed: Math.max(1, count.failed) };
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  process.stderr.write(`No step is called ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}\n`);
  process.exit(2);
}
rmSync('test-results', { recursive: true, force: true });
const outcomes = steps.filter((step) => names.length === 0 || names.includes(step.name)).map(run);
process.stdout.write('\n');
for (const { step, passed, failed, seconds } of outcomes) {
  process.stdout.write(
    `${failed ? 'FAIL' : ' ok '}  ${step.name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(0).padStart(5)} s\n`
  );
}
const total = outcomes.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
  passed: 0,
  failed: 0
});
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed ? 1 : 0;
