import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a command gets from the outside. */
export interface Terminal {
  readonly directory: string;
  out(line: string): void;
  error(line: string): void;
}

/** An error that is told in one line and ends the command with exit code 1. */
export class CommandError extends Error {
  readonly code = 'COMMAND';
}

/** The text of a file that a command was given; `-` is standard input. */
export function readInput(terminal: Terminal, file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : resolve(terminal.directory, file), 'utf8');
  } catch (error) {
    throw new CommandError(`${file} can't be read: ${(error as Error).message}`);
  }
}

/** The project folder: `--project`, or the folder the command was started in. */
export function projectDirectory(terminal: Terminal, option: string | undefined): string {
  return resolve(terminal.directory, option ?? '.');
}

/** Where an org keeps its database and its built pages: `--org`, or `.local-org` in the project. */
export function orgDirectory(project: string, terminal: Terminal, option: string | undefined): string {
  const directory = option ? resolve(terminal.directory, option) : join(project, '.local-org');
  mkdirSync(directory, { recursive: true });
  return directory;
}

export function databasePath(orgDirectoryPath: string): string {
  return join(orgDirectoryPath, 'org.sqlite');
}
