import { basename, dirname, join, resolve } from 'node:path';
import { ForceIgnore } from './forceignore.js';
import { readLayout } from './layout.js';
import type { ApexSource, CustomLabel, NamedSource, ProjectMetadata, ReportSource } from './model.js';
import { readLwcBundle, readMessageChannel, readStaticResource } from './readers/bundles.js';
import { ObjectCollector, PART_SUFFIXES } from './readers/objects.js';
import { readApplication, readFlexiPage, readQuickAction, readTab } from './readers/pages.js';
import { readCustomPermission, readPermissions, readPermissionSetGroup } from './readers/permissions.js';
import { readCustomMetadata, readLabels, readTranslation } from './readers/texts.js';
import { scan, type SourceFile } from './scan.js';
import { diskTree, type SourceTree } from './tree.js';
import { parseXml, type XmlElement } from './xml.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** What a file of each kind adds to the project. Kinds that are not here are counted as ignored. */
type Reader = (project: Loading, file: SourceFile, root: XmlElement) => void;

const READERS: Readonly<Record<string, Reader>> = {
  object: (p, file, root) => p.objects.addObject(file.name, file.shown, root),
  md: (p, file, root) => p.result.customMetadata.push(readCustomMetadata(file.name, file.shown, root)),
  labels: (p, _file, root) => p.labels.push(...readLabels(root)),
  label: (p, _file, root) => p.labels.push(...readLabels(root)),
  translation: (p, file, root) => void p.translations.set(file.name, readTranslation(root)),
  permissionset: (p, file, root) => p.result.permissionSets.push(readPermissions(file.name, file.shown, root)),
  profile: (p, file, root) => p.result.profiles.push(readPermissions(file.name, file.shown, root)),
  permissionsetgroup: (p, file, root) => p.result.permissionSetGroups.push(readPermissionSetGroup(file.name, root)),
  customPermission: (p, file, root) => p.result.customPermissions.push(readCustomPermission(file.name, root)),
  flexipage: (p, file, root) => p.result.flexiPages.push(readFlexiPage(file.name, file.shown, root)),
  tab: (p, file, root) => p.result.tabs.push(readTab(file.name, root)),
  app: (p, file, root) => p.result.applications.push(readApplication(file.name, root)),
  messageChannel: (p, file, root) => p.result.messageChannels.push(readMessageChannel(file.name, root)),
  quickAction: (p, file, root) => p.result.quickActions.push(readQuickAction(file.name, root)),
  queue: (p, file, root) =>
    p.result.queues.push({
      name: file.name,
      label: root.text('name') ?? file.name,
      objects: root.all('queueSobject').flatMap((entry) => entry.text('sobjectType') ?? []),
      email: root.text('email')
    }),
  group: (p, file, root) => p.result.groups.push({ name: file.name, label: root.text('name') ?? file.name }),
  role: (p, file, root) => p.result.roles.push({ name: file.name, label: root.text('name') ?? file.name, parent: root.text('parentRole') }),
  globalValueSet: (p, file, root) => p.result.globalValueSets.push({ name: file.name, file: file.shown, element: root }),
  standardValueSet: (p, file, root) => p.result.standardValueSets.push({ name: file.name, file: file.shown, element: root }),
  remoteSite: (p, file, root) =>
    p.result.remoteSites.push({ name: file.name, label: file.name, url: root.text('url') ?? '', active: root.flag('isActive', true) }),
  namedCredential: (p, file, root) =>
    p.result.namedCredentials.push({
      name: file.name,
      label: root.text('label') ?? file.name,
      endpoint: root.text('endpoint') ?? parameterOfType(root, 'Url')
    }),
  asset: (p, file, root) =>
    p.result.contentAssets.push({
      name: file.name,
      label: root.text('masterLabel') ?? file.name,
      path: file.path.slice(0, -'-meta.xml'.length)
    }),
  report: (p, file, root) => p.result.reports.push(inFolder(file, root)),
  dashboard: (p, file, root) => p.result.dashboards.push(inFolder(file, root)),
  reportType: (p, file, root) => p.result.reportTypes.push({ name: file.name, file: file.shown, element: root }),
  reportFolder: (p, file, root) => p.result.reportFolders.push({ ...folder(file, root), kind: 'Report' }),
  dashboardFolder: (p, file, root) => p.result.reportFolders.push({ ...folder(file, root), kind: 'Dashboard' }),
  platformEventSubscriberConfig: (p, file, root) =>
    p.result.eventSubscribers.push({
      name: file.name,
      consumer: root.text('platformEventConsumer') ?? '',
      batchSize: root.text('batchSize') === null ? null : Number(root.text('batchSize'))
    }),
  flow: (p, file, root) => p.result.flows.push(named(file, root)),
  page: (p, file, root) => p.result.pages.push(named(file, root)),
  resource: (p, file, root) => {
    const resource = readStaticResource(file.name, dirname(file.path), root, p.tree);
    if (resource) p.result.staticResources.push(resource);
  }
};

/** Content files whose kind is known by their -meta.xml beside them. */
const CONTENT_KINDS = new Set(['page', 'resource', 'component', 'asset']);

const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

interface Loading {
  readonly tree: SourceTree;
  readonly objects: ObjectCollector;
  readonly labels: CustomLabel[];
  /** Language → label → text. */
  readonly translations: Map<string, Map<string, string>>;
  readonly result: Mutable<ProjectMetadata>;
}

/**
 * Reads a project's source tree: the package directories of sfdx-project.json in any folder arrangement, or a metadata-format project
 * (src/package.xml, src/classes). Throws ProjectError when it is no project, or a file is malformed.
 */
