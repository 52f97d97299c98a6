import { createElement } from 'lwc';
import getJob from '@salesforce/apex/StatusJobController.getJob';
import { runJobAction } from 'c/jobActions';
import { tellOfJob, watchJobs } from 'c/jobWatch';
import StatusJobProgress from 'c/statusJobProgress';
import jobs from '../../jobText/__tests__/data/jobs.json';

jest.mock('@salesforce/apex/StatusJobController.getJob', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/jobWatch', () => ({ watchJobs: jest.fn(), tellOfJob: jest.fn() }));
jest.mock('c/jobActions', () => ({ ...jest.requireActual('c/jobActions'), runJobAction: jest.fn() }));

const { campaignId, jobId } = jobs.running;
const done = jest.fn();
const dismissed = jest.fn();
const stopWatching = jest.fn();
const settle = (): Promise<void> => new Promise(process.nextTick);

async function show(properties: object): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-status-job-progress', { is: StatusJobProgress }), properties);
  element.addEventListener('jobdone', (event) => done((event as CustomEvent).detail));
  element.addEventListener('dismiss', (event) => dismissed((event as CustomEvent).detail));
  document.body.appendChild(element);
  await settle();
  return element;
}

async function progress(job: object): Promise<void> {
  watchJobs.mock.lastCall[1](job);
  await settle();
}

const bars = (element: HTMLElement): HTMLElement[] => [...element.shadowRoot!.querySelectorAll('c-status-job-bar')];
const shown = (element: HTMLElement): string[] => bars(element).map(({ job }) => `${job.name} ${job.state}`);

