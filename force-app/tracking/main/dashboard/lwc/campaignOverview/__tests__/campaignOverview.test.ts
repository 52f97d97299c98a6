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

    expect(find(element, 'c-loading-skeleton')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('lists campaigns with a link to each', async () => {
    const element = await showWith(campaigns);

    const { data, columns } = find(element, 'lightning-datatable')!;
    expect(data).toHaveLength(2);
    expect(data[0].url).toBe('/lightning/r/Campaign/701000000000001AAA/view');
    expect(columns.map(({ label }) => label)).toContain('Response rate');
    await expect(element).toBeAccessible();
  });

  it('shows fewer columns where there is little room', async () => {
    (window.matchMedia as jest.Mock).mockReturnValueOnce({ matches: true, addEventListener: jest.fn(), removeEventListener: jest.fn() });
    const element = await showWith(campaigns);

    expect(find(element, 'lightning-datatable')!.columns).toHaveLength(3);
    element.remove();
  });

  it('says what to do without campaigns', async () => {
    const element = await showWith([]);

    expect(find(element, 'c-empty-state')!.text).toContain('Create a campaign');
    await expect(element).toBeAccessible();
  });

  it('searches after a pause in typing', async () => {
    jest.useFakeTimers();
    const element = await showWith(campaigns);

    find(element, 'lightning-input')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'webinar' } }));
    jest.runAllTimers();
    await Promise.resolve();
    getCampaigns.emit([]);
    await Promise.resolve();

    expect(getCampaigns.getLastConfig()).toEqual({ searchText: 'webinar' });
    expect(find(element, 'c-empty-state')!.text).toBe('No campaign that you can see has “webinar” in its name.');
  });

  it('shows an error and tries again', async () => {
    const element = show();
    getCampaigns.error({ message: 'You can’t read campaigns.' }, 403);
    await Promise.resolve();
    find(element, 'c-error-panel')!.dispatchEvent(new CustomEvent('retry'));

    expect(refreshApex).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
