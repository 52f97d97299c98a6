import getChanges from '@salesforce/apex/StatusJobController.getChanges';
import getRows from '@salesforce/apex/StatusJobController.getRows';
import { JobFile, outcomeText, whyText } from 'c/jobRowsFile';
import jobs from '../../jobText/__tests__/data/jobs.json';
import rows from './data/rows.json';

jest.mock('@salesforce/apex/StatusJobController.getChanges', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.getRows', () => ({ default: jest.fn() }), { virtual: true });

const { jobId } = jobs.finished;
const nothing = { changes: [], lastId: null, isLast: true };
const change = {
  memberId: '00v000000000009AAA',
  leadOrContactId: '00Q000000000009AAA',
  personName: '=HYPERLINK("x")',
  fromStatus: 'Called',
  toStatus: 'Subscribed',
  changedAt: '2026-11-23T13:01:00.000Z',
  isListed: false
};
const pageOf = (changes: object[], lastId: string, isLast = false): object => ({ changes, lastId, isLast });
const signal = (): AbortSignal => new AbortController().signal;

beforeEach(() => {
  getChanges.mockReset().mockResolvedValue(nothing);
  getRows.mockReset().mockResolvedValue([]);
});

/** What the browser is given: parts of parts. Its Blob can't read those again in this place, so they are noted when they are made. */
function noteParts(): { name: () => string; lines: () => string[] } {
  const texts = new WeakMap<Blob, string>();
  const RealBlob = Blob;
  jest.spyOn(globalThis, 'Blob').mockImplementation((parts: BlobPart[] = [], options) => {
    const blob = new RealBlob(['x'], options);
    texts.set(blob, parts.map((part) => (typeof part === 'string' ? part : texts.get(part as Blob))).join(''));
    return blob;
  });
  let text = '';
  let name = '';
  URL.createObjectURL = jest.fn((blob: Blob) => {
    text = texts.get(blob)!;
    return 'blob:file';
  });
  URL.revokeObjectURL = jest.fn();
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function noteName(this: HTMLAnchorElement) {
    name = this.download;
  });
  return { name: () => name, lines: () => text.replace(/^\uFEFF/, '').split('\r\n') };
}

async function saved(job: object, kind: string): Promise<{ name: string; lines: string[]; file: JobFile }> {
  const noted = noteParts();
  const file = new JobFile(job, kind);
  await file.read(() => undefined, signal());
  file.save();
  jest.restoreAllMocks();
  return { name: noted.name(), lines: noted.lines(), file };
}

describe('the file of rows that were not changed', () => {
  it('says who was not changed, and why', async () => {
    getRows.mockResolvedValue(rows);
    const { name, lines, file } = await saved(jobs.finished, 'notChanged');

    expect(name).toBe('SJ-000012 rows not changed.csv');
    expect(lines).toEqual([
      'Name,Status before,Status asked for,Result,Why,Attempts,Member ID,Lead or Contact ID',
      'Maria Silva,Called,Subscribed,Failed,FIELD_CUSTOM_VALIDATION_EXCEPTION: Members who opted out stay as they are.,1,00v000000000001AAA,00Q000000000001AAA',
      ',Called again,Subscribed,Skipped,Somebody changed the member meanwhile; that change was kept,1,00v000000000002AAA,',
      ',,Attended,To be tried again,Locked by another change. Try again.,2,,003000000000001AAA',
      ''
    ]);
    expect(file.tally).toEqual({ changed: 0, failed: 1, skipped: 1, undecided: 1 });
    expect(getChanges).not.toHaveBeenCalled();
  });

  it('has lines of an import so that they can be put right and imported again, and no formula runs', async () => {
    getRows.mockResolvedValue([rows[2]]);
    const { lines } = await saved(jobs.draft, 'notChanged');

    expect(lines[0].startsWith('Key,Status,Line,')).toBe(true);
    expect(lines[1].startsWith("'=cmd@example.com,attended ,44,")).toBe(true);
  });
});

