import { createElement } from 'lwc';
import type { Mapping } from 'c/statusImportRules';
import StatusImportColumns from 'c/statusImportColumns';

const setup = {
  statuses: ['Called', 'Subscribed'],
  aliases: [],
  keys: ['MemberId', 'Email', 'ExternalId'],
  externalFields: [{ name: 'Lead.Number__c', label: 'Lead: Number' }],
  canAddMembers: true
};
const mapping: Mapping = { matchBy: 'Email', externalField: null, keyColumn: 1, statusColumn: 2, fixedStatus: null };
const names = ['Name', 'E-mail', 'Status'];
const samples = [
  ['Ada', 'ada@example.com', '<b>Called</b>'],
  ['Bob', 'bob@example.com']
];

function show(properties: object = {}): { element: HTMLElement; events: unknown[]; find: (selector: string) => HTMLElement | null } {
  const element = Object.assign(createElement('c-status-import-columns', { is: StatusImportColumns }), {
    ...{ setup, names, samples, mapping, hasHeader: true },
    ...properties
  });
  const events: unknown[] = [];
  for (const name of ['mapcolumns', 'toggleheader']) element.addEventListener(name, (event) => events.push((event as CustomEvent).detail));
  document.body.appendChild(element);
  return { element, events, find: (selector) => element.shadowRoot!.querySelector(selector) };
}

const pick = (found: ReturnType<typeof show>, id: string, value: string): unknown =>
  found.find(`[data-id="${id}"]`)!.dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-status-import-columns', () => {
  it('shows the columns with their first values and what they are used as', async () => {
    const { element } = show();
    const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent)
    );
    expect(rows).toEqual([
      ['Name', 'Ada', 'Bob', '', ''],
      ['E-mail', 'ada@example.com', 'bob@example.com', '', 'finds the person'],
      ['Status', '<b>Called</b>', '', '', 'new status']
    ]);
    await expect(element).toBeAccessible();
  });

  it('offers what people can be found by', () => {
    const { find } = show();
    expect(find('[data-id="key"]')).toMatchObject({
      value: 'Email',
      options: [
        { label: 'Campaign member ID', value: 'MemberId' },
        { label: 'E-mail', value: 'Email' },
        { label: 'Lead: Number', value: 'ExternalId:Lead.Number__c' }
      ]
    });
    expect(find('[data-id="key-column"]')).toMatchObject({ value: '1' });
    expect(show({ mapping: { ...mapping, keyColumn: -1 } }).find('[data-id="key-column"]')).toMatchObject({ value: '' });
    const external = { ...mapping, matchBy: 'ExternalId', externalField: 'Lead.Number__c' };
    expect(show({ mapping: external }).find('[data-id="key"]')).toMatchObject({ value: 'ExternalId:Lead.Number__c' });
  });

  it('says what was chosen', () => {
    const found = show();
    pick(found, 'key', 'ExternalId:Lead.Number__c');
    pick(found, 'key', 'MemberId');
    pick(found, 'key-column', '0');
    pick(found, 'status-column', '1');
    pick(found, 'status-source', 'fixed');
    expect(found.events).toEqual([
      { ...mapping, matchBy: 'ExternalId', externalField: 'Lead.Number__c' },
      { ...mapping, matchBy: 'MemberId' },
      { ...mapping, keyColumn: 0 },
      { ...mapping, statusColumn: 1 },
      { ...mapping, fixedStatus: '' }
    ]);
  });

  it('lets all lines get the same status', () => {
    const found = show({ mapping: { ...mapping, fixedStatus: '' } });
    expect(found.find('[data-id="status-column"]')).toBeNull();
    pick(found, 'fixed-status', 'Subscribed');
    pick(found, 'status-source', 'column');
    expect(found.events).toEqual([{ ...mapping, fixedStatus: 'Subscribed' }, mapping]);
  });

  it('says that there are only column names, and asks whether they are data', async () => {
    const found = show({ samples: [] });
    expect(found.find('[data-id="only-header"]')!.textContent).toContain('nothing but column names');
    found.find('[data-id="first-row"]')!.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    expect(found.events).toEqual([{ hasHeader: false }]);
    await expect(found.element).toBeAccessible();
  });
});
