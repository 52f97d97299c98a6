import { createElement } from 'lwc';
import Papa from 'papaparse';
import getSetup from '@salesforce/apex/StatusImportController.getSetup';
import check from '@salesforce/apex/StatusImportController.check';
import StatusImportWizard from 'c/statusImportWizard';
import { readRecords } from 'c/statusImportFile';
import { rememberMapping } from 'c/statusImportRules';
import { ImportDraft } from '../importDraft';
import { runLabel } from '../steps';

jest.mock('@salesforce/apex/StatusImportController.getSetup', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/StatusImportController.check', () => ({ default: jest.fn() }), { virtual: true });

const setup = {
  statuses: ['Called', 'Subscribed'],
  aliases: [],
  keys: ['MemberId', 'LeadId', 'ContactId', 'Email'],
  externalFields: [],
  canAddMembers: true
};
const member = { outcome: 'MEMBER', memberId: '00v', status: 'Called' };

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

async function show() {
  const element = Object.assign(createElement('c-status-import-wizard', { is: StatusImportWizard }), { campaignId: '701' });
  const closed: unknown[] = [];
  element.addEventListener('close', (event) => closed.push((event as CustomEvent).detail));
  document.body.appendChild(element);
  await settle();
  const find = (selector: string): HTMLElement | null => element.shadowRoot!.querySelector(selector);
  const click = async (id: string): Promise<void> => {
    find(`[data-id="${id}"]`)!.click();
    await settle();
  };
  return { element, closed, find, click, next: () => find('[data-id="next"]') as HTMLElement & { disabled: boolean; label: string } };
}

async function giveFile({ find }: Awaited<ReturnType<typeof show>>, text: string): Promise<void> {
  const table = await readRecords(Papa, text);
  const detail = { name: 'people.csv', encoding: 'utf-8', text, table };
  find('c-status-import-source')!.dispatchEvent(new CustomEvent('readfile', { detail }));
  await settle();
}

beforeEach(() => {
  window.localStorage.clear();
  Object.assign(window, { Papa });
  getSetup.mockResolvedValue(setup);
  check.mockResolvedValue({ isTooMuch: false, matches: [member] });
});

describe('c-status-import-wizard', () => {
  it('goes from the file to the import', async () => {
    const wizard = await show();
    expect(wizard.find('[data-id="step"]')!.textContent).toBe('Step 1 of 4: File');
    expect(wizard.next().disabled).toBe(true);
    await expect(wizard.element).toBeAccessible();

    await giveFile(wizard, 'Email,Status\na@example.com,Subscribed\n');
    await wizard.click('next');
    expect(wizard.find('c-status-import-columns')).toMatchObject({ names: ['Email', 'Status'], hasHeader: true });
    expect(wizard.find('[data-id="step"]')!.textContent).toBe('Step 2 of 4: Columns');

    await wizard.click('next');
    expect(check).toHaveBeenCalledWith({ campaignId: '701', request: { matchBy: 'Email', externalField: null, keys: ['a@example.com'] } });
    expect(wizard.next().label).toBe('Import 1 line');
    await expect(wizard.element).toBeAccessible();

    await wizard.click('back');
    await wizard.click('back');
    expect(wizard.find('c-status-import-source')).toMatchObject({ file: expect.objectContaining({ name: 'people.csv' }) });
    await wizard.click('next');
    await wizard.click('next');
    expect(check).toHaveBeenCalledTimes(1);
  });

  it('keeps its window open while lines are sent and closes with the job', async () => {
    const wizard = await show();
    await giveFile(wizard, 'Email,Status\na@example.com,Subscribed\n');
    await wizard.click('next');
    await wizard.click('next');
    await wizard.click('next');
    const run = wizard.find('c-status-import-run')!;
    run.dispatchEvent(new CustomEvent('sendstate', { detail: { isSending: true } }));
    await settle();
    expect(wizard.element).toMatchObject({ disableClose: true });
    expect(wizard.find('[data-id="close"]')).toMatchObject({ disabled: true });
    run.dispatchEvent(new CustomEvent('sendstate', { detail: { isSending: false, jobId: 'a01' } }));
    await settle();
    await wizard.click('close');
    expect(wizard.closed).toEqual([{ jobId: 'a01' }]);
  });

  it('closes with nothing where nothing was started', async () => {
    const wizard = await show();
    await wizard.click('close');
    expect(wizard.closed).toEqual([null]);
  });

  it('takes what the user says of the columns', async () => {
    const wizard = await show();
    await giveFile(wizard, 'a@example.com,Subscribed\nb@example.com,Called\n');
    await wizard.click('next');
    const columns = wizard.find('c-status-import-columns')! as HTMLElement & { names: string[]; mapping: object; samples: string[][] };
    expect(columns).toMatchObject({ names: ['Column 1', 'Column 2'], hasHeader: false });
    columns.dispatchEvent(new CustomEvent('toggleheader', { detail: { hasHeader: true } }));
    await settle();
    expect(columns.samples).toEqual([['b@example.com', 'Called']]);
    columns.dispatchEvent(new CustomEvent('mapcolumns', { detail: { ...columns.mapping, fixedStatus: '' } }));
    await settle();
    expect(wizard.next().disabled).toBe(true);
    columns.dispatchEvent(new CustomEvent('mapcolumns', { detail: { ...columns.mapping, fixedStatus: 'Called' } }));
    await settle();
    expect(wizard.next().disabled).toBe(false);
  });

  it('does not go on without a file, or with one that is broken', async () => {
    const wizard = await show();
    await giveFile(wizard, 'Email,Status\n"a@example.com,Subscribed\n');
    expect(wizard.next().disabled).toBe(true);
    wizard.find('c-status-import-source')!.dispatchEvent(new CustomEvent('readfile'));
    await settle();
    expect(wizard.next().disabled).toBe(true);
  });

  it('says what went wrong before it begins', async () => {
    getSetup.mockRejectedValueOnce({ body: { message: 'You can’t change members.' } });
    const wizard = await show();
    const panel = wizard.find('c-view-state')!.shadowRoot!.querySelector('c-error-panel')!;
    expect(panel.shadowRoot!.querySelector('[data-id="message"]')!.textContent).toBe('You can’t change members.');
    await expect(wizard.element).toBeAccessible();
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(wizard.find('c-status-import-source')).not.toBeNull();
  });
});

describe('the draft of an import', () => {
  const draftOf = async (text: string): Promise<ImportDraft> => ImportDraft.of(await readRecords(Papa, text), setup, 'Import error', '701');

  it('leaves out what an earlier import added, and undoes what it did to formulas', async () => {
    const draft = await draftOf("Email,Status,Note,Import error\na@example.com,Called,'=1+1,why\n");
    expect(draft.names).toEqual(['Email', 'Status', 'Note']);
    expect(draft.samples[0]![2]).toBe('=1+1');
  });

  it('uses the columns as they were used before, where that is still possible', async () => {
    const mapping = { matchBy: 'Email', externalField: null, keyColumn: 1, statusColumn: -1, fixedStatus: 'Subscribed' } as const;
    rememberMapping(['Work', 'Home'], mapping);
    expect((await draftOf('Work,Home\na@example.com,b@example.com\n')).mapping).toEqual(mapping);
    rememberMapping(['Work', 'Home'], { ...mapping, fixedStatus: 'Gone' });
    expect((await draftOf('Work,Home\na@example.com,b@example.com\n')).mapping.keyColumn).toBe(0);
    rememberMapping(['Work', 'Home'], { ...mapping, matchBy: 'ExternalId', externalField: 'Lead.X' });
    expect((await draftOf('Work,Home\na@example.com,b@example.com\n')).mapping.matchBy).toBe('Email');
  });

  it('is not complete without lines, a person and a status of its own column', async () => {
    expect((await draftOf('Email,Status\n')).isComplete).toBe(false);
    const draft = await draftOf('Email,Status\na@example.com,Called\n');
    expect(draft.isComplete).toBe(true);
    expect(draft.withMapping({ ...draft.mapping, keyColumn: -1 }).isComplete).toBe(false);
    expect(draft.withMapping({ ...draft.mapping, statusColumn: 0 }).isComplete).toBe(false);
  });
});

describe('the button that imports', () => {
  it('says what it does', () => {
    expect([0, 1, 9120].map(runLabel)).toEqual(['Nothing to import', 'Import 1 line', 'Import 9,120 lines']);
  });
});
