import type { ApplicationSource, ProjectMetadata, TabSource } from '../../metadata/index.js';
import type { Schema } from '../../schema/index.js';
import { motifIcon, objectIcon } from './icons.js';
import type { AppModel, PageModel, TabModel, TabTarget } from './model.js';

/** Objects that have a tab without a project declaring one. */
const STANDARD_TABS = ['Account', 'Contact', 'Lead', 'Opportunity', 'Campaign', 'Case', 'Task', 'Product2'];

/** The tab of reports: in every app of a project that has reports, so that they are found. */
const REPORTS_TAB = 'standard-report';

/**
 * All tabs of the org: standard objects', the project's, and those of app pages that no tab shows yet (activating such a page makes its tab).
 * `objects` restricts standard tabs to objects that exist.
 */
export function tabModels(metadata: ProjectMetadata, schema: Schema, pages: Readonly<Record<string, PageModel>>): Record<string, TabModel> {
  const tabs = new Map<string, TabModel>();
  const add = (tab: TabModel): void => void tabs.set(tab.name, tab);
  add({ name: 'standard-home', label: 'Home', icon: 'standard:home', target: { kind: 'home' } });
  const recordPageObjects = Object.values(pages).flatMap((page) => (page.type === 'RecordPage' && page.object ? [page.object] : []));
  for (const name of [...STANDARD_TABS, ...recordPageObjects.filter((object) => !object.endsWith('__c'))]) {
    const object = schema.object(name);
    if (object)
      add({
        name: `standard-${object.name}`,
        label: object.labelPlural,
        icon: objectIcon(object.name, null),
        target: { kind: 'object', object: object.name }
      });
  }
  if (metadata.reports.length > 0)
    add({ name: REPORTS_TAB, label: 'Reports', icon: 'standard:report', target: { kind: 'object', object: 'Report' } });
  for (const tab of metadata.tabs) add(projectTab(tab, schema));
  for (const name of recordPageObjects.filter((object) => object.endsWith('__c') && !tabs.has(object))) {
    const object = schema.object(name);
    if (object) add({ name, label: object.labelPlural, icon: objectIcon(name, null), target: { kind: 'object', object: name } });
  }
  const shown = new Set([...tabs.values()].flatMap((tab) => (tab.target.kind === 'page' ? [tab.target.page] : [])));
  for (const page of Object.values(pages)) {
    if (page.type === 'AppPage' && !shown.has(page.name))
      add({ name: page.name, label: page.label, icon: 'standard:lightning_component', target: { kind: 'page', page: page.name } });
  }
  return Object.fromEntries(tabs);
}

function projectTab(tab: TabSource, schema: Schema): TabModel {
  const object = tab.target.kind === 'object' ? schema.object(tab.target.object) : undefined;
  return {
    name: tab.name,
    label: object ? object.labelPlural : tab.label,
    icon: object ? objectIcon(object.name, tab.motif) : (motifIcon(tab.motif) ?? 'standard:lightning_component'),
    target: tabTarget(tab)
  };
}

function tabTarget(tab: TabSource): TabTarget {
  switch (tab.target.kind) {
    case 'object':
      return { kind: 'object', object: tab.target.object };
    case 'flexiPage':
      return { kind: 'page', page: tab.target.page };
    case 'lwc':
      return { kind: 'component', component: tab.target.component };
    case 'url':
      return { kind: 'url', url: tab.target.url };
    case 'aura':
      return { kind: 'unsupported', reason: `The tab shows the Aura component ${tab.target.component}, which the local org can't run.` };
    case 'page':
      return { kind: 'unsupported', reason: `The tab shows the Visualforce page ${tab.target.page}, which the local org can't run.` };
  }
}

/**
 * The project's Lightning apps, consoles last; a project without one gets an app of its tabs. Objects that the project ships a record page for
 * are always in the tab bar: they are what one opens the local org for.
 */
export function appModels(
  metadata: ProjectMetadata,
  tabs: Readonly<Record<string, TabModel>>,
  pages: Readonly<Record<string, PageModel>>
): AppModel[] {
  const objects = new Set(Object.values(pages).flatMap((page) => (page.type === 'RecordPage' && page.object ? [page.object] : [])));
  const extra = Object.values(tabs).filter(
    (tab) => tab.name === REPORTS_TAB || (tab.target.kind === 'object' && objects.has(tab.target.object))
  );
  const homePage = Object.values(pages).find((page) => page.type === 'HomePage')?.name ?? null;
  const apps = metadata.applications
    .filter((app) => app.uiType !== 'Aloha')
    .sort((a, b) => Number(a.navType === 'Console') - Number(b.navType === 'Console'));
  if (apps.length === 0) {
    const own = Object.values(tabs).filter((tab) => !tab.name.startsWith('standard-'));
    const names = ['standard-home', ...[...own, ...extra].map((tab) => tab.name)];
    if (names.length === 1) names.push(...Object.keys(tabs).filter((name) => name !== 'standard-home'));
    return [{ name: 'local', label: metadata.name, description: '', tabs: [...new Set(names)], color: null, recordPages: {}, homePage }];
  }
  return apps.map((app) => ({
    name: app.name,
    label: app.label,
    description: app.description ?? '',
    tabs: [...new Set([...app.tabs.filter((name) => name in tabs), ...extra.map((tab) => tab.name)])],
    color: app.headerColor,
    recordPages: recordPages(app, pages),
    homePage: app.actionOverrides.find((override) => override.object === 'standard-home' && override.content in pages)?.content ?? homePage
  }));
}

/** Record pages that are assigned in the app, for large windows. */
function recordPages(app: ApplicationSource, pages: Readonly<Record<string, PageModel>>): Record<string, string> {
  const overrides = app.actionOverrides.filter(
    (override) => override.action === 'View' && override.object && override.formFactor !== 'Small' && override.content in pages
  );
  return Object.fromEntries(overrides.map((override) => [override.object!, override.content]));
}
