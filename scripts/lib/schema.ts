import { join } from 'node:path';
import { loadProject, type ProjectMetadata, type SourceTree } from '../../local-org/src/metadata/index.js';
import { buildSchema, type Schema } from '../../local-org/src/schema/index.js';
import type { Files } from './metadataReferences.js';

/** The project's metadata and the objects that an org has with it: standard ones and the project's. */
export interface ProjectSchema {
  readonly metadata: ProjectMetadata;
  readonly schema: Schema;
}

/** `projectFile` is the text of sfdx-project.json; `root` the directory that the paths of the files begin at. */
export function projectSchema(files: Files, projectFile: string, root: string): ProjectSchema {
  const all = new Map([...files, ['sfdx-project.json', projectFile]].map(([file, text]) => [join(root, file), text]));
  const metadata = loadProject(root, treeOf(all));
  return { metadata, schema: buildSchema(metadata) };
}

/** The files as a source tree. */
function treeOf(files: ReadonlyMap<string, string>): SourceTree {
  const folders = new Map<string, Set<string>>();
  for (const file of files.keys()) {
    const parts = file.split('/');
    for (let depth = parts.length - 1; depth > 0; depth--) {
      const folder = parts.slice(0, depth).join('/');
      if (!folders.has(folder)) folders.set(folder, new Set());
      folders.get(folder)!.add(parts[depth]);
    }
  }
  return {
    exists: (path) => files.has(path) || folders.has(path),
    isDirectory: (path) => folders.has(path),
    list: (directory) => [...(folders.get(directory) ?? [])].sort(),
    read: (path) => files.get(path) ?? ''
  };
}
