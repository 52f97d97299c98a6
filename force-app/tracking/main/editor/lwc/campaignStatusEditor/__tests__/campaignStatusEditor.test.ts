import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import changeStatuses from '@salesforce/apex/CampaignStatusEditorController.changeStatuses';
import countMembers from '@salesforce/apex/CampaignStatusEditorController.countMembers';
import getMembers from '@salesforce/apex/CampaignStatusEditorController.getMembers';
import getStatuses from '@salesforce/apex/CampaignStatusEditorController.getStatuses';
import { publish, subscribe, unsubscribe } from 'lightning/messageService';
import CampaignStatusEditor from 'c/campaignStatusEditor';
import { rememberStatus } from 'c/chosenStatus';
import page from './data/page.json';
import results from './data/results.json';
import statuses from './data/statuses.json';

jest.mock('@salesforce/apex/CampaignStatusEditorController.changeStatuses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CampaignStatusEditorController.countMembers', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CampaignStatusEditorController.getMembers', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/CampaignStatusEditorController.getStatuses',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const campaignId = '701000000000001AAA';
const settle = (): Promise<void> => new Promise(process.nextTick);

async function show(): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-campaign-status-editor', { is: CampaignStatusEditor }), { recordId: campaignId });
  document.body.appendChild(element);
  getStatuses.emit(statuses);
  await settle();
  return element;
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

async function change(element: HTMLElement, memberIds: string[]): Promise<void> {
  await send(element, 'c-member-table', 'selectmembers', { memberIds });
  await send(element, 'c-status-change-bar', 'changestatus', { status: 'Subscribed' });
}

describe('c-campaign-status-editor', () => {
  beforeEach(() => {
    getMembers.mockResolvedValue(page);
    countMembers.mockResolvedValue(45211);
    changeStatuses.mockResolvedValue(results);
  });

  it('shows shapes while it loads', async () => {
    getMembers.mockReturnValue(new Promise(() => undefined));
    const element = await show();

    expect(find(element, 'c-loading-skeleton')).not.toBeNull();
    await expect(element).toBeAccessible();
  });

  it('shows the first page and how many members there are', async () => {
    const element = await show();

    expect(lastRequest()).toMatchObject({ campaignId, cursor: null, pageSize: 50, sortBy: 'Name' });
    expect(find(element, 'c-member-table')!.rows).toHaveLength(3);
    expect(find(element, 'c-page-controls')).toMatchObject({ count: 45211, hasNext: true, hasPrevious: false, disabled: false });
    await expect(element).toBeAccessible();
  });

  it('turns pages', async () => {
    const element = await show();
    getMembers.mockResolvedValue({ ...page, hasPrevious: true, hasNext: false });
    await send(element, 'c-page-controls', 'turn', { move: 'next' });

    expect(lastRequest()).toMatchObject({ cursor: page.last, backwards: false });
    expect(find(element, 'c-page-controls')).toMatchObject({ hasNext: false, hasPrevious: true });
  });

  it('locks the buttons while a page is read', async () => {
    const element = await show();
    getMembers.mockReturnValue(new Promise(() => undefined));
    await send(element, 'c-page-controls', 'turn', { move: 'next' });

    expect(find(element, 'c-page-controls')!.disabled).toBe(true);
    expect(find(element, 'c-status-change-bar')!.disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('shows the answer to the latest request only', async () => {
    const element = await show();
    let answerLate: (late: object) => void = () => undefined;
    getMembers.mockReturnValueOnce(new Promise((resolve) => (answerLate = resolve)));
    await send(element, 'c-member-filters', 'filter', { searchText: 'a' });
    await send(element, 'c-member-filters', 'filter', { searchText: 'ad' });
    answerLate({ ...page, members: [] });
    await settle();

    expect(find(element, 'c-member-table')!.rows).toHaveLength(3);
  });

  it('filters, and says so when nobody matches', async () => {
    const element = await show();
    getMembers.mockResolvedValue({ members: [], hasNext: false, hasPrevious: false });
    await send(element, 'c-member-filters', 'filter', { status: 'Called' });

    expect(lastRequest().filter).toEqual({ status: 'Called' });
    expect(countMembers).toHaveBeenLastCalledWith({ campaignId, filter: { status: 'Called' } });
    expect(find(element, 'c-empty-state')!.heading).toBe('No members match');
    await expect(element).toBeAccessible();

    find(element, '[data-id="clear"]')!.click();
    await settle();
    expect(lastRequest().filter).toEqual({});
    expect(find(element, 'c-empty-state')!.heading).toBe('No members yet');
  });

  it('sorts downwards', async () => {
    const element = await show();
    await send(element, 'c-member-table', 'sortmembers', { direction: 'desc' });

    expect(lastRequest()).toMatchObject({ descending: true, cursor: null });
    expect(find(element, 'c-member-table')!.sortedDirection).toBe('desc');
  });

  it('changes the selected members and shows what became of each', async () => {
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail));
    await change(
      element,
      page.members.map(({ memberId }) => memberId)
    );

    expect(changeStatuses.mock.lastCall[0].changes[1]).toEqual({
      memberId: '00v000000000002AAA',
      expectedStatus: 'Called',
      newStatus: 'Subscribed'
    });
    const table = find(element, 'c-member-table')!;
    expect(table.rows.map(({ status }) => status)).toEqual(['Subscribed', 'Called again', 'Subscribed']);
    expect(table.selected).toEqual(['00v000000000002AAA']);
    expect(find(element, '[data-id="summary"]')!.textContent).toContain('Some members were not changed');
    expect(toast.mock.calls[0][0]).toMatchObject({ variant: 'warning' });
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect((publish as jest.Mock).mock.calls[0].slice(1)).toEqual(['CampaignMembersChanged__c', { campaignId }]);
    await expect(element).toBeAccessible();
  });

  it('tries a conflict again with the status that is there now', async () => {
    const element = await show();
    await change(element, ['00v000000000002AAA']);
    await send(element, 'c-status-change-bar', 'changestatus', { status: 'Subscribed' });

    expect(changeStatuses.mock.lastCall[0].changes).toEqual([
      { memberId: '00v000000000002AAA', expectedStatus: 'Called again', newStatus: 'Subscribed' }
    ]);
  });

  it('keeps the selection when the change could not be sent', async () => {
    changeStatuses.mockRejectedValue({ body: { message: 'Somebody else is changing these members.' } });
    const element = await show();
    await change(element, ['00v000000000001AAA']);

    expect(find(element, '[data-id="summary"]')!.textContent).toContain('Somebody else is changing');
    expect(find(element, 'c-member-table')!.selected).toEqual(['00v000000000001AAA']);
    expect(publish).not.toHaveBeenCalled();
  });

  it('shows an error and tries again', async () => {
    getMembers.mockRejectedValueOnce({ body: { message: 'You can’t read campaigns.' } });
    countMembers.mockRejectedValueOnce({ body: { message: 'You can’t read campaigns.' } });
    const element = await show();
    const panel = find(element, 'c-error-panel')!;

    expect(panel.error.body.message).toBe('You can’t read campaigns.');
    await expect(element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(find(element, 'c-member-table')!.rows).toHaveLength(3);
  });

  it('shows an error of the statuses', async () => {
    const element = await show();
    getStatuses.error({ message: 'No access.' }, 403);
    await settle();

    expect(find(element, 'c-error-panel')!.error.body.message).toBe('No access.');
  });

  it('shows the members of a status that was chosen on the dashboard', async () => {
    const element = await show();
    const listener = (subscribe as jest.Mock).mock.calls[0][2];
    listener({ campaignId: '701000000000009AAA', status: 'Sent' });
    listener({ campaignId, status: 'Called' });
    await settle();

    expect(lastRequest().filter).toEqual({ status: 'Called' });
    expect(find(element, 'c-member-filters')!.filter).toEqual({ status: 'Called' });
  });

  it('shows the members of a status that was chosen before it was on the page', async () => {
    rememberStatus({ campaignId, status: 'Subscribed' });
    await show();

    expect(lastRequest().filter).toEqual({ status: 'Subscribed' });
  });

  it('waits for a campaign', () => {
    const element = createElement('c-campaign-status-editor', { is: CampaignStatusEditor });
    element.recordId = undefined;
    document.body.appendChild(element);

    expect(getMembers).not.toHaveBeenCalled();
    expect(element.recordId).toBeUndefined();
  });

  it('stops listening when it leaves the page', async () => {
    (await show()).remove();

    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });
});
