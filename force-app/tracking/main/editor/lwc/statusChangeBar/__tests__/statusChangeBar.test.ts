import { createElement } from 'lwc';
import StatusChangeBar from 'c/statusChangeBar';
import statuses from '../../campaignStatusEditor/__tests__/data/statuses.json';

function show(selectedCount: number): HTMLElement {
  const element = Object.assign(createElement('c-status-change-bar', { is: StatusChangeBar }), { statuses, selectedCount });
  document.body.appendChild(element);
  return element;
}

function button(element: HTMLElement): HTMLElement {
  return element.shadowRoot!.querySelector('lightning-button')!;
}

async function pick(element: HTMLElement, value: string): Promise<void> {
  element.shadowRoot!.querySelector('lightning-combobox')!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await Promise.resolve();
}

describe('c-status-change-bar', () => {
  it('offers the statuses of the campaign only', async () => {
    const element = show(0);

    expect(element.shadowRoot!.querySelector('lightning-combobox')!.options).toEqual([
      { label: 'Called', value: 'Called' },
      { label: 'Subscribed · responded', value: 'Subscribed' }
    ]);
    await expect(element).toBeAccessible();
  });

  it.each([
    [0, 'Select members to change their status.', 'Change members'],
    [1, '1 member selected', 'Change 1 member'],
    [1200, '1,200 members selected', 'Change 1,200 members']
  ])('says what the button will do with %d members', (count, selection, label) => {
    const element = show(count);

    expect(element.shadowRoot!.querySelector('[data-id="selection"]')!.textContent).toBe(selection);
    expect(button(element).label).toBe(label);
  });

  it('needs members and a status', async () => {
    const element = show(0);
    await pick(element, 'Subscribed');
    expect(button(element).disabled).toBe(true);

    element.selectedCount = 1;
    await Promise.resolve();
    expect(button(element).disabled).toBe(false);

    element.disabled = true;
    await Promise.resolve();
    expect(button(element).disabled).toBe(true);
  });

  it('gives the picked status to the selected members', async () => {
    const element = show(2);
    const changed = jest.fn();
    element.addEventListener('changestatus', (event) => changed((event as CustomEvent).detail));
    await pick(element, 'Subscribed');
    button(element).click();

    expect(changed).toHaveBeenCalledWith({ status: 'Subscribed' });
  });
});
