import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The environment variable that names the folder. */
export const RUN_FOLDER = 'E2E_FOLDER';

const OURS = /^e2e-(\d+)-/;

/**
 * One folder for all that a run leaves on the disk: orgs, copied projects, what the browser keeps. It goes with the run; what a run that was killed
 * left behind goes with the next one. Whoever asks for a temporary folder gets one in it, child processes too.
 */
export default function setup(): () => void {
  const common = tmpdir();
  for (const name of readdirSync(common)) {
    const [, owner] = OURS.exec(name) ?? [];
    if (owner !== undefined && !isAlive(Number(owner))) remove(join(common, name));
  }
  const folder = mkdtempSync(join(common, `e2e-${process.pid}-`));
  for (const variable of [RUN_FOLDER, 'TMPDIR', 'TEMP', 'TMP']) process.env[variable] = folder;
  process.once('exit', () => remove(folder));
  return () => remove(folder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
