import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One Lightning web component bundle as the bundler needs it. */
export interface ComponentSource {
  readonly name: string;
  /** Absolute path. */
  readonly directory: string;
}

const ENTRY_EXTENSIONS = ['ts', 'js', 'html', 'css'] as const;

/**
 * The file that an import of the component resolves to. TypeScript wins over JavaScript, because a .js beside a .ts is its compiled copy;
 * a bundle may also have only a template, or only styles (a shared CSS module).
 */
export function componentEntry(component: ComponentSource): string | null {
  for (const extension of ENTRY_EXTENSIONS) {
    const file = path.join(component.directory, `${component.name}.${extension}`);
    if (existsSync(file)) return file;
  }
  return null;
}

/** Source files of a component that take part in a build, tests left out. */
export function componentFiles(component: ComponentSource): string[] {
  return listFiles(component.directory).filter(
    (file) => !file.split(path.sep).some((part) => part.startsWith('__')) && /\.(ts|js|html|css|xml)$/.test(file)
  );
}

/** All files below a directory, sorted. */
export function listFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(directory, entry.name);
      return entry.isDirectory() ? listFiles(file) : [file];
    });
}

/** Where a text first occurs in a file: for errors about imports, which the bundler reports without a place. */
export function locate(file: string, text: RegExp): { line: number; column: number } {
  if (!existsSync(file)) return { line: 1, column: 1 };
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((candidate) => text.test(candidate));
  return line < 0 ? { line: 1, column: 1 } : { line: line + 1, column: lines[line].search(text) + 1 };
}
