import { createElement } from 'lwc';
import SparkColumns from 'c/sparkColumns';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-spark-columns', { is: SparkColumns }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-spark-columns', () => {
  it('draws a column a week and tells the sum', async () => {
    const element = show({ counts: [0, 6, 12] });

    expect([...element.shadowRoot!.querySelectorAll('rect')].map((rect) => rect.getAttribute('height'))).toEqual(['1', '12', '24']);
    expect(find(element, '.total')!.textContent).toBe('18');
    expect(find(element, 'svg')!.getAttribute('aria-label')).toBe('Responses in the last 3 weeks, the oldest first: 0, 6, 12');
    await expect(element).toBeAccessible();
  });
});
