import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getCampaigns from '@salesforce/apex/CampaignOverviewController.getCampaigns';
import CampaignOverview from 'c/campaignOverview';
import campaigns from './data/campaigns.json';

jest.mock(
  '@salesforce/apex/CampaignOverviewController.getCampaigns',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

function show(): HTMLElement {
  const element = createElement('c-campaign-overview', { is: CampaignOverview });
  document.body.appendChild(element);
  return element;
}

async function showWith(data: object): Promise<HTMLElement> {
  const element = show();
  getCampaigns.emit(data);
  await Promise.resolve();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-campaign-overview', () => {
  afterEach(() => jest.useRealTimers());

  it('shows shapes while it loads', async () => {
    const element = show();

    expect(find(element, 'c-view-state')!.isLoading).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('lists what needs attention first', async () => {
    const element = await showWith(campaigns);

    const table = find(element, 'c-overview-table')!;
    expect(table.rows.map(({ name }) => name)).toEqual(['Autumn Newsletter', 'Spring Webinar']);
    expect(find(element, '[data-id="more"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('sorts by a column, and the other way round', async () => {
    const element = await showWith(campaigns);
    const names = async (key: string): Promise<readonly string[]> => {
      find(element, 'c-overview-table')!.dispatchEvent(new CustomEvent('sort', { detail: { key } }));
      await Promise.resolve();
      return find(element, 'c-overview-table')!.rows.map(({ name }) => name);
    };

    expect(await names('name')).toEqual(['Autumn Newsletter', 'Spring Webinar']);
    expect(await names('name')).toEqual(['Spring Webinar', 'Autumn Newsletter']);
    expect(await names('weeks')).toEqual(['Spring Webinar', 'Autumn Newsletter']);
  });

  it('offers the sorting where there is no room for column headings', async () => {
    (window.matchMedia as jest.Mock).mockReturnValueOnce({ matches: true, addEventListener: jest.fn(), removeEventListener: jest.fn() });
    const element = await showWith(campaigns);

    find(element, '[data-id="sort-by"]')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'responseRate' } }));
    await Promise.resolve();
    expect(find(element, 'c-overview-table')!.rows[0].name).toBe('Spring Webinar');
    element.remove();
  });

  it('adds the next page', async () => {
    const next = { lastModified: '2026-11-01T00:00:00.000Z', campaignId: '701000000000002AAA' };
    const element = await showWith({ ...campaigns, next });

    find(element, '[data-id="more"]')!.click();
    await Promise.resolve();
    expect(getCampaigns.getLastConfig()).toEqual({ searchText: '', after: next });
    getCampaigns.emit({ ...campaigns, campaigns: [{ ...campaigns.campaigns[0], campaignId: '701000000000003AAA', name: 'Older' }] });
    await Promise.resolve();
    expect(find(element, 'c-overview-table')!.rows).toHaveLength(3);
    expect(find(element, '[role="status"]')!.textContent).toBe('3 campaigns shown');
    expect(find(element, '[data-id="more"]')).toBeNull();
  });

  it('says what to do without campaigns', async () => {
    const element = await showWith({ ...campaigns, campaigns: [] });

    expect(find(element, 'c-view-state')!.emptyText).toContain('Create a campaign');
    await expect(element).toBeAccessible();
  });

  it('searches after a pause in typing', async () => {
    jest.useFakeTimers();
    const element = await showWith(campaigns);

    find(element, 'lightning-input')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'webinar' } }));
    jest.runAllTimers();
    await Promise.resolve();
    getCampaigns.emit({ ...campaigns, campaigns: [] });
    await Promise.resolve();

    expect(getCampaigns.getLastConfig()).toEqual({ searchText: 'webinar', after: null });
    expect(find(element, 'c-view-state')!.emptyText).toBe('No campaign that you can see has “webinar” in its name.');
  });

  it('shows an error and tries again', async () => {
    const element = show();
    getCampaigns.error({ message: 'You can’t read campaigns.' }, 403);
    await Promise.resolve();
    find(element, 'c-view-state')!.dispatchEvent(new CustomEvent('retry'));

    expect(refreshApex).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
