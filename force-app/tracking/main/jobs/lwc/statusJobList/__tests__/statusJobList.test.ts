import { createElement } from 'lwc';
import getJobs from '@salesforce/apex/StatusJobController.getJobs';
import { runJobAction } from 'c/jobActions';
import { lookAgain, tellOfJob, watchJobs } from 'c/jobWatch';
import StatusJobList from 'c/statusJobList';
import jobs from '../../jobText/__tests__/data/jobs.json';

jest.mock('@salesforce/apex/StatusJobController.getJobs', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/jobWatch', () => ({ watchJobs: jest.fn(), tellOfJob: jest.fn(), lookAgain: jest.fn(), NEWEST_JOBS: 20 }));
jest.mock('c/jobActions', () => ({ ...jest.requireActual('c/jobActions'), runJobAction: jest.fn() }));

const recordId = jobs.running.campaignId;
const noAccess = { body: { message: 'You can’t read campaigns.' } };
const stopWatching = jest.fn();
const settle = (): Promise<void> => new Promise(process.nextTick);
const twenty = Array.from({ length: 20 }, (_, index) => ({
  ...jobs.finished,
  jobId: `a00000000000${140 - index}AAA`,
  name: `SJ-${140 - index}`
}));

async function show(found?: readonly object[]): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-status-job-list', { is: StatusJobList }), { recordId });
  document.body.appendChild(element);
  if (found) await read(found);
  await settle();
  return element;
}

/** What the watch does with the newest jobs. */
async function read(found: readonly object[]): Promise<void> {
  const [, onProgress, { onRead }] = watchJobs.mock.lastCall;
  found.forEach(onProgress);
  onRead(found);
  await settle();
}

const find = (element: HTMLElement, selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
const items = (element: HTMLElement): HTMLElement[] => [...element.shadowRoot!.querySelectorAll('c-status-job-item')];
const names = (element: HTMLElement): string[] => items(element).map(({ job }) => job.name);

async function act(element: HTMLElement, action: string, job: object): Promise<void> {
  items(element)[0].dispatchEvent(new CustomEvent('jobaction', { detail: { action, job } }));
  await settle();
}

describe('c-status-job-list', () => {
  beforeEach(() => watchJobs.mockReturnValue(stopWatching));

  it('shows shapes while it loads', async () => {
    const element = await show();

    expect(find(element, 'c-view-state')).toMatchObject({ error: undefined, isLoading: true });
    await expect(element).toBeAccessible();
  });

  it('lists the jobs of the campaign, newest first', async () => {
    const element = await show([jobs.running, jobs.waiting, jobs.undo]);

    expect(watchJobs.mock.lastCall[0]).toBe(recordId);
    expect(names(element)).toEqual(['SJ-000014', 'SJ-000013', 'SJ-000012']);
    expect(find(element, '[data-id="older"]')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says what to do where there are none', async () => {
    const element = await show([]);

    expect(find(element, 'c-view-state')).toMatchObject({ isLoading: false, isEmpty: true, emptyHeading: 'No bulk changes yet' });
    await expect(element).toBeAccessible();
  });

  it('says what is wrong and asks again', async () => {
    const element = await show();
    watchJobs.mock.lastCall[2].onError(noAccess);
    await settle();
    expect(find(element, 'c-view-state')!.error).toEqual(noAccess);
    await expect(element).toBeAccessible();

    find(element, 'c-view-state')!.dispatchEvent(new CustomEvent('retry'));
    expect(lookAgain).toHaveBeenCalledWith(recordId);
    await read([jobs.running]);
    expect(names(element)).toEqual(['SJ-000012']);
  });

  it('keeps what it shows where progress can’t be read for a moment', async () => {
    const element = await show([jobs.running]);
    watchJobs.mock.lastCall[2].onError(noAccess);
    await settle();

    expect(names(element)).toEqual(['SJ-000012']);
    expect(find(element, 'c-view-state')!.error).toBeUndefined();
  });

  it('shows progress in place, and new jobs on top', async () => {
    const element = await show([jobs.running]);
    const [, onProgress] = watchJobs.mock.lastCall;
    onProgress(jobs.finished);
    onProgress(jobs.undo);
    await settle();

    expect(items(element).map(({ job }) => `${job.name} ${job.state}`)).toEqual(['SJ-000013 Finished', 'SJ-000012 Finished']);
  });

  it('shows older jobs page by page', async () => {
    const element = await show(twenty);
    getJobs.mockResolvedValue([jobs.finished]);
    find(element, '[data-id="older"]')!.click();
    await settle();

    expect(getJobs).toHaveBeenCalledWith({ campaignId: recordId, beforeId: twenty[19].jobId, pageSize: 20 });
    expect(names(element).slice(-2)).toEqual(['SJ-121', 'SJ-000012']);
    expect(find(element, '[data-id="older"]')).toBeNull();
    await read(twenty);
    expect(find(element, '[data-id="older"]')).toBeNull();
  });

  it('says why older jobs could not be read', async () => {
    const element = await show(twenty);
    getJobs.mockRejectedValue(noAccess);
    find(element, '[data-id="older"]')!.click();
    await settle();

    expect(find(element, '[data-id="older-failure"]')!.textContent).toBe('You can’t read campaigns.');
    expect(find(element, '[data-id="older"]')!.disabled).toBe(false);
  });

  it('does what is asked for and tells what came of it', async () => {
    const element = await show([jobs.running]);
    let answer: (job: object) => void = () => undefined;
    runJobAction.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await act(element, 'stop', jobs.running);
    expect(items(element)[0].isBusy).toBe(true);

    answer(jobs.stopping);
    await settle();
    expect(tellOfJob).toHaveBeenCalledWith(jobs.stopping);
    expect(items(element)[0].isBusy).toBe(false);
  });

  it('says beside the job what could not be done, until the next try', async () => {
    const element = await show([jobs.finished]);
    runJobAction.mockRejectedValueOnce({ body: { message: 'This change was undone before.' } });
    await act(element, 'undo', jobs.finished);
    expect(items(element)[0].failure).toBe('This change was undone before.');

    runJobAction.mockResolvedValueOnce(undefined);
    await act(element, 'rows', jobs.finished);
    expect(items(element)[0].failure).toBeUndefined();
    expect(tellOfJob).not.toHaveBeenCalled();
  });

  it('begins anew with another campaign, and stops watching when it goes', async () => {
    const element = await show([jobs.running]);
    let answer: (found: object[]) => void = () => undefined;
    getJobs.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    element.recordId = recordId;
    expect(watchJobs).toHaveBeenCalledTimes(1);
    element.recordId = '701000000000002AAA';
    await settle();

    expect(element.recordId).toBe('701000000000002AAA');
    expect(stopWatching).toHaveBeenCalledTimes(1);
    expect(find(element, 'c-view-state')).toMatchObject({ error: undefined, isLoading: true });
    answer([]);
    element.remove();
    expect(stopWatching).toHaveBeenCalledTimes(2);
  });

  it('leaves out older jobs of a campaign that is not shown any more', async () => {
    const element = await show(twenty);
    let answer: (found: object[]) => void = () => undefined;
    getJobs.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    find(element, '[data-id="older"]')!.click();
    element.recordId = '701000000000002AAA';
    answer([jobs.finished]);
    await settle();
    await read([jobs.undo]);

    expect(names(element)).toEqual(['SJ-000013']);
  });

  it('waits for a campaign', () => {
    const element = createElement('c-status-job-list', { is: StatusJobList });
    document.body.appendChild(element);

    expect(watchJobs).not.toHaveBeenCalled();
  });
});
