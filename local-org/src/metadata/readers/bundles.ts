import { basename, join } from 'node:path';
import type { LwcBundle, MessageChannelSource, StaticResourceSource } from '../model.js';
import type { SourceTree } from '../tree.js';
import { parseXml, type XmlElement } from '../xml.js';

/** A directory below `lwc`: the bundle's js-meta.xml says where the component may be placed. */
export function readLwcBundle(directory: string, tree: SourceTree, sourceApiVersion: number): LwcBundle | null {
  const name = basename(directory);
  const files = tree.list(directory);
  if (!files.some((file) => new RegExp(`^${name}\\.(js|ts|html|css|js-meta\\.xml)$`).test(file))) return null;
  const metaFile = join(directory, `${name}.js-meta.xml`);
  const root = tree.exists(metaFile) ? parseXml(tree.read(metaFile), metaFile) : null;
  return {
    name,
    directory,
    apiVersion: root?.number('apiVersion') ?? sourceApiVersion,
    exposed: root?.flag('isExposed') ?? false,
    label: root?.text('masterLabel') ?? null,
    targets: root?.first('targets')?.texts('target') ?? [],
    targetConfigs: (root?.first('targetConfigs')?.all('targetConfig') ?? []).map((config) => ({
      targets: (config.attributes.get('targets') ?? '').split(',').map((target) => target.trim()),
      objects: config.all('objects').flatMap((objects) => objects.texts('object')),
      actionType: config.text('actionType'),
      properties: config.all('property').map((property) => ({
        name: property.attributes.get('name') ?? '',
        type: property.attributes.get('type') ?? 'String',
        label: property.attributes.get('label') ?? null,
        default: property.attributes.get('default') ?? null,
        required: property.attributes.get('required') === 'true',
        datasource: property.attributes.get('datasource') ?? null,
        role: property.attributes.get('role') ?? null
      }))
    })),
    metaMissing: root === null
  };
}

export function readMessageChannel(name: string, root: XmlElement): MessageChannelSource {
  return {
    name,
    label: root.text('masterLabel') ?? name,
    exposed: root.flag('isExposed'),
    fields: root.all('lightningMessageFields').flatMap((field) => field.text('fieldName') ?? [])
  };
}

const ARCHIVES = new Set(['application/zip', 'application/x-zip-compressed', 'application/jar']);

/** The content beside `Name.resource-meta.xml`: `Name.resource`, `Name.<extension>`, or the directory `Name` of an unpacked archive. */
export function readStaticResource(name: string, directory: string, root: XmlElement, tree: SourceTree): StaticResourceSource | null {
  const contentType = root.text('contentType') ?? 'application/octet-stream';
  const content = tree
    .list(directory)
    .filter((entry) => entry === name || (entry.startsWith(`${name}.`) && !entry.endsWith('-meta.xml')))
    .sort((a, b) => a.length - b.length)
    .find((entry) => entry === name || !entry.slice(name.length + 1).includes('.'));
  if (!content) return null;
  const path = join(directory, content);
  const kind = tree.isDirectory(path) ? 'directory' : ARCHIVES.has(contentType) ? 'archive' : 'file';
  return { name, contentType, cacheControl: root.text('cacheControl') ?? 'Private', description: root.text('description'), path, kind };
}
