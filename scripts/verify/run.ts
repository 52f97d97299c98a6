import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { verdict, type Count, type Step } from './step.js';

export interface Outcome extends Count {
  readonly step: Step;
  readonly seconds: number;
}

interface Running {
  readonly process: ChildProcess;
  /** What it has said, to be printed whole when it ends; a step that runs alone prints as it goes. */
  readonly output: Buffer[];
  readonly started: number;
}

const ENVIRONMENT = { ...process.env, SF_DISABLE_AUTOUPDATE: 'true', SF_DISABLE_TELEMETRY: 'true', FORCE_COLOR: '0' };
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs steps in their order, all of them even when one fails. */
export class StepRunner {
  private readonly running = new Map<Step, Running>();
  private readonly outcomes: Outcome[] = [];

  /** @param atOnce how many steps run at the same time, those aside that run alone */
  constructor(
    private readonly steps: readonly Step[],
    private readonly atOnce: number
  ) {}

  /** Answers the exit code. The last line it prints is `N passed, N failed`, also when a signal stops it. */
  async run(): Promise<number> {
    for (const signal of SIGNALS) process.on(signal, () => this.stop(signal));
    const ending = new Set<Promise<void>>();
    for (const step of this.steps) {
      while (!this.hasRoomFor(step)) await Promise.race(ending);
      const ended = this.start(step).finally(() => ending.delete(ended));
      ending.add(ended);
    }
    await Promise.all(ending);
    return this.summarize();
  }

  private hasRoomFor(step: Step): boolean {
    const running = [...this.running.keys()];
    return running.length < (step.alone ? 1 : this.atOnce) && !running.some(({ alone }) => alone);
  }

  private start(step: Step): Promise<void> {
    process.stdout.write(step.alone ? `\n=== ${step.name}\n` : `... ${step.name}\n`);
    const child = spawn(step.command[0], step.command.slice(1), {
      stdio: step.alone ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: ENVIRONMENT,
      // A group of its own, so that a signal reaches what the step has started.
      detached: true
    });
    const output: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    this.running.set(step, { process: child, output, started: performance.now() });
    return new Promise((resolve) => {
      child.once('error', (error) => output.push(Buffer.from(`${step.name}: ${error.message}\n`)));
      child.once('close', (code) => {
        this.end(step, code === 0);
        resolve();
      });
    });
  }

  private end(step: Step, ok: boolean): void {
    const { output, started } = this.running.get(step)!;
    this.running.delete(step);
    if (!step.alone || output.length) process.stdout.write(`\n=== ${step.name}\n${Buffer.concat(output).toString()}`);
    this.outcomes.push({ step, seconds: (performance.now() - started) / 1000, ...verdict(step, ok) });
  }

  /** What was at work has failed; what did not get its turn is named. */
  private stop(signal: (typeof SIGNALS)[number]): void {
    const stopped = [...this.running.keys()];
    const begun = new Set([...stopped, ...this.outcomes.map(({ step }) => step)]);
    for (const step of stopped) {
      const { pid } = this.running.get(step)!.process;
      if (pid !== undefined) process.kill(-pid, signal);
      this.end(step, false);
    }
    const left = this.steps.filter((step) => !begun.has(step));
    process.stdout.write(`\nStopped by ${signal} while running: ${names(stopped)}. Not run: ${names(left)}.\n`);
    this.summarize();
    process.exit(128 + constants.signals[signal]);
  }

  private summarize(): number {
    process.stdout.write('\n');
    for (const { step, passed, failed, seconds } of this.outcomes) {
      process.stdout.write(
        `${failed ? 'FAIL' : ' ok '}  ${step.name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(0).padStart(5)} s\n`
      );
    }
    const sum = (what: keyof Count): number => this.outcomes.reduce((total, outcome) => total + outcome[what], 0);
    process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
    return sum('failed') ? 1 : 0;
  }
}

function names(steps: readonly Step[]): string {
  return steps.map(({ name }) => name).join(', ') || 'nothing';
}
