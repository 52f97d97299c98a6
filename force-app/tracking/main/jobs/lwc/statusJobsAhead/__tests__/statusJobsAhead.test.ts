import { createElement } from 'lwc';
import { watchJobs } from 'c/jobWatch';
import StatusJobsAhead from 'c/statusJobsAhead';
import jobs from '../../jobText/__tests__/data/jobs.json';

jest.mock('c/jobWatch', () => ({ watchJobs: jest.fn() }));

const campaignId = '701000000000001AAA';
const settle = (): Promise<void> => new Promise(process.nextTick);

describe('c-status-jobs-ahead', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('says what comes first, as long as it does', async () => {
    const element = createElement('c-status-jobs-ahead', { is: StatusJobsAhead });
    Object.assign(element, { campaignId });
    document.body.appendChild(element);
    const tell = async (job: object): Promise<string> => {
      watchJobs.mock.lastCall[1](job);
      await settle();
      return element.shadowRoot!.querySelector('[data-id="notice"]')!.textContent!;
    };
    expect(watchJobs.mock.lastCall[0]).toBe(campaignId);
    expect(await tell(jobs.finished)).toBe('');
    expect(await tell(jobs.waiting)).toContain('SJ-000014 is at work');
    expect(await tell(jobs.running)).toBe(
      '2 changes of this campaign are at work or wait. Yours begins when they have finished; members whose status they change are left alone and listed.'
    );
    await tell(jobs.finished);
    expect(await tell({ ...jobs.waiting, state: 'Running' })).toBe(
      'SJ-000014 is at work on this campaign. Yours begins when it has finished; members whose status it changes are left alone and listed.'
    );
    await expect(element).toBeAccessible();
    expect(await tell({ ...jobs.waiting, state: 'Stopped' })).toBe('');
  });

  it('listens no more when it is gone', () => {
    const stopWatching = jest.fn();
    watchJobs.mockReturnValueOnce(stopWatching);
    const element = createElement('c-status-jobs-ahead', { is: StatusJobsAhead });
    document.body.appendChild(element);
    element.remove();
    expect(stopWatching).toHaveBeenCalledTimes(1);
  });
});
