import path from 'node:path';
import { project } from './project.js';

/** The files of the project: path from the root to content. */
export type Files = ReadonlyMap<string, string>;

/** Takes one file and says what is wrong with its references. */
type Check = (file: string, text: string) => string[];

/** Checks what one file says of another, which a deployment would find out only in an org. */
export function referenceErrors(files: Files): string[] {
  const index = new ProjectIndex(files);
  const checks: readonly (readonly [RegExp, Check])[] = [
    [/\.permissionset-meta\.xml$/, (_, text) => permissionSetErrors(index, text)],
    [/\.flexipage-meta\.xml$/, (_, text) => flexiPageErrors(index, text)],
    [/\.app-meta\.xml$/, (_, text) => applicationErrors(index, text)],
    [/\.tab-meta\.xml$/, (_, text) => missing(elements(text, 'flexiPage'), index.names('flexipage'), 'flexipage')],
    [/\.(cls|ts|html)$/, (_, text) => missing(labelsIn(text), index.labels, 'label')]
  ];
  const found = [...files].flatMap(([file, text]) =>
    checks.filter(([pattern]) => pattern.test(file)).flatMap(([, check]) => check(file, text).map((error) => `${file}: ${error}`))
  );
  return [...found, ...unusedLabels(files, index), ...ungrantedControllers(files)];
}

class ProjectIndex {
  readonly labels: ReadonlySet<string>;

  constructor(readonly files: Files) {
    const labelFiles = [...files].filter(([file]) => file.endsWith('.labels-meta.xml'));
    this.labels = new Set(labelFiles.flatMap(([, text]) => elements(text, 'fullName')));
  }

  /** The developer names of one kind of metadata file. */
  names(suffix: string): ReadonlySet<string> {
    const ending = suffix === 'cls' ? '.cls' : `.${suffix}-meta.xml`;
    return new Set([...this.files.keys()].filter((file) => file.endsWith(ending)).map((file) => path.basename(file, ending)));
  }
}

function permissionSetErrors(index: ProjectIndex, text: string): string[] {
  const tabs = elements(text, 'tab').filter((tab) => !tab.startsWith('standard-'));
  return [
    ...missing(elements(text, 'apexClass'), index.names('cls'), 'Apex class'),
    ...missing(elements(text, 'application'), index.names('app'), 'application'),
    ...missing(tabs, index.names('tab'), 'tab')
  ];
}

function flexiPageErrors(index: ProjectIndex, text: string): string[] {
  const components = elements(text, 'componentName').filter((name) => !name.includes(':'));
  const regions = new Set([...text.matchAll(/<name>([^<]+)<\/name>\s*<type>(?:Facet|Region)</g)].map((match) => match[1]));
  const facets = [...text.matchAll(/<name>(?:body|tabs)<\/name>\s*<value>([^<]+)</g)].map((match) => match[1]);
  const target = elements(text, 'type').includes('RecordPage') ? 'lightning__RecordPage' : 'lightning__AppPage';
  return [
    ...missing(components, index.names('js'), 'Lightning web component'),
    ...missing(facets, regions, 'region'),
    ...components.filter((name) => !isExposed(index, name, target)).map((name) => `${name} is not exposed to ${target}`)
  ];
}

function isExposed(index: ProjectIndex, component: string, target: string): boolean {
  const [, text = ''] = [...index.files].find(([file]) => file.endsWith(`/${component}.js-meta.xml`)) ?? [];
  return elements(text, 'isExposed').includes('true') && elements(text, 'target').includes(target);
}

function applicationErrors(index: ProjectIndex, text: string): string[] {
  const tabs = elements(text, 'tabs').filter((tab) => !tab.startsWith('standard-'));
  return [...missing(tabs, index.names('tab'), 'tab'), ...missing(elements(text, 'content'), index.names('flexipage'), 'flexipage')];
}

function unusedLabels(files: Files, index: ProjectIndex): string[] {
  const used = new Set([...files].filter(([file]) => /\.(cls|ts|html)$/.test(file)).flatMap(([, text]) => labelsIn(text)));
  return [...index.labels].filter((label) => !used.has(label)).map((label) => `label ${label} is not used`);
}

/** Without access to its controller a component fails for everybody but administrators. */
function ungrantedControllers(files: Files): string[] {
  const sets = [...files].filter(([file]) => file.endsWith('.permissionset-meta.xml'));
  const granted = new Set(sets.flatMap(([, text]) => elements(text, 'apexClass')));
  const controllers = [...files].filter(([file, text]) => /Controller\.cls$/.test(file) && text.includes('@AuraEnabled'));
  const names = controllers.map(([file]) => path.basename(file, '.cls'));
  return names.filter((name) => !granted.has(name)).map((name) => `no permission set grants access to ${name}`);
}

/** The packages other than the first may refer to the first, never the other way round. */
export function packageErrors(files: Files): string[] {
  const [first, ...others] = project.packageDirectories.map((directory) => directory.path);
  const own = [...files.keys()].filter((file) => others.some((other) => file.startsWith(`${other}/`)));
  const names = new Set(
    own.filter((file) => /\.(report|reportType)-meta\.xml$/.test(file)).map((file) => path.basename(file).split('.')[0])
  );
  const references = [...files].filter(([file]) => file.startsWith(`${first}/`) && file.endsWith('-meta.xml'));
  return references.flatMap(([file, text]) =>
    [...names].filter((name) => new RegExp(`>${name}(__c)?<`).test(text)).map((name) => `${file}: refers to ${name} of another package`)
  );
}

function labelsIn(text: string): string[] {
  const apex = [...text.matchAll(/(?<!\b(?!System)\w+\.)\bLabel\.([A-Za-z]\w*)/g)].map((match) => match[1]);
  const lwc = [...text.matchAll(/@salesforce\/label\/c\.(\w+)/g)].map((match) => match[1]);
  return [...apex, ...lwc];
}

export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>\\s*([^<]+?)\\s*</${name}>`, 'g'))].map((match) => match[1]);
}

function missing(used: readonly string[], known: ReadonlySet<string>, what: string): string[] {
  return [...new Set(used)].filter((name) => !known.has(name)).map((name) => `the project has no ${what} ${name}`);
}
