import { createElement } from 'lwc';
import PageControls from 'c/pageControls';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-page-controls', { is: PageControls }), properties);
  document.body.appendChild(element);
  return element;
}

function disabled(element: HTMLElement): boolean[] {
  return [...element.shadowRoot!.querySelectorAll('lightning-button')].map((button) => button.disabled);
}

describe('c-page-controls', () => {
  it.each([
    [undefined, ''],
    [1, '1 member'],
    [45211, '45,211 members']
  ])('says how many members there are: %s', (count, text) => {
    expect(show({ count }).shadowRoot!.querySelector('[data-id="count"]')!.textContent).toBe(text);
  });

  it('goes where there are pages', async () => {
    expect(disabled(show({ hasNext: true }))).toEqual([true, true, false]);
    expect(disabled(show({ hasPrevious: true }))).toEqual([false, false, true]);
    expect(disabled(show({ hasNext: true, hasPrevious: true, disabled: true }))).toEqual([true, true, true]);
    await expect(document.body).toBeAccessible();
  });

  it('says which page to turn to', () => {
    const element = show({ hasNext: true, hasPrevious: true });
    const turn = jest.fn();
    element.addEventListener('turn', (event) => turn((event as CustomEvent).detail.move));
    element.shadowRoot!.querySelectorAll('lightning-button').forEach((button) => button.click());

    expect(turn.mock.calls).toEqual([['first'], ['previous'], ['next']]);
  });

  it('says how many members a page should have', () => {
    const element = show({ pageSize: 100 });
    const chosen = jest.fn();
    element.addEventListener('choosesize', (event) => chosen((event as CustomEvent).detail));
    const size = element.shadowRoot!.querySelector('[data-id="size"]')!;
    size.dispatchEvent(new CustomEvent('change', { detail: { value: '200' } }));

    expect(size.value).toBe('100');
    expect(chosen).toHaveBeenCalledWith({ pageSize: 200 });
  });
});
