import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'rollup';
import { componentEntry, locate, type ComponentSource } from './components.js';
import { BundleError } from './errors.js';
import { CLIENT, CLIENT_ENTRY } from './paths.js';
import { loadGenerated, resolvePlatformModule, unsupportedModule } from './scopedModules.js';

const REGISTRY = 'local-org:components';
const PLATFORM = path.join(CLIENT, 'platform');

export interface ResolveOptions {
  readonly components: readonly ComponentSource[];
  /** Told of every module that the local org doesn't have. */
  readonly onUnsupported: (specifier: string, importer: string) => void;
  readonly shorten: (file: string) => string;
}

/**
 * Finds modules as the platform does: `c/name` in any `lwc` folder of the project, `@salesforce/*` and `lightning/*`,
 * the shell's own components, and relative files with or without an extension.
 */
export function resolvePlugin(options: ResolveOptions): Plugin {
  const components = new Map(options.components.map((component) => [component.name, component]));
  return {
    name: 'local-org-resolve',
    async resolveId(specifier, importer) {
      if (!importer) return null;
      if (specifier === REGISTRY) return '\0' + REGISTRY;
      if (specifier.startsWith('.')) return resolveRelative(specifier, importer);
      if (path.isAbsolute(specifier)) return null;
      const [namespace, name] = specifier.split('/');
      if (namespace === 'c') {
        const entry = components.get(name) && componentEntry(components.get(name)!);
        return entry ?? fail(`There is no Lightning web component c/${name}.`, specifier, importer);
      }
      if (namespace === 'shell') return path.join(CLIENT, 'modules/shell', name, `${name}.ts`);
      // The engine of the local org, whatever the project has installed.
      if (specifier === 'lwc' || namespace === '@lwc') return this.resolve(specifier, CLIENT_ENTRY, { skipSelf: true });
      const platform = resolvePlatformModule(specifier);
      if (platform) return platform;
      if (/^@?[a-z]\w*\/\w/i.test(specifier) && (namespace.startsWith('@salesforce') || !namespace.startsWith('@'))) {
        options.onUnsupported(specifier, options.shorten(importer));
        return { id: unsupportedModule(specifier, options.shorten(importer)), moduleSideEffects: true };
      }
      return fail(`Could not resolve the module ${specifier}.`, specifier, importer);
    },
    load(id) {
      if (id === '\0' + REGISTRY) return registry(options.components);
      return loadGenerated(id) ?? loadPlatform(id);
    }
  };

  function fail(reason: string, specifier: string, importer: string): never {
    const [file] = importer.split('?');
    const tag = specifier.replace('/', '-').replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
    const place = locate(file, file.endsWith('.html') ? new RegExp(`<${tag}\\b`) : new RegExp(`['"]${specifier}['"]`));
    throw new BundleError(options.shorten(file), place.line, place.column, reason);
  }
}

/** Modules import each other without an extension, with `.js` for a TypeScript file, or in full. Templates and styles are left to the compiler. */
function resolveRelative(specifier: string, importer: string): string | null {
  const target = path.resolve(path.dirname(importer.split('?')[0]), specifier);
  if (/\.(html|css)(\?|$)/.test(target)) return null;
  return (
    [target.replace(/\.js$/, '.ts'), target + '.ts', target, target + '.js'].find(
      (file) => /\.\w+$/.test(path.basename(file)) && existsSync(file)
    ) ?? null
  );
}

/** The local org's copy of a platform module: names that it lacks can be imported and fail when they are used. */
function loadPlatform(id: string): { code: string; syntheticNamedExports: string } | null {
  if (path.dirname(id) !== PLATFORM) return null;
  const module = `lightning/${path.basename(id, '.ts')}`;
  const missing = JSON.stringify(path.join(CLIENT, 'runtime/missing.ts'));
  return {
    code: `${readFileSync(id, 'utf8')}\nimport { missingExports } from ${missing};\nexport const missingExport = missingExports(${JSON.stringify(module)});\n`,
    syntheticNamedExports: 'missingExport'
  };
}

/** Every component of the project, loaded when it is first shown, so that one that fails to load harms nothing else. */
function registry(components: readonly ComponentSource[]): string {
  const rows = components
    .filter((component) => /\.(ts|js|html)$/.test(componentEntry(component) ?? ''))
    .map((component) => `  ${JSON.stringify(component.name)}: () => import('c/${component.name}')`);
  return `export const components = {\n${rows.join(',\n')}\n};\n`;
}
