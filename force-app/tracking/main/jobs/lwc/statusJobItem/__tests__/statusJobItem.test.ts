import { createElement } from 'lwc';
import StatusJobItem from 'c/statusJobItem';
import jobs from '../../jobText/__tests__/data/jobs.json';

const settle = (): Promise<void> => Promise.resolve();

async function show(job: object, properties = {}): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-status-job-item', { is: StatusJobItem }), { job, ...properties });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
const text = (element: HTMLElement, id: string): string => find(element, `[data-id="${id}"]`)!.textContent!;
const labels = (element: HTMLElement, selector: string): string[] =>
  [...element.shadowRoot!.querySelectorAll(selector)].map(({ label }) => label);

describe('c-status-job-item', () => {
  it('says who did what, when, and with what result', async () => {
    const element = await show(jobs.finished);

    expect(text(element, 'sentence')).toBe('Change 24,103 members to Subscribed');
    expect(text(element, 'counts')).toBe('24,088 changed · 12 skipped · 3 failed');
    expect(text(element, 'state')).toBe('Finished, some failed');
    expect(text(element, 'note')).toBe('by Ada LovelaceSJ-000012');
    expect(find(element, 'lightning-formatted-date-time')!.value).toBe(jobs.finished.finishedAt);
    await expect(element).toBeAccessible();
  });

  it('gives buttons to what is done most, and a menu to the rest', async () => {
    const element = await show(jobs.finished);

    expect(labels(element, 'lightning-button')).toEqual(['See the 3 that failed', 'Undo']);
    expect(labels(element, 'lightning-menu-item')).toEqual([
      'Try the 3 failed again',
      'Download results (CSV)',
      'Download rows not changed (CSV)'
    ]);
    expect(find(element, 'lightning-button-menu')!.alternativeText).toBe('More actions for SJ-000012');
  });

  it('shows progress, and no menu, while the job is at work', async () => {
    const element = await show(jobs.running);

    expect(find(element, 'c-status-job-meter')!.job).toEqual(jobs.running);
    expect(labels(element, 'lightning-button')).toEqual(['Stop']);
    expect(find(element, 'lightning-button-menu')).toBeNull();
    expect(find(element, 'lightning-formatted-date-time')!.value).toBe(jobs.running.startedAt);
    await expect(element).toBeAccessible();
  });

  it('goes by when a job was asked for while it waits', async () => {
    const element = await show(jobs.waiting);

    expect(find(element, 'lightning-formatted-date-time')!.value).toBe(jobs.waiting.createdAt);
    expect(text(element, 'state')).toBe('Waits for SJ-000012 to end');
  });

  it('says why a job could not go on, and what could not be done about it', async () => {
    const element = await show(jobs.failed, { isBusy: true, failure: 'You can’t resume a change of somebody else.' });

    expect(text(element, 'message')).toBe(jobs.failed.message);
    expect(find(element, '[role="alert"]')!.textContent).toBe('You can’t resume a change of somebody else.');
    expect(find(element, 'lightning-button')!.disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('tells what is asked for, by button or menu', async () => {
    const element = await show(jobs.finished);
    const asked = jest.fn();
    element.addEventListener('jobaction', (event) => asked((event as CustomEvent).detail));
    find(element, '[data-action="undo"]')!.click();
    find(element, 'lightning-button-menu')!.dispatchEvent(new CustomEvent('select', { detail: { value: 'retry' } }));

    expect(asked.mock.calls).toEqual([[{ action: 'undo', job: jobs.finished }], [{ action: 'retry', job: jobs.finished }]]);
  });

  it('saves the file that is asked for', async () => {
    const element = await show(jobs.finished);
    const asked = jest.fn();
    element.addEventListener('jobaction', asked);
    const download = find(element, 'c-status-job-download')!;
    download.save = jest.fn();
    find(element, 'lightning-button-menu')!.dispatchEvent(new CustomEvent('select', { detail: { value: 'results' } }));

    expect(download.job).toEqual(jobs.finished);
    expect(download.save).toHaveBeenCalledWith('results');
    expect(asked).not.toHaveBeenCalled();
  });
});
