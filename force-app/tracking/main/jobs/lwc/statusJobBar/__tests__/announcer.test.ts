import { Announcer } from '../announcer';
import jobs from '../../jobText/__tests__/data/jobs.json';

const at = (changed: number): object => ({ ...jobs.running, changed, skipped: 0, failed: 0, notReached: jobs.running.total - changed });

describe('Announcer', () => {
  it('says a new state at once', () => {
    const announcer = new Announcer();

    expect(announcer.say(jobs.running, 0)).toBe('Changing 24,103 members to Subscribed. Running');
    expect(announcer.say(jobs.finished, 10)).toBe(
      'Change 24,103 members to Subscribed. Finished, some failed. 24,088 changed. 12 skipped. 3 failed'
    );
  });

  it('says a quarter at a time, and keeps silent in between', () => {
    const announcer = new Announcer();
    const start = announcer.say(at(0), 0);

    expect(announcer.say(at(2_000), 11_000)).toBe(start);
    expect(announcer.say(at(6_100), 20_000)).toBe('25% done: 6,100 of 24,103');
    expect(announcer.say(at(8_000), 31_000)).toBe('25% done: 6,100 of 24,103');
  });

  it('never says more than one thing in ten seconds, and catches up', () => {
    const announcer = new Announcer();
    const start = announcer.say(at(0), 0);

    expect(announcer.say(at(13_000), 9_999)).toBe(start);
    expect(announcer.say(at(13_000), 10_000)).toBe('53% done: 13,000 of 24,103');
  });

  it('says nothing of steps of a job that is at rest', () => {
    const announcer = new Announcer();
    const start = announcer.say({ ...jobs.stopped, changed: 0 }, 0);

    expect(announcer.say(jobs.stopped, 60_000)).toBe(start);
  });
});
