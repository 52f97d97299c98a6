import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verdict, type Step } from '../verify/step.js';

const RUNNER = pathToFileURL(join(import.meta.dirname, '../verify/run.ts')).href;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const node = (name: string, code: string, more: Partial<Step> = {}): Step => ({ name, command: [process.execPath, '-e', code], ...more });

/** Runs steps in a process of their own, two at a time; a signal is sent once the output contains what it waits for. */
async function run(steps: readonly Step[], signal?: { readonly name: NodeJS.Signals; readonly after: string }) {
  const main = join(folder, 'main.mts');
  writeFileSync(
    main,
    `import { StepRunner } from '${RUNNER}';\nprocess.exitCode = await new StepRunner(${JSON.stringify(steps)}, 2).run();\n`
  );
  const child = spawn(process.execPath, ['--import', 'tsx', main], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (signal && output.includes(signal.after)) child.kill(signal.name);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: output.trimEnd().split('\n') };
}

describe('the verdict on a step', () => {
  const counted = (count: { passed: number; failed: number } | null): Step => node('tests', '', { count: () => count });

  it.each([
    ['has no tests and ended well', node('lint', ''), true, { passed: 1, failed: 0 }],
    ['has no tests and ended badly', node('lint', ''), false, { passed: 0, failed: 1 }],
    ['passed its tests', counted({ passed: 7, failed: 0 }), true, { passed: 7, failed: 0 }],
    ['failed some', counted({ passed: 5, failed: 2 }), false, { passed: 5, failed: 2 }],
    ['failed outside of its tests', counted({ passed: 7, failed: 0 }), false, { passed: 7, failed: 1 }],
    ['crashed before it wrote a report', counted(null), false, { passed: 0, failed: 1 }],
    ['ended well and wrote no report', counted(null), true, { passed: 0, failed: 1 }]
  ])('that %s', (_what, step, ok, expected) => expect(verdict(step, ok)).toEqual(expected));
});

describe('a run', { timeout: 60_000 }, () => {
  it('goes on behind a failure, prints each step whole, and ends with the sums', async () => {
    const { code, lines } = await run([
      node('first', `console.log('one'); setTimeout(() => { console.log('two'); process.exit(3); }, 600);`),
      node('second', `console.log('three')`),
      node('crashed', `process.kill(process.pid, 'SIGKILL')`),
      { name: 'missing', command: ['no-such-program'] }
    ]);
    expect(code).toBe(1);
    const at = lines.indexOf('=== first');
    expect(lines.slice(at, at + 3)).toEqual(['=== first', 'one', 'two']);
    expect(lines.indexOf('=== second')).toBeLessThan(at);
    expect(lines).toContainEqual(expect.stringContaining('missing: spawn no-such-program ENOENT'));
    expect(lines.at(-1)).toBe('1 passed, 3 failed');
  });

  it('lets nothing run beside a step that runs alone', async () => {
    const mark = (name: string): string => `
      const { appendFileSync } = require('node:fs');
      const note = (what) => appendFileSync(${JSON.stringify(join(folder, 'log'))}, what + ' ${name}\\n');
      note('begin'); setTimeout(() => note('end'), 200);`;
    const { code } = await run([
      node('a', mark('a')),
      node('b', mark('b')),
      node('c', mark('c'), { alone: true }),
      node('d', mark('d')),
      node('e', `console.log(require('node:fs').readFileSync(${JSON.stringify(join(folder, 'log'))}, 'utf8'))`, { alone: true })
    ]).then(({ code: ended, lines }) => {
      const log = lines.filter((line) => /^(begin|end) /.test(line));
      expect(log.slice(0, 2).sort()).toEqual(['begin a', 'begin b']);
      expect(log.slice(4)).toEqual(['begin c', 'end c', 'begin d', 'end d']);
      return { code: ended };
    });
    expect(code).toBe(0);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('that %s stops says what was running, and counts it as failed', async (name) => {
    const slow = `console.log('slowly'); setTimeout(() => undefined, 60_000);`;
    const { code, lines } = await run([node('quick', ''), node('slow', slow, { alone: true }), node('later', '')], {
      name,
      after: 'slowly'
    });
    expect(code).toBe(name === 'SIGTERM' ? 143 : 130);
    expect(lines).toContain(`Stopped by ${name} while running: slow. Not run: later.`);
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });
});
