import { createElement } from 'lwc';
import ChangeSummary from 'c/changeSummary';

const summary = {
  title: 'Some members were not changed',
  text: '1 changed · 2 changed by somebody else meanwhile',
  variant: 'warning',
  hasChanged: true
};
const change = (memberId: string): Apex.StatusChange => ({ memberId, expectedStatus: 'Called again', newStatus: 'Subscribed' });
const problems = [
  { memberId: '1', name: 'Ada Byron', message: 'Changed to “Called again”.', isConflict: true, change: change('1') },
  { memberId: '2', name: 'Charles Babbage', message: 'Not on the campaign.', isConflict: false, change: change('2') },
  { memberId: '3', name: 'Mary Somerville', message: 'Changed to “Called again”.', isConflict: true, change: change('3') }
];

function show(properties: object): { element: HTMLElement; events: jest.Mock } {
  const element = Object.assign(createElement('c-change-summary', { is: ChangeSummary }), properties);
  const events = jest.fn();
  for (const type of ['undo', 'dismiss', 'tryagain'])
    element.addEventListener(type, (event) => events(type, (event as CustomEvent).detail));
  document.body.appendChild(element);
  return { element, events };
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

describe('c-change-summary', () => {
  it('is silent until there is something to say', async () => {
    const { element } = show({});

    expect(find(element, '[role="status"]')!.textContent).toBe('');
    expect(find(element, 'ul')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says what became of a change, and why of each that did not succeed', async () => {
    const { element } = show({ summary, problems, canUndo: true });

    expect(find(element, '[role="status"]')!.textContent).toContain('1 changed · 2 changed by somebody else');
    expect([...element.shadowRoot!.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      'Ada ByronChanged to “Called again”.',
      'Charles BabbageNot on the campaign.',
      'Mary SomervilleChanged to “Called again”.'
    ]);
    await expect(element).toBeAccessible();
  });

  it('offers another try from the current status for conflicts only, one by one and all together', () => {
    const { element, events } = show({ summary, problems });
    expect(element.shadowRoot!.querySelectorAll('[data-member]')).toHaveLength(2);
    find(element, '[data-member="3"]')!.click();
    find(element, '[data-id="try-all"]')!.click();

    expect(events.mock.calls).toEqual([
      ['tryagain', { changes: [change('3')] }],
      ['tryagain', { changes: [change('1'), change('3')] }]
    ]);
    expect(find(element, '[data-id="try-all"]')!.label).toBe('Use current values and try all 2 again');
  });

  it('offers to undo only what was changed', () => {
    expect(find(show({ summary }).element, '[data-id="undo"]')).toBeNull();
    const { element, events } = show({ summary, canUndo: true });
    find(element, '[data-id="undo"]')!.click();
    find(element, '[data-id="dismiss"]')!.click();

    expect(events.mock.calls.map(([type]) => type)).toEqual(['undo', 'dismiss']);
  });
});
