import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getTrend from '@salesforce/apex/CampaignStatusDashboardController.getTrend';
import TrendPanel from 'c/trendPanel';
import trend from './data/trend.json';

jest.mock(
  '@salesforce/apex/CampaignStatusDashboardController.getTrend',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const campaignId = '701000000000001AAA';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-trend-panel', { is: TrendPanel }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

async function showWith(data: object, properties: object = {}): Promise<HTMLElement> {
  const element = show({ campaignId, granularity: 'Day', statuses: ['Invited', 'Attended'], responded: 9, ...properties });
  getTrend.emit(data);
  await Promise.resolve();
  return element;
}

const values = (chart: HTMLElement | null): readonly number[] => chart!.columns.map(({ value }) => value);

describe('c-trend-panel', () => {
  it('shows shapes while it loads', async () => {
    const element = show({ campaignId });

    expect(find(element, 'c-loading-skeleton')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('draws responses with the days without any', async () => {
    const element = await showWith(trend);

    const chart = find(element, '[data-id="responses"]')!;
    expect(values(chart)).toEqual([3, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(chart.description).toBe('Responses, Mar 2, 2026 to Mar 17, 2026: 9 in total, the most, 5, in Mar 4, 2026');
    expect(find(element, '[data-id="responses-note"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('puts weeks together from days, and asks for months', async () => {
    const element = await showWith(trend);
    const control = find(element, '[data-id="granularity"]')!;
    control.dispatchEvent(new CustomEvent('change', { detail: { value: 'Week' } }));
    await Promise.resolve();

    expect(values(find(element, '[data-id="responses"]'))).toEqual([8, 0, 1]);
    expect(getTrend.getLastConfig().granularity).toBe('Day');
    control.dispatchEvent(new CustomEvent('change', { detail: { value: 'Month' } }));
    await Promise.resolve();
    expect(getTrend.getLastConfig().granularity).toBe('Month');
    element.granularity = 'Day';
    await Promise.resolve();
    expect(getTrend.getLastConfig().granularity).toBe('Month');
  });

  it('draws a chart for each status in the order of the campaign, all over the same days and on one scale', async () => {
    const element = await showWith(trend);

    const charts = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-id="entries"]')];
    expect(charts.map(values)).toEqual([
      [10, 0, 0, 0],
      [0, 0, 0, 5]
    ]);
    expect(charts.map(({ largest }) => largest)).toEqual([10, 10]);
  });

  it('leaves rare statuses to the table', async () => {
    const entries = Array.from({ length: 8 }, (_, index) => ({ startsOn: '2026-03-01', status: `S${index}`, count: index + 1 }));
    const element = await showWith({ ...trend, entries });

    expect(element.shadowRoot!.querySelectorAll('[data-id="entries"]')).toHaveLength(6);
    expect(find(element, '[data-id="left-out"]')!.textContent).toBe('2 rarer statuses are in the table.');
    element.isTable = true;
    await Promise.resolve();
    expect(find(element, '[data-id="entries-table"]')!.data.columns).toHaveLength(9);
    expect(find(element, '[data-id="left-out"]')!.textContent).toBe('');
  });

  it('shows the same as tables', async () => {
    const element = await showWith(trend, { isTable: true });

    expect(find(element, '[data-id="responses-table"]')!.data.rows[0]).toEqual(['Mar 2, 2026', '3']);
    expect(find(element, '[data-id="entries-table"]')!.data.columns).toEqual(['Period', 'Invited', 'Attended']);
    await expect(element).toBeAccessible();
  });

  it('counts a range, and refuses one that ends before it begins', async () => {
    const element = await showWith(trend);
    const choose = async (name: string, value: string): Promise<void> => {
      find(element, `[data-id="${name}"]`)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
      await Promise.resolve();
    };

    await choose('from', '2026-03-03');
    expect(getTrend.getLastConfig()).toMatchObject({ fromDate: '2026-03-03', toDate: null });
    await choose('to', '2026-03-01');
    expect(find(element, '[data-id="range-error"]')!.textContent).toBe('The range ends before it begins.');
    expect(getTrend.getLastConfig()).toMatchObject({ fromDate: '2026-03-03', toDate: null });
    await choose('to', '2026-03-09');
    expect(find(element, '[data-id="range-error"]')).toBeNull();
    expect(getTrend.getLastConfig()).toMatchObject({ fromDate: '2026-03-03', toDate: '2026-03-09' });
  });

  it('says what is missing', async () => {
    const undated = await showWith(trend, { responded: 12 });
    expect(find(undated, '[data-id="responses-note"]')!.textContent).toContain('3 members have responded without');
    const partial = await showWith({ ...trend, isResponsesPartial: true, isEntriesPartial: true });
    expect(find(partial, '[data-id="responses-note"]')!.textContent).toContain('Before Mar 2, 2026 there is more');
    expect(find(partial, '[data-id="entries-note"]')!.textContent).toContain('Before Mar 1, 2026 there is more');
  });

  it('says where nothing happened', async () => {
    const element = await showWith({ ...trend, responses: [], entries: [] }, { responded: 0 });

    expect(find(element, '[data-id="no-responses"]')).not.toBeNull();
    expect(find(element, '[data-id="no-entries"]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('tells what it counted', async () => {
    const heard = jest.fn();
    const element = show({ campaignId });
    element.addEventListener('trend', heard);
    getTrend.emit(trend);
    await Promise.resolve();

    expect(heard.mock.calls[0][0].detail.trend).toEqual(trend);
  });

  it('shows an error and tries again', async () => {
    const element = show({ campaignId });
    getTrend.error({ message: 'Not now.' });
    await Promise.resolve();
    (refreshApex as jest.Mock).mockRejectedValueOnce({ body: { message: 'Still not.' } });
    find(element, 'c-error-panel')!.dispatchEvent(new CustomEvent('retry'));
    await new Promise(process.nextTick);

    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect(find(element, 'c-error-panel')!.error.body.message).toBe('Still not.');
    await expect(element).toBeAccessible();
  });
});
