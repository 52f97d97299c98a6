import { labelled, percent, scaleFor } from 'c/chartScale';

describe('c/chartScale', () => {
  it.each([
    [0, 1, [0, 1]],
    [1, 1, [0, 1]],
    [7, 10, [0, 5, 10]],
    [30, 30, [0, 10, 20, 30]],
    [533, 600, [0, 200, 400, 600]],
    [24939, 30000, [0, 10000, 20000, 30000]]
  ])('reaches %i with round steps', (largest, top, ticks) => {
    expect(scaleFor(largest)).toEqual({ top, ticks });
  });

  it('never ends below the largest, whatever that is', () => {
    for (let largest = 0; largest < 3000; largest += 7) expect(scaleFor(largest, 2).top).toBeGreaterThanOrEqual(largest);
  });

  it.each([
    [0, []],
    [1, [0]],
    [4, [0, 1, 2, 3]],
    [31, [0, 8, 16, 24]]
  ])('labels %i neighbours', (count, places) => {
    expect(labelled(count, 4)).toEqual(places);
  });

  it('writes a share of nothing as nothing', () => {
    expect(percent(1, 4)).toBe('25.000%');
    expect(percent(1, 0)).toBe('0.000%');
  });
});
