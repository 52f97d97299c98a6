import { createElement } from 'lwc';
import previewChange from '@salesforce/apex/CampaignStatusEditorController.previewChange';
import StatusChangePreview from 'c/statusChangePreview';
import preview from './data/preview.json';

jest.mock('@salesforce/apex/CampaignStatusEditorController.previewChange', () => ({ default: jest.fn() }), { virtual: true });

jest.mock('c/jobWatch', () => ({ watchJobs: jest.fn() }));

const campaignId = '701000000000001AAA';
const settle = (): Promise<void> => new Promise(process.nextTick);

async function show(properties = {}): Promise<{ element: HTMLElement; closed: jest.Mock }> {
  const element = createElement('c-status-change-preview', { is: StatusChangePreview });
  Object.assign(element, { campaignId, filter: { status: 'Called' }, targetStatus: 'Subscribed', ...properties });
  const closed = jest.fn();
  element.addEventListener('close', (event) => closed((event as CustomEvent).detail));
  document.body.appendChild(element);
  await settle();
  return { element, closed };
}

function find(element: HTMLElement, selector: string): HTMLElement | null {
  return element.shadowRoot!.querySelector(selector);
}

function textOf(element: HTMLElement, id: string): string | null | undefined {
  return find(element, `[data-id="${id}"]`)?.textContent;
}

describe('c-status-change-preview', () => {
  beforeEach(() => {
    previewChange.mockResolvedValue(preview);
  });

  it('says first what will happen, then from where, then who stays', async () => {
    const { element } = await show();

    expect(previewChange).toHaveBeenCalledWith({ campaignId, filter: { status: 'Called' }, memberIds: null, targetStatus: 'Subscribed' });
    expect(textOf(element, 'sentence')).toBe('24,103 members will move to “Subscribed” and count as responded.');
    expect(textOf(element, 'details')).toBe('24,000 newly count as responded · 103 move backwards · 10 have this status already');
    const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Called', 'Subscribed', '24,000', 'becomes responded', '–'],
      ['No status', 'Subscribed', '103', '–', 'moves backwards']
    ]);
    expect(textOf(element, 'refusals')).toContain('2 · This member is no longer on the campaign.');
    expect(find(element, '[data-id="change"]')!.label).toBe('Change 24,103 members');
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ willChange: 1 }, '1 member will move to “Subscribed” and count as responded.', 'Change 1 member'],
    [{ willChange: 1, targetResponded: false }, '1 member will move to “Subscribed”.', 'Change 1 member'],
    [{ willChange: 2, targetResponded: false }, '2 members will move to “Subscribed”.', 'Change 2 members'],
    [{ willChange: 0, moves: [], refusals: [] }, 'Nobody will move to “Subscribed”.', 'Change members']
  ])('names what it does: %o', async (counts, sentence, label) => {
    previewChange.mockResolvedValue({ ...preview, ...counts });
    const { element } = await show();

    expect(textOf(element, 'sentence')).toBe(sentence);
    expect(find(element, '[data-id="change"]')).toMatchObject({ label, disabled: counts.willChange === 0 });
  });

  it('says who no longer counts as responded', async () => {
    const moves = [{ fromStatus: 'Subscribed', members: 2, isBackwards: true, becomesResponded: false, losesResponded: true }];
    previewChange.mockResolvedValue({ ...preview, loseResponded: 2, moves });

    const { element } = await show();
    expect(textOf(element, 'details')).toContain('2 no longer count as responded');
    expect(element.shadowRoot!.querySelector('tbody')!.textContent).toContain('no longer responded');
  });

  it('closes with the answer', async () => {
    const { element, closed } = await show();
    find(element, '[data-id="change"]')!.click();
    find(element, '[data-id="cancel"]')!.click();

    expect(closed.mock.calls.map(([answer]) => answer ?? undefined)).toEqual(['change', undefined]);
  });

  it('shows shapes while it counts, and can not be confirmed yet', async () => {
    previewChange.mockReturnValue(new Promise(() => undefined));
    const { element } = await show();

    expect(find(element, 'c-view-state')!.isLoading).toBe(true);
    expect(find(element, '[data-id="change"]')!.disabled).toBe(true);
  });

  it('shows an error and tries again', async () => {
    previewChange.mockRejectedValueOnce({ body: { message: 'The campaign has no status “Subscribed”.' } });
    const { element } = await show();
    expect(find(element, 'c-view-state')!.error.body.message).toContain('no status');
    expect(find(element, '[data-id="change"]')!.disabled).toBe(true);
    await expect(element).toBeAccessible();

    find(element, 'c-view-state')!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(textOf(element, 'sentence')).toContain('24,103');
  });

  it('says what comes first only where it is a job', async () => {
    const { element } = await show();
    expect(find(element, 'c-status-jobs-ahead')!.campaignId).toBe(campaignId);
    const { element: small } = await show({ memberIds: ['00v1'] });
    expect(find(small, 'c-status-jobs-ahead')).toBeNull();
  });
});
