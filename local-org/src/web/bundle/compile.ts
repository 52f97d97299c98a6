import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import lwc from '@lwc/rollup-plugin';
import type { Plugin, TransformPluginContext, TransformResult } from 'rollup';
import ts from 'typescript';
import type { ComponentSource } from './components.js';
import { packageVersion } from './paths.js';

/** Where the engine and the package of base components ask for their surroundings. */
const ENVIRONMENT = /process\.env\.NODE_ENV|import\.meta\.env\.SSR/;

/** How templates and modules are compiled: `lwc:component` and `attachInternals` are needed by the base components, `lwc:on` is allowed on the platform. */
const LWC_OPTIONS = { enableDynamicComponents: true, enableSyntheticElementInternals: true, enableLwcOn: true };

interface Compiled {
  readonly code: string;
}

/**
 * TypeScript and LWC compilation as one rollup plugin. What comes from installed packages is compiled once and kept on disk (`cacheDirectory`):
 * it is most of the work and changes only with the packages.
 */
export function compilePlugin(rootDirectory: string, cacheDirectory: string, components: readonly ComponentSource[]): Plugin {
  const plugin = lwc({ rootDir: rootDirectory, ...LWC_OPTIONS });
  const salt =
    ['@lwc/rollup-plugin', 'typescript', 'lightning-base-components'].map(packageVersion).join(' ') +
    readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const transform = plugin.transform as (
    this: TransformPluginContext,
    code: string,
    id: string
  ) => TransformResult | Promise<TransformResult>;

  /** An element's name comes from its folder, `lwc/campaignCard`; the platform's namespace for it is `c`, which the compiler takes from the id. */
  function named(id: string, file: string): string {
    const component = components.find(({ directory }) => file.startsWith(directory + path.sep));
    return component ? `${id}${id.includes('?') ? '&' : '?'}specifier=c/${component.name}` : id;
  }

  async function compile(context: TransformPluginContext, code: string, id: string): Promise<Compiled | null> {
    const [file] = id.split('?');
    if (!/\.(ts|js|html|css)$/.test(file)) return null;
    const source = file.endsWith('.ts') ? stripTypes(context, code, file) : code;
    const result = await transform.call(context, source, named(id, file));
    const output = typeof result === 'object' && result?.code !== undefined ? result.code : source;
    return { code: withEnvironment(output) };
  }

  return {
    ...plugin,
    name: 'local-org-compile',
    async transform(code, id) {
      if (id.startsWith('\0')) return null;
      if (/node_modules[\\/](?:lwc|@lwc)[\\/]/.test(id)) return ENVIRONMENT.test(code) ? { code: withEnvironment(code), map: null } : null;
      if (!id.includes('node_modules')) return withoutMap(await compile(this, code, id));
      const key = createHash('sha256').update(salt).update(id).update(code).digest('hex').slice(0, 32);
      const cached = path.join(cacheDirectory, key + '.js');
      if (existsSync(cached)) return { code: readFileSync(cached, 'utf8'), map: null };
      const compiled = await compile(this, code, id);
      if (compiled) keep(cached, compiled.code);
      return withoutMap(compiled);
    }
  };
}

/** Renamed into place, so that two builds at once never read half a file. A folder that can't be written costs time, not more. */
function keep(file: string, code: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // It is compiled again next time.
  }
}

function withoutMap(compiled: Compiled | null): TransformResult {
  return compiled && { code: compiled.code, map: null };
}

function withEnvironment(code: string): string {
  return code.replaceAll('process.env.NODE_ENV', '"production"').replaceAll('import.meta.env.SSR', 'false');
}

/** Removes types only; decorators stay for the LWC compiler. Types themselves are checked by tsc, not here. */
function stripTypes(context: TransformPluginContext, code: string, file: string): string {
  const result = ts.transpileModule(code, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      useDefineForClassFields: true,
      experimentalDecorators: false
    }
  });
  const [problem] = (result.diagnostics ?? []).filter((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
  if (problem) {
    const { line, character } = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0) ?? { line: 0, character: 0 };
    context.error({
      message: ts.flattenDiagnosticMessageText(problem.messageText, ' '),
      id: file,
      loc: { file, line: line + 1, column: character }
    });
  }
  return result.outputText;
}
