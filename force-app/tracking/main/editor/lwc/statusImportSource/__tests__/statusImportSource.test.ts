import { createElement } from 'lwc';
import { TextDecoder } from 'node:util';
import Papa from 'papaparse';
import StatusImportSource from 'c/statusImportSource';
import { refusalOf } from '../refusals';

// jsdom has none.
Object.assign(globalThis, { TextDecoder });

async function settle(done: () => boolean, tries = 200): Promise<void> {
  if (done() || tries === 0) return;
  await new Promise((resolve) => setTimeout(resolve, 10));
  await settle(done, tries - 1);
}

function show(): { element: HTMLElement; files: unknown[]; find: (selector: string) => HTMLElement | null } {
  const element = createElement('c-status-import-source', { is: StatusImportSource });
  const files: unknown[] = [];
  element.addEventListener('readfile', (event) => {
    const { detail } = event as CustomEvent;
    files.push(detail);
    Object.assign(element, { file: detail ?? undefined });
  });
  document.body.appendChild(element);
  return { element, files, find: (selector) => element.shadowRoot!.querySelector(selector) };
}

function paste(found: ReturnType<typeof show>, value: string): void {
  found.find('lightning-textarea')!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

function choose(found: ReturnType<typeof show>, name: string, content: string): void {
  const bytes = Buffer.from(content, 'utf8');
  const slice = (from: number, to: number) => ({ arrayBuffer: () => Promise.resolve(new Uint8Array(bytes.subarray(from, to)).buffer) });
  const file = { name, size: bytes.length, slice };
  found.find('lightning-input')!.dispatchEvent(new CustomEvent('change', { detail: { files: [file] } }));
}

const text = (found: ReturnType<typeof show>, id: string): string | null | undefined => found.find(`[data-id="${id}"]`)?.textContent;

describe('c-status-import-source', () => {
  beforeEach(() => Object.assign(window, { Papa }));

  it('says what it has read of a file', async () => {
    const found = show();
    choose(found, 'people.csv', 'Email;Status\r\na@example.com;Called\r\n');
    await settle(() => text(found, 'summary') !== undefined);
    expect(text(found, 'summary')).toBe('people.csv: 2 rows, separated by semicolon, UTF-8');
    expect(found.files).toEqual([null, expect.objectContaining({ name: 'people.csv', text: 'Email;Status\na@example.com;Called\n' })]);
    await expect(found.element).toBeAccessible();
  });

  it('takes pasted rows once the user has finished, and another delimiter', async () => {
    const found = show();
    paste(found, 'Email');
    paste(found, 'Email\tStatus');
    await settle(() => text(found, 'summary') !== undefined);
    expect(text(found, 'summary')).toBe('Pasted rows: 1 row, separated by tab, UTF-8');
    found.find('lightning-combobox')!.dispatchEvent(new CustomEvent('change', { detail: { value: ',' } }));
    await settle(() => text(found, 'summary')?.includes('comma') === true);
    expect(text(found, 'summary')).toBe('Pasted rows: 1 row, separated by comma, UTF-8');
  });

  it.each([
    ['nothing', '', 'There is nothing in this file. Choose a file with one row for each person.'],
    ['an open quotation mark', 'a,b\n"x,1', 'A quotation mark is opened and never closed']
  ])('refuses %s', async (_, content, message) => {
    const found = show();
    choose(found, 'people.csv', content);
    await settle(() => text(found, 'refusal') !== undefined);
    expect(text(found, 'refusal')).toContain(message);
    await expect(found.element).toBeAccessible();
  });

  it('refuses pasted blanks and forgets what it had', async () => {
    const found = show();
    paste(found, ' \n');
    await settle(() => text(found, 'refusal') !== undefined);
    expect(found.files).toEqual([null]);
  });

  it('points to a quotation mark that is not doubled', async () => {
    const found = show();
    choose(found, 'people.csv', 'a,b\n"x"y",1\n');
    await settle(() => text(found, 'warning') !== undefined);
    expect(text(found, 'warning')).toContain('Line 2 has a quotation mark');
  });

  it('shows only the file that was chosen last, and nothing after it was left', async () => {
    const found = show();
    choose(found, 'first.csv', 'a,b\n'.repeat(5000));
    choose(found, 'second.csv', 'a,b\n1,2');
    await settle(() => text(found, 'summary') !== undefined);
    expect(text(found, 'summary')).toContain('second.csv: 2 rows');
    choose(found, 'third.csv', 'a,b');
    document.body.removeChild(found.element);
    await settle(() => found.files.length > 4);
    expect(found.files.filter((file) => file !== null)).toHaveLength(1);
  });

  it('ignores a file dialog that was cancelled', () => {
    const found = show();
    found.find('lightning-input')!.dispatchEvent(new CustomEvent('change', { detail: { files: [] } }));
    expect(found.files).toEqual([]);
  });

  it('says why a file can not be imported', () => {
    expect(refusalOf(new Error('tooLarge'))).toContain('larger than 100 MB');
    expect(refusalOf(new Error('tooManyLines'))).toContain('more than 500,000 lines');
    expect(refusalOf(new Error('The file could not be read'))).toContain('Details: The file could not be read');
  });
});
