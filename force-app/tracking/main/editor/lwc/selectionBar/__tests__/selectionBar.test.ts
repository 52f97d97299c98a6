import { createElement } from 'lwc';
import { everything, nothing, pick } from 'c/memberSelection';
import SelectionBar from 'c/selectionBar';

function show(properties: object): HTMLElement {
  const element = Object.assign(createElement('c-selection-bar', { is: SelectionBar }), { count: 24103, pageSize: 50, ...properties });
  document.body.appendChild(element);
  return element;
}

function picked(count: number): ReturnType<typeof pick> {
  return pick(Array.from({ length: count }, (_, index) => ({ memberId: `m${index}` })));
}

function textsOf(element: HTMLElement): string[] {
  const buttons = [...element.shadowRoot!.querySelectorAll('lightning-button')].map(({ label }) => label);
  return [element.shadowRoot!.querySelector('[data-id="selection"]')!.textContent!, ...buttons];
}

describe('c-selection-bar', () => {
  it.each([
    [{ selection: nothing }, ['Select members to change their status.', 'All 24,103 members', 'This page (50)']],
    [{ selection: picked(1) }, ['1 member selected', 'All 24,103 members', 'Only this page (50)', 'None']],
    [
      { selection: picked(3), filter: { status: 'Called' } },
      ['3 members selected', 'All 24,103 members in “Called”', 'Only this page (50)', 'None']
    ],
    [
      { selection: everything, filter: { status: 'Called' } },
      ['All 24,103 members in “Called” are selected', 'Only this page (50)', 'None']
    ],
    [
      { selection: everything, filter: { status: 'Called', type: 'Lead' } },
      ['All 24,103 members that match the filters are selected', 'Only this page (50)', 'None']
    ],
    [{ selection: everything, count: undefined }, ['All members are selected', 'Only this page (50)', 'None']],
    [
      { selection: everything, count: undefined, filter: { status: 'Called' } },
      ['All members that match the filters are selected', 'Only this page (50)', 'None']
    ],
    [{ selection: nothing, count: 50 }, ['Select members to change their status.', 'This page (50)']],
    [{ selection: nothing, count: 0, pageSize: 0 }, ['There is nobody to select.']],
    [{ selection: nothing, count: undefined }, ['Select members to change their status.', 'This page (50)']]
  ])('says what is selected, and what could be: %o', (properties, texts) => {
    expect(textsOf(show(properties))).toEqual(texts);
  });

  it('says so when no more can be picked one by one', () => {
    expect(textsOf(show({ selection: picked(2000) }))[0]).toContain('2,000 members are as many as can be picked');
  });

  it('says what somebody wants to select', () => {
    const element = show({ selection: picked(1) });
    const chosen = jest.fn();
    for (const type of ['selecteverything', 'selectpage', 'selectnone']) element.addEventListener(type, () => chosen(type));
    element.shadowRoot!.querySelectorAll('lightning-button').forEach((button) => button.click());

    expect(chosen.mock.calls).toEqual([['selecteverything'], ['selectpage'], ['selectnone']]);
  });

  it('is accessible', async () => {
    await expect(show({ selection: everything })).toBeAccessible();
  });
});
