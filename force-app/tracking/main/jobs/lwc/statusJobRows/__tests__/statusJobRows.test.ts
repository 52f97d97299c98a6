import { createElement } from 'lwc';
import getRows from '@salesforce/apex/StatusJobController.getRows';
import StatusJobRows from 'c/statusJobRows';
import jobs from '../../jobText/__tests__/data/jobs.json';
import rows from '../../jobRowsFile/__tests__/data/rows.json';

jest.mock('@salesforce/apex/StatusJobController.getRows', () => ({ default: jest.fn() }), { virtual: true });

const noAccess = { body: { message: 'This job does not exist, or you can’t see it.' } };
const many = Array.from({ length: 51 }, (_, index) => ({ ...rows[0], rowId: `row ${index}` }));
const closed = jest.fn();
const settle = (): Promise<void> => new Promise(process.nextTick);

async function show(job: object = jobs.finished): Promise<HTMLElement> {
  const element = Object.assign(createElement('c-status-job-rows', { is: StatusJobRows }), { job });
  element.addEventListener('close', closed);
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
const columns = (element: HTMLElement): string[] => find(element, 'lightning-datatable')!.columns.map(({ label }) => label);

async function click(element: HTMLElement, selector: string): Promise<void> {
  find(element, selector)!.click();
  await settle();
}

function narrowScreen(): void {
  (window.matchMedia as jest.Mock).mockReturnValueOnce({ matches: true, addEventListener: jest.fn(), removeEventListener: jest.fn() });
}

describe('c-status-job-rows', () => {
  beforeEach(() => {
    getRows.mockResolvedValue(rows);
  });

  it('shows shapes, and nothing to save, while it loads', async () => {
    getRows.mockReturnValue(new Promise(() => undefined));
    const element = await show();

    expect(find(element, 'c-view-state')).toMatchObject({ error: undefined, isLoading: true });
    expect(find(element, '[data-id="download"]')!.disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('lists who was not changed, and why', async () => {
    const element = await show();

    expect(getRows).toHaveBeenCalledWith({ jobId: jobs.finished.jobId, afterId: null, pageSize: 51 });
    expect(find(element, 'lightning-modal-header')!.label).toBe('Not changed by SJ-000012');
    expect(find(element, '[data-id="summary"]')!.textContent).toBe(
      'Change 24,103 members to Subscribed · 24,088 changed · 12 skipped · 3 failed'
    );
    expect(find(element, 'lightning-datatable')!.data).toEqual([
      expect.objectContaining({ name: 'Maria Silva', outcome: 'Failed', outcomeIcon: 'utility:error', why: rows[0].message }),
      expect.objectContaining({ name: 'Not visible or deleted', outcome: 'Skipped', fromStatus: 'Called again' }),
      expect.objectContaining({ name: '=cmd@example.com', outcome: 'To be tried again', line: 44 })
    ]);
    expect(columns(element)).toEqual(['Name', 'Status before', 'Status asked for', 'Result', 'Why']);
    expect(find(element, 'nav')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('names the lines of an import', async () => {
    expect(columns(await show({ ...jobs.finished, kind: 'Import' }))[0]).toBe('Line');
  });

  it('shows the least that is of use on a narrow screen', async () => {
    narrowScreen();
    expect(columns(await show())).toEqual(['Name', 'Why']);
    narrowScreen();
    expect(columns(await show({ ...jobs.finished, kind: 'Import' }))).toEqual(['Line', 'Why']);
  });

  it('shows an outcome that it does not know', async () => {
    getRows.mockResolvedValue([{ ...rows[0], outcome: 'Gone' }]);
    const element = await show();

    expect(find(element, 'lightning-datatable')!.data[0]).toMatchObject({ outcome: 'Gone', outcomeIcon: 'utility:info' });
  });

  it('turns pages', async () => {
    getRows.mockResolvedValueOnce(many);
    const element = await show();
    expect(find(element, 'lightning-datatable')!.data).toHaveLength(50);
    expect(find(element, '[data-move="previous"]')!.disabled).toBe(true);
    await expect(element).toBeAccessible();
    await click(element, '[data-move="next"]');

    expect(getRows.mock.lastCall[0].afterId).toBe('row 49');
    expect(find(element, '[data-move="next"]')!.disabled).toBe(true);
    expect(find(element, '[data-move="previous"]')!.disabled).toBe(false);
  });

  it('says so where no row was recorded', async () => {
    getRows.mockResolvedValue([]);
    const element = await show();

    expect(find(element, 'c-view-state')).toMatchObject({ isLoading: false, isEmpty: true, emptyHeading: 'No row was recorded' });
    expect(find(element, '[data-id="download"]')!.disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('says what is wrong and tries again', async () => {
    getRows.mockRejectedValueOnce(noAccess);
    const element = await show();
    expect(find(element, 'c-view-state')!.error).toEqual(noAccess);
    await expect(element).toBeAccessible();

    find(element, 'c-view-state')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(find(element, 'lightning-datatable')!.data).toHaveLength(3);
  });

  it('saves them', async () => {
    const element = await show();
    const download = find(element, 'c-status-job-download')!;
    download.save = jest.fn();
    await click(element, '[data-id="download"]');

    expect(download.job).toEqual(jobs.finished);
    expect(download.save).toHaveBeenCalledWith('notChanged');
  });

  it('says that members that needed no change are not listed, where any were skipped', async () => {
    const text = 'Members that needed no change are counted as skipped, but not listed one by one.';
    expect(find(await show(), '[data-id="only-counted"]')!.textContent).toBe(text);
    expect(find(await show({ ...jobs.finished, skipped: 0 }), '[data-id="only-counted"]')).toBeNull();
  });

  it('turns once at a time, and locks no button that has the focus', async () => {
    getRows.mockResolvedValueOnce(many).mockReturnValue(new Promise(() => undefined));
    const element = await show();
    find(element, '[data-move="next"]')!.click();
    find(element, '[data-move="next"]')!.click();
    await settle();

    expect(getRows).toHaveBeenCalledTimes(2);
    expect(find(element, '[data-move="next"]')!.disabled).toBe(false);
  });

  it('closes', async () => {
    const element = await show();
    await click(element, '[data-id="close"]');

    expect(closed).toHaveBeenCalledTimes(1);
  });
});
