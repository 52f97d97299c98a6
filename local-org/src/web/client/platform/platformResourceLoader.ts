const loaded = new Map<string, Promise<void>>();

function load(element: HTMLScriptElement | HTMLLinkElement, url: string): Promise<void> {
  let promise = loaded.get(url);
  if (!promise) {
    promise = new Promise((resolve, reject) => {
      element.addEventListener('load', () => resolve());
      element.addEventListener('error', () => reject(new Error(`${url} could not be loaded.`)));
    });
    loaded.set(url, promise);
    document.head.append(element);
  }
  return promise;
}

/** Loads a script once a page, whoever asks. */
export function loadScript(_component: unknown, url: string): Promise<void> {
  return load(Object.assign(document.createElement('script'), { src: url }), url);
}

export function loadStyle(_component: unknown, url: string): Promise<void> {
  return load(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }), url);
}
