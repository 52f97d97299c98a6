import { createElement } from 'lwc';
import HierarchyPanel from 'c/hierarchyPanel';

const parts = [
  { campaignId: '701000000000001AAA', name: 'Launch', members: 18, responses: 5 },
  { campaignId: '701000000000002AAA', name: 'Webinar', members: 105, responses: 47 },
  { campaignId: '701000000000003AAA', name: 'Hidden counters', members: null, responses: null }
];

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-hierarchy-panel', { is: HierarchyPanel }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-hierarchy-panel', () => {
  it('lists the campaigns, the largest first, with a link to each', async () => {
    const element = show({ dashboard: { parts } });

    expect(find(element, '[data-id="parts"]')!.bars.map(({ label, note }) => [label, note])).toEqual([
      ['Webinar', '44.8% responded'],
      ['Launch', '27.8% responded'],
      ['Hidden counters', '']
    ]);
    expect(find(element, '[data-id="parts"]')!.bars[0].url).toBe('/lightning/r/Campaign/701000000000002AAA/view');
    expect(find(element, '[data-id="limited"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows the same as a table, and says where campaigns are left out', async () => {
    const element = show({ dashboard: { parts, hasMoreDescendants: true, descendants: 300 }, isTable: true });

    expect(find(element, '[data-id="parts-table"]')!.data.rows[0]).toEqual(['Webinar', '105', '47']);
    expect(find(element, '[data-id="limited"]')!.textContent).toContain('300');
    await expect(element).toBeAccessible();
  });
});
