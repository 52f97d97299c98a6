import { createElement } from 'lwc';
import SegmentPanel from 'c/segmentPanel';
import dashboard from '../../campaignStatusDashboard/__tests__/data/dashboard.json';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-segment-panel', { is: SegmentPanel }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-segment-panel', () => {
  it('shows types, sources and owners, the largest first', async () => {
    const element = show({ dashboard });

    expect(find(element, '[data-id="types"]')!.bars).toEqual([{ key: 'Lead', label: 'Leads', value: 45211, note: '11.7% responded' }]);
    expect(find(element, '[data-id="sources"]')!.bars.map(({ label }) => label)).toEqual(['Import', 'Before tracking']);
    expect(find(element, '[data-id="owners"]')!.bars).toEqual([
      { key: '005000000000001AAA', label: 'Ada Admin', value: 45000, note: '99.5%' },
      { key: 'others', label: 'All other owners', value: 211, note: '0.5%' }
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows the same as tables', async () => {
    const element = show({ dashboard, isTable: true });

    expect(find(element, '[data-id="types"]')!.data.rows).toEqual([['Leads', '45,211', '100%', '5,279']]);
    expect(find(element, '[data-id="owners"]')!.data.rows[1]).toEqual(['All other owners', '211', '0.5%', '']);
    await expect(element).toBeAccessible();
  });
});
