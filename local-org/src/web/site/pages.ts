import type { FlexiPage, FlexiPageItem, ProjectMetadata, XmlElement } from '../../metadata/index.js';
import type { ItemModel, PageModel, VisibilityModel } from './model.js';

/** FlexiPages as the shell draws them. Utility bars and pages of other kinds are left out. */
export function pageModels(metadata: ProjectMetadata): Record<string, PageModel> {
  const pages = metadata.flexiPages.filter((page) => ['AppPage', 'HomePage', 'RecordPage'].includes(page.type));
  return Object.fromEntries(pages.map((page) => [page.name, pageModel(page)]));
}

function pageModel(page: FlexiPage): PageModel {
  // A region may be listed in several parts, in file order.
  const names = [...new Set(page.regions.map((region) => region.name))];
  return {
    name: page.name,
    label: page.label,
    type: page.type,
    object: page.object,
    template: page.template,
    regions: names.map((name) => {
      const parts = page.regions.filter((region) => region.name === name);
      return {
        name,
        facet: parts.some((part) => part.type === 'Facet'),
        items: parts.flatMap((part) => part.items).map((item, index) => itemModel(item, `${name}-${index}`))
      };
    })
  };
}

function itemModel(item: FlexiPageItem, position: string): ItemModel {
  return {
    key: item.identifier ?? position,
    component: item.component,
    field: item.field,
    properties: Object.fromEntries(item.properties),
    visibility: item.visibilityRule && visibilityModel(item.visibilityRule)
  };
}

function visibilityModel(rule: XmlElement): VisibilityModel {
  return {
    filter: rule.text('booleanFilter'),
    criteria: rule.all('criteria').map((criterion) => ({
      left: criterion.text('leftValue') ?? '',
      operator: criterion.text('operator') ?? 'EQUAL',
      right: criterion.text('rightValue') ?? ''
    }))
  };
}
