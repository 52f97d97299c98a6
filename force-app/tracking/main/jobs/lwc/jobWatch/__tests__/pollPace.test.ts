import { PollPace } from '../pollPace';

describe('PollPace', () => {
  it('asks less and less often while nothing moves, within bounds', () => {
    const pace = new PollPace();
    const waits = Array.from({ length: 9 }, () => {
      const wait = pace.next(false);
      pace.stood();
      return wait;
    });

    expect(waits.slice(0, 4)).toEqual([2_000, 3_000, 4_500, 6_750]);
    expect(waits[8]).toBe(30_000);
    pace.moved();
    expect(pace.next(false)).toBe(2_000);
  });

  it('asks seldom where events tell', () => {
    expect(new PollPace().next(true)).toBe(15_000);
  });
});
