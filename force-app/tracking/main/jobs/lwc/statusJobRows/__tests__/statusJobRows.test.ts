import { createElement } from 'lwc';
import getRows from '@salesforce/apex/StatusJobController.getRows';
import { downloadRows } from 'c/jobRowsFile';
import StatusJobRows from 'c/statusJobRows';
import jobs from '../../jobText/__tests__/data/jobs.json';
import rows from '../../jobRowsFile/__tests__/data/rows.json';

jest.mock('@salesforce/apex/StatusJobController.getRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/jobRowsFile', () => ({ ...jest.requireActual('c/jobRowsFile'), downloadRows: jest.fn() }));

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
    downloadRows.mockResolvedValue(undefined);
  });

  it('shows shapes, and nothing to save, while it loads', async () => {
    getRows.mockReturnValue(new Promise(() => undefined));
    const element = await show();

    expect(find(element, 'c-loading-skeleton')).not.toBeNull();
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

    expect(find(element, 'c-empty-state')!.heading).toBe('No row was recorded');
    expect(find(element, '[data-id="download"]')!.disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('says what is wrong and tries again', async () => {
    getRows.mockRejectedValueOnce(noAccess);
    const element = await show();
    expect(find(element, 'c-error-panel')!.error).toEqual(noAccess);
    await expect(element).toBeAccessible();

    find(element, 'c-error-panel')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(find(element, 'lightning-datatable')!.data).toHaveLength(3);
  });

  it('saves them, and says where that did not work', async () => {
    downloadRows.mockRejectedValueOnce(noAccess);
    const element = await show();
    await click(element, '[data-id="download"]');
    expect(find(element, '[data-id="failure"]')!.textContent).toBe(noAccess.body.message);

    await click(element, '[data-id="download"]');
    expect(downloadRows).toHaveBeenCalledWith(jobs.finished);
    expect(find(element, '[data-id="failure"]')).toBeNull();
  });

  it('turns and saves once at a time, and locks no button that has the focus', async () => {
    getRows.mockResolvedValueOnce(many).mockReturnValue(new Promise(() => undefined));
    downloadRows.mockReturnValue(new Promise(() => undefined));
    const element = await show();
    for (const selector of ['[data-move="next"]', '[data-id="download"]']) {
      find(element, selector)!.click();
      find(element, selector)!.click();
    }
    await settle();

    expect([getRows.mock.calls.length, downloadRows.mock.calls.length]).toEqual([2, 1]);
    expect(find(element, '[data-move="next"]')!.disabled).toBe(false);
    expect(find(element, '[data-id="download"]')!.disabled).toBe(false);
  });

  it('closes', async () => {
    const element = await show();
    await click(element, '[data-id="close"]');

    expect(closed).toHaveBeenCalledTimes(1);
  });
});
