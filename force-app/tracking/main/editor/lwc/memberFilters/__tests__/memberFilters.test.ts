import { createElement } from 'lwc';
import getOwners from '@salesforce/apex/CampaignStatusEditorController.getOwners';
import MemberFilters from 'c/memberFilters';
import statuses from '../../campaignStatusEditor/__tests__/data/statuses.json';

jest.mock('@salesforce/apex/CampaignStatusEditorController.getOwners', () => ({ default: jest.fn() }), { virtual: true });

const campaignId = '701000000000001AAA';
const settle = (): Promise<void> => new Promise(process.nextTick);

function show(filter: Apex.MemberFilter = {}): { element: HTMLElement; filtered: jest.Mock } {
  const element = Object.assign(createElement('c-member-filters', { is: MemberFilters }), { campaignId, filter, statuses });
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

    expect(values).toEqual(['Called', 'false', 'Lead', '']);
    expect(element.shadowRoot!.querySelector('[data-id="search"]')!.value).toBe('ada');
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
    const search = element.shadowRoot!.querySelector('[data-id="search"]')!;
    search.dispatchEvent(new CustomEvent('change', { detail: { value: 'a' } }));
    search.dispatchEvent(new CustomEvent('change', { detail: { value: 'ada' } }));
    jest.runAllTimers();

    expect(filtered.mock.calls).toEqual([[{ searchText: 'ada' }]]);
  });

  it('clears all criteria, a search that is waiting too', () => {
    jest.useFakeTimers();
    const { element, filtered } = show({ status: 'Called' });
    const search = element.shadowRoot!.querySelector('[data-id="search"]')!;
    search.value = 'a';
    search.focus = jest.fn();
    search.dispatchEvent(new CustomEvent('change', { detail: { value: 'a' } }));
    element.shadowRoot!.querySelector('lightning-button')!.click();
    jest.runAllTimers();

    expect(filtered.mock.calls).toEqual([[{}]]);
    expect(search.value).toBe('');
    expect(search.focus).toHaveBeenCalledTimes(1);
  });

  it('reads the owners when somebody wants to choose one, once', async () => {
    getOwners.mockResolvedValue([{ ownerId: '005000000000001AAA', name: 'Ada Byron', members: 1200 }]);
    const { element } = show({ ownerId: '005000000000009AAA' });
    const owner = element.shadowRoot!.querySelector('[data-criterion="ownerId"]')!;
    expect(getOwners).not.toHaveBeenCalled();
    owner.dispatchEvent(new CustomEvent('open'));
    await settle();
    owner.dispatchEvent(new CustomEvent('open'));
    await settle();

    expect(getOwners.mock.calls).toEqual([[{ campaignId }]]);
    expect(owner.options).toEqual([
      { label: 'Any', value: '' },
      { label: 'Ada Byron (1,200)', value: '005000000000001AAA' },
      { label: '005000000000009AAA', value: '005000000000009AAA' }
    ]);
    await expect(element).toBeAccessible();
  });

  it('offers no owners where they can not be read', async () => {
    getOwners.mockRejectedValue({ body: { message: 'No access.' } });
    const { element } = show();
    const owner = element.shadowRoot!.querySelector('[data-criterion="ownerId"]')!;
    owner.dispatchEvent(new CustomEvent('open'));
    await settle();

    expect(owner.options).toEqual([{ label: 'Any', value: '' }]);
    expect(owner.spinnerActive).toBe(false);
  });

  it('hands on the day that was picked: when it begins is for Apex to say, which knows the time zone of the user', () => {
    const { element, filtered } = show({ changedSince: '2026-11-02' });
    const since = element.shadowRoot!.querySelector('[data-id="since"]')!;
    expect(since.value).toBe('2026-11-02');
    since.dispatchEvent(new CustomEvent('change', { detail: { value: '2026-11-05' } }));
    since.dispatchEvent(new CustomEvent('change', { detail: { value: null } }));

    expect(filtered.mock.calls).toEqual([[{ changedSince: '2026-11-05' }], [{}]]);
  });
});
