import { debounce } from 'c/debounce';

describe('debounce', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('calls once with the latest value after a pause', () => {
    const run = jest.fn();
    const later = debounce(run);

    later('a');
    jest.advanceTimersByTime(200);
    later('ad');
    jest.advanceTimersByTime(299);
    expect(run).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);

    expect(run.mock.calls).toEqual([['ad']]);
  });

  it('forgets a call that was cancelled', () => {
    const run = jest.fn();
    const later = debounce(run);

    later('a');
    later.cancel();
    jest.runAllTimers();

    expect(run).not.toHaveBeenCalled();
  });
});