describe('the file of results', () => {
  it('has who was changed, from what, to what and when, and every row that is listed', async () => {
    getChanges.mockResolvedValue(pageOf([change, { ...change, personName: null, leadOrContactId: null, toStatus: null }], 'c2', true));
    getRows.mockResolvedValue(rows);
    const { name, lines, file } = await saved(jobs.finished, 'results');

    expect(name).toBe('SJ-000012 results.csv');
    expect(lines).toEqual([
      'Name,Status before,Status after,Result,Reason,Why,Status asked for,Changed at (UTC),Member ID,Lead or Contact ID',
      '"\'=HYPERLINK(""x"")",Called,Subscribed,Changed,,,Subscribed,2026-11-23T13:01:00.000Z,00v000000000009AAA,00Q000000000009AAA',
      ',Called,,Changed,,,,2026-11-23T13:01:00.000Z,00v000000000009AAA,',
      'Maria Silva,Called,Called,Failed,Salesforce refused the change,FIELD_CUSTOM_VALIDATION_EXCEPTION: Members who opted out stay as they are.,Subscribed,,00v000000000001AAA,00Q000000000001AAA',
      ',Called again,Called again,Skipped,Somebody changed the member meanwhile; that change was kept,Somebody changed the member meanwhile; that change was kept,Subscribed,,00v000000000002AAA,',
      ',,,To be tried again,Locked by another change. Try again.,Locked by another change. Try again.,Attended,,,003000000000001AAA',
      ''
    ]);
    expect(file.tally).toEqual({ changed: 2, failed: 1, skipped: 1, undecided: 1 });
    expect(file.size).toBe(5);
  });

  it('has a member whose status was stored differently once, as failed, with the status that was stored', async () => {
    getChanges.mockResolvedValue(pageOf([{ ...change, memberId: rows[0].memberId, toStatus: 'Attended', isListed: true }], 'c1', true));
    getRows.mockResolvedValue([{ ...rows[0], reason: 'Stored Differently' }]);
    const { lines, file } = await saved(jobs.finished, 'results');

    expect(lines).toHaveLength(3);
    expect(lines[1].startsWith('Maria Silva,Called,Attended,Failed,')).toBe(true);
    expect(file.tally).toMatchObject({ changed: 0, failed: 1 });
  });

  it('finds the status that was stored for a person who was to be added', async () => {
    getChanges.mockResolvedValue(pageOf([{ ...change, fromStatus: null, toStatus: 'Attended', isListed: true }], 'c1', true));
    getRows.mockResolvedValue([{ ...rows[0], memberId: null, leadOrContactId: change.leadOrContactId, reason: 'Stored Differently' }]);
    const { lines } = await saved(jobs.importing, 'results');

    expect(lines[1].startsWith('Maria Silva,Called,Attended,Failed,')).toBe(true);
  });

  it('says nothing of a status after where the person is no member, or what was stored is not known', async () => {
    getRows.mockResolvedValue([
      { ...rows[1], reason: 'Not On Campaign' },
      { ...rows[0], reason: 'Stored Differently' }
    ]);
    const { lines } = await saved(jobs.finished, 'results');

    expect(lines[1].startsWith(',Called again,,Skipped,No longer a member of the campaign,')).toBe(true);
    expect(lines[2].startsWith('Maria Silva,Called,,Failed,')).toBe(true);
  });

  it('names the lines of an import where they are known', async () => {
    getChanges.mockResolvedValue(pageOf([change], 'c1', true));
    getRows.mockResolvedValue([rows[2]]);
    const { lines } = await saved(jobs.importing, 'results');

    expect(lines[0].endsWith(',Line,Key,Status in the file')).toBe(true);
    expect(lines[1].endsWith(',,,')).toBe(true);
    expect(lines[2].endsWith(",44,'=cmd@example.com,attended ")).toBe(true);
  });

  it('is read page by page to the end, whatever the pages hold', async () => {
    const full = Array.from({ length: 2000 }, (_, index) => ({ ...rows[0], rowId: `row ${index}` }));
    getChanges
      .mockResolvedValueOnce(pageOf([change, change], 'c2'))
      .mockResolvedValueOnce(pageOf([], 'c4'))
      .mockResolvedValueOnce(pageOf([change], 'c5', true));
    getRows.mockResolvedValueOnce(full).mockResolvedValueOnce([rows[1]]);
    const { lines } = await saved(jobs.finished, 'results');

    expect(getChanges.mock.calls.map(([request]) => request)).toEqual([
      { jobId, afterId: null, pageSize: 2000 },
      { jobId, afterId: 'c2', pageSize: 2000 },
      { jobId, afterId: 'c4', pageSize: 2000 }
    ]);
    expect(getRows.mock.calls.map(([{ afterId }]) => afterId)).toEqual([null, 'row 1999']);
    expect(lines).toHaveLength(1 + 3 + 2001 + 1);
  });
});

describe('reading a file', () => {
  it('goes on after an error where it was', async () => {
    getChanges.mockResolvedValueOnce(pageOf([change], 'c1')).mockRejectedValueOnce(new Error('The server is away.'));
    const file = new JobFile(jobs.finished, 'results');
    await expect(file.read(() => undefined, signal())).rejects.toThrow('The server is away.');
    expect(file.size).toBe(1);

    getChanges.mockResolvedValueOnce(pageOf([change], 'c2', true));
    await file.read(() => undefined, signal());
    expect(getChanges.mock.lastCall[0].afterId).toBe('c1');
    expect(file.size).toBe(2);
  });

  it('stops, takes nothing that comes after that, and goes on', async () => {
    const stopping = new AbortController();
    const progress = jest.fn();
    getChanges.mockImplementationOnce(() => {
      stopping.abort();
      return Promise.resolve(pageOf([change], 'c1'));
    });
    const file = new JobFile(jobs.finished, 'results');
    await file.read(progress, stopping.signal);
    expect([file.size, getChanges.mock.calls.length, getRows.mock.calls.length]).toEqual([0, 1, 0]);

    getRows.mockImplementationOnce(() => Promise.resolve(rows));
    await file.read(progress, signal());
    expect(getChanges.mock.lastCall[0].afterId).toBeNull();
    expect(file.size).toBe(3);

    const late = new AbortController();
    const other = new JobFile(jobs.finished, 'notChanged');
    getRows.mockImplementationOnce(() => {
      late.abort();
      return Promise.resolve(rows);
    });
    await other.read(progress, late.signal);
    expect(other.size).toBe(0);
  });
});

describe('texts of a row', () => {
  it('are the recorded message, or what the reason means, or the reason', () => {
    expect(rows.map(whyText)).toEqual([
      'FIELD_CUSTOM_VALIDATION_EXCEPTION: Members who opted out stay as they are.',
      'Somebody changed the member meanwhile; that change was kept',
      'Locked by another change. Try again.'
    ]);
    expect(whyText({ ...rows[1], reason: 'Something New' })).toBe('Something New');
    expect(whyText({ ...rows[1], reason: null })).toBe('');
  });

  it('name outcomes, and show one that is not known as it is', () => {
    expect([outcomeText('Failed'), outcomeText('Gone')]).toEqual(['Failed', 'Gone']);
  });
});
