import getJobs from '@salesforce/apex/StatusJobController.getJobs';
import resumeJob from '@salesforce/apex/StatusJobController.resumeJob';
import { subscribe, unsubscribe } from 'lightning/empApi';
import { createMessageContext, publish, releaseMessageContext } from 'lightning/messageService';
import { lookAgain, tellOfJob, watchJobs } from 'c/jobWatch';
import jobs from '../../jobText/__tests__/data/jobs.json';

jest.mock('@salesforce/apex/StatusJobController.getJobs', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.resumeJob', () => ({ default: jest.fn() }), { virtual: true });

const campaignId = jobs.running.campaignId;
const { running, finished, waiting } = jobs;
const noAccess = { body: { message: 'You can’t read status jobs.' } };

let stops: (() => void)[];

function watch(others = {}): { seen: jest.Mock; stop: () => void } {
  const seen = jest.fn();
  const stop = watchJobs(campaignId, seen, others);
  stops.push(stop);
  return { seen, stop };
}

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0);
const states = (seen: jest.Mock): string[] => seen.mock.calls.map(([{ name, state }]) => `${name} ${state}`);

function event(job: Apex.StatusJobView): void {
  subscribe.mock.lastCall[2]({
    data: {
      payload: {
        Job_Id__c: job.jobId,
        Campaign_Id__c: job.campaignId,
        State__c: job.state,
        Total__c: job.total,
        Changed__c: job.changed,
        Skipped__c: job.skipped,
        Failed__c: job.failed
      }
    }
  });
}

