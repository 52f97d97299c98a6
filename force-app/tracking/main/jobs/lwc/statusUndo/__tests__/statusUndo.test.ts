import { createElement } from 'lwc';
import previewUndo from '@salesforce/apex/StatusJobController.previewUndo';
import startUndo from '@salesforce/apex/StatusJobController.startUndo';
import StatusUndo from 'c/statusUndo';
import jobs from '../../jobText/__tests__/data/jobs.json';
import { undoButton } from '../undoText';

jest.mock('@salesforce/apex/StatusJobController.previewUndo', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.startUndo', () => ({ default: jest.fn() }), { virtual: true });

const { jobId } = jobs.finished;
const preview = {
  jobId,
  jobName: 'SJ-000012',
  total: 24091,
  willRestore: 24080,
  willRemove: 1,
  willAdd: 0,
  changedSince: 10,
  alreadyUndone: false
};
const noAccess = { body: { message: 'This job does not exist, or you can’t see it.' } };
const closed = jest.fn();
const settle = (): Promise<void> => new Promise(process.nextTick);

async function show(): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-status-undo', { is: StatusUndo }), { job: jobs.finished });
  element.addEventListener('close', (event) => closed((event as CustomEvent).detail));
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
const lines = (element: HTMLElement): string[] => [...element.shadowRoot!.querySelectorAll('li')].map(({ textContent }) => textContent!);

async function click(element: HTMLElement, id: string): Promise<void> {
  find(element, `[data-id="${id}"]`)!.click();
  await settle();
}

describe('c-status-undo', () => {
  beforeEach(() => previewUndo.mockResolvedValue(preview));

  it('shows shapes, and nothing to press, while it counts', async () => {
    previewUndo.mockReturnValue(new Promise(() => undefined));
    const element = await show();

    expect(find(element, 'c-loading-skeleton')).not.toBeNull();
    expect(find(element, '[data-id="undo"]')!.disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('says what becomes of whom before it is done', async () => {
    const element = await show();

    expect(previewUndo).toHaveBeenCalledWith({ jobId });
    expect(find(element, 'lightning-modal-header')!.label).toBe('Undo SJ-000012?');
    expect(find(element, '[data-id="sentence"]')!.textContent).toBe('Change 24,103 members to Subscribed');
    expect(lines(element)).toEqual([
      '24,080 members go back to the status they had before.',
      '1 member that had been added: removed from the campaign again.',
      '10 members changed, left or came back since: they stay as they are and are listed with the result.'
    ]);
    expect(find(element, '[data-id="undo"]')!.label).toBe('Undo 24,081 changes');
    await expect(element).toBeAccessible();
  });

  it('says how many people are added again by the undo of an undo', async () => {
    previewUndo.mockResolvedValue({ ...preview, willRestore: 0, willRemove: 0, willAdd: 2, changedSince: 0 });
    const element = await show();

    expect(lines(element)).toEqual(['2 members that had been removed: added to the campaign again.']);
    expect(find(element, '[data-id="undo"]')!.label).toBe('Undo 2 changes');
    expect(find(element, '[data-id="undo"]')!.disabled).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('leaves out what becomes of nobody', async () => {
    previewUndo.mockResolvedValue({ ...preview, willRestore: 1, willRemove: 0, changedSince: 0 });
    const element = await show();

    expect(lines(element)).toHaveLength(1);
    expect(find(element, '[data-id="undo"]')!.label).toBe('Undo 1 change');
    expect(undoButton(0)).toBe('Undo');
  });

  it.each([
    [{ alreadyUndone: true }, 'This change was undone before.'],
    [{ willRestore: 0, willRemove: 0 }, 'There is nothing to undo']
  ])('says why there is nothing to do: %j', async (change, reason) => {
    previewUndo.mockResolvedValue({ ...preview, ...change });
    const element = await show();

    expect(find(element, '[data-id="obstacle"]')!.textContent).toContain(reason);
    expect(find(element, '[data-id="undo"]')!.disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('says what is wrong and tries again', async () => {
    previewUndo.mockRejectedValueOnce(noAccess);
    const element = await show();
    expect(find(element, 'c-error-panel')!.error).toEqual(noAccess);
    expect(find(element, '[data-id="undo"]')!.disabled).toBe(true);
    await expect(element).toBeAccessible();

    find(element, 'c-error-panel')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(lines(element)).toHaveLength(3);
  });

  it('closes without doing anything', async () => {
    const element = await show();
    await click(element, 'cancel');

    expect(closed).toHaveBeenCalledTimes(1);
    expect(startUndo).not.toHaveBeenCalled();
  });

  it('undoes, stays open until that is answered, and closes with the job', async () => {
    let answer: (job: object) => void = () => undefined;
    startUndo.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const element = await show();
    await click(element, 'undo');
    await click(element, 'undo');
    expect(element.disableClose).toBe(true);
    expect(find(element, '[data-id="undo"]')!.disabled).toBe(false);
    expect(find(element, '[data-id="cancel"]')!.disabled).toBe(true);

    answer(jobs.undo);
    await settle();
    expect(startUndo.mock.calls).toEqual([[{ jobId }]]);
    expect(element.disableClose).toBe(false);
    expect(closed).toHaveBeenCalledWith(jobs.undo);
  });

  it('says what was wrong with undoing, and can be closed then', async () => {
    startUndo.mockRejectedValue({ body: { message: 'This change was undone before.' } });
    const element = await show();
    await click(element, 'undo');

    expect(find(element, '[data-id="failure"]')!.textContent).toBe('This change was undone before.');
    expect(element.disableClose).toBe(false);
    expect(closed).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });
});