export function loadProject(directory: string, tree: SourceTree = diskTree): ProjectMetadata {
  const root = resolve(directory);
  const layout = readLayout(directory, tree);
  const ignoreFile = join(root, '.forceignore');
  const ignore = new ForceIgnore(tree.exists(ignoreFile) ? tree.read(ignoreFile) : '');
  const scanned = scan(root, layout.roots, ignore, tree);
  const ignored = new Map<string, number>();
  const loading: Loading = {
    tree,
    objects: new ObjectCollector(),
    labels: [],
    translations: new Map(),
    result: emptyProject(root, layout, ignored)
  };

  const metaKinds = new Set(scanned.files.filter((file) => file.isMeta).map((file) => file.path));
  for (const file of scanned.files) {
    if (file.kind === 'cls' || file.kind === 'trigger') continue;
    if (!readFile(loading, file, metaKinds)) ignored.set(file.kind || file.name, (ignored.get(file.kind || file.name) ?? 0) + 1);
  }
  loading.result.apex.push(...readApex(scanned.files, layout.sourceApiVersion, tree));
  loading.result.objects.push(...loading.objects.sources());
  loading.result.labels.push(...loading.labels.map((label) => translated(label, loading.translations)));
  loading.result.lwc.push(...scanned.lwcDirectories.flatMap((path) => readLwcBundle(path, tree, layout.sourceApiVersion) ?? []));
  loading.result.aura.push(...scanned.auraDirectories.map((path) => ({ name: basename(path), label: basename(path) })));
  return loading.result;
}

function emptyProject(directory: string, layout: ReturnType<typeof readLayout>, ignored: Map<string, number>): Mutable<ProjectMetadata> {
  return {
    directory,
    name: layout.name,
    namespace: layout.namespace,
    sourceApiVersion: layout.sourceApiVersion,
    packageDirectories: [...layout.roots],
    apex: [],
    objects: [],
    customMetadata: [],
    labels: [],
    permissionSets: [],
    permissionSetGroups: [],
    profiles: [],
    customPermissions: [],
    flexiPages: [],
    tabs: [],
    applications: [],
    staticResources: [],
    contentAssets: [],
    messageChannels: [],
    lwc: [],
    quickActions: [],
    queues: [],
    groups: [],
    roles: [],
    globalValueSets: [],
    standardValueSets: [],
    remoteSites: [],
    namedCredentials: [],
    pages: [],
    aura: [],
    flows: [],
    eventSubscribers: [],
    reports: [],
    dashboards: [],
    reportTypes: [],
    reportFolders: [],
    ignored
  };
}

/** Whether the file is of a kind that is used. Anything but XML metadata below the package directories (scripts, notes) is not. */
function readFile(loading: Loading, file: SourceFile, metaFiles: ReadonlySet<string>): boolean {
  const part = PART_SUFFIXES[file.kind];
  const reader = READERS[file.kind];
  if (!part && !reader) return false;
  if (!file.isMeta && (CONTENT_KINDS.has(file.kind) || metaFiles.has(`${file.path}-meta.xml`))) return true;
  const text = loading.tree.read(file.path);
  // In metadata format a file is its own metadata; a README.md or a script of the same suffix is not.
  if (!file.isMeta && !text.includes(METADATA_NAMESPACE)) return false;
  const root = parseXml(text, file.shown);
  if (part) loading.objects.addPart(objectOf(file), file.shown, part, root.text('fullName') ?? file.name, root);
  else reader(loading, file, root);
  return true;
}

/** `objects/Account/fields/Tier__c.field-meta.xml` belongs to Account. */
function objectOf(file: SourceFile): string {
  return basename(dirname(dirname(file.path)));
}

function readApex(files: readonly SourceFile[], sourceApiVersion: number, tree: SourceTree): ApexSource[] {
  const byName = new Map<string, ApexSource>();
  for (const file of files) {
    if (file.isMeta || (file.kind !== 'cls' && file.kind !== 'trigger')) continue;
    const meta = `${file.path}-meta.xml`;
    const root = tree.exists(meta) ? parseXml(tree.read(meta), `${file.shown}-meta.xml`) : null;
    // The same class in two package directories: the later one wins, as it does when they are deployed one after the other.
    byName.set(`${file.kind}:${file.name.toLowerCase()}`, {
      file: file.shown,
      name: file.name,
      source: tree.read(file.path).replace(/^\uFEFF/, ''),
      apiVersion: root?.number('apiVersion') ?? sourceApiVersion,
      kind: file.kind === 'cls' ? 'class' : 'trigger',
      active: (root?.text('status') ?? 'Active') === 'Active'
    });
  }
  return [...byName.values()];
}

function translated(label: CustomLabel, translations: ReadonlyMap<string, ReadonlyMap<string, string>>): CustomLabel {
  const texts = [...translations].flatMap(([language, labels]) => {
    const text = labels.get(label.name.toLowerCase());
    return text === undefined ? [] : [[language, text] as const];
  });
  return { ...label, translations: new Map(texts) };
}

function named(file: SourceFile, root: XmlElement): NamedSource {
  return { name: file.name, label: root.text('label') ?? file.name };
}

/** `reports/Folder/Name.report-meta.xml` */
function inFolder(file: SourceFile, element: XmlElement): ReportSource {
  return { name: file.name, folder: basename(dirname(file.path)), file: file.shown, element };
}

function folder(file: SourceFile, root: XmlElement): NamedSource {
  return { name: file.name, label: root.text('name') ?? file.name };
}

function parameterOfType(root: XmlElement, type: string): string | null {
  return (
    root
      .all('namedCredentialParameters')
      .find((entry) => entry.text('parameterType') === type)
      ?.text('parameterValue') ?? null
  );
}
