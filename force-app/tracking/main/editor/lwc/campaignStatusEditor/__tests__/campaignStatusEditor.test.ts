import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import changeStatuses from '@salesforce/apex/CampaignStatusEditorController.changeStatuses';
import getStatuses from '@salesforce/apex/CampaignStatusEditorController.getStatuses';
import { publish, subscribe, unsubscribe } from 'lightning/messageService';
import CampaignStatusEditor from 'c/campaignStatusEditor';
import { rememberStatus } from 'c/chosenStatus';
import { toTableRows } from 'c/memberRows';
import page from '../../memberList/__tests__/data/page.json';
import results from '../../memberList/__tests__/data/results.json';
import statuses from './data/statuses.json';

jest.mock('@salesforce/apex/CampaignStatusEditorController.changeStatuses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CampaignStatusEditorController.countMembers', () => ({ default: jest.fn(() => Promise.resolve(45211)) }), {
  virtual: true
});
jest.mock(
  '@salesforce/apex/CampaignStatusEditorController.getMembers',
  () => ({ default: jest.fn(() => Promise.resolve(require('../../memberList/__tests__/data/page.json'))) }),
  { virtual: true }
);
jest.mock(
  '@salesforce/apex/CampaignStatusEditorController.getStatuses',
  () => ({ default: require('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter(jest.fn()) }),
  { virtual: true }
);
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), { virtual: true });

const campaignId = '701000000000001AAA';
const rows = toTableRows(page.members);
const settle = (): Promise<void> => new Promise(process.nextTick);

async function show(recordId: string | undefined = campaignId): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-campaign-status-editor', { is: CampaignStatusEditor }), { recordId });
  document.body.appendChild(element);
  getStatuses.emit(statuses);
  await settle();
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

async function send(element: HTMLElement, selector: string, type: string, detail: object): Promise<void> {
  find(element, selector)!.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

async function change(element: HTMLElement, selected: readonly object[]): Promise<void> {
  await send(element, 'c-member-list', 'selectmembers', { rows: selected });
  await send(element, 'c-status-change-bar', 'changestatus', { status: 'Subscribed' });
}

describe('c-campaign-status-editor', () => {
  beforeEach(() => {
    changeStatuses.mockResolvedValue(results);
  });

  it('lists the members of its campaign', async () => {
    const element = await show();

    expect(find(element, 'c-member-list')!.query).toEqual({ campaignId, filter: {} });
    expect(getStatuses.getLastConfig()).toEqual({ campaignId });
    expect(find(element, 'c-member-filters')!.statuses).toEqual(statuses);
    expect(find(element, 'c-status-change-bar')!.statuses).toEqual(statuses);
    await expect(element).toBeAccessible();
  });

  it('waits for a campaign', async () => {
    const element = createElement('c-campaign-status-editor', { is: CampaignStatusEditor });
    element.recordId = undefined;
    document.body.appendChild(element);

    expect(find(element, 'c-member-list')!.query).toBeUndefined();
    expect(element.recordId).toBeUndefined();
  });

  it('lists what the filters find, and everybody when they are cleared', async () => {
    const element = await show();
    await send(element, 'c-member-filters', 'filter', { status: 'Called' });
    expect(find(element, 'c-member-list')!.query).toEqual({ campaignId, filter: { status: 'Called' } });

    await send(element, 'c-member-list', 'clearfilters', {});
    expect(find(element, 'c-member-list')!.query).toEqual({ campaignId, filter: {} });
    expect(find(element, 'c-member-filters')!.filter).toEqual({});
  });

  it('changes the selected members and shows what became of each', async () => {
    const element = await show();
    const toast = jest.fn();
    element.addEventListener('lightning__showtoast', (event) => toast((event as CustomEvent).detail));
    await change(element, rows);

    expect(changeStatuses.mock.lastCall[0].changes[1]).toEqual({
      memberId: '00v000000000002AAA',
      expectedStatus: 'Called',
      newStatus: 'Subscribed'
    });
    expect(find(element, 'c-status-change-bar')!.selectedCount).toBe(1);
    expect(find(element, '[data-id="summary"]')!.textContent).toContain('Some members were not changed');
    expect(toast.mock.calls[0][0]).toMatchObject({ variant: 'warning', title: 'Some members were not changed' });
    expect(refreshApex).toHaveBeenCalledTimes(1);
    expect((publish as jest.Mock).mock.calls[0].slice(1)).toEqual(['CampaignMembersChanged__c', { campaignId }]);
    expect(find(element, 'c-member-list')!.isSaving).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('tries a conflict again with the status that is there now', async () => {
    const element = await show();
    await change(element, [rows[1]!]);
    await send(element, 'c-status-change-bar', 'changestatus', { status: 'Subscribed' });

    expect(changeStatuses.mock.lastCall[0].changes).toEqual([
      { memberId: '00v000000000002AAA', expectedStatus: 'Called again', newStatus: 'Subscribed' }
    ]);
  });

  it('is locked while it saves', async () => {
    changeStatuses.mockReturnValue(new Promise(() => undefined));
    const element = await show();
    await change(element, rows);

    expect(find(element, 'c-member-list')!.isSaving).toBe(true);
    expect(find(element, 'c-status-change-bar')!.disabled).toBe(true);
  });

  it('keeps the selection when the change could not be sent', async () => {
    changeStatuses.mockRejectedValue({ body: { message: 'Somebody else is changing these members.' } });
    const element = await show();
    await change(element, rows);

    expect(find(element, '[data-id="summary"]')!.textContent).toContain('Somebody else is changing');
    expect(find(element, 'c-status-change-bar')!.selectedCount).toBe(3);
    expect(publish).not.toHaveBeenCalled();
  });

  it('takes the summary away with the next selection', async () => {
    const element = await show();
    await change(element, rows);
    await send(element, 'c-member-list', 'selectmembers', { rows: [] });

    expect(find(element, '[data-id="summary"]')!.textContent).toBe('');
  });

  it('shows an error of the statuses and tries again', async () => {
    const element = await show();
    getStatuses.error({ message: 'No access.' }, 403);
    await settle();

    expect(find(element, 'c-error-panel')!.error.body.message).toBe('No access.');
    await expect(element).toBeAccessible();
    await send(element, 'c-error-panel', 'retry', {});
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('shows the members of a status that was chosen on the dashboard', async () => {
    const element = await show();
    const listener = (subscribe as jest.Mock).mock.calls[0][2];
    listener({ campaignId: '701000000000009AAA', status: 'Sent' });
    listener({ campaignId, status: 'Called' });
    await settle();

    expect(find(element, 'c-member-list')!.query.filter).toEqual({ status: 'Called' });
    expect(find(element, 'c-member-filters')!.filter).toEqual({ status: 'Called' });
  });

  it('shows the members of a status that was chosen before it was on the page', async () => {
    rememberStatus({ campaignId, status: 'Subscribed' });
    const element = await show();

    expect(find(element, 'c-member-list')!.query.filter).toEqual({ status: 'Subscribed' });
  });

  it('stops listening when it leaves the page', async () => {
    (await show()).remove();

    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });
});
