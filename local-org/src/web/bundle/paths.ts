import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Directory of an installed package; read from disk because most packages don't export their package.json. */
function packageDirectory(name: string): string {
  for (const directory of require.resolve.paths(name) ?? []) {
    if (existsSync(path.join(directory, name, 'package.json'))) return path.join(directory, name);
  }
  throw new Error(`The package ${name} is not installed: run npm ci.`);
}

/** Version of an installed package. */
export function packageVersion(name: string): string {
  return (JSON.parse(readFileSync(path.join(packageDirectory(name), 'package.json'), 'utf8')) as { version: string }).version;
}

/** The browser code of the local org. */
export const CLIENT = fileURLToPath(new URL('../client/', import.meta.url));
export const CLIENT_ENTRY = path.join(CLIENT, 'main.ts');
/** The module that holds what the page was told when it opened. */
export const BOOTSTRAP = path.join(CLIENT, 'runtime/bootstrap.ts');
/** What was compiled of installed packages, by content: the same for every org and every project. `npm ci` clears it. */
export const COMPILED = fileURLToPath(new URL('../../../node_modules/.cache/lwc/', import.meta.url));
/** This folder: its sources are part of what a cached bundle depends on. */
export const BUNDLER = fileURLToPath(new URL('./', import.meta.url));
export const BASE_COMPONENTS = packageDirectory('lightning-base-components');
export const DESIGN_SYSTEM = path.join(packageDirectory('@salesforce-ux/design-system'), 'assets');
