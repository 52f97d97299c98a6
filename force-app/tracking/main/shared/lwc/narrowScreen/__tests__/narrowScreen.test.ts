import { watchNarrowScreen } from 'c/narrowScreen';

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
