import { createElement } from 'lwc';
import addImportRows from '@salesforce/apex/StatusJobController.addImportRows';
import getJob from '@salesforce/apex/StatusJobController.getJob';
import getJobs from '@salesforce/apex/StatusJobController.getJobs';
import getRows from '@salesforce/apex/StatusJobController.getRows';
import openImport from '@salesforce/apex/StatusJobController.openImport';
import startImport from '@salesforce/apex/StatusJobController.startImport';
import stopJob from '@salesforce/apex/StatusJobController.stopJob';
import { judge, LineFacts, LineReader, MATCH, StatusResolver } from 'c/statusImportRules';
import StatusImportRun from 'c/statusImportRun';
import jobs from '../../../../jobs/lwc/jobText/__tests__/data/jobs.json';

jest.mock('@salesforce/apex/StatusJobController.addImportRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.getJob', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.getJobs', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.getRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.openImport', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.startImport', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.stopJob', () => ({ default: jest.fn() }), { virtual: true });

const jobId = 'a01000000000001';
const job = { ...jobs.finished, jobId, kind: 'Import', changed: 1 };

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Two lines that run and, where asked for, one that does not. */
function checkedImport(refused: number): object {
  const rows = [
    ['a@example.com', 'Called'],
    ['b@example.com', 'Called'],
    ...Array.from({ length: refused }, () => ['c@example.com', 'Called'])
  ];
  const reader = new LineReader({ size: rows.length, rows: (from, to) => rows.slice(from, to) }, false, false);
  const facts = new LineFacts(rows.length);
  rows.forEach((_, line) => {
    facts.setStatus(line, 'Called');
    if (line < 2) facts.setMatch(line, MATCH.MEMBER, `m${line}`, 'Subscribed');
    else facts.setMatch(line, MATCH.NOT_FOUND);
  });
  const resolver = new StatusResolver(['Called'], [], {});
  const mapping = { matchBy: 'Email', externalField: null, keyColumn: 0, statusColumn: 1, fixedStatus: null };
  const judgement = judge(facts, { resolver, addMembers: false });
  return { campaignId: '701', names: ['Email', 'Status'], mapping, reader, facts, judgement, resolver };
}

