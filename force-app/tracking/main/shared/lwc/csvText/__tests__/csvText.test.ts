import fc from 'fast-check';
import Papa from 'papaparse';
import { csvLine, downloadCsv, toCsv, withoutNeutralising } from 'c/csvText';

const read = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, '').replace(/\r\n$/, ''), { newline: '\r\n', delimiter: ',' }).data;

/** Text as a file may hold it: what breaks careless writers comes up often. */
const field = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', "'", '\t', ';', 'a', '1') })
);

describe('csvText', () => {
  it('writes RFC 4180 with a byte order mark', () => {
    expect(
      toCsv(
        ['Name', 'Members'],
        [
          ['Called', 24103],
          ['Ada "A", B', null],
          ['two\nlines', undefined]
        ]
      )
    ).toBe('\uFEFFName,Members\r\nCalled,24103\r\n"Ada ""A"", B",\r\n"two\nlines",\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])('makes %j harmless', (text) => {
    expect(read(csvLine([text]))[0]).toEqual([`'${text}`]);
  });

  it('leaves numbers as they are, negative ones too', () => {
    expect(csvLine([-0.5, 0])).toBe('-0.5,0\r\n');
  });

  it('leaves an apostrophe that is part of a name', () => {
    expect(withoutNeutralising("'s-Hertogenbosch")).toBe("'s-Hertogenbosch");
    expect(csvLine(["'s-Hertogenbosch"])).toBe("'s-Hertogenbosch\r\n");
  });

  it('gives back every text that it wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const [, ...written] = read(toCsv(['a', 'b'], rows));
        expect(written.map((row) => row.map(withoutNeutralising))).toEqual(rows);
      })
    );
  });

  it('lets no spreadsheet see a formula', () => {
    fc.assert(
      fc.property(field, (text) => {
        expect(read(csvLine([text, 'b']))[0]?.[0]).not.toMatch(/^[=+\-@\t\r]/);
      })
    );
  });

  it('hands the file to the browser and lets go of it', async () => {
    const made: Blob[] = [];
    const revoked: string[] = [];
    const clicked: string[] = [];
    URL.createObjectURL = (blob) => `blob:${made.push(blob as Blob)}`;
    URL.revokeObjectURL = (url) => revoked.push(url);
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`);
    });

    downloadCsv('members.csv', ['a,b', 'c']);
    downloadCsv('one.csv', 'text');

    expect(clicked).toEqual(['members.csv blob:1', 'one.csv blob:2']);
    expect(made.map(({ size, type }) => `${size} ${type}`)).toEqual(['4 text/plain', '4 text/plain']);
    expect(revoked).toEqual(['blob:1', 'blob:2']);
    click.mockRestore();
  });
});
