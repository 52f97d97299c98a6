import check from '@salesforce/apex/StatusImportController.check';
import addImportRows from '@salesforce/apex/StatusJobController.addImportRows';
import getRows from '@salesforce/apex/StatusJobController.getRows';
import openImport from '@salesforce/apex/StatusJobController.openImport';
import startImport from '@salesforce/apex/StatusJobController.startImport';
import stopJob from '@salesforce/apex/StatusJobController.stopJob';
import { ImportSender, matchLines, readFailures } from 'c/statusImportCalls';
import { judge, LineFacts, LineReader, StatusResolver, type CheckedImport, type Mapping } from 'c/statusImportRules';

jest.mock('@salesforce/apex/StatusImportController.check', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.addImportRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.getRows', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.openImport', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.startImport', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusJobController.stopJob', () => ({ default: jest.fn() }), { virtual: true });

const campaignId = '701Lo0000000001IAA';
const mapping: Mapping = { matchBy: 'Email', externalField: null, keyColumn: 0, statusColumn: 1, fixedStatus: null };
const resolver = new StatusResolver(['Called', 'Subscribed'], [], {});

const readerOf = (rows: string[][]): LineReader =>
  new LineReader({ size: rows.length, rows: (from, to) => rows.slice(from, to) }, false, false);
const people = (count: number): string[][] => Array.from({ length: count }, (_, index) => [`p${index}@example.com`, 'Called']);

/** Every key names a member; “lead…” and “contact…” name people who are none. */
const answer = ({ request: { keys } }: { request: { keys: string[] } }): object => ({
  isTooMuch: false,
  matches: keys.map((key) => {
    if (key.startsWith('lead')) return { outcome: 'NOT_MEMBER', leadId: `00Q${key}` };
    if (key.startsWith('contact')) return { outcome: 'NOT_MEMBER', contactId: `003${key}` };
    return { outcome: 'MEMBER', memberId: `00v${key}`, status: 'Subscribed' };
  })
});

async function checkedImport(rows: string[][], addMembers = false): Promise<CheckedImport> {
  const reader = readerOf(rows);
  const facts = new LineFacts(reader.count);
  await matchLines({ campaignId, mapping, reader, facts, onProgress: jest.fn(), isCancelled: () => false });
  return { campaignId, names: ['Email', 'Status'], mapping, reader, facts, judgement: judge(facts, { resolver, addMembers }), resolver };
}

beforeEach(() => {
  jest.resetAllMocks();
  check.mockImplementation((request) => Promise.resolve(answer(request)));
  openImport.mockResolvedValue('a01');
  addImportRows.mockImplementation(({ rows }) => Promise.resolve(rows.length));
});