describe('watchJobs', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    stops = [];
    subscribe.mockResolvedValue({ id: '1' });
    createMessageContext.mockReturnValue('context');
    getJobs.mockResolvedValue([finished]);
    resumeJob.mockReset();
  });

  afterEach(() => {
    stops.forEach((stop) => stop());
    jest.useRealTimers();
  });

  it('tells of the newest jobs, the oldest of them first, and asks no more where nothing runs', async () => {
    getJobs.mockResolvedValue([{ ...finished, jobId: 'a00000000000020AAA', name: 'SJ-000020' }, finished]);
    const onRead = jest.fn();
    const { seen } = watch({ onRead });
    await settle();

    expect(getJobs).toHaveBeenCalledWith({ campaignId, beforeId: null, pageSize: 20 });
    expect(states(seen)).toEqual(['SJ-000012 Finished', 'SJ-000020 Finished']);
    expect(onRead.mock.lastCall[0].map(({ name }) => name)).toEqual(['SJ-000020', 'SJ-000012']);
    await jest.advanceTimersByTimeAsync(300_000);
    expect(getJobs).toHaveBeenCalledTimes(1);
  });

  it('tells of progress that events bring', async () => {
    getJobs.mockResolvedValue([running]);
    const { seen } = watch();
    await settle();
    event({ ...running, changed: 15_985 });

    expect(seen.mock.lastCall[0]).toEqual({ ...running, changed: 15_985, notReached: 8_103 });
    expect(getJobs).toHaveBeenCalledTimes(1);
  });

  it('leaves out events of other campaigns and figures that are older than what it knows', async () => {
    getJobs.mockResolvedValue([running]);
    const { seen } = watch();
    await settle();
    event({ ...running, campaignId: '701000000000009AAA', changed: 20_000 });
    event({ ...running, changed: 100 });
    event(running);

    expect(seen).toHaveBeenCalledTimes(1);
  });

  it('asks for the rest where an event brings a new state or a new job', async () => {
    getJobs.mockResolvedValue([running]);
    const { seen } = watch();
    await settle();
    getJobs.mockResolvedValue([waiting, jobs.stopping]);
    event(jobs.stopping);
    event(waiting);
    await jest.advanceTimersByTimeAsync(300);

    expect(getJobs).toHaveBeenCalledTimes(2);
    expect(states(seen)).toEqual(['SJ-000012 Running', 'SJ-000012 Stopping', 'SJ-000012 Stopping', 'SJ-000014 Waiting']);
    expect(seen.mock.calls[2][0].canStop).toBe(false);
  });

  it('asks for the rest of a new state though other events follow', async () => {
    getJobs.mockResolvedValue([running]);
    const { seen } = watch();
    await settle();
    getJobs.mockResolvedValue([finished]);
    event(finished);
    event(finished);
    await jest.advanceTimersByTimeAsync(300);

    expect(getJobs).toHaveBeenCalledTimes(2);
    expect(seen.mock.lastCall[0].canUndo).toBe(true);
  });

  it('asks seldom while events come, as one may be lost', async () => {
    getJobs.mockResolvedValue([running]);
    watch();
    await settle();
    await jest.advanceTimersByTimeAsync(14_000);
    event({ ...running, changed: 15_985 });
    await jest.advanceTimersByTimeAsync(14_000);
    expect(getJobs).toHaveBeenCalledTimes(1);

    await jest.advanceTimersByTimeAsync(1_000);
    expect(getJobs).toHaveBeenCalledTimes(2);
  });

  it('asks where no events come: less and less often, sooner again when something moves, no more at the end', async () => {
    subscribe.mockRejectedValue(new Error('The channel could not be opened.'));
    getJobs.mockResolvedValue([running]);
    const { seen } = watch();
    await settle();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(getJobs).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(getJobs).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(getJobs).toHaveBeenCalledTimes(3);

    getJobs.mockResolvedValue([{ ...running, changed: 15_985 }]);
    await jest.advanceTimersByTimeAsync(4_500);
    expect(seen.mock.lastCall[0].changed).toBe(15_985);
    getJobs.mockResolvedValue([finished]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(states(seen)).toEqual(['SJ-000012 Running', 'SJ-000012 Running', 'SJ-000012 Finished']);
    const { length } = getJobs.mock.calls;
    await jest.advanceTimersByTimeAsync(300_000);
    expect(getJobs).toHaveBeenCalledTimes(length);
  });

  it('says what is wrong, and asks again when it is told to', async () => {
    getJobs.mockRejectedValueOnce(noAccess);
    const onError = jest.fn();
    const { seen } = watch({ onError });
    await settle();
    expect(onError).toHaveBeenCalledWith(noAccess);
    await jest.advanceTimersByTimeAsync(300_000);
    expect(getJobs).toHaveBeenCalledTimes(1);

    lookAgain(campaignId);
    await settle();
    expect(states(seen)).toEqual(['SJ-000012 Finished']);
  });

  it('asks on after an error while something runs', async () => {
    subscribe.mockRejectedValue(new Error('The channel could not be opened.'));
    getJobs.mockResolvedValueOnce([running]).mockRejectedValueOnce(noAccess);
    const { seen } = watch();
    await settle();
    await jest.advanceTimersByTimeAsync(2_000);
    await jest.advanceTimersByTimeAsync(3_000);

    expect(states(seen)).toEqual(['SJ-000012 Running', 'SJ-000012 Finished']);
  });

  it('asks once more after an answer that it was told to ask again before', async () => {
    let answer: (found: object[]) => void = () => undefined;
    getJobs.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const { seen } = watch();
    lookAgain(campaignId);
    expect(getJobs).toHaveBeenCalledTimes(1);
    answer([running]);
    await jest.advanceTimersByTimeAsync(300);

    expect(getJobs).toHaveBeenCalledTimes(2);
    expect(states(seen)).toEqual(['SJ-000012 Running', 'SJ-000012 Finished']);
  });

  it('shares one subscription and one question, and tells who comes later what is known', async () => {
    watch();
    await settle();
    const onRead = jest.fn();
    const { seen } = watch({ onRead });

    expect(states(seen)).toEqual(['SJ-000012 Finished']);
    expect(onRead.mock.lastCall[0]).toEqual([finished]);
    expect(getJobs).toHaveBeenCalledTimes(1);
    expect(subscribe).toHaveBeenCalledTimes(1);
  });

  it('asks for who comes later where nothing could be read before', async () => {
    getJobs.mockRejectedValueOnce(noAccess);
    watch();
    await settle();
    const { seen } = watch();
    await settle();

    expect(states(seen)).toEqual(['SJ-000012 Finished']);
  });

  it('ends with the last who watches, once', async () => {
    getJobs.mockResolvedValue([running]);
    const first = watch();
    const second = watch();
    await settle();
    first.stop();
    first.stop();
    expect(unsubscribe).not.toHaveBeenCalled();

    second.stop();
    await jest.advanceTimersByTimeAsync(300_000);
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    expect(releaseMessageContext).toHaveBeenCalledWith('context');
    expect(getJobs).toHaveBeenCalledTimes(1);
  });

  it('says nothing more to who has left before the answer', async () => {
    const { seen, stop } = watch();
    stop();
    await jest.advanceTimersByTimeAsync(300_000);

    expect(seen).not.toHaveBeenCalled();
    expect(getJobs).toHaveBeenCalledTimes(1);
  });

  it('tells the page once that members changed when a job has ended', async () => {
    getJobs.mockResolvedValue([running]);
    watch();
    watch();
    await settle();
    expect(publish).not.toHaveBeenCalled();
    getJobs.mockResolvedValue([finished]);
    event(finished);
    await jest.advanceTimersByTimeAsync(300);

    expect(publish.mock.calls).toEqual([['context', 'CampaignMembersChanged__c', { campaignId }]]);
  });

  it('tells of a job that began and ended between two looks', async () => {
    getJobs.mockResolvedValue([]);
    watch();
    await settle();
    tellOfJob(finished);
    await settle();

    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('starts the user’s own waiting job, once, when another one has ended', async () => {
    const later = { ...waiting, jobId: 'a00000000000019AAA', name: 'SJ-000019' };
    const theirs = { ...waiting, jobId: 'a00000000000013AAA', name: 'SJ-000013', createdById: running.createdById };
    const started = { ...waiting, state: 'Running', waitsForJobName: null };
    getJobs.mockResolvedValue([later, waiting, theirs, running]);
    resumeJob.mockResolvedValue(started);
    const { seen } = watch();
    await settle();
    getJobs.mockResolvedValue([later, waiting, theirs, finished]);
    event(finished);
    await jest.advanceTimersByTimeAsync(300);
    await jest.advanceTimersByTimeAsync(60_000);

    expect(resumeJob.mock.calls).toEqual([[{ jobId: waiting.jobId }]]);
    expect(states(seen)).toContain('SJ-000014 Running');
  });

  it('leaves the job waiting where it can’t be started', async () => {
    getJobs.mockResolvedValue([waiting, running]);
    resumeJob.mockRejectedValue(noAccess);
    const { seen } = watch();
    await settle();
    getJobs.mockResolvedValue([waiting, finished]);
    event(finished);
    await jest.advanceTimersByTimeAsync(300);

    expect(resumeJob).toHaveBeenCalledTimes(1);
    expect(states(seen)).not.toContain('SJ-000014 Running');
  });

  it('does nothing for a campaign that nobody watches', () => {
    lookAgain(campaignId);
    tellOfJob(running);

    expect(getJobs).not.toHaveBeenCalled();
  });
});
