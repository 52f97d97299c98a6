import { doneCount, doneShare, hasEnded, isAtWork, isUnfinished, jobCounts, jobSentence, jobState } from 'c/jobText';
import jobs from './data/jobs.json';

const unknown = { ...jobs.running, state: 'Paused' };

describe('jobSentence', () => {
  it.each([
    ['running', 'Changing 24,103 members to Subscribed'],
    ['stopping', 'Changing 24,103 members to Subscribed'],
    ['finished', 'Change 24,103 members to Subscribed'],
    ['waiting', 'Change 9,120 members to Called again'],
    ['draft', 'Import 9,120 lines'],
    ['importing', 'Importing 9,120 lines'],
    ['undo', 'Undo SJ-000012: 24,088 members'],
    ['retry', 'Try 1 member of SJ-000012 again']
  ])('says what the job %s does', (name, sentence) => {
    expect(jobSentence(jobs[name])).toBe(sentence);
  });

  it('says it of undoing and of trying again, too', () => {
    expect(jobSentence({ ...jobs.undo, state: 'Running' })).toBe('Undoing SJ-000012: 24,088 members');
    expect(jobSentence({ ...jobs.retry, state: 'Running' })).toBe('Trying 1 member of SJ-000012 again');
    expect(jobSentence({ ...jobs.retry, sourceJobName: null })).toBe('Try 1 member of  again');
  });

  it('names no status where each row has its own', () => {
    expect(jobSentence({ ...jobs.finished, targetStatus: null })).toBe('Change 24,103 members');
    expect(jobSentence({ ...jobs.running, targetStatus: null })).toBe('Changing 24,103 members');
    expect(jobSentence({ ...jobs.draft, total: 1 })).toBe('Import 1 line');
  });
});

describe('jobCounts', () => {
  it.each([
    ['draft', []],
    ['waiting', []],
    ['running', ['14,000 done', '3 failed']],
    ['stopped', ['13,985 changed', '12 skipped', '10,103 not reached', '3 failed']],
    ['finished', ['24,088 changed', '12 skipped', '3 failed']],
    ['finishedClean', ['24,103 changed']],
    ['undo', ['24,080 went back', '8 skipped']]
  ])('says what came of the job %s', (name, counts) => {
    expect(jobCounts(jobs[name])).toEqual(counts);
  });
});

describe('jobState', () => {
  it.each([
    ['draft', 'Being sent', undefined],
    ['waiting', 'Waits for SJ-000012 to end', undefined],
    ['running', 'Running', undefined],
    ['stopping', 'Stopping', undefined],
    ['stopped', 'Stopped', 'warning'],
    ['finished', 'Finished, some failed', 'warning'],
    ['finishedClean', 'Finished', 'success'],
    ['undone', 'Undone', undefined],
    ['failed', 'Could not go on', 'error']
  ])('names the state of the job %s, with an icon', (name, label, variant) => {
    expect(jobState(jobs[name])).toEqual({ label, variant, iconName: expect.stringMatching(/^utility:/) });
  });

  it('says that a job waits where it is not known for which', () => {
    expect(jobState({ ...jobs.waiting, waitsForJobName: null }).label).toBe('Waiting');
  });

  it('shows a state that it does not know as it is', () => {
    expect(jobState(unknown)).toEqual({ label: 'Paused', iconName: 'utility:info' });
  });
});

describe('states', () => {
  it.each([
    ['Draft', false, false, false],
    ['Waiting', false, true, false],
    ['Running', true, true, false],
    ['Stopping', true, true, false],
    ['Stopped', false, false, true],
    ['Finished', false, false, true],
    ['Failed', false, false, true]
  ])('%s: at work %s, unfinished %s, ended %s', (state, atWork, unfinished, ended) => {
    expect([isAtWork(state), isUnfinished(state), hasEnded(state)]).toEqual([atWork, unfinished, ended]);
  });
});

describe('doneShare', () => {
  it('is what the job is through with, of all', () => {
    expect(doneCount(jobs.running)).toBe(14000);
    expect(doneShare(jobs.running)).toBeCloseTo(0.5808, 4);
    expect(doneShare(jobs.finished)).toBe(1);
  });

  it('is nothing where there is nothing to do', () => {
    expect(doneShare({ total: 0, changed: 0, skipped: 0, failed: 0 })).toBe(0);
  });
});
