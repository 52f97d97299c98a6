import { createElement } from 'lwc';
import DashboardToolbar from 'c/dashboardToolbar';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-dashboard-toolbar', { is: DashboardToolbar }), properties);
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-dashboard-toolbar', () => {
  it('offers the campaigns below only where there are some', async () => {
    expect(find(show({ asOf: '2026-11-23T13:00:00.000Z' }), '[data-id="scope"]')).toBeNull();
    const element = show({ descendants: 3 });
    const scope = find(element, '[data-id="scope"]')!;
    expect(scope.options.map(({ label }) => label)).toEqual(['This campaign', 'With 3 below it']);
    expect(scope.value).toBe('alone');
    const heard = jest.fn();
    element.addEventListener('scopechange', heard);
    scope.dispatchEvent(new CustomEvent('change', { detail: { value: 'below' } }));
    expect(heard.mock.calls[0][0].detail).toEqual({ includeDescendants: true });
    element.includeDescendants = true;
    await Promise.resolve();
    expect(scope.value).toBe('below');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['refresh', 'refresh'],
    ['export', 'export'],
    ['toggle', 'toggleview']
  ])('passes on %s', (id, event) => {
    const element = show({});
    const heard = jest.fn();
    element.addEventListener(event, heard);
    find(element, `[data-id="${id}"]`)!.click();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('names the other view', async () => {
    const element = show({});
    expect(find(element, '[data-id="toggle"]')!.label).toBe('Show as tables');
    element.isTable = true;
    await Promise.resolve();
    expect(find(element, '[data-id="toggle"]')!.label).toBe('Show as charts');
  });
});
