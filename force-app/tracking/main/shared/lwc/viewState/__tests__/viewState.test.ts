import { createElement } from 'lwc';
import ViewState from 'c/viewState';

const PARTS = ['c-error-panel', 'c-loading-skeleton', 'c-empty-state', 'slot:not([name])'];

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-view-state', { is: ViewState }), properties);
  document.body.appendChild(element);
  return element;
}

describe('c-view-state', () => {
  it.each([
    [{ error: { message: 'No access.' }, isLoading: true, isEmpty: true }, 'c-error-panel'],
    [{ isLoading: true, isEmpty: true }, 'c-loading-skeleton'],
    [{ isEmpty: true, emptyHeading: 'Nothing' }, 'c-empty-state'],
    [{}, 'slot:not([name])']
  ])('shows exactly one thing: %o', async (properties, shown) => {
    const element = show(properties);

    expect(PARTS.filter((selector) => element.shadowRoot!.querySelector(selector))).toEqual([shown]);
    await expect(element).toBeAccessible();
  });

  it('passes on that somebody wants another try', () => {
    const element = show({ error: { message: 'No access.' } });
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    element.shadowRoot!.querySelector('c-error-panel')!.dispatchEvent(new CustomEvent('retry'));

    expect(retry).toHaveBeenCalledTimes(1);
  });
});
