import { createElement } from 'lwc';
import getExportPage from '@salesforce/apex/CampaignStatusEditorController.getExportPage';
import { downloadCsv } from 'c/csvText';
import MemberExport from 'c/memberExport';
import page from '../../memberList/__tests__/data/page.json';

jest.mock('@salesforce/apex/CampaignStatusEditorController.getExportPage', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/csvText', () => ({ ...jest.requireActual('c/csvText'), downloadCsv: jest.fn() }));

const campaignId = '701000000000001AAA';
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function show(properties: object = {}): HTMLElement {
  const element = Object.assign(createElement('c-member-export', { is: MemberExport }), {
    campaignId,
    filter: { status: 'Called' },
    count: 6,
    ...properties
  });
  document.body.appendChild(element);
  return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

function status(element: HTMLElement): string {
  return find(element, '[data-id="status"]')!.textContent!;
}

describe('c-member-export', () => {
  it('has nothing to write of nobody', () => {
    expect(find(show({ count: 0 }), '[data-id="export"]')!.disabled).toBe(true);
    expect(find(show({ count: undefined }), '[data-id="export"]')!.disabled).toBe(false);
  });

  it('reads all pages and writes one file', async () => {
    getExportPage.mockResolvedValueOnce(page).mockResolvedValueOnce({ ...page, hasNext: false });
    const element = show();
    find(element, '[data-id="export"]')!.click();
    await settle();

    expect(getExportPage.mock.calls.map(([{ request }]) => [request.cursor, request.sortBy, request.pageSize, request.filter])).toEqual([
      [null, 'Id', 2000, { status: 'Called' }],
      [page.last, 'Id', 2000, { status: 'Called' }]
    ]);
    const [fileName, pieces] = (downloadCsv as jest.Mock).mock.calls[0];
    const lines = pieces.join('').trim().split('\r\n');
    expect(fileName).toMatch(/^campaign-members-\d{4}-\d\d-\d\d\.csv$/);
    expect(lines).toHaveLength(7);
    expect(lines[1]).toBe('00v000000000001AAA,00Q000000000001AAA,Ada Byron,Analytical Engines,ada@example.com,Lead,Called,No,,,');
    expect(lines[3]).toContain(',Subscribed,Yes,2008-05-05,');
    expect(status(element)).toBe('6 members exported');
    await expect(element).toBeAccessible();
  });

  it('says how far it is, and can be cancelled', async () => {
    let answer: (page: object) => void = () => undefined;
    getExportPage.mockResolvedValueOnce(page).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const element = show();
    find(element, '[data-id="export"]')!.click();
    await settle();
    expect(status(element)).toBe('3 of 6 members exported');
    await expect(element).toBeAccessible();

    find(element, '[data-id="cancel"]')!.click();
    answer(page);
    await settle();
    expect(downloadCsv).not.toHaveBeenCalled();
    expect(status(element)).toBe('');
    expect(find(element, '[data-id="export"]')).not.toBeNull();
  });

  it('does not know how far it is where nobody knows how many there are', async () => {
    getExportPage.mockReturnValue(new Promise(() => undefined));
    const element = show({ count: undefined });
    find(element, '[data-id="export"]')!.click();
    await settle();

    expect(status(element)).toBe('0 of … members exported');
  });

  it('says what went wrong and writes nothing', async () => {
    getExportPage.mockResolvedValueOnce(page).mockRejectedValueOnce({ body: { message: 'You can’t read campaigns.' } });
    const element = show();
    find(element, '[data-id="export"]')!.click();
    await settle();

    expect(status(element)).toBe('You can’t read campaigns.');
    expect(downloadCsv).not.toHaveBeenCalled();
  });

  it('stops when it leaves the page', async () => {
    getExportPage.mockResolvedValue(page);
    const element = show();
    find(element, '[data-id="export"]')!.click();
    element.remove();
    await settle();

    expect(getExportPage).toHaveBeenCalledTimes(1);
    expect(downloadCsv).not.toHaveBeenCalled();
  });
});
