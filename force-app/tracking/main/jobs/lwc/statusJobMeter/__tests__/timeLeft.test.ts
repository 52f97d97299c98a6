import { ProgressMeter, timeLeftText } from '../timeLeft';

describe('ProgressMeter', () => {
  it('knows nothing before it has measured twice', () => {
    const meter = new ProgressMeter();
    expect(meter.secondsLeft(1000, 0)).toBeUndefined();
    meter.measure(0, 0);
    meter.measure(0, 5_000);

    expect(meter.secondsLeft(1000, 5_000)).toBeUndefined();
  });

  it('goes by the pace that it measured, and by the time since', () => {
    const meter = new ProgressMeter();
    meter.measure(2_000, 0);
    meter.measure(4_000, 10_000);

    expect(meter.secondsLeft(10_000, 10_000)).toBe(30);
    expect(meter.secondsLeft(10_000, 14_000)).toBe(26);
    expect(meter.secondsLeft(10_000, 99_000)).toBe(0);
  });

  it('forgets a pace of long ago', () => {
    const meter = new ProgressMeter();
    [0, 1, 2].forEach((step) => meter.measure(step * 2_000, step * 100_000));
    Array.from({ length: 8 }, (_, step) => meter.measure(6_000 + step * 2_000, 300_000 + step * 1_000));

    expect(meter.secondsLeft(40_000, 307_000)).toBe(10);
  });

  it('begins anew with another run of the job', () => {
    const meter = new ProgressMeter();
    meter.measure(2_000, 0);
    meter.measure(4_000, 1_000);
    meter.measure(0, 2_000);

    expect(meter.secondsLeft(4_000, 2_000)).toBeUndefined();
  });

  it('says nothing of two measures at the same moment', () => {
    const meter = new ProgressMeter();
    meter.measure(1, 5);
    meter.measure(2, 5);

    expect(meter.secondsLeft(4, 5)).toBeUndefined();
  });
});

describe('timeLeftText', () => {
  it.each([
    [undefined, ''],
    [0, 'less than 1 min left'],
    [44, 'less than 1 min left'],
    [45, 'about 1 min left'],
    [89, 'about 1 min left'],
    [200, 'about 3 min left'],
    [5_300, 'about 88 min left'],
    [5_400, 'about 2 h left'],
    [36_000, 'about 10 h left']
  ])('%s seconds: %s', (seconds, text) => {
    expect(timeLeftText(seconds)).toBe(text);
  });
});