async function show(refused = 0) {
  const element = Object.assign(createElement('c-status-import-run', { is: StatusImportRun }), { work: checkedImport(refused) });
  const states: unknown[] = [];
  element.addEventListener('sendstate', (event) => states.push((event as CustomEvent).detail));
  document.body.appendChild(element);
  await settle();
  const find = (selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
  const end = async (detail: object, changed = 1): Promise<void> => {
    getJob.mockResolvedValue({ ...job, changed });
    find('c-status-job-progress')!.dispatchEvent(new CustomEvent('jobdone', { detail }));
    await settle();
  };
  return { element, states, find, end, text: (id: string) => find(`[data-id="${id}"]`)?.textContent };
}

beforeEach(() => {
  jest.resetAllMocks();
  window.matchMedia = jest.fn(() => ({ matches: false, addEventListener: jest.fn(), removeEventListener: jest.fn() }));
  openImport.mockResolvedValue(jobId);
  addImportRows.mockResolvedValue(2);
  startImport.mockResolvedValue(job);
  getJob.mockResolvedValue({ ...jobs.running, jobId });
  getJobs.mockResolvedValue([]);
  getRows.mockResolvedValue([]);
});

describe('c-status-import-run', () => {
  it('sends the lines, then shows the job', async () => {
    const { element, states, find } = await show();
    expect(startImport).toHaveBeenCalledWith({ jobId });
    expect(states).toEqual([
      { isSending: true, jobId: undefined },
      { isSending: false, jobId }
    ]);
    expect(find('c-status-job-progress')).toMatchObject({ jobId, campaignId: '701' });
    await expect(element).toBeAccessible();
  });

  it('says how far it is, and can be cancelled', async () => {
    let taken: (count: number) => void = () => undefined;
    addImportRows.mockReturnValue(new Promise((resolve) => (taken = resolve)));
    stopJob.mockResolvedValue(job);
    const { element, find, text } = await show();
    expect(text('progress')).toBe('Sending 0 of 2 lines');
    await expect(element).toBeAccessible();
    find('[data-id="cancel"]')!.click();
    taken(2);
    await settle();
    expect(stopJob).toHaveBeenCalledWith({ jobId });
    expect(startImport).not.toHaveBeenCalled();
    expect(text('cancelled')).toBe('The import was cancelled before it began. Nothing was changed.');
  });

  it('says what became of the lines and saves those that were not imported', async () => {
    getRows.mockResolvedValue([{ rowId: 'r1', line: 2, message: 'Somebody else has changed this member.' }]);
    const { element, find, end, text } = await show(1);
    await end({ jobId: 'another', state: 'Finished' });
    expect(text('done')).toBeUndefined();
    await end({ jobId, state: 'Finished' });
    expect(text('done')).toBe('1 line was imported.');
    expect(text('refused')).toBe('2 were not: download them, correct them, and import the file again.');
    await expect(element).toBeAccessible();
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
    URL.revokeObjectURL = jest.fn();
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
    expect(find('[data-id="download"]')).toMatchObject({ label: 'Download 2 lines' });
    find('[data-id="download"]')!.click();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const reader = new FileReader();
    const read = new Promise((resolve) => reader.addEventListener('load', resolve));
    reader.readAsText(blobs[0]!);
    await read;
    expect(String(reader.result).split('\r\n')).toEqual([
      'Email,Status,Import error',
      'b@example.com,Called,Somebody else has changed this member.',
      'c@example.com,Called,"Nobody whom you can see has this. Correct it, or ask for access."',
      ''
    ]);
    click.mockRestore();
  });

  it('saves what became of every line', async () => {
    const { end, find } = await show();
    expect(find('c-status-job-download')).toBeNull();
    await end({ jobId, state: 'Finished' });
    const download = find('c-status-job-download')!;
    download.save = jest.fn();
    find('[data-id="results"]')!.click();
    expect(download.job).toMatchObject({ jobId });
    expect(download.save).toHaveBeenCalledWith('results');
  });

  it('speaks of one line and of many', async () => {
    const one = await show(1);
    await one.end({ jobId, state: 'Finished' });
    expect(one.text('refused')).toContain('1 was not');
    expect(one.find('[data-id="download"]')).toMatchObject({ label: 'Download 1 line' });
    getJob.mockResolvedValue({ ...jobs.running, jobId });
    const all = await show();
    await all.end({ jobId, state: 'Finished' }, 2);
    expect(all.text('done')).toBe('2 lines were imported.');
    expect(all.text('refused')).toBeUndefined();
  });

  it('waits for a job that was stopped, because it can be resumed', async () => {
    const { end, text } = await show(1);
    await end({ jobId, state: 'Stopped' });
    expect(text('done')).toBeUndefined();
    expect(getRows).not.toHaveBeenCalled();
    await end({ jobId, state: 'Finished' });
    expect(text('done')).toBe('1 line was imported.');
  });

  it('says what went wrong while sending, and goes on', async () => {
    startImport.mockRejectedValueOnce({ body: { message: '1 of 2 rows have arrived.' } });
    const { element, find, text } = await show();
    expect(text('failure')).toBe('Sending stopped after 2 of 2 lines; nothing was changed yet: 1 of 2 rows have arrived.');
    await expect(element).toBeAccessible();
    find('[data-id="go-on"]')!.click();
    await settle();
    expect(startImport).toHaveBeenCalledTimes(2);
    expect(text('failure')).toBeUndefined();
  });

  it('says that the result could not be read, or the import not be stopped', async () => {
    getRows.mockRejectedValue({ body: { message: 'You can’t see this job.' } });
    const { end, text, find } = await show();
    await end({ jobId, state: 'Finished' });
    expect(text('failure')).toBe('You can’t see this job.');
    expect(find('[data-id="go-on"]')).toBeNull();
    let taken: (count: number) => void = () => undefined;
    addImportRows.mockReturnValue(new Promise((resolve) => (taken = resolve)));
    stopJob.mockRejectedValue({ body: { message: 'Ended already.' } });
    const other = await show();
    other.find('[data-id="cancel"]')!.click();
    taken(2);
    await settle();
    expect(other.text('failure')).toBe('Ended already.');
  });
});
