/** Compiles the TypeScript of every Lightning web component to the JavaScript beside it, which is what is deployed. Types are checked by tsc. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { lwcSources, readText, root, sourceFiles } from './lib/project.js';

/** @api and @wire are left to the LWC compiler, so decorators stay as they are. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  useDefineForClassFields: true,
  experimentalDecorators: false,
  verbatimModuleSyntax: true,
  isolatedModules: true
};

function compile(file: string): boolean {
  const { outputText, diagnostics = [] } = ts.transpileModule(readText(file), { fileName: file, compilerOptions, reportDiagnostics: true });
  for (const { messageText } of diagnostics) process.stderr.write(`${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}\n`);
  const target = file.replace(/\.ts$/, '.js');
  if (!existsSync(path.join(root, target)) || readText(target) !== outputText) writeFileSync(path.join(root, target), outputText);
  return diagnostics.length === 0;
}

/** All JavaScript in lwc folders is compiled, so what has no source any more is left over from a renamed or deleted file. */
function removeLeftovers(): void {
  for (const file of sourceFiles()) {
    if (!/\/lwc\/.*\.js$/.test(file) || file.includes('/__tests__/')) continue;
    if (!existsSync(path.join(root, file.replace(/\.js$/, '.ts')))) rmSync(path.join(root, file));
  }
}

const sources = lwcSources();
removeLeftovers();
const good = sources.filter(compile).length;
process.stdout.write(`lwc: compiled ${good} of ${sources.length} files\n`);
process.exitCode = good === sources.length ? 0 : 1;
