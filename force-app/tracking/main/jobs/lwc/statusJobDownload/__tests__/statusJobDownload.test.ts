import { createElement } from 'lwc';
import { JobFile } from 'c/jobRowsFile';
import StatusJobDownload from 'c/statusJobDownload';
import jobs from '../../jobText/__tests__/data/jobs.json';

jest.mock('c/jobRowsFile', () => ({ JobFile: jest.fn() }));

const noTally = { changed: 0, skipped: 0, failed: 0, undecided: 0 };

interface Reading {
  readonly kind: string;
  readonly file: { size: number; tally: object; save: jest.Mock; read: jest.Mock };
  progress(size: number): Promise<void>;
  end(tally: object): Promise<void>;
  fail(message: string): Promise<void>;
  readonly signal: AbortSignal;
}

let readings: Reading[];
const settle = (): Promise<void> => new Promise(process.nextTick);

/** Files whose reading goes on as the test says. */
function fakeFile(_job: object, kind: string): object {
  const file = { size: 0, tally: noTally, save: jest.fn(), read: jest.fn() };
  file.read.mockImplementation(
    (onProgress: () => void, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        readings.push({
          kind,
          file,
          signal,
          progress: async (size) => {
            file.size = size;
            onProgress();
            await settle();
          },
          end: async (tally) => {
            file.tally = { ...noTally, ...tally };
            file.size = Object.values(file.tally).reduce((sum: number, count) => sum + (count as number), 0);
            resolve();
            await settle();
          },
          fail: async (message) => {
            reject({ body: { message } });
            await settle();
          }
        });
      })
  );
  return file;
}

async function show(job: object = jobs.finished, kind = 'results') {
  const element = Object.assign(createElement('c-status-job-download', { is: StatusJobDownload }), { job });
  document.body.appendChild(element);
  const find = (selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
  element.save(kind);
  await settle();
  return {
    element,
    find,
    text: (id: string) => find(`[data-id="${id}"]`)?.textContent,
    notes: () => [...element.shadowRoot!.querySelectorAll('[data-id="note"]')].map(({ textContent }) => textContent),
    click: async (id: string) => {
      find(`[data-id="${id}"]`)!.click();
      await settle();
    },
    wait: async () => {
      jest.advanceTimersByTime(1000);
      await settle();
    }
  };
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  readings = [];
  (JobFile as jest.Mock).mockImplementation(fakeFile);
});

afterEach(() => jest.useRealTimers());

describe('c-status-job-download', () => {
  it('saves the file, and says what it has and what it lacks', async () => {
    const { element, text, notes, find } = await show();
    expect(text('status')).toBe('');
    expect(find('[data-id="stop"]')).toBeNull();
    await readings[0].end({ changed: 24088, failed: 3, skipped: 2 });

    expect(readings[0].kind).toBe('results');
    expect(readings[0].file.save).toHaveBeenCalledTimes(1);
    expect(find('.line')!.textContent).toBe('Saved 24,093 rows: 24,088 changed, 2 skipped, 3 failed.');
    expect(notes()).toEqual([
      '10 that were skipped are only counted: they had the status already, or were no longer among those to change.'
    ]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('says how far it is once it takes more than a second', async () => {
    const { text, wait, find, element } = await show();
    await readings[0].progress(2000);
    expect(text('status')).toBe('');
    await wait();
    expect(text('status')).toBe('Reading rows: 2,000 of at most 24,103');
    await readings[0].progress(4000);
    expect(text('status')).toBe('Reading rows: 4,000 of at most 24,103');
    expect(find('[data-id="stop"]')!.label).toBe('Stop');
    await readings[0].end({ changed: 24088, failed: 3, skipped: 12 });
    expect(find('[data-id="stop"]')).toBeNull();
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('counts what the file of rows that were not changed can have', async () => {
    const { text, wait } = await show(jobs.finished, 'notChanged');
    await wait();
    expect(text('status')).toBe('Reading rows: 0 of at most 15');
  });

  it('stops, and goes on with the same file', async () => {
    const { text, wait, click, find } = await show();
    await wait();
    await readings[0].progress(2000);
    await click('stop');
    expect(text('status')).toBe('Stopped after 2,000 rows. Nothing was saved.');
    expect(readings[0].signal.aborted).toBe(true);
    await readings[0].progress(4000);
    await readings[0].end({ changed: 4000 });
    expect(readings[0].file.save).not.toHaveBeenCalled();

    expect(find('[data-id="stop"]')!.label).toBe('Go on');
    await click('stop');
    expect(readings[1].file).toBe(readings[0].file);
    expect(find('[data-id="stop"]')).toBeNull();
    await readings[1].end({ changed: 24088, failed: 3, skipped: 12 });
    expect(readings[0].file.save).toHaveBeenCalledTimes(1);
  });

  it('says what went wrong and how far it was, and goes on or starts again', async () => {
    const { element, text, click, find } = await show();
    await readings[0].progress(2000);
    await readings[0].fail('The server is away.');
    expect(find('[role="alert"]')!.textContent).toBe('After 2,000 rows: The server is away.');
    expect(readings[0].file.save).not.toHaveBeenCalled();
    jest.useRealTimers();
    await expect(element).toBeAccessible();

    await click('stop');
    expect(readings[1].file).toBe(readings[0].file);
    expect(text('failure')).toBeUndefined();
    await readings[1].fail('Still away.');
    await click('again');
    expect(readings[2].file).not.toBe(readings[0].file);
    expect(find('[data-id="again"]')).toBeNull();
  });

  it('keeps silent about an error that comes after it was stopped', async () => {
    const { text, wait, click } = await show();
    await wait();
    await click('stop');
    await readings[0].fail('The server is away.');
    expect(text('failure')).toBeUndefined();
    expect(text('status')).toBe('Stopped after 0 rows. Nothing was saved.');
  });

  it('starts anew when another file is asked for, and stops when it leaves the page', async () => {
    const { element } = await show();
    element.save('notChanged');
    expect([readings[0].signal.aborted, readings[1].kind]).toEqual([true, 'notChanged']);
    element.remove();
    expect(readings[1].signal.aborted).toBe(true);
  });

  it('saves no file without rows', async () => {
    const { text, notes } = await show({ ...jobs.undo, skipped: 1 }, 'notChanged');
    await readings[0].end({});
    expect(text('status')).toContain('There is no row to save, so there is no file.');
    expect(notes()).toEqual(['One that was skipped is only counted: it had the status already, or was no longer among those to change.']);
    expect(readings[0].file.save).not.toHaveBeenCalled();
  });

  it('says so where the numbers are not those of the job', async () => {
    const { notes, find } = await show(jobs.stopped);
    await readings[0].end({ changed: 1000, failed: 2, skipped: 12, undecided: 3 });
    expect(find('.line')!.textContent).toBe('Saved 1,017 rows: 1,000 changed, 12 skipped, 3 to be tried again, 2 failed.');
    expect(notes()).toEqual([
      'The job counted 13,985 changed; the history has 1,000 that you can see. Changes older than the history is kept are gone, and the latest may not have arrived yet.',
      'The job counted 3 failed; 2 are in the list of its rows. The others were deleted, or you can’t see them.',
      '10,100 members were not reached and are not in the file.'
    ]);
  });

  it('speaks of one row as of one, and of members that went back', async () => {
    const { find, notes } = await show({ ...jobs.undo, changed: 1, skipped: 0, notReached: 1 });
    await readings[0].end({ changed: 1 });
    expect(find('.line')!.textContent).toBe('Saved 1 row: 1 went back.');
    expect(notes()).toEqual(['1 member was not reached and is not in the file.']);
  });
});
