import getRows from '@salesforce/apex/StatusJobController.getRows';
import { downloadRows, outcomeText, whyText } from 'c/jobRowsFile';
import jobs from '../../jobText/__tests__/data/jobs.json';
import rows from './data/rows.json';

jest.mock('@salesforce/apex/StatusJobController.getRows', () => ({ default: jest.fn() }), { virtual: true });

/** The file that the browser was given: its name and its text. */
async function downloaded(job: object): Promise<{ name: string; lines: string[] }> {
  const blobs: Blob[] = [];
  const names: string[] = [];
  URL.createObjectURL = jest.fn((blob: Blob) => {
    blobs.push(blob);
    return 'blob:file';
  });
  URL.revokeObjectURL = jest.fn();
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function name(this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await downloadRows(job);
  click.mockRestore();
  const text = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blobs[0]);
  });
  return { name: names[0], lines: text.replace(/^\uFEFF/, '').split('\r\n') };
}

describe('downloadRows', () => {
  it('saves who was not changed, and why', async () => {
    getRows.mockResolvedValue(rows);
    const { name, lines } = await downloaded(jobs.finished);

    expect(name).toBe('SJ-000012 rows not changed.csv');
    expect(lines).toEqual([
      'Name,Status before,Status asked for,Result,Why,Attempts,Member ID,Lead or Contact ID',
      'Maria Silva,Called,Subscribed,Failed,FIELD_CUSTOM_VALIDATION_EXCEPTION: Members who opted out stay as they are.,1,00v000000000001AAA,00Q000000000001AAA',
      ',Called again,Subscribed,Skipped,Somebody changed the member meanwhile; that change was kept,1,00v000000000002AAA,',
      ',,Attended,To be tried again,Locked by another change. Try again.,2,,003000000000001AAA',
      ''
    ]);
  });

  it('saves lines of an import so that they can be put right and imported again, and no formula runs', async () => {
    getRows.mockResolvedValue([rows[2]]);
    const { lines } = await downloaded(jobs.draft);

    expect(lines[0].startsWith('Key,Status,Line,')).toBe(true);
    expect(lines[1].startsWith("'=cmd@example.com,attended ,44,")).toBe(true);
  });

  it('reads page by page until there is no more', async () => {
    const page = Array.from({ length: 2000 }, (_, index) => ({ ...rows[0], rowId: `row ${index}` }));
    getRows.mockResolvedValueOnce(page).mockResolvedValueOnce([rows[1]]);
    const { lines } = await downloaded(jobs.finished);

    expect(getRows.mock.calls).toEqual([
      [{ jobId: jobs.finished.jobId, afterId: null, pageSize: 2000 }],
      [{ jobId: jobs.finished.jobId, afterId: 'row 1999', pageSize: 2000 }]
    ]);
    expect(lines).toHaveLength(2003);
  });

  it('saves nothing where a page could not be read', async () => {
    getRows.mockRejectedValue(new Error('No access.'));
    URL.createObjectURL = jest.fn();

    await expect(downloadRows(jobs.finished)).rejects.toThrow('No access.');
    expect(URL.createObjectURL).not.toHaveBeenCalled();
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
