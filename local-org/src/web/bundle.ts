import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { compilePlugin } from './bundle/compile.js';
import { componentFiles, listFiles, type ComponentSource } from './bundle/components.js';
import { bareMessage, toBundleError } from './bundle/errors.js';
import { BOOTSTRAP, BUNDLER, CLIENT, CLIENT_ENTRY, COMPILED, packageVersion } from './bundle/paths.js';
import { resolvePlugin } from './bundle/resolve.js';

export interface BundleOptions {
  /** Paths in messages are relative to this. */
  readonly projectDirectory: string;
  readonly components: readonly ComponentSource[];
  /** Bundles are kept here. */
  readonly cacheDirectory: string;
}

export interface Bundle {
  readonly hash: string;
  /** Holds `main.js` and its chunks. */
  readonly directory: string;
  /** False when the bundle was found on disk. */
  readonly built: boolean;
  /** What the components use and the local org doesn't have, and the compiler's warnings about the project's files. */
  readonly warnings: readonly string[];
}

/** Bundles of earlier states that are kept: switching back and forth between branches builds nothing. */
const KEPT = 5;
const MANIFEST = 'manifest.json';

/**
 * Builds the browser code: the shell, the platform's modules, the base components that are used, and every Lightning web component of the project.
 * Keyed by the content of all inputs; a second call with the same inputs builds nothing. A component that doesn't compile is a BundleError.
 */
export async function buildBundle(options: BundleOptions): Promise<Bundle> {
  const hash = fingerprint(options.components);
  const root = path.join(options.cacheDirectory, 'bundles');
  const directory = path.join(root, hash);
  const manifest = path.join(directory, MANIFEST);
  if (existsSync(manifest)) {
    return { hash, directory, built: false, warnings: (JSON.parse(readFileSync(manifest, 'utf8')) as { warnings: string[] }).warnings };
  }
  const working = path.join(root, `.${hash}-${process.pid}`);
  const warnings = await build(options, working);
  writeFileSync(path.join(working, MANIFEST), JSON.stringify({ warnings }));
  keep(working, directory);
  prune(root, hash);
  return { hash, directory, built: true, warnings };
}

/** Moves a finished bundle into its place; another process may have put the same one there in the meantime. */
function keep(working: string, directory: string): void {
  try {
    renameSync(working, directory);
  } catch (error) {
    if (!existsSync(path.join(directory, MANIFEST))) throw error;
    rmSync(working, { recursive: true, force: true });
  }
}

async function build(options: BundleOptions, output: string): Promise<string[]> {
  const shorten = (file: string): string => {
    const relative = path.relative(options.projectDirectory, file);
    return relative.startsWith('..') ? file : relative;
  };
  const warnings = new Set<string>();
  mkdirSync(output, { recursive: true });
  try {
    const bundle = await rollup({
      input: { main: CLIENT_ENTRY },
      preserveEntrySignatures: false,
      // As on the platform, where a name that another component's module doesn't export is undefined when the page runs.
      shimMissingExports: true,
      plugins: [
        resolvePlugin({
          components: options.components,
          shorten,
          onUnsupported: (specifier, importer) => warnings.add(`${importer}: the local org doesn't have the module ${specifier}`)
        }),
        compilePlugin(CLIENT, COMPILED, options.components),
        nodeResolve({ browser: true })
      ],
      onwarn: (warning) => {
        if (warning.code === 'SHIMMED_EXPORT')
          warnings.add(`${shorten(warning.exporter ?? '')} doesn't export ${warning.binding ?? ''}, which another module imports`);
        const file = warning.loc?.file ?? warning.id ?? '';
        if (
          warning.code === 'SHIMMED_EXPORT' ||
          warning.code === 'CIRCULAR_DEPENDENCY' ||
          file.includes('node_modules') ||
          !options.components.some((component) => file.startsWith(component.directory))
        )
          return;
        warnings.add(`${shorten(file)}:${warning.loc?.line ?? 1}:${(warning.loc?.column ?? 0) + 1} ${bareMessage(warning.message, file)}`);
      }
    });
    await bundle.write({
      dir: output,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      manualChunks: chunkOf
    });
    await bundle.close();
  } catch (error) {
    rmSync(output, { recursive: true, force: true });
    throw toBundleError(error, shorten);
  }
  return [...warnings].sort();
}

/**
 * One file for what every page needs, so that opening a page is not hundreds of requests. The bootstrap data is apart: it is loaded before
 * anything that reads it.
 */
function chunkOf(id: string): string | undefined {
  if (/node_modules[\\/](lwc|@lwc)[\\/]/.test(id)) return 'lwc';
  if (id.includes('lightning-base-components')) return 'lightning';
  return id === BOOTSTRAP ? 'bootstrap' : undefined;
}

function fingerprint(components: readonly ComponentSource[]): string {
  const hash = createHash('sha256');
  for (const name of ['lwc', '@lwc/rollup-plugin', 'rollup', 'lightning-base-components', 'typescript'])
    hash.update(`${name} ${packageVersion(name)}\n`);
  const files = [...components].sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(componentFiles);
  for (const file of [...files, ...listFiles(CLIENT), ...listFiles(BUNDLER)])
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function prune(root: string, current: string): void {
  const bundles = readdirSync(root)
    .filter((name) => !name.startsWith('.') && name !== current)
    .map((name) => ({ name, time: statSync(path.join(root, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of bundles.slice(KEPT - 1)) rmSync(path.join(root, name), { recursive: true, force: true });
}
