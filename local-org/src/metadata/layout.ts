import { basename, join, resolve } from 'node:path';
import { ProjectError } from './errors.js';
import { parseXml } from './xml.js';
import type { SourceTree } from './tree.js';

/** Where a project keeps its source. */
export interface ProjectLayout {
  readonly name: string;
  readonly namespace: string | null;
  readonly sourceApiVersion: number;
  /** Absolute paths. */
  readonly roots: readonly string[];
}

interface ProjectFile {
  readonly name?: string;
  readonly namespace?: string;
  readonly sourceApiVersion?: string;
  readonly packageDirectories?: readonly { readonly path?: string }[];
}

/** Used when a project doesn't say: the current release (Winter '27 is 68.0, Summer '26 67.0). */
const DEFAULT_API_VERSION = 67;

/** Reads sfdx-project.json; a project in metadata format (src/package.xml) is taken as it is. */
export function readLayout(directory: string, tree: SourceTree): ProjectLayout {
  const root = resolve(directory);
  const file = join(root, 'sfdx-project.json');
  if (tree.exists(file)) return sourceFormat(root, file, tree);
  for (const candidate of [join(root, 'src'), root]) {
    const manifest = join(candidate, 'package.xml');
    const inMetadataFormat = ['classes', 'triggers', 'objects'].some((folder) => tree.isDirectory(join(candidate, folder)));
    if (!inMetadataFormat) continue;
    const version = tree.exists(manifest) ? parseXml(tree.read(manifest), 'package.xml').number('version') : null;
    return { name: basename(root), namespace: null, sourceApiVersion: version ?? DEFAULT_API_VERSION, roots: [candidate] };
  }
  throw new ProjectError('NO_PROJECT', `No sfdx-project.json in ${directory}: this is not a Salesforce DX project directory.`);
}

function sourceFormat(root: string, file: string, tree: SourceTree): ProjectLayout {
  let project: ProjectFile;
  try {
    project = JSON.parse(tree.read(file)) as ProjectFile;
  } catch (error) {
    throw new ProjectError('BAD_PROJECT_FILE', `${file}: ${error instanceof Error ? error.message : String(error)}`, file);
  }
  const paths = (project.packageDirectories ?? []).flatMap((entry) => entry.path ?? []);
  if (!paths.length) throw new ProjectError('BAD_PROJECT_FILE', `${file}: packageDirectories names no path.`, file);
  const roots = paths.map((path) => {
    const absolute = resolve(root, path);
    if (!tree.isDirectory(absolute)) {
      throw new ProjectError('NO_PACKAGE_DIRECTORY', `${file}: the package directory '${path}' does not exist.`, file);
    }
    return absolute;
  });
  return {
    name: project.name ?? basename(root),
    namespace: project.namespace || null,
    sourceApiVersion: Number(project.sourceApiVersion) || DEFAULT_API_VERSION,
    roots
  };
}
