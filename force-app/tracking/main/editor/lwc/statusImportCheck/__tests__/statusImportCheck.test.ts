import { createElement } from 'lwc';
import check from '@salesforce/apex/StatusImportController.check';
import { LineFacts, LineReader, type CheckedImport } from 'c/statusImportRules';
import StatusImportCheck from 'c/statusImportCheck';

jest.mock('@salesforce/apex/StatusImportController.check', () => ({ default: jest.fn() }), { virtual: true });

const setup = { statuses: ['Called', 'Subscribed'], aliases: [], keys: ['Email'], externalFields: [], canAddMembers: true };
const mapping = { matchBy: 'Email', externalField: null, keyColumn: 0, statusColumn: 1, fixedStatus: null };
const MATCHES: Readonly<Record<string, object>> = {
  'a@example.com': { outcome: 'MEMBER', memberId: '00va', status: 'Called' },
  'b@example.com': { outcome: 'MEMBER', memberId: '00vb', status: 'Called' },
  'lead@example.com': { outcome: 'NOT_MEMBER', leadId: '00Ql' }
};
const rows = [
  ['a@example.com', 'Subscribed'],
  ['b@example.com', 'Attended!'],
  ['lead@example.com', 'called'],
  ['nobody@example.com', 'Called']
];

const settle = (): Promise<void> => new Promise(process.nextTick);

async function show(lines: string[][] = rows, properties: object = {}) {
  const reader = new LineReader({ size: lines.length, rows: (from, to) => lines.slice(from, to) }, false, false);
  const element = Object.assign(createElement('c-status-import-check', { is: StatusImportCheck }), {
    ...{ campaignId: '701', setup, names: ['Email', 'Status'], mapping, reader, facts: new LineFacts(lines.length) },
    ...properties
  });
  const judged: ({ work: CheckedImport; addMembers: boolean } | null)[] = [];
  element.addEventListener('judge', (event) => judged.push((event as CustomEvent).detail));
  document.body.appendChild(element);
  await settle();
  const find = (selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
  return {
    element,
    judged,
    find,
    chips: () => [...element.shadowRoot!.querySelectorAll('button.chip')].map(({ textContent }) => textContent)
  };
}

const linesIn = (element: HTMLElement): (string | null)[][] =>
  [...element.shadowRoot!.querySelector('c-status-import-lines')!.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent)
  );
const aliasesIn = (element: HTMLElement): ShadowRoot => element.shadowRoot!.querySelector('c-status-import-aliases')!.shadowRoot!;

beforeEach(() => {
  window.localStorage.clear();
  check.mockImplementation(({ request }) =>
    Promise.resolve({ isTooMuch: false, matches: request.keys.map((key: string) => MATCHES[key] ?? { outcome: 'NOT_FOUND' }) })
  );
});

