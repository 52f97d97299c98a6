import { createElement } from 'lwc';
import StatusChangeBar from 'c/statusChangeBar';

const statusOptions = [{ label: 'Subscribed · responded', value: 'Subscribed' }];

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-status-change-bar', { is: StatusChangeBar }), { statusOptions, ...properties });
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
  it('takes the focus to the choice of a status', () => {
    const element = show({});
    const focus = jest.fn();
    element.shadowRoot!.querySelector('lightning-combobox')!.focus = focus;
    element.focus();

    expect(focus).toHaveBeenCalledTimes(1);
  });

  it('offers the statuses that it is given', async () => {
    const element = show({});

    expect(element.shadowRoot!.querySelector('lightning-combobox')!.options).toEqual(statusOptions);
    await expect(element).toBeAccessible();
  });

  it('needs members and a status', async () => {
    const element = show({ hasSelection: false });
    await pick(element, 'Subscribed');
    expect(button(element).disabled).toBe(true);

    element.hasSelection = true;
    await Promise.resolve();
    expect(button(element).disabled).toBe(false);

    element.disabled = true;
    await Promise.resolve();
    expect(button(element).disabled).toBe(true);
  });

  it('asks for a preview of the picked status', async () => {
    const element = show({ hasSelection: true });
    const preview = jest.fn();
    element.addEventListener('previewchange', (event) => preview((event as CustomEvent).detail));
    await pick(element, 'Subscribed');
    button(element).click();

    expect(preview).toHaveBeenCalledWith({ status: 'Subscribed' });
  });
});