describe('matching', () => {
  const match = (
    rows: string[][],
    facts = new LineFacts(rows.length),
    isCancelled = (): boolean => false,
    onProgress = jest.fn()
  ): Promise<void> => matchLines({ campaignId, mapping, reader: readerOf(rows), facts, onProgress, isCancelled });

  it('asks for a thousand lines at a time, one call after the other', async () => {
    const progress = jest.fn();
    await match(people(2500), undefined, undefined, progress);
    expect(check.mock.calls.map(([{ request }]) => request.keys.length)).toEqual([1000, 1000, 500]);
    expect(check).toHaveBeenCalledWith({ campaignId, request: expect.objectContaining({ matchBy: 'Email', externalField: null }) });
    expect(progress.mock.calls).toEqual([[1000], [2000], [2500]]);
  });

  it('does not ask about lines that name nobody, or nobody who could be', async () => {
    const facts = new LineFacts(4);
    await match(
      [
        ['', ''],
        [' ', 'Called'],
        ['x'.repeat(256), 'Called'],
        ['a@example.com', 'Called']
      ],
      facts
    );
    expect(check.mock.calls[0][0].request.keys).toEqual(['a@example.com']);
    expect([...facts.match]).toEqual([8, 7, 3, 1]);
    await match([['', '']]);
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('asks for fewer lines where too many people share their keys', async () => {
    check.mockImplementation((request) =>
      Promise.resolve(request.request.keys.length > 2 ? { isTooMuch: true, matches: [] } : answer(request))
    );
    const facts = new LineFacts(5);
    await match(people(5), facts);
    expect(facts.targets).toEqual(people(5).map(([email]) => `00v${email}`));
  });

  it('tries again, then says what failed, and goes on from there', async () => {
    jest.useFakeTimers();
    check.mockImplementationOnce((request) => Promise.resolve(answer(request))).mockRejectedValue(new Error('No connection'));
    const facts = new LineFacts(1500);
    const failed = match(people(1500), facts).catch((error: Error) => error.message);
    await jest.advanceTimersByTimeAsync(5000);
    expect(await failed).toBe('No connection');
    jest.useRealTimers();
    expect(check).toHaveBeenCalledTimes(4);
    expect(facts.checked).toBe(1000);
    check.mockReset().mockImplementation((request) => Promise.resolve(answer(request)));
    await match(people(1500), facts);
    expect(check).toHaveBeenCalledTimes(1);
    expect(facts.checked).toBe(1500);
  });

  it('stops when nobody waits for it', async () => {
    await match(people(3000), undefined, () => check.mock.calls.length > 0);
    expect(check).toHaveBeenCalledTimes(1);
    check.mockReset().mockRejectedValue(new Error('No connection'));
    await expect(match(people(1), undefined, () => check.mock.calls.length > 0)).rejects.toThrow('No connection');
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('takes an answer that it does not know for nobody', async () => {
    check.mockResolvedValue({ isTooMuch: false, matches: [{ outcome: 'NEW' }] });
    const facts = new LineFacts(2);
    await match(people(2), facts);
    expect([...facts.match]).toEqual([3, 3]);
  });
});

describe('sending', () => {
  it('hands over the lines that run, in blocks, and starts the job', async () => {
    const rows = [...people(1500), ['lead@example.com', 'Called'], ['contact@example.com', 'called'], ['a@example.com', 'Clicked']];
    const sender = new ImportSender(await checkedImport(rows, true));
    const sent = jest.fn();
    expect(await sender.send(sent)).toBe(true);
    expect(openImport).toHaveBeenCalledWith({ campaignId, total: 1502 });
    const blocks = addImportRows.mock.calls.map(([block]) => block);
    expect(blocks.map(({ jobId, sequence }) => [jobId, sequence])).toEqual(blocks.map((_, index) => ['a01', index + 1]));
    const all = blocks.flatMap((block) => block.rows);
    expect(all).toHaveLength(1502);
    expect(all[0]).toEqual({
      line: 1,
      memberId: '00vp0@example.com',
      leadId: null,
      contactId: null,
      expectedStatus: 'Subscribed',
      newStatus: 'Called',
      inputKey: 'p0@example.com',
      inputStatus: 'Called'
    });
    expect(all[1500]).toMatchObject({ memberId: null, leadId: '00Qlead@example.com', contactId: null, expectedStatus: null });
    expect(all[1501]).toMatchObject({ contactId: '003contact@example.com', newStatus: 'Called', inputStatus: 'called', line: 1502 });
    expect(sent).toHaveBeenLastCalledWith(1502);
    expect(startImport).toHaveBeenCalledWith({ jobId: 'a01' });
  });

  it('finds the few lines that run among many that do not', async () => {
    const rows = people(5000).map(([email, status], index) => [email!, index % 1000 === 999 ? status! : 'Clicked']);
    const sender = new ImportSender(await checkedImport(rows));
    await sender.send(jest.fn());
    expect(addImportRows.mock.calls.flatMap(([block]) => block.rows.map((row: { line: number }) => row.line))).toEqual([
      1000, 2000, 3000, 4000, 5000
    ]);
  });

  it('goes on with the block that was not taken, under its number', async () => {
    jest.useFakeTimers();
    const sending = new ImportSender(await checkedImport(people(2000)));
    addImportRows.mockResolvedValueOnce(1000).mockRejectedValue(new Error('No connection'));
    const failed = sending.send(jest.fn()).catch((error: Error) => error.message);
    await jest.advanceTimersByTimeAsync(5000);
    expect(await failed).toBe('No connection');
    jest.useRealTimers();
    addImportRows.mockReset().mockResolvedValue(1000);
    expect(await sending.send(jest.fn())).toBe(true);
    expect(addImportRows.mock.calls.map(([{ sequence, rows }]) => [sequence, rows[0].line])).toEqual([[2, 1001]]);
    expect(openImport).toHaveBeenCalledTimes(1);
  });

  it('does not start what was cancelled', async () => {
    const sender = new ImportSender(await checkedImport(people(2000)));
    addImportRows.mockImplementation(async () => {
      await sender.cancel();
      return 1000;
    });
    expect(await sender.send(jest.fn())).toBe(false);
    expect(addImportRows).toHaveBeenCalledTimes(1);
    expect(stopJob).toHaveBeenCalledWith({ jobId: 'a01' });
    expect(startImport).not.toHaveBeenCalled();
  });

  it('has nothing to stop before a job was opened', async () => {
    const sender = new ImportSender(await checkedImport(people(1)));
    await sender.cancel();
    expect(stopJob).not.toHaveBeenCalled();
  });
});

describe('what a job could not do', () => {
  it('is read page by page', async () => {
    const page = Array.from({ length: 2000 }, (_, index) => ({ rowId: `r${index}`, line: index + 2, message: 'Locked', reason: 'Locked' }));
    getRows.mockResolvedValueOnce(page).mockResolvedValueOnce([
      { rowId: 'x', line: 5000, message: 'Gone' },
      { rowId: 'y', message: 'no line' }
    ]);
    const failures = await readFailures('a01');
    expect(getRows.mock.calls.map(([{ afterId }]) => afterId)).toEqual([null, 'r1999']);
    expect(failures).toHaveLength(2001);
    expect(failures[2000]).toEqual({ line: 5000, message: 'Gone' });
  });
});
