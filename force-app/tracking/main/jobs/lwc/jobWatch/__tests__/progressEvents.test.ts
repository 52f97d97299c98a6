import { onError, subscribe, unsubscribe } from 'lightning/empApi';
import { eventsArrive, hearProgress } from '../progressEvents';

const subscription = { id: '1', channel: '/event/Status_Job_Progress__e' };
const payload = { Job_Id__c: 'a00', Campaign_Id__c: '701', State__c: 'Running', Total__c: 2, Changed__c: 1, Skipped__c: 0, Failed__c: 0 };
const settle = (): Promise<void> => new Promise(process.nextTick);
const publish = (): void => subscribe.mock.lastCall[2]({ data: { payload } });
/** It is given once, to the first subscription of the page. */
let reportError: () => void;

describe('hearProgress', () => {
  beforeEach(() => subscribe.mockResolvedValue(subscription));

  it('subscribes once for all who listen, and ends with the last', async () => {
    const first = jest.fn();
    const second = jest.fn();
    const leaveFirst = hearProgress(first);
    const leaveSecond = hearProgress(second);
    await settle();
    reportError = onError.mock.lastCall[0];

    expect(subscribe).toHaveBeenCalledTimes(1);
    expect(subscribe.mock.lastCall.slice(0, 2)).toEqual(['/event/Status_Job_Progress__e', -1]);
    expect(eventsArrive()).toBe(true);
    publish();
    leaveFirst();
    publish();
    expect(first.mock.calls).toEqual([[payload]]);
    expect(second.mock.calls).toEqual([[payload], [payload]]);
    expect(unsubscribe).not.toHaveBeenCalled();

    leaveSecond();
    await settle();
    expect(unsubscribe).toHaveBeenCalledWith(subscription);
    expect(eventsArrive()).toBe(false);
  });

  it('does not count on events after an error, until one comes', async () => {
    const leave = hearProgress(jest.fn());
    await settle();
    reportError();
    expect(eventsArrive()).toBe(false);

    publish();
    expect(eventsArrive()).toBe(true);
    leave();
  });

  it('tries again with the next who listens where it could not subscribe', async () => {
    subscribe.mockRejectedValueOnce(new Error('403::Handshake denied'));
    const leave = hearProgress(jest.fn());
    await settle();
    expect(eventsArrive()).toBe(false);
    leave();
    await settle();
    expect(unsubscribe).not.toHaveBeenCalled();

    const leaveAgain = hearProgress(jest.fn());
    await settle();
    expect(eventsArrive()).toBe(true);
    leaveAgain();
  });
});
