import { basename, join, relative, sep } from 'node:path';
import type { ForceIgnore } from './forceignore.js';
import type { SourceTree } from './tree.js';

/** One file of the source tree: `Foo.permissionset-meta.xml` and `Foo.permissionset` are both kind 'permissionset', name 'Foo'. */
export interface SourceFile {
  readonly path: string;
  /** Relative to the project, with '/'. */
  readonly shown: string;
  readonly name: string;
  readonly kind: string;
  readonly isMeta: boolean;
}

export interface ScanResult {
  readonly files: readonly SourceFile[];
  readonly lwcDirectories: readonly string[];
  readonly auraDirectories: readonly string[];
}

const SKIPPED = /^(\..*|node_modules|__.*__)$/;

/** Lists the source files below the package directories, leaving out what .forceignore names. Bundles are listed as directories. */
export function scan(project: string, roots: readonly string[], ignore: ForceIgnore, tree: SourceTree): ScanResult {
  const files = new Map<string, SourceFile>();
  const lwcDirectories = new Set<string>();
  const auraDirectories = new Set<string>();

  const shown = (path: string): string => relative(project, path).split(sep).join('/');

  function walk(directory: string): void {
    const folder = basename(directory);
    const entries = tree.list(directory).filter((entry) => !SKIPPED.test(entry));
    for (const entry of entries) {
      const path = join(directory, entry);
      if (tree.isDirectory(path)) {
        if (ignore.ignores(`${shown(path)}/x`)) continue;
        if (folder === 'lwc') lwcDirectories.add(path);
        else if (folder === 'aura') auraDirectories.add(path);
        else if (!entries.includes(`${entry}.resource-meta.xml`)) walk(path);
      } else if (!ignore.ignores(shown(path))) files.set(path, sourceFile(path, shown(path)));
    }
  }

  for (const root of roots) walk(root);
  return { files: [...files.values()], lwcDirectories: [...lwcDirectories], auraDirectories: [...auraDirectories] };
}

function sourceFile(path: string, shown: string): SourceFile {
  const base = basename(path);
  const isMeta = base.endsWith('-meta.xml');
  const stem = isMeta ? base.slice(0, -'-meta.xml'.length) : base;
  const dot = stem.lastIndexOf('.');
  const name = dot > 0 ? stem.slice(0, dot) : stem;
  return { path, shown, name: decodeName(name), kind: dot > 0 ? stem.slice(dot + 1) : '', isMeta };
}

/** Source format writes characters that file systems refuse as %xx. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
