/** Below this a table of many columns can't be read. */
const NARROW = '(max-width: 47.99em)';
/** Below this the columns of one have to be few. */
const SMALL = '(max-width: 63.99em)';

/** Says whether the screen is narrow, now and whenever that changes, until the function that it gives back is called. */
export function watchNarrowScreen(say: (isNarrow: boolean) => void): () => void {
  return watch(NARROW, say);
}

/** As `watchNarrowScreen`, of a screen with little room. */
export function watchSmallScreen(say: (isSmall: boolean) => void): () => void {
  return watch(SMALL, say);
}

function watch(query: string, say: (matches: boolean) => void): () => void {
  const media = window.matchMedia(query);
  const listener = ({ matches }: { readonly matches: boolean }): void => say(matches);
  listener(media);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
