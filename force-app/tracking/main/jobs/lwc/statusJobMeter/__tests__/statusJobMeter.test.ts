import { createElement } from 'lwc';
import StatusJobMeter from 'c/statusJobMeter';
import jobs from '../../jobText/__tests__/data/jobs.json';

const settle = (): Promise<void> => Promise.resolve();

async function show(job?: object): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-status-job-meter', { is: StatusJobMeter }), { job });
  document.body.appendChild(element);
  await settle();
  return element;
}

const text = (element: HTMLElement, id: string): string => element.shadowRoot!.querySelector(`[data-id="${id}"]`)!.textContent!;

describe('c-status-job-meter', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0, doNotFake: ['nextTick', 'queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('shows how far the job is, and nothing that it has not measured', async () => {
    const element = await show(jobs.running);
    const bar = element.shadowRoot!.querySelector('lightning-progress-bar')!;

    expect(bar.value).toBe(58);
    expect(bar.ariaLabel).toBe('Changing 24,103 members to Subscribed');
    expect(text(element, 'percent')).toBe('58%');
    expect(text(element, 'time-left')).toBe('');
  });

  it('says how long it takes from here once it has seen progress', async () => {
    const element = await show({ ...jobs.running, changed: 9_985 });
    jest.setSystemTime(20_000);
    element.job = jobs.running;
    await settle();

    expect(text(element, 'time-left')).toBe('about 1 min left');
  });

  it('does not reckon with a job that stops, or with another job', async () => {
    const element = await show({ ...jobs.running, changed: 9_985 });
    jest.setSystemTime(20_000);
    element.job = jobs.stopping;
    await settle();
    expect(text(element, 'time-left')).toBe('');

    element.job = jobs.importing;
    await settle();
    expect(text(element, 'time-left')).toBe('');
  });

  it('does not say 100 % before all is done', async () => {
    const element = await show({ ...jobs.running, changed: 24_087, skipped: 12, failed: 3 });

    expect(text(element, 'percent')).toBe('99%');
  });

  it('can do without a job', async () => {
    const element = await show();

    expect(element.job).toBeUndefined();
    expect(text(element, 'percent')).toBe('0%');
  });

  it('is accessible', async () => {
    jest.useRealTimers();
    await expect(await show(jobs.running)).toBeAccessible();
  });
});
