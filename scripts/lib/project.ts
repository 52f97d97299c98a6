import { readdirSync, readFileSync, existsSync } from 'node:fs';
import path from 'node:path';

/** The repository, which is the directory above scripts/. */
export const root = path.resolve(import.meta.dirname, '..', '..');

interface ProjectFile {
  readonly packageDirectories: readonly { readonly path: string; readonly package: string }[];
  readonly sourceApiVersion: string;
}

export const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as ProjectFile;

/** Every file below the package directories, as a path from the root with forward slashes, sorted. */
export function sourceFiles(): string[] {
  return project.packageDirectories
    .map((directory) => directory.path)
    .filter((directory) => existsSync(path.join(root, directory)))
    .flatMap(filesBelow)
    .sort();
}

export function filesBelow(directory: string): string[] {
  return readdirSync(path.join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

export function readText(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** The TypeScript sources of Lightning web components, without their tests. */
export function lwcSources(): string[] {
  return sourceFiles().filter((file) => /\/lwc\/.*\.ts$/.test(file) && !file.includes('/__tests__/') && !file.endsWith('.d.ts'));
}
