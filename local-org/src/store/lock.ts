import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StoreError } from './errors.js';

const held = new Set<string>();

/**
 * Keeps two processes (or two stores of one process) from sharing a database file: `<file>.pid` holds the owner's process id. What a
 * process that died left behind is taken over, SQLite's own `<file>.lock` folder included. Answers the function that gives the lock back.
 */
export function lockFile(path: string): () => void {
  const file = resolve(path);
  const pidFile = `${file}.pid`;
  if (held.has(file) || !claim(pidFile)) {
    throw new StoreError(
      'LOCKED',
      `The org's database ${path} is in use by another local org (see ${pidFile}). Stop that one or choose another --org.`
    );
  }
  held.add(file);
  // Nobody else holds the database, so a lock folder is the remains of a process that was killed.
  rmSync(`${file}.lock`, { recursive: true, force: true });
  return () => {
    held.delete(file);
    rmSync(pidFile, { force: true });
  };
}

function claim(pidFile: string): boolean {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(pidFile, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new StoreError('UNAVAILABLE', `The org's folder can't be written: ${(error as Error).message}.`);
      }
      const owner = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
      // A process id of our own that this module does not hold was left by an earlier process with the same number.
      if (owner !== process.pid && isAlive(owner)) return false;
      rmSync(pidFile, { force: true });
    }
  }
  return false;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
