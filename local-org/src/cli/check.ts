import { relative, resolve } from 'node:path';
import { check as checkApex } from '../apex/index.js';
import { loadProject } from '../metadata/index.js';
import { buildSchema } from '../schema/index.js';
import { createValidator } from '../soql/index.js';
import { projectDirectory, type Terminal } from './context.js';

/** `local-org check`: compiles everything, prints `file:line:col message`, exit 1 on an error. */
export function check(options: { project?: string }, terminal: Terminal): number {
  const project = projectDirectory(terminal, options.project);
  const metadata = loadProject(project);
  const schema = buildSchema(metadata);
  const diagnostics = checkApex({ sources: metadata.apex, schema, queries: createValidator(schema) }, { cached: true });
  for (const { file, line, column, message } of diagnostics)
    terminal.out(`${relative(terminal.directory, resolve(project, file))}:${line}:${column} ${message}`);
  terminal.out(`${metadata.apex.length} files checked, ${diagnostics.length} errors`);
  return diagnostics.length ? 1 : 0;
}
