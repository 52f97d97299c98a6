import { createElement } from 'lwc';
import MemberTable from 'c/memberTable';

const rows = [
  { memberId: '1', name: 'Ada Byron', result: '' },
  { memberId: '2', name: 'Charles Babbage', result: '' }
];
const statusOptions = [
  { label: 'Called', value: 'Called' },
  { label: 'Subscribed · responded', value: 'Subscribed' }
];

function show(properties: object = {}): HTMLElement {
  const element = Object.assign(createElement('c-member-table', { is: MemberTable }), { rows, statusOptions, ...properties });
  document.body.appendChild(element);
  return element;
}

function table(element: HTMLElement): HTMLElement {
  return element.shadowRoot!.querySelector('c-member-datatable')!;
}

function labelsOf(element: HTMLElement): string[] {
  return table(element).columns.map(({ label }) => label);
}

function listen(element: HTMLElement, type: string): jest.Mock {
  const listener = jest.fn();
  element.addEventListener(type, (event) => listener((event as CustomEvent).detail));
  return listener;
}

describe('c-member-table', () => {
  it('shows members without a column for results, and draws only what is on the screen', async () => {
    const element = show({ selected: ['1'], rowOffset: 50 });

    expect(labelsOf(element)).toEqual(['Name', 'Company', 'Type', 'Status', 'Responded', 'In status since', 'Source']);
    expect(table(element)).toMatchObject({
      selectedRows: ['1'],
      rowNumberOffset: 50,
      renderMode: 'role-based',
      renderConfig: { virtualize: 'vertical' }
    });
    await expect(element).toBeAccessible();
  });

  it('shows the result of each row once there is one', () => {
    expect(labelsOf(show({ rows: [{ ...rows[0], result: 'Changed' }] }))).toContain('Result');
  });

  it('shows fewer columns where there is little room, and more when there is', async () => {
    const addEventListener = jest.fn();
    (window.matchMedia as jest.Mock).mockReturnValueOnce({ matches: true, addEventListener, removeEventListener: jest.fn() });
    const element = show();
    expect(labelsOf(element)).toEqual(['Name', 'Status']);
    expect(element.shadowRoot!.querySelector('[data-id="columns"]')).toBeNull();

    addEventListener.mock.calls[0][1]({ matches: false });
    await Promise.resolve();
    expect(labelsOf(element)).toHaveLength(7);
  });

  it('shows and hides columns', async () => {
    const element = show();
    const menu = element.shadowRoot!.querySelector('[data-id="columns"]')!;
    for (const value of ['email', 'type']) menu.dispatchEvent(new CustomEvent('select', { detail: { value } }));
    await Promise.resolve();

    expect(labelsOf(element)).toEqual(['Name', 'Company', 'Email', 'Status', 'Responded', 'In status since', 'Source']);
    const checked = [...element.shadowRoot!.querySelectorAll('lightning-menu-item')].filter((item) => item.checked);
    expect(checked.map(({ value }) => value)).toEqual(['companyOrAccount', 'email', 'hasResponded', 'statusEnteredAt', 'statusSource']);
  });

  it('offers the statuses of the campaign in the table, and no editing without one', () => {
    const status = (element: HTMLElement): object => table(element).columns.find(({ fieldName }) => fieldName === 'status');

    expect(status(show())).toMatchObject({ type: 'memberStatus', editable: true, typeAttributes: { options: statusOptions } });
    expect(status(show({ statusOptions: [] }))).toMatchObject({ editable: false });
  });

  it('is as high as its rows', () => {
    expect(show().shadowRoot!.querySelector('[data-id="table"]')!.getAttribute('style')).toContain('7rem');
  });

  it('says which members are selected', () => {
    const element = show();
    const selected = listen(element, 'selectmembers');
    table(element).dispatchEvent(new CustomEvent('rowselection', { detail: { selectedRows: [rows[1]] } }));

    expect(selected).toHaveBeenCalledWith({ memberIds: ['2'] });
  });

  it.each([
    ['url', 'Name'],
    ['companyOrAccount', 'CompanyOrAccount'],
    ['status', 'Status'],
    ['statusEnteredAt', 'Status_Entered_At__c']
  ])('sorts the column %s by %s', async (fieldName, sortBy) => {
    const element = show();
    const sorted = listen(element, 'sortmembers');
    table(element).dispatchEvent(new CustomEvent('sort', { detail: { fieldName, sortDirection: 'desc' } }));
    element.sortBy = sortBy;
    await Promise.resolve();

    expect(sorted).toHaveBeenCalledWith({ sortBy, direction: 'desc' });
    expect(table(element).sortedBy).toBe(fieldName);
    expect(table(element).columns.find((column) => column.fieldName === fieldName).sortable).toBe(true);
  });

  it('keeps what was edited until it is told to forget it', async () => {
    const element = show();
    const saved = listen(element, 'savestatuses');
    const drafts = [{ memberId: '1', status: 'Subscribed' }];
    expect(element.hasDrafts).toBe(false);
    table(element).draftValues = drafts;
    expect(element.hasDrafts).toBe(true);
    table(element).dispatchEvent(new CustomEvent('save', { detail: { draftValues: drafts } }));
    await Promise.resolve();

    expect(saved).toHaveBeenCalledWith({ drafts });
    expect(table(element).draftValues).toEqual(drafts);
    element.clearDrafts();
    await Promise.resolve();
    expect(table(element).draftValues).toEqual([]);
  });

  it('forgets what was edited when that is cancelled', async () => {
    const element = show();
    table(element).dispatchEvent(new CustomEvent('save', { detail: { draftValues: [{ memberId: '1', status: 'Subscribed' }] } }));
    table(element).dispatchEvent(new CustomEvent('cancel'));
    await Promise.resolve();

    expect(element.hasDrafts).toBe(false);
  });
});
