import type { ItemModel, PageModel } from '../../site/model.js';

/** The components of a facet of a page, by the name that another component's property gives. */
export function facet(page: PageModel, name: string | undefined): readonly ItemModel[] {
  return page.regions.find((region) => region.name === name)?.items ?? [];
}

/** Titles of the tabs that Lightning App Builder offers. */
const STANDARD_TITLES: Readonly<Record<string, string>> = {
  detail: 'Details',
  relatedLists: 'Related',
  activity: 'Activity',
  activities: 'Activity',
  collaborate: 'Chatter',
  news: 'News',
  chatter: 'Chatter'
};

/** `Standard.Tab.relatedLists` or a title as entered. */
export function titleOf(title: string): string {
  const name = /^Standard\.Tab\.(.+)$/.exec(title)?.[1];
  return name === undefined ? title : (STANDARD_TITLES[name] ?? name.charAt(0).toUpperCase() + name.slice(1));
}
