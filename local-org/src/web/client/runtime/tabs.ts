import type { TabModel } from '../../site/model.js';
import type { PageReference } from './router.js';

/** Where a tab leads. */
export function tabUrl(tab: TabModel): string {
  switch (tab.target.kind) {
    case 'object':
      // Reports and dashboards have a home, other objects a list.
      return `/lightning/o/${tab.target.object}/${tab.target.object === 'Report' ? 'home' : 'list'}`;
    case 'home':
      return '/lightning/page/home';
    case 'url':
      return tab.target.url;
    default:
      return `/lightning/n/${tab.name}`;
  }
}

/** Whether the page belongs to the tab: an object's tab stays marked on its records. */
export function isTabOf(tab: TabModel, page: PageReference): boolean {
  switch (tab.target.kind) {
    case 'object':
      return page.attributes.objectApiName === tab.target.object;
    case 'home':
      return page.type === 'standard__namedPage';
    default:
      return page.type === 'standard__navItemPage' && page.attributes.apiName === tab.name;
  }
}
