import { createElement } from 'lwc';
import ColumnChart from 'c/columnChart';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-column-chart', { is: ColumnChart }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

const columns = [258, 0, 533].map((value, index) => ({ key: `${index}`, label: `M${index}`, text: `Month ${index}`, value }));

describe('c-column-chart', () => {
  it('draws a column for each value, as high as it is', async () => {
    const element = show({ columns, description: 'Responses' });

    const drawn = [...element.shadowRoot!.querySelectorAll('rect')];
    expect(drawn.map((rect) => Number(rect.getAttribute('height')).toFixed(2))).toEqual(['43.00', '0.00', '88.83']);
    expect(drawn[2]!.querySelector('title')!.textContent).toBe('Month 2: 533');
    expect(find(element, 'svg')!.getAttribute('aria-label')).toBe('Responses');
    expect(find(element, '.peak')!.textContent).toBe('533');
    await expect(element).toBeAccessible();
  });

  it('keeps the label of the highest column inside', () => {
    const last = show({ columns });
    expect(find(last, '.peak')!.getAttribute('style')).toContain('translateX(-50%)');
    const many = Array.from({ length: 40 }, (_, index) => ({ key: `${index}`, label: '', text: '', value: index }));
    expect(find(show({ columns: many }), '.peak')!.getAttribute('style')).toContain('translateX(-100%)');
    expect(find(show({ columns: [...many].reverse() }), '.peak')!.getAttribute('style')).toContain('translateX(0)');
  });

  it('shares a scale with other charts', () => {
    const element = show({ columns, largest: 1000, isSmall: true });

    expect(find(element, '.plot_small')).not.toBeNull();
    expect([...element.shadowRoot!.querySelectorAll('.value')].map(({ textContent }) => textContent)).toEqual(['0', '1,000']);
    expect(element.shadowRoot!.querySelectorAll('.label')).toHaveLength(2);
  });

  it('has no highest column where all are empty', () => {
    expect(find(show({ columns: [{ key: '0', label: 'M', text: 'M', value: 0 }] }), '.peak')).toBeNull();
  });
});
