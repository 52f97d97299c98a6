import { readFileSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import fc from 'fast-check';
import Papa from 'papaparse';
import { toCsv } from 'c/csvText';
import {
  decodeFile,
  EMPTY,
  loadPapa,
  MAXIMUM_BYTES,
  MAXIMUM_LINES,
  readRecords,
  tidyText,
  TOO_LARGE,
  TOO_MANY_LINES
} from 'c/statusImportFile';

// jsdom has none.
Object.assign(globalThis, { TextDecoder });

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'utf8')] : part)));
const utf16 = (text: string, isBig: boolean): number[] => {
  const buffer = Buffer.from(text, 'utf16le');
  return [...(isBig ? buffer.swap16() : buffer)];
};

/** jsdom's Blob can't be read. */
function fileOf(content: Uint8Array): Blob {
  return {
    size: content.length,
    slice: (from: number, to: number) => ({ arrayBuffer: () => Promise.resolve(content.slice(from, to).buffer) })
  } as unknown as Blob;
}

const read = (text: string, delimiter?: string) => readRecords(Papa, text, { delimiter });

describe('the text of a file', () => {
  const TEXT = 'E-mail,Status\nzoë@example.com,Besucht – ja\n';

  it.each([
    ['UTF-8', 'utf-8', bytes(TEXT)],
    ['UTF-8 with a byte order mark', 'utf-8', bytes([0xef, 0xbb, 0xbf], TEXT)],
    ['UTF-16, lower byte first', 'utf-16le', bytes([0xff, 0xfe], utf16(TEXT, false))],
    ['UTF-16, upper byte first', 'utf-16be', bytes([0xfe, 0xff], utf16(TEXT, true))],
    ['UTF-16 without a byte order mark', 'utf-16le', bytes(utf16(TEXT, false))],
    ['UTF-16 without a mark, upper byte first', 'utf-16be', bytes(utf16(TEXT, true))]
  ])('is read from %s', async (_, encoding, content) => {
    expect(await decodeFile(fileOf(content))).toEqual({ text: TEXT, encoding });
  });

  it('is read from Windows-1252 where it is no UTF-8', async () => {
    const { text, encoding } = await decodeFile(fileOf(bytes('Zo', [0xeb])));
    expect({ text, encoding }).toEqual({ text: 'Zoë', encoding: 'windows-1252' });
  });

  it('is the same however it falls into pieces', async () => {
    const text = `a,ü\r\n`.repeat(400_000);
    const { text: decoded } = await decodeFile(fileOf(bytes(text)));
    expect(decoded).toBe('a,ü\n'.repeat(400_000));
  });

  it('has one kind of line end', async () => {
    expect(tidyText('\uFEFFa\r\nb\rc\nd')).toBe('a\nb\nc\nd');
    expect((await decodeFile(fileOf(bytes('a\r')))).text).toBe('a\n');
  });

  it('is refused where there is none, or too much', async () => {
    await expect(decodeFile(fileOf(bytes('')))).rejects.toThrow(EMPTY);
    await expect(decodeFile({ size: MAXIMUM_BYTES + 1 } as Blob)).rejects.toThrow(TOO_LARGE);
  });
});

describe('the records of a text', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2',
      ',',
      [
        ['a', 'b'],
        ['1', '2']
      ]
    ],
    [
      'semicolons',
      'a;b\n1,5;2',
      ';',
      [
        ['a', 'b'],
        ['1,5', '2']
      ]
    ],
    [
      'tabs',
      'a\tb\n1\t2\n',
      '\t',
      [
        ['a', 'b'],
        ['1', '2']
      ]
    ],
    [
      'bars',
      'a|b\n1|2\n',
      '|',
      [
        ['a', 'b'],
        ['1', '2']
      ]
    ],
    ['one column', 'Email\na@example.com\n', ',', [['Email'], ['a@example.com']]],
    ['quotes and line breaks', 'a,b\n"x ""y"", z","two\nlines"\n\n3,4\n', ',', [['a', 'b'], ['x "y", z', 'two\nlines'], [''], ['3', '4']]],
    [
      'formulas and markup',
      'a,b\n=1+1,<script>\n',
      ',',
      [
        ['a', 'b'],
        ['=1+1', '<script>']
      ]
    ],
    ['blank lines at the end', 'a,b\n1,2\n\n\n', ',', [['a', 'b'], ['1', '2'], [''], ['']]]
  ])('are found with %s', async (_, text, delimiter, rows) => {
    const table = await read(text);
    expect({ delimiter: table.delimiter, size: table.size, rows: table.rows(0, 9) }).toEqual({ delimiter, size: rows.length, rows });
    expect(rows.map((__, index) => table.row(index))).toEqual(rows);
  });

  it('are read with the delimiter that was chosen', async () => {
    expect((await read('a;b\n1;2', ',')).rows(0, 9)).toEqual([['a;b'], ['1;2']]);
  });

  it('are none in an empty text', async () => {
    expect((await read('')).size).toBe(0);
    expect((await read('a')).rows(5, 9)).toEqual([]);
  });

  it('tell of quotes that were not closed or not doubled', async () => {
    expect(await read('a,b\n"open,1\n2,3')).toMatchObject({ openQuote: true });
    expect(await read('a,b\n1,2\n"x"y",3\n4,5')).toMatchObject({ openQuote: false, badQuotes: 3 });
    expect(await read('a,b\n1,"2"')).toMatchObject({ openQuote: false, badQuotes: 0 });
  });

  it('are as they were written, whatever is in them', async () => {
    const field = fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', 'a', ' ', "'", '<', '|') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 20 }), async (rows) => {
        const table = await read(tidyText(toCsv(['a', 'b'], rows)), ',');
        expect(table.size).toBe(rows.length + 1);
        for (const [index, [first]] of rows.entries()) expect(table.row(index + 1)[0]?.replace(/^'/, '')).toBe(first.replace(/^'/, ''));
      }),
      { numRuns: 50 }
    );
  });

  it('are found in a hundred thousand lines, piece by piece', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `person${index}@example.com,Called,"line\n${index}"`);
    const shares: number[] = [];
    const table = await readRecords(Papa, `Email,Status,Note\n${lines.join('\n')}`, { onProgress: (share) => shares.push(share) });
    expect(table.size).toBe(100_001);
    expect(table.row(100_000)).toEqual(['person99999@example.com', 'Called', 'line\n99999']);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it('are not read any further when nobody waits for them', async () => {
    let asked = 0;
    const table = await readRecords(Papa, 'a,b\n'.repeat(1000), { isCancelled: () => ++asked > 10 });
    expect(table.size).toBeLessThan(20);
  });

  it('are refused where there are too many', async () => {
    await expect(read('a\n'.repeat(MAXIMUM_LINES + 1))).rejects.toThrow(TOO_MANY_LINES);
  });
});

describe('Papa Parse', () => {
  it('is loaded from the static resource', async () => {
    Object.assign(window, { Papa });
    expect(await loadPapa({})).toBe(Papa);
  });

  it('is deployed as the package has it', () => {
    const deployed = readFileSync('force-app/tracking/main/editor/staticresources/papaparse.js', 'utf8');
    expect(deployed).toBe(readFileSync('node_modules/papaparse/papaparse.min.js', 'utf8'));
  });
});
