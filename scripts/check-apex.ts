/**
 * Checks the meaning of all Apex classes without an org: unknown types, methods and variables, wrong arguments, missing returns. The
 * checker (apex-ls, inside the PMD engine of Code Analyzer) runs on Java 11 or later; without Java the check is skipped, but not in CI.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { readText, root, sourceFiles } from './lib/project.js';

interface Issue {
  readonly category: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly offset: number };
}

interface Report {
  readonly files: readonly { readonly path: string; readonly messages: readonly Issue[] }[];
}

/** From API 67.0 on the default changed to `with sharing`; a reader should not have to know. */
function sharingErrors(): string[] {
  const classes = sourceFiles().filter((file) => file.endsWith('.cls') && !file.includes('/test/'));
  return classes.flatMap((file) => {
    // Interfaces and enums have no sharing to state.
    const [declaration] = /^(?:public|global)\b.*\bclass\b.*$/m.exec(readText(file)) ?? [];
    return declaration === undefined || /\bsharing class\b/.test(declaration) || /extends \w*Exception\b/.test(declaration)
      ? []
      : [`${file}: the class does not state its sharing`];
  });
}

function semanticErrors(): string[] {
  const engine = path.dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine'));
  const libraries = path.join(engine, 'java-lib', '*');
  const checker = ['-cp', libraries, 'io.github.apexdevtools.apexls.CheckForIssues', '-n', '-w', '.', '-d', 'warnings', '-f', 'json'];
  const { stdout, stderr, status, error } = spawnSync('java', checker, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error || status === null) return [`the checker could not be run: ${error?.message ?? stderr}`];
  const start = stdout.indexOf('{');
  if (start < 0) return status === 0 ? [] : [`the checker failed: ${stderr || stdout}`];
  const { files } = JSON.parse(stdout.slice(start)) as Report;
  return files.flatMap(({ path: file, messages }) =>
    messages.map(
      ({ start: { line, offset }, category, message }) => `${path.relative(root, file)}:${line}:${offset} ${category}: ${message}`
    )
  );
}

const NO_JAVA =
  'Java 11 or later was not found: install it (Debian: apt-get install default-jre-headless; macOS: brew install openjdk) and put it on the PATH';

function hasJava(): boolean {
  return spawnSync('java', ['-version']).status === 0;
}

const errors = sharingErrors();
if (hasJava()) errors.push(...semanticErrors());
else if (process.env['CI'] === 'true') errors.push(`The semantic check of Apex can't run. ${NO_JAVA}`);
else process.stdout.write(`apex: SKIPPED the semantic check. ${NO_JAVA}\n`);

for (const error of errors) process.stderr.write(`${error}\n`);
process.stdout.write(`apex: ${errors.length} errors\n`);
process.exitCode = errors.length === 0 ? 0 : 1;
