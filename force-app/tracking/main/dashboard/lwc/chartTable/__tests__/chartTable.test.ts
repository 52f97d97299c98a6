import { createElement } from 'lwc';
import ChartTable from 'c/chartTable';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-chart-table', { is: ChartTable }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-chart-table', () => {
  it('names its rows and columns', async () => {
    const data = {
      columns: ['Period', 'Responses'],
      rows: [
        ['May 2008', '258'],
        ['Jun 2008', '201']
      ]
    };
    const element = show({ caption: 'Responses over time', data });

    expect(find(element, 'caption')!.textContent).toContain('Responses over time');
    expect([...element.shadowRoot!.querySelectorAll('th[scope="row"]')].map(({ textContent }) => textContent)).toEqual([
      'May 2008',
      'Jun 2008'
    ]);
    expect([...element.shadowRoot!.querySelectorAll('td')].map(({ textContent }) => textContent)).toEqual(['258', '201']);
    expect(find(element, '[role="region"]')!.getAttribute('aria-label')).toBe('Responses over time, table');
    await expect(element).toBeAccessible();
  });
});
