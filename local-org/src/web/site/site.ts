import { readFileSync } from 'node:fs';
import type { LwcBundle, ProjectMetadata } from '../../metadata/index.js';
import type { ObjectInfo, Schema } from '../../schema/index.js';
import { componentFiles } from '../bundle/components.js';
import { appModels, tabModels } from './apps.js';
import { objectIcon } from './icons.js';
import type { AppModel, ComponentModel, ObjectModel, PageModel, QuickActionModel, TabModel } from './model.js';
import { pageModels } from './pages.js';

/** What the page draws that is the same for every user. */
export interface Site {
  readonly apps: readonly AppModel[];
  readonly tabs: Readonly<Record<string, TabModel>>;
  readonly pages: Readonly<Record<string, PageModel>>;
  readonly objects: Readonly<Record<string, ObjectModel>>;
  readonly components: Readonly<Record<string, ComponentModel>>;
  readonly quickActions: readonly QuickActionModel[];
  readonly resources: Readonly<Record<string, string>>;
  /** Standard permissions that components ask for by `@salesforce/userPermission/…`. */
  readonly userPermissions: readonly string[];
}

/** Reads the user interface out of a project. */
export function buildSite(metadata: ProjectMetadata, schema: Schema): Site {
  const pages = pageModels(metadata);
  const tabs = tabModels(metadata, schema, pages);
  return {
    pages,
    tabs,
    apps: appModels(metadata, tabs, pages),
    objects: Object.fromEntries([...schema.objects()].filter(isShown).map((object) => [object.name, objectModel(object, metadata, pages)])),
    components: Object.fromEntries(metadata.lwc.map((component) => [component.name, componentModel(component)])),
    quickActions: quickActions(metadata),
    resources: Object.fromEntries(metadata.staticResources.map((resource) => [resource.name, `/resource/${resource.name}`])),
    userPermissions: [...new Set(metadata.lwc.flatMap(askedPermissions))].sort()
  };
}

function isShown(object: ObjectInfo): boolean {
  return (object.kind === 'standard' || object.kind === 'custom') && object.queryable && object.keyPrefix !== null;
}

function objectModel(object: ObjectInfo, metadata: ProjectMetadata, pages: Readonly<Record<string, PageModel>>): ObjectModel {
  const tab = metadata.tabs.find((candidate) => candidate.target.kind === 'object' && candidate.target.object === object.name);
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.labelPlural,
    keyPrefix: object.keyPrefix,
    icon: objectIcon(object.name, tab?.motif ?? null),
    nameField: nameField(object),
    recordPage: recordPage(object, metadata, pages)
  };
}

/** The field that names a record: Name, CaseNumber, Subject …; the id where there is none. */
export function nameField(object: ObjectInfo): string {
  return [...object.fields.values()].find((field) => field.nameField)?.name ?? object.field('Name')?.name ?? 'Id';
}

/** The object's own assignment first; a record page that is assigned nowhere is taken as meant for its object. */
function recordPage(object: ObjectInfo, metadata: ProjectMetadata, pages: Readonly<Record<string, PageModel>>): string | null {
  const overrides = metadata.objects.find((source) => source.name === object.name)?.definition?.all('actionOverrides') ?? [];
  const assigned = overrides
    .find(
      (override) =>
        override.text('actionName') === 'View' && override.text('type') === 'Flexipage' && override.text('formFactor') !== 'Small'
    )
    ?.text('content');
  if (assigned && assigned in pages) return assigned;
  return Object.values(pages).find((page) => page.type === 'RecordPage' && page.object === object.name)?.name ?? null;
}

function componentModel(component: LwcBundle): ComponentModel {
  const properties = component.targetConfigs.flatMap((config) => config.properties);
  return {
    label: component.label ?? component.name,
    exposed: component.exposed,
    targets: component.targets,
    properties: Object.fromEntries(properties.map((property) => [property.name, { type: property.type, default: property.default }]))
  };
}

function quickActions(metadata: ProjectMetadata): QuickActionModel[] {
  return metadata.quickActions.flatMap((action) => {
    if (!action.lwc) return [];
    const bundle = metadata.lwc.find((component) => component.name === action.lwc);
    const headless = bundle?.targetConfigs.some((config) => config.actionType === 'Action') ?? false;
    return [{ name: action.name, object: action.object, label: action.label, component: action.lwc, headless }];
  });
}

function askedPermissions(component: LwcBundle): string[] {
  return componentFiles(component)
    .filter((file) => /\.(ts|js)$/.test(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/@salesforce\/userPermission\/(\w+)/g)].map((match) => match[1]));
}
