/** Below this a table of many columns can't be read. */
const NARROW = '(max-width: 47.99em)';

/** Says whether the screen is narrow, now and whenever that changes, until the function that it gives back is called. */
export function watchNarrowScreen(say: (isNarrow: boolean) => void): () => void {
  const media = window.matchMedia(NARROW);
  const listener = ({ matches }: { readonly matches: boolean }): void => say(matches);
  listener(media);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
