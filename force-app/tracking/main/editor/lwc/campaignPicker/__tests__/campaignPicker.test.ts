import { createElement } from 'lwc';
import findCampaigns from '@salesforce/apex/CampaignPickerController.findCampaigns';
import CampaignPicker from 'c/campaignPicker';

jest.mock('@salesforce/apex/CampaignPickerController.findCampaigns', () => ({ default: jest.fn() }), { virtual: true });

const campaigns = [
  { campaignId: '701000000000001AAA', name: 'Spring Webinar', type: 'Webinar', status: 'Planned' },
  { campaignId: '701000000000002AAA', name: 'Autumn Fair' }
];
const settle = (): Promise<void> => new Promise(process.nextTick);

function show(value = ''): { element: HTMLElement; chosen: jest.Mock } {
  const element = Object.assign(createElement('c-campaign-picker', { is: CampaignPicker }), { value });
  const chosen = jest.fn();
  element.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
  document.body.appendChild(element);
  return { element, chosen };
}

function field(element: HTMLElement): HTMLInputElement {
  return element.shadowRoot!.querySelector('input')!;
}

function options(element: HTMLElement): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role="option"]')];
}

function message(element: HTMLElement): string {
  return element.shadowRoot!.querySelector('[data-id="message"]')!.textContent!;
}

async function openList(element: HTMLElement): Promise<void> {
  field(element).dispatchEvent(new CustomEvent('focus'));
  await settle();
}

async function press(element: HTMLElement, key: string): Promise<void> {
  field(element).dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  await settle();
}

describe('c-campaign-picker', () => {
  beforeEach(() => {
    findCampaigns.mockResolvedValue(campaigns);
  });
  afterEach(() => jest.useRealTimers());

  it('offers the campaigns that were changed last', async () => {
    const { element } = show('Spring Webinar');
    expect(field(element).value).toBe('Spring Webinar');
    await openList(element);

    expect(findCampaigns).toHaveBeenCalledWith({ searchText: '' });
    expect(options(element).map(({ textContent }) => textContent)).toEqual(['Spring WebinarWebinar · Planned', 'Autumn Fair']);
    expect(field(element).getAttribute('aria-expanded')).toBe('true');
    expect(message(element)).toBe('2 campaigns found');
    await expect(element).toBeAccessible();
  });

  it('searches after a pause in typing', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    findCampaigns.mockResolvedValue([]);
    const { element } = show();
    for (const text of ['sp', 'spr']) {
      field(element).value = text;
      field(element).dispatchEvent(new CustomEvent('input'));
    }
    jest.runAllTimers();
    await settle();

    expect(findCampaigns.mock.calls).toEqual([[{ searchText: 'spr' }]]);
    expect(message(element)).toBe('No campaign has “spr” in its name');
  });

  it('is used by keyboard', async () => {
    const { element, chosen } = show();
    await openList(element);
    await press(element, 'ArrowDown');
    await press(element, 'ArrowUp');
    await press(element, 'ArrowUp');
    await press(element, 'ArrowDown');
    expect(options(element).map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    await press(element, 'Enter');

    expect(chosen).toHaveBeenCalledWith({ campaignId: '701000000000002AAA', name: 'Autumn Fair' });
    expect(field(element).value).toBe('Autumn Fair');
    expect(field(element).getAttribute('aria-expanded')).toBe('false');
  });

  it('is used by mouse', async () => {
    const { element, chosen } = show();
    await openList(element);
    options(element)[0]!.dispatchEvent(new CustomEvent('mousedown', { cancelable: true }));

    expect(chosen).toHaveBeenCalledWith({ campaignId: '701000000000001AAA', name: 'Spring Webinar' });
  });

  it.each(['Escape', 'blur'])('closes by %s without choosing', async (way) => {
    const { element, chosen } = show();
    await openList(element);
    if (way === 'Escape') await press(element, way);
    else field(element).dispatchEvent(new CustomEvent('blur'));
    await press(element, 'Enter');

    expect(field(element).getAttribute('aria-expanded')).toBe('false');
    expect(message(element)).toBe('');
    expect(chosen).not.toHaveBeenCalled();
  });

  it('says what went wrong', async () => {
    findCampaigns.mockRejectedValue({ body: { message: 'You can’t read campaigns.' } });
    const { element } = show();
    await openList(element);

    expect(message(element)).toBe('You can’t read campaigns.');
    await press(element, 'ArrowDown');
    await press(element, 'Enter');
    await expect(element).toBeAccessible();
  });
});