describe('c-status-import-check', () => {
  it('shows how far it is', async () => {
    check.mockReturnValue(new Promise(() => undefined));
    const { element, find, judged } = await show();
    expect(find('[data-id="progress"]')!.textContent).toBe('Checking 0 of 4 lines');
    expect(judged).toEqual([null]);
    await expect(element).toBeAccessible();
  });

  it('counts the lines by what becomes of them and lists those under one verdict', async () => {
    const { element, find, chips, judged } = await show();
    expect(chips()).toEqual(['Will change1', 'Not a member1', 'Unknown status1', 'Not found1']);
    expect(judged[1]!.work.judgement.willRun).toBe(1);
    expect(linesIn(element)).toEqual([['1', 'a@example.com', 'Subscribed', 'Called → Subscribed']]);
    find('[data-verdict="notFound"]')!.click();
    await settle();
    expect(find('[data-verdict="notFound"]')!.getAttribute('aria-pressed')).toBe('true');
    expect(linesIn(element)[0]!.slice(0, 2)).toEqual(['4', 'nobody@example.com']);
    await expect(element).toBeAccessible();
  });

  it('adds people where that is wanted', async () => {
    const { find, chips, judged } = await show();
    expect(find('[data-id="add"]')).toMatchObject({ label: 'Add the person who is not a member' });
    find('[data-id="add"]')!.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    await settle();
    expect(chips()).toContain('Will be added1');
    expect(judged[2]).toMatchObject({ addMembers: true });
    expect(judged[2]!.work.judgement.willRun).toBe(2);
    expect((await show(rows, { setup: { ...setup, canAddMembers: false } })).find('[data-id="add"]')).toBeNull();
    const many = await show([...rows, ['lead@example.com', 'Called']].slice(2), { addMembers: true });
    expect(many.chips()[0]).toBe('Will be added1');
  });

  it('asks what unknown statuses stand for, and remembers it', async () => {
    const { element, chips } = await show();
    const [unknown, spelling] = [...aliasesIn(element).querySelectorAll('lightning-combobox')];
    expect(unknown).toMatchObject({ label: 'Treat “Attended!” as', value: '' });
    expect(spelling).toMatchObject({ label: 'Treat “called” as', value: 'Called' });
    expect(aliasesIn(element).textContent).toContain('Only capitals or spaces differ');
    unknown!.dispatchEvent(new CustomEvent('change', { detail: { value: '' } }));
    unknown!.dispatchEvent(new CustomEvent('change', { detail: { value: 'Subscribed' } }));
    await settle();
    expect(chips()).toEqual(['Will change2', 'Not a member1', 'Not found1']);
    expect(aliasesIn(element).textContent).toContain('You said so');
    const again = await show();
    expect(again.chips()[0]).toBe('Will change2');
    const leave = [...aliasesIn(again.element).querySelectorAll('lightning-combobox')].find(({ label }) => label.includes('Attended'))!;
    leave.dispatchEvent(new CustomEvent('change', { detail: { value: leave.options[leave.options.length - 1].value } }));
    await settle();
    expect(again.chips()).toContain('Unknown status1');
  });

  it('shows only so many unknown statuses', async () => {
    const { element } = await show(Array.from({ length: 25 }, (_, index) => ['a@example.com', `${'long '.repeat(20)}${index}`]));
    expect(aliasesIn(element).querySelectorAll('lightning-combobox')).toHaveLength(20);
    expect(aliasesIn(element).querySelector('[data-id="more"]')!.textContent).toContain('5 more are not shown');
    expect(aliasesIn(element).querySelector('lightning-combobox')!.label).toContain('…');
  });

  it('turns the pages of many lines', async () => {
    const { element } = await show(Array.from({ length: 60 }, (_, index) => [`nobody${index}@example.com`, 'Called']));
    const lines = element.shadowRoot!.querySelector('c-status-import-lines')!.shadowRoot!;
    const click = async (id: string): Promise<void> => {
      lines.querySelector<HTMLElement>(`[data-id="${id}"]`)!.click();
      await settle();
    };
    expect(lines.querySelector('[data-id="page"]')!.textContent).toBe('1 – 25 of 60');
    await click('following');
    await click('following');
    expect(lines.querySelector('[data-id="page"]')!.textContent).toBe('51 – 60 of 60');
    expect(lines.querySelector('[data-id="following"]')).toMatchObject({ disabled: true });
    await click('previous');
    expect(linesIn(element)[0]![0]).toBe('26');
  });

  it('can be stopped, and goes on where it stopped', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => [`nobody${index}@example.com`, 'Called']);
    let answer: (value: unknown) => void = () => undefined;
    check.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const { find, chips, judged } = await show(many);
    find('[data-id="stop"]')!.click();
    answer({ isTooMuch: false, matches: [] });
    await settle();
    expect(find('[data-id="interruption"]')!.textContent).toBe(
      'The check was stopped after 1,000 of 1,500 lines. Lines that were not checked are not imported.'
    );
    expect(chips()).toEqual(['Not found1,000', 'Not checked500']);
    find('[data-id="go-on"]')!.click();
    await settle();
    expect(chips()).toEqual(['Not found1,500']);
    expect(judged[judged.length - 1]!.work.judgement.willRun).toBe(0);
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('says what went wrong', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    check.mockRejectedValue({ body: { message: 'You can’t read leads.' } });
    const { element, find } = await show();
    await jest.advanceTimersByTimeAsync(5000);
    jest.useRealTimers();
    await settle();
    expect(find('[data-id="interruption"]')!.textContent).toBe('The check stopped after 0 of 4 lines: You can’t read leads.');
    await expect(element).toBeAccessible();
  });

  it('saves the lines that will not be imported', async () => {
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
    URL.revokeObjectURL = jest.fn();
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
    const { find } = await show();
    expect(find('[data-id="download"]')).toMatchObject({ label: 'Download the 3 lines that won’t be imported' });
    find('[data-id="download"]')!.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(blobs).toHaveLength(1);
    click.mockRestore();
    expect((await show([['a@example.com', 'Subscribed']])).find('[data-id="download"]')).toBeNull();
  });
});
