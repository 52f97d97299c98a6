import { createElement } from 'lwc';
import changeStatuses from '@salesforce/apex/CampaignStatusEditorController.changeStatuses';
import startChange from '@salesforce/apex/StatusJobController.startChange';
import startUndo from '@salesforce/apex/StatusJobController.startUndo';
import MemberActions from 'c/memberActions';
import { toTableRows } from 'c/memberRows';
import { everything, nothing, pick } from 'c/memberSelection';
import StatusImportWizard from 'c/statusImportWizard';
import StatusChangePreview from 'c/statusChangePreview';
import page from '../../memberList/__tests__/data/page.json';
import results from '../../memberList/__tests__/data/results.json';

jest.mock('@salesforce/apex/CampaignStatusEditorController.changeStatuses', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.startChange', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.startUndo', () => ({ default: jest.fn() }), { virtual: true });
// What is watched there, and the wizard, have tests of their own.
jest.mock('c/statusImportWizard', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/jobWatch', () => ({ watchJobs: () => jest.fn(), tellOfJob: jest.fn() }));

const campaignId = '701000000000001AAA';
const jobId = 'a01000000000001AAA';
const rows = toTableRows(page.members);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const open = jest.spyOn(StatusChangePreview, 'open');

function show(properties: object): { element: HTMLElement; events: jest.Mock } {
  const element = Object.assign(createElement('c-member-actions', { is: MemberActions }), {
    campaignId,
    filter: { status: 'Called' },
    rows,
    count: 24103,
    ...properties
  });
  const events = jest.fn();
  for (const type of ['choose', 'saving', 'results', 'jobdone'])
    element.addEventListener(type, (event) => events(type, (event as CustomEvent).detail));
  document.body.appendChild(element);
  return { element, events };
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

async function send(element: HTMLElement, selector: string, type: string, detail: object = {}): Promise<void> {
  find(element, selector)!.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

const change = (element: HTMLElement): Promise<void> => send(element, 'c-status-change-bar', 'previewchange', { status: 'Subscribed' });
const summary = (element: HTMLElement): HTMLElement => find(element, 'c-change-summary')!;

describe('c-member-actions', () => {
  beforeEach(() => {
    open.mockResolvedValue('change');
    changeStatuses.mockResolvedValue({ results, jobId });
    startChange.mockResolvedValue({ jobId, state: 'Running' });
    startUndo.mockResolvedValue({ jobId: 'a01000000000002AAA', state: 'Running' });
  });

  it('selects', async () => {
    const { element, events } = show({ selection: nothing });
    await send(element, 'c-selection-bar', 'selecteverything');
    await send(element, 'c-selection-bar', 'selectpage');
    await send(element, 'c-selection-bar', 'selectnone');

    expect(events.mock.calls.map(([, { selection }]) => selection)).toEqual([everything, pick(rows), nothing]);
    expect(find(element, 'c-status-change-bar')!.hasSelection).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('writes nothing before the preview is confirmed', async () => {
    open.mockResolvedValue(undefined);
    const { element, events } = show({ selection: pick(rows) });
    await change(element);

    expect(open.mock.calls[0]![0]).toMatchObject({
      campaignId,
      memberIds: rows.map(({ memberId }) => memberId),
      targetStatus: 'Subscribed'
    });
    expect(changeStatuses).not.toHaveBeenCalled();
    expect(events).not.toHaveBeenCalled();
  });

  it('changes up to 200 members at once, from the status that was shown when they were picked', async () => {
    const { element, events } = show({ selection: pick(rows) });
    await change(element);

    expect(changeStatuses.mock.lastCall[0]).toMatchObject({
      campaignId,
      changes: [{ memberId: '00v000000000001AAA', expectedStatus: 'Called', newStatus: 'Subscribed' }, {}, {}]
    });
    expect(events.mock.calls).toEqual([
      ['saving', { isSaving: true }],
      ['results', { results }],
      ['saving', { isSaving: false }]
    ]);
    expect(summary(element)).toMatchObject({ canUndo: true, summary: { variant: 'warning' }, problems: [{ name: 'Charles Babbage' }] });
    await expect(element).toBeAccessible();
  });

  it('asks once where the button is pressed twice', async () => {
    let confirm: (answer: string) => void = () => undefined;
    open.mockReturnValue(new Promise((resolve) => (confirm = resolve)));
    const { element } = show({ selection: pick(rows) });
    await change(element);
    await change(element);
    expect(open).toHaveBeenCalledTimes(1);

    confirm('');
    await settle();
    await change(element);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('opens one wizard where the button is pressed twice', async () => {
    StatusImportWizard.open.mockReturnValue(new Promise(() => undefined));
    const { element } = show({ selection: nothing });
    find(element, '[data-id="import"]')!.click();
    find(element, '[data-id="import"]')!.click();

    expect(StatusImportWizard.open).toHaveBeenCalledTimes(1);
  });

  it('makes no change while one is made', async () => {
    changeStatuses.mockReturnValue(new Promise(() => undefined));
    const { element } = show({ selection: nothing });
    const changes = [{ memberId: rows[0]!.memberId, expectedStatus: 'Called', newStatus: 'Subscribed' }];
    element.change(changes);
    element.change(changes);

    expect(changeStatuses).toHaveBeenCalledTimes(1);
  });

  it('takes the focus to what became of a change, whose button can no longer have it', async () => {
    const { element } = show({ selection: pick(rows) });
    await change(element);

    expect(element.shadowRoot!.activeElement).toBe(summary(element));
  });

  it('names members of other pages whose change did not succeed', async () => {
    const { element } = show({ selection: nothing, rows: [] });
    const changes = rows.map(({ memberId }) => ({ memberId, expectedStatus: 'Called', newStatus: 'Subscribed' }));
    await element.change(changes, rows);

    expect(summary(element).problems).toMatchObject([{ name: 'Charles Babbage' }]);
  });

  it('tries again what is asked for', async () => {
    const { element } = show({ selection: pick(rows) });
    await change(element);
    const again = summary(element).problems.map(({ change: each }) => each);
    await send(element, 'c-change-summary', 'tryagain', { changes: again });

    expect(changeStatuses.mock.lastCall[0].changes).toEqual([
      { memberId: '00v000000000002AAA', expectedStatus: 'Called again', newStatus: 'Subscribed' }
    ]);
  });

  it.each([
    ['everything', everything, null],
    ['more than 200 members', pick(Array.from({ length: 201 }, (_, index) => ({ memberId: `m${index}` }))), 201]
  ])('starts a job for %s, and shows it in place of the bar', async (_, selection, named) => {
    const { element, events } = show({ selection });
    await change(element);

    const { memberIds, ...rest } = startChange.mock.lastCall[0];
    expect(rest).toEqual({ campaignId, filter: { status: 'Called' }, targetStatus: 'Subscribed' });
    expect(memberIds?.length ?? null).toBe(named);
    expect(changeStatuses).not.toHaveBeenCalled();
    expect(find(element, 'c-status-job-progress')).toMatchObject({ campaignId, jobId });
    expect(find(element, 'c-status-change-bar')).toBeNull();
    expect(events).toHaveBeenCalledWith('choose', { selection: nothing });

    await send(element, 'c-status-job-progress', 'jobdone', { jobId });
    expect(events).toHaveBeenLastCalledWith('jobdone', null);
    await send(element, 'c-status-job-progress', 'dismiss', { jobId });
    expect(find(element, 'c-status-change-bar')).not.toBeNull();
  });

  it('undoes a change that was made at once by a job', async () => {
    const { element } = show({ selection: pick(rows) });
    await change(element);
    await send(element, 'c-change-summary', 'undo');

    expect(startUndo).toHaveBeenCalledWith({ jobId });
    expect(find(element, 'c-status-job-progress')!.jobId).toBe('a01000000000002AAA');
    expect(summary(element)).toMatchObject({ canUndo: false, summary: undefined });
  });

  it('offers no undo where nothing was changed', async () => {
    changeStatuses.mockResolvedValue({ results: [results[1]], jobId: null });
    const { element } = show({ selection: pick([rows[1]!]) });
    await change(element);

    expect(summary(element).canUndo).toBe(false);
  });

  it('is locked while it writes', async () => {
    changeStatuses.mockReturnValue(new Promise(() => undefined));
    const { element } = show({ selection: pick(rows) });
    await change(element);

    expect(find(element, 'c-status-change-bar')!.disabled).toBe(true);
    expect(find(element, 'c-selection-bar')!.disabled).toBe(true);
  });

  it('says what went wrong, until that is dismissed', async () => {
    startChange.mockRejectedValue({ body: { message: 'Nobody matches.' } });
    const { element, events } = show({ selection: everything });
    await change(element);
    expect(summary(element).summary).toMatchObject({ variant: 'error', text: 'Nobody matches.' });
    expect(events).toHaveBeenLastCalledWith('saving', { isSaving: false });

    const focus = jest.fn();
    find(element, 'c-status-change-bar')!.focus = focus;
    await send(element, 'c-change-summary', 'dismiss');
    expect(focus).toHaveBeenCalledTimes(1);
    expect(summary(element).summary).toBeUndefined();
  });

  it('shows the job of an import', async () => {
    StatusImportWizard.open.mockResolvedValue({ jobId });
    const { element } = show({ selection: nothing });
    find(element, '[data-id="import"]')!.click();
    await settle();

    expect(StatusImportWizard.open.mock.calls[0][0]).toMatchObject({ campaignId, size: 'large' });
    expect(find(element, 'c-status-job-progress')!.jobId).toBe(jobId);
  });

  it('stays as it is when an import is cancelled', async () => {
    StatusImportWizard.open.mockResolvedValue(undefined);
    const { element } = show({ selection: nothing });
    await element.importMembers();

    expect(find(element, 'c-status-change-bar')).not.toBeNull();
  });
});
