import type { SourceTree } from '../../src/metadata/index.js';

/** A project held in memory: path → content. */
export function memoryTree(files: Readonly<Record<string, string>>): SourceTree {
  const paths = Object.keys(files);
  const inside = (directory: string): string[] => paths.filter((path) => path.startsWith(`${directory}/`));
  return {
    exists: (path) => path in files || inside(path).length > 0,
    isDirectory: (path) => !(path in files) && inside(path).length > 0,
    list: (directory) => [...new Set(inside(directory).map((path) => path.slice(directory.length + 1).split('/')[0]))].sort(),
    read: (path) => files[path] ?? ''
  };
}

export const PROJECT_FILE = JSON.stringify({
  packageDirectories: [{ path: 'app' }, { path: 'more' }],
  sourceApiVersion: '67.0',
  namespace: ''
});

export function xml(root: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">${body}</${root}>`;
}
