export * from './model.js';
export { ProjectError } from './errors.js';
export { ForceIgnore } from './forceignore.js';
export { loadProject } from './load.js';
export { diskTree, type SourceTree } from './tree.js';
export { parseXml, XML_AS_WRITTEN, XmlElement } from './xml.js';
