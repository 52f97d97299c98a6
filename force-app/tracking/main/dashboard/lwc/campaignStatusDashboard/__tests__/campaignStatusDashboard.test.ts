import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getDashboard from '@salesforce/apex/CampaignStatusDashboardController.getDashboard';
import { publish, subscribe, unsubscribe } from 'lightning/messageService';
import CampaignStatusDashboard from 'c/campaignStatusDashboard';
import { takeStatus } from 'c/chosenStatus';
import { downloadCsv } from 'c/csvText';
import dashboard from './data/dashboard.json';

jest.mock('c/csvText', () => ({ ...jest.requireActual('c/csvText'), downloadCsv: jest.fn() }));
jest.mock(
  '@salesforce/apex/CampaignStatusDashboardController.getTrend',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);

jest.mock(
  '@salesforce/apex/CampaignStatusDashboardController.getDashboard',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const campaignId = dashboard.campaignId;

async function show(): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-campaign-status-dashboard', { is: CampaignStatusDashboard }), { recordId: campaignId });
  document.body.appendChild(element);
  return element;
}

async function showWith(data: object): Promise<HTMLElement> {
  const element = await show();
  getDashboard.emit(data);
  await Promise.resolve();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-campaign-status-dashboard', () => {
  it('shows shapes while it loads', async () => {
    const element = await show();

    expect(find(element, 'c-loading-skeleton')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('asks for the campaign of the page', async () => {
    await show();
    await Promise.resolve();

    expect(getDashboard.getLastConfig()).toEqual({ campaignId, includeDescendants: false });
  });

  it('shows its parts', async () => {
    const element = await showWith(dashboard);

    expect(find(element, 'c-key-figures')!.dashboard.members).toBe(45211);
    expect(find(element, 'c-status-bars')!.bars).toHaveLength(4);
    expect(find(element, 'c-trend-panel')!.granularity).toBe('Month');
    expect(find(element, 'c-trend-panel')!.statuses).toContain('Called');
    expect(find(element, 'c-movement-panel')!.dashboard.movement.moves).toHaveLength(2);
    expect(find(element, 'c-segment-panel')!.dashboard.segments.types).toHaveLength(1);
    expect(find(element, 'c-hierarchy-panel')).toBeNull();
    expect(find(element, '[data-id="different-counts"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('counts the campaigns below, and keeps what it shows until they are counted', async () => {
    const element = await showWith({ ...dashboard, descendants: 3 });
    find(element, 'c-dashboard-toolbar')!.dispatchEvent(new CustomEvent('scopechange', { detail: { includeDescendants: true } }));
    await Promise.resolve();

    expect(getDashboard.getLastConfig()).toEqual({ campaignId, includeDescendants: true });
    expect(find(element, 'c-trend-panel')!.includeDescendants).toBe(true);
    expect(find(element, 'c-key-figures')).not.toBeNull();
    getDashboard.emit({ ...dashboard, descendants: 3, includesDescendants: true });
    await Promise.resolve();
    expect(find(element, 'c-hierarchy-panel')).not.toBeNull();
  });

  it('hands out everything as CSV', async () => {
    const element = await showWith(dashboard);
    const trend = { responses: [{ startsOn: '2008-05-05', count: 7 }], isResponsesPartial: false, entries: [], isEntriesPartial: false };
    find(element, 'c-trend-panel')!.dispatchEvent(new CustomEvent('trend', { detail: { trend } }));
    find(element, 'c-dashboard-toolbar')!.dispatchEvent(new CustomEvent('export'));

    const [fileName, csv] = (downloadCsv as jest.Mock).mock.calls[0];
    expect(fileName).toBe('Term Deposit 2008-2010, status dashboard.csv');
    expect(csv).toContain('Responses over time,2008-05-05,,Responded,7');
  });

  it('says where the user sees less than Salesforce has counted', async () => {
    const element = await showWith({ ...dashboard, members: 40000 });

    expect(find(element, '[data-id="different-counts"]')!.textContent).toContain('40,000 of the 45,211');
  });

  it('says what to do for a campaign without members', async () => {
    const element = await showWith({ ...dashboard, members: 0, statuses: [] });

    expect(find(element, 'c-empty-state')!.heading).toBe('No members yet');
    expect(find(element, 'c-status-bars')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows an error and tries again', async () => {
    const element = await show();
    getDashboard.error({ message: 'You can’t read campaigns.' }, 403);
    await Promise.resolve();

    const panel = find(element, 'c-error-panel')!;
    expect(panel.error.body.message).toBe('You can’t read campaigns.');
    panel.dispatchEvent(new CustomEvent('retry'));
    expect(refreshApex).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('shows all charts as tables and back', async () => {
    const element = await showWith(dashboard);
    const toolbar = find(element, 'c-dashboard-toolbar')!;

    toolbar.dispatchEvent(new CustomEvent('toggleview'));
    await Promise.resolve();
    expect(find(element, 'c-status-table')!.bars).toHaveLength(4);
    expect(find(element, 'c-status-bars')).toBeNull();
    for (const panel of ['c-trend-panel', 'c-movement-panel', 'c-segment-panel']) expect(find(element, panel)!.isTable).toBe(true);
    toolbar.dispatchEvent(new CustomEvent('toggleview'));
    await Promise.resolve();
    expect(find(element, 'c-status-bars')).not.toBeNull();
  });

  it('tells the editor which status was chosen', async () => {
    const element = await showWith(dashboard);
    find(element, 'c-status-bars')!.dispatchEvent(new CustomEvent('choose', { detail: { status: 'Called' } }));
    await Promise.resolve();

    const message = { campaignId, status: 'Called' };
    expect((publish as jest.Mock).mock.calls[0].slice(1)).toEqual(['CampaignStatusChosen__c', message]);
    expect(takeStatus(campaignId)).toBe('Called');
    expect(find(element, 'c-status-bars')!.chosen).toBe('Called');
    expect(find(element, '[data-id="chosen-note"]')!.textContent).toContain('24,103 members');
  });

  it('counts again on request, and after members of this campaign were changed', async () => {
    const element = await showWith(dashboard);
    find(element, 'c-dashboard-toolbar')!.dispatchEvent(new CustomEvent('refresh'));
    const listener = (subscribe as jest.Mock).mock.calls[0][2];
    listener({ campaignId: '701000000000009AAA' });
    expect(refreshApex).toHaveBeenCalledTimes(2);
    listener({ campaignId });
    // the dashboard and its trend
    expect(refreshApex).toHaveBeenCalledTimes(4);
  });

  it('shows an error of the refresh', async () => {
    (refreshApex as jest.Mock).mockRejectedValueOnce({ body: { message: 'Gone.' } });
    const element = await showWith(dashboard);
    find(element, 'c-dashboard-toolbar')!.dispatchEvent(new CustomEvent('refresh'));
    await new Promise(process.nextTick);

    expect(find(element, 'c-error-panel')!.error.body.message).toBe('Gone.');
  });

  it('stops listening when it leaves the page', async () => {
    const element = await showWith(dashboard);
    element.remove();

    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });
});
