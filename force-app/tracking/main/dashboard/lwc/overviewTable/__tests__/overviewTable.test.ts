import { createElement } from 'lwc';
import OverviewTable from 'c/overviewTable';
import { toRow } from 'c/overviewModel';
import page from '../../campaignOverview/__tests__/data/campaigns.json';

const rows = (page.campaigns as unknown as readonly Apex.CampaignSummary[]).map((summary) => toRow(summary, 14));

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-overview-table', { is: OverviewTable }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-overview-table', () => {
  it('shows a row for each campaign with a link', async () => {
    const element = show({ rows });

    expect([...element.shadowRoot!.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'))).toEqual(
      rows.map(({ url }) => url)
    );
    expect(element.shadowRoot!.querySelectorAll('c-stacked-bar')).toHaveLength(2);
    expect(element.shadowRoot!.querySelectorAll('.item')).toHaveLength(4);
    await expect(element).toBeAccessible();
  });

  it('says by which column it is sorted, and asks for another', async () => {
    const element = show({ rows, sorting: { key: 'members', isDescending: true } });
    const headings = [...element.shadowRoot!.querySelectorAll('thead th')];
    const heard = jest.fn();
    element.addEventListener('sort', heard);

    expect(headings.map((heading) => heading.getAttribute('aria-sort'))).toEqual(['none', 'descending', null, 'none', 'none', 'none']);
    find(element, 'button[data-key="name"]')!.click();
    expect(heard.mock.calls[0][0].detail).toEqual({ key: 'name' });
    element.sorting = { key: 'members', isDescending: false };
    await Promise.resolve();
    expect(headings[1]!.getAttribute('aria-sort')).toBe('ascending');
  });

  it('says where a campaign has no members', () => {
    expect(find(show({ rows: [{ ...rows[0], hasMembers: false }] }), '.where')!.textContent).toBe('No members yet');
  });
});
