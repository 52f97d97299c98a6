import type { PageModel, RegionModel } from '../../site/model.js';

export interface Column {
  readonly region: RegionModel;
  /** Share of the row in twelfths. */
  readonly size: number;
}

export interface Row {
  readonly key: string;
  readonly columns: readonly Column[];
}

const FULL_WIDTH = /^(header|subheader|top|footer)$/i;

/**
 * How the regions of a page share the window. Standard templates are known by their names; a custom template (an Aura component, which nothing
 * here runs) often tells its widths in its name (`AppPage_3_9`), and otherwise gets equal columns.
 */
export function arrange(page: PageModel): Row[] {
  const regions = page.regions.filter((region) => !region.facet && region.items.length > 0);
  const template = page.template.replace(/^.*:/, '');
  const full = (region: RegionModel): boolean =>
    FULL_WIDTH.test(region.name) ||
    (/^appHomeTemplateHeader/.test(template) && region.name === 'region1') ||
    (/Stacked$/.test(template) && region.name === 'region1');
  const rows: Row[] = [];
  let columns: RegionModel[] = [];
  const flush = (): void => {
    if (columns.length > 0) rows.push({ key: columns.map((region) => region.name).join(), columns: widths(columns, template) });
    columns = [];
  };
  const order = [...regions].sort((a, b) => rank(a.name) - rank(b.name));
  for (const region of order) {
    if (!full(region)) {
      columns.push(region);
      continue;
    }
    flush();
    rows.push({ key: region.name, columns: [{ region, size: 12 }] });
  }
  flush();
  return rows;
}

/** Regions are listed in any order in a file; the page has one. */
function rank(name: string): number {
  const order = [/^header$/i, /^subheader$/i, /^top$/i, /left/i, /^(main|center)/i, /right/i, /sidebar/i, /footer/i];
  const found = order.findIndex((pattern) => pattern.test(name));
  return found < 0 ? 4 : found;
}

function widths(regions: readonly RegionModel[], template: string): Column[] {
  const told = (template.match(/\d+/g) ?? []).map(Number);
  if (told.length === regions.length && told.reduce((sum, size) => sum + size, 0) === 12)
    return regions.map((region, index) => ({ region, size: told[index] }));
  const side = regions.filter((region) => /sidebar/i.test(region.name)).length;
  if (side > 0 && side < regions.length) {
    const sideSize = side === 1 ? 4 : 3;
    const rest = (12 - side * sideSize) / (regions.length - side);
    return regions.map((region) => ({ region, size: /sidebar/i.test(region.name) ? sideSize : rest }));
  }
  return regions.map((region, index) => ({
    region,
    // `appHomeTemplateTwoColumns` is two thirds and one third; the equal one says so.
    size: template === 'appHomeTemplateTwoColumns' && regions.length === 2 ? [8, 4][index] : 12 / regions.length
  }));
}
