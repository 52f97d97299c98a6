import { bootstrap } from './bootstrap.js';

/** Where the user is, or is to go: the platform's page reference. */
export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state?: Readonly<Record<string, string | undefined>>;
}

type Listener = (reference: PageReference) => void;

const listeners = new Set<Listener>();

/** Thrown where a page reference names a page that the local org doesn't draw. */
export class UnknownPage extends Error {}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The page of a URL: the shapes are Lightning Experience's own. */
export function parseUrl(url: URL): PageReference {
  const [, root, kind, first, second, third, fourth] = url.pathname.split('/').map(decode);
  const state = Object.fromEntries(url.searchParams);
  if (root !== 'lightning') return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
  switch (kind) {
    case 'r': {
      // /lightning/r/Campaign/701…/view, /lightning/r/701…/view, /lightning/r/Campaign/701…/related/CampaignMembers/view
      if (third === 'related')
        return {
          type: 'standard__recordRelationshipPage',
          attributes: { objectApiName: first, recordId: second, relationshipApiName: fourth, actionName: 'view' },
          state
        };
      const short = third === undefined;
      const recordId = short ? first : second;
      const objectApiName = short ? objectOf(recordId) : first;
      return {
        type: 'standard__recordPage',
        attributes: { recordId, objectApiName, actionName: (short ? second : third) ?? 'view' },
        state
      };
    }
    case 'o':
      return { type: 'standard__objectPage', attributes: { objectApiName: first, actionName: second ?? 'home' }, state };
    case 'n':
      return { type: 'standard__navItemPage', attributes: { apiName: first }, state };
    case 'cmp':
      return { type: 'standard__component', attributes: { componentName: first }, state };
    case 'page':
      return { type: 'standard__namedPage', attributes: { pageName: first }, state };
    default:
      return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
  }
}

/** The object of a record id, by its key prefix. */
export function objectOf(recordId: string | undefined): string | undefined {
  return recordId && Object.values(bootstrap().objects).find((object) => object.keyPrefix === recordId.slice(0, 3))?.name;
}

/** The URL of a page; a web page's is its own. */
export function urlOf(reference: PageReference): string {
  const { attributes } = reference;
  const need = (name: string): string => {
    const value = attributes[name];
    if (!value) throw new UnknownPage(`A page reference of type ${reference.type} needs the attribute ${name}.`);
    return encodeURIComponent(value);
  };
  const state = new URLSearchParams();
  for (const [name, value] of Object.entries(reference.state ?? {})) if (value !== undefined && value !== null) state.set(name, value);
  const query = state.size > 0 ? `?${state}` : '';
  switch (reference.type) {
    case 'standard__recordPage': {
      const object = attributes.objectApiName ?? objectOf(attributes.recordId);
      return `/lightning/r/${object ? `${object}/` : ''}${need('recordId')}/${attributes.actionName ?? 'view'}${query}`;
    }
    case 'standard__recordRelationshipPage':
      return `/lightning/r/${attributes.objectApiName ?? objectOf(attributes.recordId)}/${need('recordId')}/related/${need('relationshipApiName')}/view${query}`;
    case 'standard__objectPage':
      return `/lightning/o/${need('objectApiName')}/${attributes.actionName ?? 'home'}${query}`;
    case 'standard__navItemPage':
      return `/lightning/n/${need('apiName')}${query}`;
    case 'standard__component':
      return `/lightning/cmp/${need('componentName')}${query}`;
    case 'standard__namedPage':
      return `/lightning/page/${need('pageName')}${query}`;
    case 'standard__app':
      return `/lightning/page/home${query}`;
    case 'standard__webPage':
      if (!attributes.url) throw new UnknownPage('A page reference of type standard__webPage needs the attribute url.');
      return attributes.url;
    default:
      throw new UnknownPage(`The local org can't open pages of type ${reference.type}.`);
  }
}

export function currentPage(): PageReference {
  const reference = parseUrl(new URL(location.href));
  return Object.freeze({ ...reference, attributes: Object.freeze(reference.attributes), state: Object.freeze(reference.state ?? {}) });
}

/** Goes to a page without loading the document again; web pages open in a new tab, as in Lightning Experience. */
export function navigate(reference: PageReference, replace = false): void {
  let url: string;
  try {
    url = urlOf(reference);
  } catch (error) {
    window.dispatchEvent(
      new CustomEvent('lightning__showtoast', {
        detail: { title: 'This page is not available', message: (error as Error).message, variant: 'error' }
      })
    );
    return;
  }
  if (reference.type === 'standard__webPage' && !url.startsWith('/lightning/')) {
    // Only pages: a script in a record's URL field must not run here.
    if (/^(https?:|mailto:|tel:|\/)/i.test(url)) window.open(url, '_blank', 'noopener');
    return;
  }
  go(url, replace);
}

/** Goes to a path of this page. */
export function go(url: string, replace = false): void {
  if (replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  changed();
}

export function onPageChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  const reference = currentPage();
  for (const listener of [...listeners]) listener(reference);
}

/** Follows the browser's back and forward, and turns clicks on links within the page into navigation. */
export function startRouter(): void {
  window.addEventListener('popstate', changed);
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event
      .composedPath()
      .find((target): target is HTMLAnchorElement => target instanceof HTMLAnchorElement && target.hasAttribute('href'));
    if (!link || (link.target && link.target !== '_self')) return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin || !url.pathname.startsWith('/lightning/')) return;
    event.preventDefault();
    go(url.pathname + url.search);
  });
}