async function send(element: HTMLElement, type: string, detail: object): Promise<void> {
  bars(element)[0].dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

describe('c-status-job-progress', () => {
  beforeEach(() => {
    watchJobs.mockReturnValue(stopWatching);
    getJob.mockResolvedValue(jobs.running);
  });

  it('shows nothing where nothing runs', async () => {
    const element = await show({ campaignId });
    await progress(jobs.finished);

    expect(watchJobs.mock.lastCall[0]).toBe(campaignId);
    expect(element.shadowRoot!.childElementCount).toBe(0);
    expect(done).not.toHaveBeenCalled();
  });

  it('takes the focus when its job is there', async () => {
    const element = await show({ campaignId });
    element.focus();
    expect(element.shadowRoot!.activeElement).toBeNull();

    await progress(jobs.running);
    expect(element.shadowRoot!.activeElement).toBe(element.shadowRoot!.querySelector('.jobs'));
  });

  it('shows the jobs that are not finished, newest first', async () => {
    const element = await show({ campaignId });
    await progress(jobs.running);
    await progress(jobs.waiting);
    await progress(jobs.draft);

    expect(shown(element)).toEqual(['SJ-000014 Waiting', 'SJ-000012 Running']);
    await expect(element).toBeAccessible();
  });

  it('keeps a job that ends while it is shown, and says so once', async () => {
    const element = await show({ campaignId });
    await progress(jobs.running);
    await progress(jobs.finished);
    await progress(jobs.undone);

    expect(shown(element)).toEqual(['SJ-000012 Finished']);
    expect(done.mock.calls).toEqual([[{ jobId, state: 'Finished' }]]);
  });

  it('says it again when a job that was resumed ends', async () => {
    await show({ campaignId });
    for (const job of [jobs.running, jobs.stopped, jobs.running, jobs.finished]) progress(job);
    await settle();

    expect(done.mock.calls.map(([{ state }]) => state)).toEqual(['Stopped', 'Finished']);
  });

  it('hides a job that is dismissed, until it goes on', async () => {
    const element = await show({ campaignId });
    await progress(jobs.running);
    await progress(jobs.stopped);
    await send(element, 'dismissjob', { jobId });
    expect(shown(element)).toEqual([]);
    expect(dismissed).toHaveBeenCalledWith({ jobId });

    await progress(jobs.running);
    expect(shown(element)).toEqual(['SJ-000012 Running']);
  });

  it('shows the job that it is given, whatever its state', async () => {
    getJob.mockResolvedValue(jobs.finished);
    const element = await show({ campaignId, jobId });

    expect(getJob).toHaveBeenCalledWith({ jobId });
    expect(element.jobId).toBe(jobId);
    expect(shown(element)).toEqual(['SJ-000012 Finished']);
    expect(tellOfJob).toHaveBeenCalledWith(jobs.finished);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('shows a job that it is given later', async () => {
    const element = await show({ campaignId });
    element.jobId = jobId;
    await settle();
    expect(shown(element)).toEqual(['SJ-000012 Running']);

    element.jobId = jobId;
    element.jobId = undefined;
    await settle();
    expect(getJob).toHaveBeenCalledTimes(1);
  });

  it('says what is wrong with the job that it is given, and tries again', async () => {
    const noAccess = { body: { message: 'This job does not exist, or you can’t see it.' } };
    getJob.mockRejectedValueOnce(noAccess);
    const element = await show({ campaignId, jobId });
    const panel = element.shadowRoot!.querySelector('c-error-panel')!;
    expect(panel.error).toEqual(noAccess);
    await expect(element).toBeAccessible();

    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(shown(element)).toEqual(['SJ-000012 Running']);
  });

  it('leaves out the answer for a job that is not asked for any more', async () => {
    let answer: (job: object) => void = () => undefined;
    getJob.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const element = await show({ campaignId, jobId });
    element.jobId = undefined;
    answer(jobs.running);
    await settle();

    expect(shown(element)).toEqual([]);
  });

  it('does what is asked for and tells what came of it', async () => {
    const element = await show({ campaignId });
    await progress(jobs.running);
    let answer: (job: object) => void = () => undefined;
    runJobAction.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await send(element, 'jobaction', { action: 'stop', job: jobs.running });
    expect(bars(element)[0].isBusy).toBe(true);

    answer(jobs.stopping);
    await settle();
    expect(runJobAction).toHaveBeenCalledWith('stop', jobs.running);
    expect(tellOfJob).toHaveBeenCalledWith(jobs.stopping);
    expect(bars(element)[0].isBusy).toBe(false);
  });

  it('locks no button while a modal is open, as focus comes back to it', async () => {
    const element = await show({ campaignId });
    await progress(jobs.running);
    await progress(jobs.finished);
    runJobAction.mockReturnValue(new Promise(() => undefined));
    await send(element, 'jobaction', { action: 'undo', job: jobs.finished });

    expect(bars(element)[0].isBusy).toBe(false);
  });

  it('says beside the job what could not be done, until the next try', async () => {
    const element = await show({ campaignId });
    await progress(jobs.running);
    runJobAction.mockRejectedValueOnce({ body: { message: 'The job has ended.' } });
    await send(element, 'jobaction', { action: 'stop', job: jobs.running });
    expect(bars(element)[0].failure).toBe('The job has ended.');

    runJobAction.mockResolvedValueOnce(undefined);
    await send(element, 'jobaction', { action: 'stop', job: jobs.running });
    expect(bars(element)[0].failure).toBeUndefined();
    expect(tellOfJob).not.toHaveBeenCalled();
  });

  it('watches another campaign when it is given one, and none when it has gone', async () => {
    const element = await show({ campaignId });
    await progress(jobs.running);
    element.campaignId = campaignId;
    expect(watchJobs).toHaveBeenCalledTimes(1);

    element.campaignId = '701000000000002AAA';
    await settle();
    expect(shown(element)).toEqual([]);
    expect(stopWatching).toHaveBeenCalledTimes(1);
    expect(watchJobs.mock.lastCall[0]).toBe('701000000000002AAA');
    element.remove();
    expect(stopWatching).toHaveBeenCalledTimes(2);
  });
});
