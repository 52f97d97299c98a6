import resumeJob from '@salesforce/apex/StatusJobController.resumeJob';
import startRetry from '@salesforce/apex/StatusJobController.startRetry';
import stopJob from '@salesforce/apex/StatusJobController.stopJob';
import { actionsFor, filesFor, opensModal, runJobAction } from 'c/jobActions';
import StatusJobRows from 'c/statusJobRows';
import StatusUndo from 'c/statusUndo';
import jobs from '../../jobText/__tests__/data/jobs.json';

jest.mock('@salesforce/apex/StatusJobController.resumeJob', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.startRetry', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.stopJob', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/statusJobRows', () => ({ __esModule: true, default: { open: jest.fn(() => Promise.resolve()) } }));
jest.mock('c/statusUndo', () => ({ __esModule: true, default: { open: jest.fn() } }));

const { jobId } = jobs.running;

describe('actionsFor', () => {
  it.each([
    ['running', ['Stop']],
    ['stopping', []],
    ['stopped', ['Resume', 'See the 3 that failed']],
    ['waiting', ['Stop']],
    ['finished', ['See the 3 that failed', 'Try the 3 failed again', 'Undo']],
    ['finishedClean', ['Undo']],
    ['undo', ['See what was skipped']],
    ['draft', []]
  ])('offers what can be done with the job %s', (name, labels) => {
    expect(actionsFor(jobs[name]).map(({ label }) => label)).toEqual(labels);
  });

  it('offers to start a job that waits for nothing that is known', () => {
    const labels = actionsFor({ ...jobs.waiting, waitsForJobName: null }).map(({ label }) => label);

    expect(labels).toEqual(['Stop', 'Try to start now']);
  });

  it('knows what opens a modal', () => {
    expect(actionsFor(jobs.finished).filter(({ name }) => opensModal(name))).toHaveLength(2);
  });

  it('speaks of one row as of one', () => {
    const labels = actionsFor({ ...jobs.finished, failed: 1 }).map(({ label }) => label);

    expect(labels).toEqual(expect.arrayContaining(['See the one that failed', 'Try the failed one again']));
  });
});

it('shows no rows where everybody who was skipped needed no change', () => {
  const job = { ...jobs.finishedClean, skipped: 24_939, listed: 0 };
  expect(actionsFor(job).map(({ name }) => name)).toEqual(['undo']);
  expect(filesFor(job).map(({ name }) => name)).toEqual(['results']);
});

describe('filesFor', () => {
  it.each([
    ['running', []],
    ['waiting', []],
    ['draft', []],
    ['stopped', ['Download results (CSV)', 'Download rows not changed (CSV)']],
    ['finished', ['Download results (CSV)', 'Download rows not changed (CSV)']],
    ['finishedClean', ['Download results (CSV)']]
  ])('says what the files are that the job %s has', (name, labels) => {
    expect(filesFor(jobs[name]).map(({ label }) => label)).toEqual(labels);
  });

  it('has none of a job that ended before it did anything', () => {
    expect(filesFor({ ...jobs.stopped, changed: 0, skipped: 0, failed: 0, listed: 0 })).toEqual([]);
  });
});

describe('runJobAction', () => {
  it.each([
    ['stop', stopJob],
    ['resume', resumeJob],
    ['retry', startRetry]
  ])('%s: asks for it and answers with the job', async (name, method) => {
    (method as jest.Mock).mockResolvedValue(jobs.stopping);

    expect(await runJobAction(name, jobs.running)).toBe(jobs.stopping);
    expect(method).toHaveBeenCalledWith({ jobId });
  });

  it('reports an error', async () => {
    stopJob.mockRejectedValue(new Error('It has ended.'));

    await expect(runJobAction('stop', jobs.running)).rejects.toThrow('It has ended.');
  });

  it('asks before it undoes, and answers with the job that undoes, or with nothing', async () => {
    StatusUndo.open.mockResolvedValueOnce(jobs.undo).mockResolvedValueOnce(undefined);

    expect(await runJobAction('undo', jobs.finished)).toBe(jobs.undo);
    expect(await runJobAction('undo', jobs.finished)).toBeUndefined();
    expect(StatusUndo.open).toHaveBeenCalledWith({ size: 'small', label: 'Undo', job: jobs.finished });
  });

  it('shows the rows', async () => {
    expect(await runJobAction('rows', jobs.finished)).toBeUndefined();
    expect(StatusJobRows.open).toHaveBeenCalledWith({ size: 'large', label: 'See the 3 that failed', job: jobs.finished });
  });
});
