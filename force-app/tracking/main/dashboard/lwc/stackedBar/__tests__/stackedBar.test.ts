import { createElement } from 'lwc';
import StackedBar from 'c/stackedBar';
import page from '../../campaignOverview/__tests__/data/campaigns.json';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-stacked-bar', { is: StackedBar }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-stacked-bar', () => {
  it('divides the bar by members and names the largest parts', async () => {
    const element = show({ statuses: page.campaigns[0]!.statuses });

    expect([...element.shadowRoot!.querySelectorAll('.segment')].map((segment) => segment.getAttribute('style'))).toEqual([
      'width: 55.238%',
      'width: 44.762%'
    ]);
    expect(find(element, '.names')!.textContent).toBe('Invited 55.2% · ✓ Attended 44.8%');
    expect(find(element, '[role="img"]')!.getAttribute('aria-label')).toContain('Attended: 47 members, 44.8%, Counts as responded');
    await expect(element).toBeAccessible();
  });

  it('marks statuses that the campaign no longer has', () => {
    const element = show({ statuses: [...page.campaigns[1]!.statuses, { label: 'Unused', members: 0, isOnCampaign: true }] });

    expect(element.shadowRoot!.querySelectorAll('.segment')).toHaveLength(2);
    expect(find(element, '.segment_gone')!.title).toContain('No longer a status');
  });
});
