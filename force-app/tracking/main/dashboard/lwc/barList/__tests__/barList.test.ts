import { createElement } from 'lwc';
import BarList from 'c/barList';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-bar-list', { is: BarList }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-bar-list', () => {
  it('draws the largest bar over the whole width', async () => {
    const element = show({
      bars: [
        { key: 'a', label: 'Leads', value: 1200, note: '11.7% responded' },
        { key: 'b', label: 'Contacts', value: 300, url: '/b' }
      ]
    });

    const fills = [...element.shadowRoot!.querySelectorAll('.fill')].map((fill) => fill.getAttribute('style'));
    expect(fills).toEqual(['width: 100.000%', 'width: 25.000%']);
    expect(find(element, '.number')!.textContent).toBe('1,200');
    expect(find(element, 'a')!.getAttribute('href')).toBe('/b');
    expect(find(element, '.bar_words')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('draws nothing for nothing', () => {
    expect(find(show({ bars: [{ key: 'a', label: 'Leads', value: 0, note: '0%' }] }), '.fill')!.getAttribute('style')).toBe(
      'width: 0.000%'
    );
  });
});
