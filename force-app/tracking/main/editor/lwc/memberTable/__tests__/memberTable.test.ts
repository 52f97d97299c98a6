import { createElement } from 'lwc';
import MemberTable from 'c/memberTable';

const rows = [
  { memberId: '1', name: 'Ada Byron', status: 'Invited', result: '' },
  { memberId: '2', name: 'Charles Babbage', status: 'Invited', result: '' }
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

function edit(element: HTMLElement, ...draftValues: readonly object[]): void {
  table(element).dispatchEvent(new CustomEvent('cellchange', { detail: { draftValues } }));
}

function save(element: HTMLElement, ...draftValues: readonly object[]): void {
  table(element).dispatchEvent(new CustomEvent('save', { detail: { draftValues } }));
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
    element.rows = [{ ...rows[0], result: 'Changed' }];
    await Promise.resolve();
    expect(labelsOf(element)).toEqual(['Name', 'Status']);
    expect(element.shadowRoot!.querySelector('[data-id="columns"]')).toBeNull();

    addEventListener.mock.calls[0][1]({ matches: false });
    await Promise.resolve();
    expect(labelsOf(element)).toHaveLength(8);
  });

  it('shows few columns on a small screen, until somebody chooses others', async () => {
    const media = (matches: boolean): object => ({ matches, addEventListener: jest.fn(), removeEventListener: jest.fn() });
    (window.matchMedia as jest.Mock).mockReturnValueOnce(media(false)).mockReturnValueOnce(media(true));
    const element = show();
    expect(labelsOf(element)).toEqual(['Name', 'Company', 'Status', 'In status since']);

    element.shadowRoot!.querySelector('[data-id="columns"]')!.dispatchEvent(new CustomEvent('select', { detail: { value: 'type' } }));
    await Promise.resolve();
    expect(labelsOf(element)).toEqual(['Name', 'Company', 'Type', 'Status', 'In status since']);
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

  it('says what was edited, each with the status that was shown, also of rows that are no longer shown', async () => {
    const element = show();
    const saved = listen(element, 'savestatuses');
    expect(element.hasDrafts).toBe(false);
    edit(element, { memberId: '1', status: 'Subscribed' });
    expect(element.hasDrafts).toBe(true);
    element.rows = [{ memberId: '3', name: 'Edsger Dijkstra', status: 'Subscribed', result: '' }];
    await Promise.resolve();
    edit(element, { memberId: '3', status: 'Called' }, { memberId: '1', status: 'Called' });
    save(element, { memberId: '1', status: 'Called' }, { memberId: '3', status: 'Called' });

    expect(saved).toHaveBeenCalledWith({
      changes: [
        { memberId: '1', expectedStatus: 'Invited', newStatus: 'Called' },
        { memberId: '3', expectedStatus: 'Subscribed', newStatus: 'Called' }
      ],
      members: [
        { memberId: '1', name: 'Ada Byron', status: 'Invited' },
        { memberId: '3', name: 'Edsger Dijkstra', status: 'Subscribed' }
      ]
    });
  });

  it('leaves out what was edited back to nothing, or is not known', () => {
    const element = show();
    const saved = listen(element, 'savestatuses');
    edit(element, { memberId: '1' }, { memberId: '9', status: 'Called' });
    save(element, { memberId: '1' }, { memberId: '9', status: 'Called' });

    expect(saved).toHaveBeenCalledWith({ changes: [], members: [] });
  });

  it('keeps what was edited until there is a result', async () => {
    const element = show();
    edit(element, { memberId: '1', status: 'Subscribed' }, { memberId: '2', status: 'Called' });
    save(element, { memberId: '1', status: 'Subscribed' }, { memberId: '2', status: 'Called' });
    await Promise.resolve();
    expect(table(element).draftValues).toHaveLength(2);

    element.forgetDrafts(['1']);
    await Promise.resolve();
    expect(table(element).draftValues).toEqual([{ memberId: '2', status: 'Called' }]);
    element.forgetDrafts(['2']);
    await Promise.resolve();
    expect(table(element).draftValues).toEqual([]);
    expect(element.hasDrafts).toBe(false);
  });

  it('forgets what was edited when that is cancelled', async () => {
    const element = show();
    edit(element, { memberId: '1', status: 'Subscribed' });
    table(element).dispatchEvent(new CustomEvent('cancel'));
    await Promise.resolve();

    expect(element.hasDrafts).toBe(false);
  });

  it('asks before the page is left with something that is not saved', () => {
    const element = show();
    const leave = (): boolean => window.dispatchEvent(new CustomEvent('beforeunload', { cancelable: true }));
    expect(leave()).toBe(true);

    edit(element, { memberId: '1', status: 'Subscribed' });
    expect(leave()).toBe(false);
    element.remove();
    expect(leave()).toBe(true);
  });
});
