import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

/** The few file operations that loading a project needs. */
export interface SourceTree {
  exists(path: string): boolean;
  isDirectory(path: string): boolean;
  /** Names, sorted, so that a project loads the same everywhere. */
  list(directory: string): string[];
  read(path: string): string;
}

export const diskTree: SourceTree = {
  exists: (path) => existsSync(path),
  isDirectory: (path) => existsSync(path) && statSync(path).isDirectory(),
  list: (directory) => readdirSync(directory).sort(),
  read: (path) => readFileSync(path, 'utf8')
};
