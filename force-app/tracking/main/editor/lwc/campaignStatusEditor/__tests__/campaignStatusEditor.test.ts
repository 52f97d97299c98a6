import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import changeStatuses from '@salesforce/apex/CampaignStatusEditorController.changeStatuses';
import getMembers from '@salesforce/apex/CampaignStatusEditorController.getMembers';
import getStatuses from '@salesforce/apex/CampaignStatusEditorController.getStatuses';
import { publish, subscribe, unsubscribe } from 'lightning/messageService';
import CampaignStatusEditor from 'c/campaignStatusEditor';
import { rememberStatus } from 'c/chosenStatus';
import { toTableRows } from 'c/memberRows';
import StatusImportWizard from 'c/statusImportWizard';
import { everything, nothing, pickedMembers } from 'c/memberSelection';
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
jest.mock('c/statusImportWizard', () => ({ __esModule: true, default: { open: jest.fn(() => Promise.resolve()) } }));
jest.mock('c/jobWatch', () => ({ watchJobs: () => jest.fn(), tellOfJob: jest.fn() }));

const campaignId = '701000000000001AAA';
const rows = toTableRows(page.members);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function show(answer: readonly object[] = statuses): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-campaign-status-editor', { is: CampaignStatusEditor }), { recordId: campaignId });
  document.body.appendChild(element);
  getStatuses.emit(answer);
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

/** What the component does with a message of a channel: the status that was chosen, or members that were changed. */
function listener(place: 0 | 1): (message: object) => void {
  return (subscribe as jest.Mock).mock.calls[place][2];
}

