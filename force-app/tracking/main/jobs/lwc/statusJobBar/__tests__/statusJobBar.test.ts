import { createElement } from 'lwc';
import StatusJobBar from 'c/statusJobBar';
import jobs from '../../jobText/__tests__/data/jobs.json';

const settle = (): Promise<void> => Promise.resolve();

async function show(job: object, properties = {}): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-status-job-bar', { is: StatusJobBar }), { job, ...properties });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
const text = (element: HTMLElement, id: string): string => find(element, `[data-id="${id}"]`)!.textContent!;
const buttons = (element: HTMLElement): string[] => [...element.shadowRoot!.querySelectorAll('lightning-button')].map(({ label }) => label);

describe('c-status-job-bar', () => {
  it('shows a job at work: what, how far, and how to stop it', async () => {
    const element = await show(jobs.running);

    expect(text(element, 'sentence')).toBe('Changing 24,103 members to Subscribed');
    expect(text(element, 'state')).toBe('');
    expect(text(element, 'counts')).toBe('14,000 done · 3 failed');
    expect(text(element, 'name')).toBe('SJ-000012');
    expect(find(element, 'c-status-job-meter')!.job).toEqual(jobs.running);
    expect(buttons(element)).toEqual(['Stop']);
    expect(find(element, '[data-id="dismiss"]')).toBeNull();
    expect(text(element, 'announcement')).toBe('Changing 24,103 members to Subscribed. Running');
    await expect(element).toBeAccessible();
  });

  it('shows what came of a job that has ended, and what can be done now', async () => {
    const element = await show(jobs.finished);

    expect(text(element, 'counts')).toBe('24,088 changed · 12 skipped · 3 failed');
    expect(text(element, 'state')).toBe('Finished, some failed');
    expect(buttons(element)).toEqual(['See the 3 that failed', 'Try the 3 failed again', 'Undo']);
    expect(find(element, 'c-status-job-meter')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('says why a job could not go on', async () => {
    const element = await show(jobs.failed);

    expect(text(element, 'message')).toBe(jobs.failed.message);
    await expect(element).toBeAccessible();
  });

  it('says for which job another one waits', async () => {
    const element = await show(jobs.waiting);

    expect(text(element, 'state')).toBe('Waits for SJ-000012 to end');
    expect(text(element, 'message')).toBe('Members whose status SJ-000012 changes meanwhile are left alone and listed.');
    expect(find(element, '[data-id="dismiss"]')).toBeNull();
  });

  it('tells what is asked for', async () => {
    const element = await show(jobs.finished);
    const asked = jest.fn();
    element.addEventListener('jobaction', (event) => asked((event as CustomEvent).detail));
    element.addEventListener('dismissjob', (event) => asked((event as CustomEvent).detail));
    find(element, '[data-action="undo"]')!.click();
    find(element, '[data-id="dismiss"]')!.click();

    expect(asked.mock.calls).toEqual([[{ action: 'undo', job: jobs.finished }], [{ jobId: jobs.finished.jobId }]]);
  });

  it('locks its buttons while something is on its way, and says what went wrong', async () => {
    const element = await show(jobs.finished, { isBusy: true, failure: 'It has been undone.' });

    expect([...element.shadowRoot!.querySelectorAll('lightning-button')].every(({ disabled }) => disabled)).toBe(true);
    expect(find(element, '[role="alert"]')!.textContent).toBe('It has been undone.');
    await expect(element).toBeAccessible();
  });

  it('has a menu of files, once there are any', async () => {
    expect(find(await show(jobs.running), 'lightning-button-menu')).toBeNull();
    const element = await show(jobs.finished);
    const download = find(element, 'c-status-job-download')!;
    download.save = jest.fn();
    expect(find(element, 'lightning-button-menu')!.alternativeText).toBe('Download files of SJ-000012');
    expect([...element.shadowRoot!.querySelectorAll('lightning-menu-item')].map(({ label }) => label)).toEqual([
      'Download results (CSV)',
      'Download rows not changed (CSV)'
    ]);
    find(element, 'lightning-button-menu')!.dispatchEvent(new CustomEvent('select', { detail: { value: 'notChanged' } }));

    expect(download.job).toEqual(jobs.finished);
    expect(download.save).toHaveBeenCalledWith('notChanged');
  });
});
