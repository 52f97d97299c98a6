import { createElement } from 'lwc';
import countMembers from '@salesforce/apex/CampaignStatusEditorController.countMembers';
import getMembers from '@salesforce/apex/CampaignStatusEditorController.getMembers';
import MemberList from 'c/memberList';
import { everything, pick } from 'c/memberSelection';
import page from './data/page.json';
import results from './data/results.json';

jest.mock('@salesforce/apex/CampaignStatusEditorController.countMembers', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CampaignStatusEditorController.getMembers', () => ({ default: jest.fn() }), { virtual: true });

const campaignId = '701000000000001AAA';
const noAccess = { body: { message: 'You can’t read campaigns.' } };
const shown = jest.fn();
const settle = (): Promise<void> => new Promise(process.nextTick);

async function show(filter: Apex.MemberFilter = {}): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-member-list', { is: MemberList }), { query: { campaignId, filter } });
  element.addEventListener('show', (event) => shown((event as CustomEvent).detail));
  document.body.appendChild(element);
  await settle();
  return element;
}

function state(element: HTMLElement): HTMLElement {
  return element.shadowRoot!.querySelector('c-view-state')!;
}

function listen(element: HTMLElement, type: string): jest.Mock {
  const listener = jest.fn();
  element.addEventListener(type, (event) => listener((event as CustomEvent).detail));
  return listener;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

function lastRequest(): Apex.MemberPageRequest {
  return getMembers.mock.lastCall[0].request;
}

async function send(element: HTMLElement, selector: string, type: string, detail: object): Promise<void> {
  find(element, selector)!.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

/** As somebody who chooses a status in the table. */
function edit(element: HTMLElement, memberId: string, status: string): void {
  const table = find(element, 'c-member-table')!.shadowRoot!.querySelector('c-member-datatable')!;
  table.dispatchEvent(new CustomEvent('cellchange', { detail: { draftValues: [{ memberId, status }] } }));
}

describe('c-member-list', () => {
  beforeEach(() => {
    getMembers.mockResolvedValue(page);
    countMembers.mockResolvedValue(45211);
  });

  it('shows shapes while it loads', async () => {
    getMembers.mockReturnValue(new Promise(() => undefined));
    const element = await show();

    expect(state(element).isLoading).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('waits until it is told whose members to list', async () => {
    const element = createElement('c-member-list', { is: MemberList });
    element.query = undefined;
    document.body.appendChild(element);
    await settle();

    expect(getMembers).not.toHaveBeenCalled();
    expect(element.query).toBeUndefined();
  });

  it('shows the first page and how many members there are', async () => {
    const element = await show();

    expect(lastRequest()).toMatchObject({ campaignId, cursor: null, pageSize: 50, sortBy: 'Id' });
    expect(find(element, 'c-member-table')!.rows).toHaveLength(3);
    expect(find(element, 'c-page-controls')).toMatchObject({ count: 45211, hasNext: true, hasPrevious: false, disabled: false });
    expect(shown.mock.lastCall[0]).toMatchObject({ rows: [{ name: 'Ada Byron' }, {}, {}], count: 45211 });
    await expect(element).toBeAccessible();
  });

  it('turns pages and counts rows on', async () => {
    const element = await show();
    getMembers.mockResolvedValue({ ...page, hasPrevious: true, hasNext: false });
    await send(element, 'c-page-controls', 'turn', { move: 'next' });

    expect(lastRequest()).toMatchObject({ cursor: page.last, backwards: false });
    expect(find(element, 'c-page-controls')).toMatchObject({ hasNext: false, hasPrevious: true });
    expect(find(element, 'c-member-table')!.rowOffset).toBe(50);
  });

  it('shows what is selected of the page, and says what is picked on it', async () => {
    const element = await show();
    const picked = listen(element, 'selectpage');
    element.selection = pick([page.members[1]!, { memberId: 'on another page' }]);
    await settle();
    expect(find(element, 'c-member-table')!.selected).toEqual(['00v000000000002AAA']);

    element.selection = everything;
    await settle();
    expect(find(element, 'c-member-table')!.selected).toHaveLength(3);

    await send(element, 'c-member-table', 'selectmembers', { memberIds: ['00v000000000001AAA'] });
    expect(picked.mock.calls[0][0]).toMatchObject({ rows: [{}, {}, {}], memberIds: ['00v000000000001AAA'] });
  });

  it('reads pages of another size from the start', async () => {
    const element = await show();
    await send(element, 'c-page-controls', 'choosesize', { pageSize: 200 });

    expect(lastRequest()).toMatchObject({ cursor: null, pageSize: 200 });
    expect(find(element, 'c-page-controls')!.pageSize).toBe(200);
  });

  it('passes on what was edited in the table', async () => {
    const element = await show();
    const saved = listen(element, 'savestatuses');
    const edits = { changes: [{ memberId: '00v000000000002AAA', expectedStatus: 'Called', newStatus: 'Subscribed' }], members: [] };
    await send(element, 'c-member-table', 'savestatuses', edits);

    expect(saved).toHaveBeenCalledWith(edits);
  });

  it('keeps what is not saved when another page is shown', async () => {
    const element = await show();
    edit(element, '00v000000000001AAA', 'Subscribed');
    getMembers.mockResolvedValue({ ...page, members: [{ ...page.members[0], memberId: 'on another page', status: 'Called again' }] });
    await send(element, 'c-page-controls', 'turn', { move: 'next' });

    expect(find(element, 'c-member-table')).toMatchObject({ hasDrafts: true, rows: [{ memberId: 'on another page' }] });
  });

  it('does not give the count of other filters for that of new ones', async () => {
    const element = await show();
    countMembers.mockReturnValue(new Promise(() => undefined));
    element.query = { campaignId, filter: { status: 'Called' } };
    await settle();

    expect(shown.mock.lastCall[0]).toMatchObject({ rows: [{}, {}, {}], count: undefined });
    expect(find(element, 'c-page-controls')!.count).toBeUndefined();
  });

  it('takes the latest of several counts', async () => {
    const element = await show();
    let countLate: (count: number) => void = () => undefined;
    countMembers.mockReturnValueOnce(new Promise((resolve) => (countLate = resolve)));
    element.refresh();
    countMembers.mockResolvedValue(7);
    element.refresh();
    await settle();
    countLate(6);
    await settle();

    expect(find(element, 'c-page-controls')!.count).toBe(7);
  });

  it('reads the page again where members were changed elsewhere', async () => {
    const element = await show();
    element.refreshIfIdle();
    await settle();

    expect(getMembers).toHaveBeenCalledTimes(2);
    expect(countMembers).toHaveBeenCalledTimes(2);
  });

  it('leaves results and unsaved edits as they are, and only counts again', async () => {
    const element = await show();
    element.showResults(results);
    await settle();
    element.refreshIfIdle();
    await settle();

    expect(getMembers).toHaveBeenCalledTimes(1);
    expect(countMembers).toHaveBeenCalledTimes(3);
  });

  it('locks the buttons while a page is read', async () => {
    const element = await show();
    getMembers.mockReturnValue(new Promise(() => undefined));
    await send(element, 'c-page-controls', 'turn', { move: 'next' });

    expect(find(element, 'c-page-controls')!.disabled).toBe(true);
    expect(find(element, '[aria-busy="true"]')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('locks the buttons while members are changed', async () => {
    const element = await show();
    element.isSaving = true;
    await settle();

    expect(find(element, 'c-page-controls')!.disabled).toBe(true);
  });

  it('shows the answers to the latest query only', async () => {
    const element = await show();
    let answerLate: (page: object) => void = () => undefined;
    let countLate: (count: number) => void = () => undefined;
    getMembers.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
    countMembers.mockReturnValueOnce(new Promise((resolve) => (countLate = resolve)));
    element.query = { campaignId, filter: { searchText: 'a' } };
    element.query = { campaignId, filter: { searchText: 'ad' } };
    await settle();
    answerLate({ ...page, members: [] });
    countLate(7);
    await settle();

    expect(find(element, 'c-member-table')!.rows).toHaveLength(3);
    expect(find(element, 'c-page-controls')!.count).toBe(45211);
  });

  it('says so when nobody matches the filter', async () => {
    getMembers.mockResolvedValue({ members: [], hasNext: false, hasPrevious: false });
    const element = await show({ status: 'Called' });
    const clear = jest.fn();
    element.addEventListener('clearfilters', clear);

    expect(lastRequest().filter).toEqual({ status: 'Called' });
    expect(countMembers).toHaveBeenLastCalledWith({ campaignId, filter: { status: 'Called' } });
    expect(state(element)).toMatchObject({ isEmpty: true, emptyHeading: 'No members match' });
    await expect(element).toBeAccessible();
    find(element, '[data-id="clear"]')!.click();
    expect(clear).toHaveBeenCalledTimes(1);
  });

  it('says what to do for a campaign without members', async () => {
    getMembers.mockResolvedValue({ members: [], hasNext: false, hasPrevious: false });
    const element = await show();

    const imported = listen(element, 'importmembers');
    expect(state(element)).toMatchObject({ isEmpty: true, emptyHeading: 'No members yet' });
    expect(find(element, '[data-id="clear"]')).toBeNull();
    find(element, '[data-id="import"]')!.click();
    expect(imported).toHaveBeenCalledTimes(1);
  });

  it('sorts downwards by another column', async () => {
    const element = await show();
    await send(element, 'c-member-table', 'sortmembers', { sortBy: 'Status', direction: 'desc' });

    expect(lastRequest()).toMatchObject({ sortBy: 'Status', descending: true, cursor: null });
    expect(find(element, 'c-member-table')).toMatchObject({ sortBy: 'Status', sortedDirection: 'desc' });
  });

  it('shows what became of each member, forgets the edits, and counts again', async () => {
    const element = await show();
    countMembers.mockResolvedValue(45210);
    const edited = find(element, 'c-member-table')!;
    edit(element, '00v000000000001AAA', 'Subscribed');
    expect(edited.hasDrafts).toBe(true);
    element.showResults(results);
    await settle();

    const table = find(element, 'c-member-table')!;
    expect(table.hasDrafts).toBe(false);
    expect(table.rows.map(({ status }) => status)).toEqual(['Subscribed', 'Called again', 'Subscribed']);
    expect(find(element, 'c-page-controls')!.count).toBe(45210);
    await expect(element).toBeAccessible();
  });

  it('shows an error and tries again', async () => {
    getMembers.mockRejectedValueOnce(noAccess);
    countMembers.mockRejectedValueOnce(noAccess);
    const element = await show();

    expect(state(element).error).toEqual(noAccess);
    await expect(element).toBeAccessible();
    await send(element, 'c-view-state', 'retry', {});
    expect(find(element, 'c-member-table')!.rows).toHaveLength(3);
    expect(find(element, 'c-page-controls')!.count).toBe(45211);
  });
});