describe('c-campaign-status-editor', () => {
  beforeEach(() => {
    changeStatuses.mockResolvedValue({ results });
  });

  it('lists the members of its campaign', async () => {
    const element = await show();

    expect(find(element, 'c-member-list')!.query).toEqual({ campaignId, filter: {} });
    expect(getStatuses.getLastConfig()).toEqual({ campaignId });
    expect(find(element, 'c-member-filters')).toMatchObject({ campaignId, statuses });
    expect(find(element, 'c-member-actions')).toMatchObject({ campaignId, count: 45211, rows: [{}, {}, {}] });
    await expect(element).toBeAccessible();
  });

  it('offers the statuses of the campaign only', async () => {
    const element = await show();
    const options = [
      { label: 'Called', value: 'Called' },
      { label: 'Subscribed · responded', value: 'Subscribed' }
    ];

    expect(find(element, 'c-member-actions')!.statusOptions).toEqual(options);
    expect(find(element, 'c-member-list')!.statusOptions).toEqual(options);
  });

  it('begins anew with another campaign', async () => {
    const element = await show();
    const [list, actions, filters] = ['c-member-list', 'c-member-actions', 'c-member-filters'].map((each) => find(element, each));
    element.recordId = '701000000000002AAA';
    await settle();

    expect(find(element, 'c-member-list')).not.toBe(list);
    expect(find(element, 'c-member-actions')).not.toBe(actions);
    expect(find(element, 'c-member-filters')).not.toBe(filters);
    expect(find(element, 'c-member-filters')!.statuses).toEqual([]);
  });

  it('keeps the editor where the statuses can’t be read again', async () => {
    const element = await show();
    getStatuses.error({ message: 'Too late.' });
    await settle();

    expect(find(element, 'c-view-state')!.error).toBeUndefined();
    expect(find(element, 'c-member-filters')!.statuses).toEqual(statuses);
  });

  it('offers nobody of other filters while members are read', async () => {
    const element = await show();
    getMembers.mockReturnValueOnce(new Promise(() => undefined));
    await send(element, 'c-member-filters', 'filter', { status: 'Called' });

    expect(find(element, 'c-member-actions')!.rows).toEqual([]);
  });

  it('waits for a campaign', async () => {
    const element = createElement('c-campaign-status-editor', { is: CampaignStatusEditor });
    element.recordId = undefined;
    document.body.appendChild(element);

    expect(find(element, 'c-member-list')).toBeNull();
    expect(element.recordId).toBeUndefined();
  });

  it('keeps the selection from page to page, and forgets it with the filters', async () => {
    const element = await show();
    await send(element, 'c-member-list', 'selectpage', { rows, memberIds: [rows[0]!.memberId] });
    await send(element, 'c-member-list', 'selectpage', { rows: [{ memberId: 'm9', status: 'Called' }], memberIds: ['m9'] });
    const { selection } = find(element, 'c-member-actions')!;
    expect(pickedMembers(selection).map(({ memberId }) => memberId)).toEqual([rows[0]!.memberId, 'm9']);
    expect(find(element, 'c-member-list')!.selection).toBe(selection);

    await send(element, 'c-member-filters', 'filter', { status: 'Called' });
    expect(find(element, 'c-member-list')!.query).toEqual({ campaignId, filter: { status: 'Called' } });
    expect(find(element, 'c-member-actions')).toMatchObject({ selection: nothing, filter: { status: 'Called' } });

    await send(element, 'c-member-list', 'clearfilters', {});
    expect(find(element, 'c-member-list')!.query).toEqual({ campaignId, filter: {} });
  });

  it('selects everything', async () => {
    const element = await show();
    await send(element, 'c-member-actions', 'choose', { selection: everything });

    expect(find(element, 'c-member-list')!.selection).toEqual(everything);
  });

  it('makes the changes that were edited in the table, and tells the page', async () => {
    const element = await show();
    const changes = [{ memberId: rows[1]!.memberId, expectedStatus: 'Called', newStatus: 'Subscribed' }];
    await send(element, 'c-member-list', 'selectpage', { rows, memberIds: rows.map(({ memberId }) => memberId) });
    await send(element, 'c-member-list', 'savestatuses', { changes });

    expect(changeStatuses.mock.lastCall[0]).toEqual({ campaignId, changes });
    const { selection, isSaving } = find(element, 'c-member-list')!;
    expect(pickedMembers(selection)).toMatchObject([{ memberId: rows[1]!.memberId, status: 'Called again' }]);
    expect(isSaving).toBe(false);
    const shown = find(element, 'c-member-list')!.shadowRoot!.querySelector('c-member-table')!;
    expect(shown.rows.map(({ result }) => result !== '')).toEqual([true, true, true]);
    expect((publish as jest.Mock).mock.calls[0].slice(1)).toEqual(['CampaignMembersChanged__c', { campaignId }]);
    expect(refreshApex).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('imports members where there are none yet', async () => {
    const element = await show();
    await send(element, 'c-member-list', 'importmembers', {});

    expect(StatusImportWizard.open).toHaveBeenCalledTimes(1);
  });

  it('is locked while it saves', async () => {
    const element = await show();
    await send(element, 'c-member-actions', 'saving', { isSaving: true });

    expect(find(element, 'c-member-list')!.isSaving).toBe(true);
  });

  it('reads members and statuses again when a job has ended', async () => {
    const element = await show();
    getMembers.mockClear();
    await send(element, 'c-member-actions', 'jobdone', {});

    expect(getMembers).toHaveBeenCalledTimes(1);
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('reads members again when something else on the page changed them', async () => {
    await show();
    getMembers.mockClear();
    listener(1)({ campaignId: '701000000000009AAA' });
    await settle();
    expect(getMembers).not.toHaveBeenCalled();

    listener(1)({ campaignId });
    await settle();
    expect(getMembers).toHaveBeenCalledTimes(1);
  });

  it('shows an error of the statuses and tries again', async () => {
    const element = await show([]);
    getStatuses.error({ message: 'No access.' }, 403);
    await settle();

    expect(find(element, 'c-view-state')!.error.body.message).toBe('No access.');
    await expect(element).toBeAccessible();
    await send(element, 'c-view-state', 'retry', {});
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('shows the members of a status that was chosen on the dashboard', async () => {
    const element = await show();
    listener(0)({ campaignId: '701000000000009AAA', status: 'Sent' });
    listener(0)({ campaignId, status: 'Called' });
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

    expect(unsubscribe).toHaveBeenCalledTimes(2);
  });
});
