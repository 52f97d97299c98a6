import { createElement } from 'lwc';
import MemberFilters from 'c/memberFilters';
import statuses from '../../campaignStatusEditor/__tests__/data/statuses.json';

function show(filter: Apex.MemberFilter = {}): { element: HTMLElement; filtered: jest.Mock } {
  const element = Object.assign(createElement('c-member-filters', { is: MemberFilters }), { filter, statuses });
  const filtered = jest.fn();
  element.addEventListener('filter', (event) => filtered((event as CustomEvent).detail));
  document.body.appendChild(element);
  return { element, filtered };
}

function pick(element: HTMLElement, criterion: string, value: string): void {
  const control = element.shadowRoot!.querySelector(`[data-criterion="${criterion}"]`)!;
  control.dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

describe('c-member-filters', () => {
  afterEach(() => jest.useRealTimers());

  it('offers the statuses of the campaign and those that members still have', async () => {
    const { element } = show();

    const { options } = element.shadowRoot!.querySelector('[data-criterion="status"]')!;
    expect(options).toEqual([
      { label: 'All', value: '' },
      { label: 'Called (24,103)', value: 'Called' },
      { label: 'Subscribed (5,289)', value: 'Subscribed' },
      { label: 'Old status (10) (no longer on the campaign)', value: 'Old status' }
    ]);
    await expect(element).toBeAccessible();
  });

  it('shows the filter that is set', () => {
    const { element } = show({ status: 'Called', hasResponded: false, type: 'Lead', searchText: 'ada' });
    const values = [...element.shadowRoot!.querySelectorAll('lightning-combobox')].map(({ value }) => value);

    expect(values).toEqual(['Called', 'false', 'Lead']);
    expect(element.shadowRoot!.querySelector('lightning-input')!.value).toBe('ada');
  });

  it('adds, changes and takes out a criterion', () => {
    const { element, filtered } = show({ type: 'Lead' });
    pick(element, 'status', 'Called');
    pick(element, 'hasResponded', 'false');
    pick(element, 'type', '');

    expect(filtered.mock.calls).toEqual([[{ type: 'Lead', status: 'Called' }], [{ type: 'Lead', hasResponded: false }], [{}]]);
  });

  it('searches after a pause in typing', () => {
    jest.useFakeTimers();
    const { element, filtered } = show();
    const search = element.shadowRoot!.querySelector('lightning-input')!;
    search.dispatchEvent(new CustomEvent('change', { detail: { value: 'a' } }));
    search.dispatchEvent(new CustomEvent('change', { detail: { value: 'ada' } }));
    jest.runAllTimers();

    expect(filtered.mock.calls).toEqual([[{ searchText: 'ada' }]]);
  });

  it('clears all criteria, a search that is waiting too', () => {
    jest.useFakeTimers();
    const { element, filtered } = show({ status: 'Called' });
    const search = element.shadowRoot!.querySelector('lightning-input')!;
    search.dispatchEvent(new CustomEvent('change', { detail: { value: 'a' } }));
    element.shadowRoot!.querySelector('lightning-button')!.click();
    jest.runAllTimers();

    expect(filtered.mock.calls).toEqual([[{}]]);
  });
});
