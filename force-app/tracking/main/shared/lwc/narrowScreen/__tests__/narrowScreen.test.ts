import { watchNarrowScreen, watchSmallScreen } from 'c/narrowScreen';

describe('watchNarrowScreen', () => {
  it('says so at once and at every change, until it is stopped', () => {
    const addEventListener = jest.fn();
    const removeEventListener = jest.fn();
    (window.matchMedia as jest.Mock).mockReturnValueOnce({ matches: true, addEventListener, removeEventListener });
    const say = jest.fn();

    const stop = watchNarrowScreen(say);
    const [, listener] = addEventListener.mock.calls[0];
    listener({ matches: false });
    stop();

    expect(say.mock.calls).toEqual([[true], [false]]);
    expect(removeEventListener).toHaveBeenCalledWith('change', listener);
  });
});

describe('watchSmallScreen', () => {
  it('asks for more room than watchNarrowScreen', () => {
    const say = jest.fn();
    const stops = [watchNarrowScreen(say), watchSmallScreen(say)];
    stops.forEach((stop) => stop());

    expect((window.matchMedia as jest.Mock).mock.calls.slice(-2).flat()).toEqual(['(max-width: 47.99em)', '(max-width: 63.99em)']);
    expect(say).toHaveBeenCalledTimes(2);
  });
});
