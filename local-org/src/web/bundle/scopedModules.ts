import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BASE_COMPONENTS, BOOTSTRAP, CLIENT } from './paths.js';

const PREFIX = '\0local-org:';
const APEX = path.join(CLIENT, 'platform/apex.ts');

/** Modules of the base components whose answer belongs to the user, not to the package. */
const USER_I18N = ['locale', 'lang', 'timeZone', 'currency'];

/**
 * Icons come from the design system's sprites (see the client's lightning/primitiveIcon): the templates that the package brings instead are
 * 20 MB of source.
 */
const ICON_TEMPLATES = /^lightning\/iconSvgTemplates/;

interface PackageModules {
  readonly lwc: { readonly modules: readonly ({ readonly name: string; readonly path: string } | { readonly dir: string })[] };
}

let packaged: Map<string, string> | null = null;

/** `@salesforce/label/LightningToast.close` and the like: what the base components' package brings itself. */
function packagedModule(specifier: string): string | undefined {
  if (!packaged) {
    const description = JSON.parse(readFileSync(path.join(BASE_COMPONENTS, 'package.json'), 'utf8')) as PackageModules;
    packaged = new Map();
    for (const module of description.lwc.modules) if ('name' in module) packaged.set(module.name, path.join(BASE_COMPONENTS, module.path));
  }
  return packaged.get(specifier);
}

/**
 * Where a module of the platform comes from: a file, a generated module (see `loadGenerated`), or undefined when the local org does not have it.
 * Order: the local org's own platform modules, generated scoped modules, then the base components.
 */
export function resolvePlatformModule(specifier: string): string | undefined {
  if (ICON_TEMPLATES.test(specifier)) return PREFIX + 'icons';
  if (specifier === '@salesforce/apex') return APEX;
  if (specifier.startsWith('@salesforce/gate/') || specifier.startsWith('@salesforce/accessCheck/')) return PREFIX + specifier;
  const [scope, kind, ...rest] = specifier.split('/');
  if (scope === '@salesforce') return resolveScoped(specifier, kind, rest.join('/'));
  if (specifier === 'force/navigation') return path.join(CLIENT, 'platform/navigation.ts');
  if (specifier === 'assert') return packagedModule(specifier);
  // The package's own module where the local org has one of the same name.
  if (scope === 'lightning-base-components') return path.join(BASE_COMPONENTS, `src/lightning/${kind}/${kind}.js`);
  if (scope !== 'lightning' || rest.length > 0) return undefined;
  return [
    path.join(CLIENT, `platform/${kind}.ts`),
    path.join(CLIENT, `modules/lightning/${kind}/${kind}.ts`),
    path.join(BASE_COMPONENTS, `src/lightning/${kind}/${kind}.js`),
    path.join(BASE_COMPONENTS, `src/lightning/${kind}/${kind}.css`)
  ].find((file) => kind !== 'apex' && existsSync(file));
}

function resolveScoped(specifier: string, kind: string, name: string): string | undefined {
  switch (kind) {
    case 'apex':
    case 'schema':
    case 'resourceUrl':
    case 'messageChannel':
    case 'customPermission':
    case 'userPermission':
      return PREFIX + specifier;
    case 'label':
      return name.startsWith('c.') ? PREFIX + specifier : packagedModule(specifier);
    case 'user':
      return name === 'Id' || name === 'isGuest' ? PREFIX + specifier : undefined;
    case 'client':
      return name === 'formFactor' ? PREFIX + specifier : undefined;
    case 'i18n': {
      if (USER_I18N.includes(name)) return PREFIX + specifier;
      const file = path.join(BASE_COMPONENTS, 'scopedImports', `@salesforce-i18n-${name}.js`);
      return existsSync(file) ? file : undefined;
    }
    default:
      return packagedModule(specifier);
  }
}

/** A module that the local org doesn't have: loading it fails with one clear sentence, so only the components that need it are affected. */
export function unsupportedModule(specifier: string, importer: string): string {
  return `${PREFIX}unsupported:${specifier}:${importer}`;
}

/** Source of the modules that `resolvePlatformModule` invented. Names that depend on the user are read from the bootstrap data at load. */
export function loadGenerated(id: string): { code: string; syntheticNamedExports?: string } | null {
  if (!id.startsWith(PREFIX)) return null;
  const specifier = id.slice(PREFIX.length);
  if (specifier === 'icons') return { code: 'export default {};' };
  if (specifier.startsWith('unsupported:')) {
    const [, name, importer] = specifier.split(':');
    const message = `The local org doesn't have the module ${name}, which ${importer} imports.`;
    return {
      code: `export const missing = (() => { throw new Error(${JSON.stringify(message)}); })(); export default missing;`,
      syntheticNamedExports: 'missing'
    };
  }
  const [, kind, ...rest] = specifier.split('/');
  return { code: scopedCode(kind, rest.join('/')) };
}

function scopedCode(kind: string, name: string): string {
  const fromBootstrap = (call: string): string =>
    `import { ${call.split('(')[0]} } from ${JSON.stringify(BOOTSTRAP)}; export default ${call};`;
  const quoted = JSON.stringify(name);
  switch (kind) {
    case 'gate':
      // Open in the package's stubs, closed in an org; open ones change how a datatable measures its rows.
      return 'export default { isOpen: () => false };';
    case 'accessCheck':
      return 'export default true;';
    case 'apex': {
      const [method, className] = name.split('.').reverse();
      return `import { apexMethod } from ${JSON.stringify(APEX)}; export default apexMethod(${JSON.stringify(className)}, ${JSON.stringify(method)});`;
    }
    case 'schema': {
      const [objectApiName, ...fields] = name.split('.');
      return `export default ${JSON.stringify(fields.length ? { fieldApiName: fields.join('.'), objectApiName } : { objectApiName })};`;
    }
    case 'label':
      return fromBootstrap(`label(${JSON.stringify(name.slice('c.'.length))})`);
    case 'resourceUrl':
      return fromBootstrap(`resourceUrl(${quoted})`);
    case 'customPermission':
      return fromBootstrap(`customPermission(${quoted})`);
    case 'userPermission':
      return fromBootstrap(`userPermission(${quoted})`);
    case 'user':
      return fromBootstrap(name === 'Id' ? 'userId()' : 'isGuest()');
    case 'i18n':
      return fromBootstrap(`i18n(${quoted})`);
    case 'client':
      return fromBootstrap('formFactor()');
    default:
      // A message channel is known by its name.
      return `export default Object.freeze({ channelName: ${quoted} });`;
  }
}
