import type Papa from 'papaparse';
import papaparse from '@salesforce/resourceUrl/papaparse';
import { loadScript } from 'lightning/platformResourceLoader';

/** Papa Parse, which a component can't import: it comes as a static resource. */
export type PapaParser = typeof Papa;

/** Loads Papa Parse once a page. */
export async function loadPapa(component: object): Promise<PapaParser> {
  await loadScript(component, papaparse);
  return (window as unknown as { readonly Papa: PapaParser }).Papa;
}
