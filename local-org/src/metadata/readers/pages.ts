import type { ApplicationSource, FlexiPage, FlexiPageItem, QuickActionSource, TabSource } from '../model.js';
import type { XmlElement } from '../xml.js';

export function readFlexiPage(name: string, file: string, root: XmlElement): FlexiPage {
  return {
    name,
    label: root.text('masterLabel') ?? name,
    file,
    type: root.text('type') ?? 'AppPage',
    object: root.text('sobjectType'),
    template: root.first('template')?.text('name') ?? root.text('pageTemplate') ?? '',
    regions: root.all('flexiPageRegions').map((region) => ({
      name: region.text('name') ?? '',
      type: region.text('type') ?? 'Region',
      items: region.children.flatMap((child) => {
        // Before API 49 components stood directly in the region; since then inside itemInstances.
        if (child.name === 'componentInstances') return [item(child)];
        if (child.name !== 'itemInstances') return [];
        return child.children.filter((entry) => ['componentInstance', 'fieldInstance'].includes(entry.name)).map(item);
      })
    }))
  };
}

function item(element: XmlElement): FlexiPageItem {
  const properties = [...element.all('componentInstanceProperties'), ...element.all('fieldInstanceProperties')];
  return {
    component: element.text('componentName'),
    field: element.text('fieldItem'),
    identifier: element.text('identifier'),
    properties: new Map(properties.map((property) => [property.text('name') ?? '', propertyValue(property)])),
    visibilityRule: element.first('visibilityRule')
  };
}

function propertyValue(property: XmlElement): string {
  const list = property.first('valueList');
  if (!list) return property.text('value') ?? '';
  return list
    .all('valueListItems')
    .map((entry) => entry.text('value') ?? '')
    .join(',');
}

export function readTab(name: string, root: XmlElement): TabSource {
  const target = ((): TabSource['target'] => {
    const page = root.text('flexiPage');
    if (page) return { kind: 'flexiPage', page };
    const lwc = root.text('lwcComponent');
    if (lwc) return { kind: 'lwc', component: lwc };
    const aura = root.text('auraComponent');
    if (aura) return { kind: 'aura', component: aura };
    const visualforce = root.text('page');
    if (visualforce) return { kind: 'page', page: visualforce };
    const url = root.text('url');
    return url ? { kind: 'url', url } : { kind: 'object', object: name };
  })();
  return { name, label: root.text('label') ?? name, motif: root.text('motif'), target };
}

export function readApplication(name: string, root: XmlElement): ApplicationSource {
  const brand = root.first('brand');
  return {
    name,
    label: root.text('label') ?? name,
    description: root.text('description'),
    navType: root.text('navType'),
    uiType: root.text('uiType'),
    tabs: root.texts('tabs'),
    utilityBar: root.text('utilityBar'),
    headerColor: brand?.text('headerColor') ?? null,
    logo: brand?.text('logo') ?? root.text('logo'),
    actionOverrides: [...root.all('actionOverrides'), ...root.all('profileActionOverrides')].flatMap((override) => {
      const content = override.text('content');
      if (!content) return [];
      return {
        action: override.text('actionName') ?? 'View',
        object: override.text('pageOrSobjectType'),
        content,
        formFactor: override.text('formFactor')
      };
    })
  };
}

export function readQuickAction(name: string, root: XmlElement): QuickActionSource {
  const dot = name.indexOf('.');
  return {
    name,
    object: dot > 0 ? name.slice(0, dot) : null,
    label: root.text('label') ?? name.slice(dot + 1),
    type: root.text('type') ?? '',
    lwc: root.text('lightningWebComponent'),
    targetObject: root.text('targetObject')
  };
}
