import Papa from 'papaparse';
import { isOwnFile, judge, LineFacts, LineReader, MATCH, StatusResolver, VERDICTS, type CheckedImport } from 'c/statusImportRules';
import { errorFile, keyText, lineText, verdictName } from 'c/statusImportText';

const rows = [
  ['Email', 'Status'],
  ['a@example.com', 'called', 'more'],
  ['=1+1', 'Clicked'],
  ['b@example.com', 'Called'],
  ['c@example.com', 'Subscribed'],
  ['d@example.com', 'Subscribed'],
  ['b@example.com', 'Called']
];
const reader = new LineReader({ size: rows.length, rows: (from, to) => rows.slice(from, to) }, true, false);

function checked(addMembers = false): CheckedImport {
  const facts = new LineFacts(6);
  rows.slice(1).forEach(([, status = ''], line) => facts.setStatus(line, status));
  facts.setMatch(0, MATCH.MEMBER, 'm1', 'Subscribed');
  facts.setMatch(1, MATCH.MEMBER, 'm2', 'Called');
  facts.setMatch(2, MATCH.NOT_MEMBER, 'l1');
  facts.setMatch(3, MATCH.MALFORMED);
  facts.setMatch(4, MATCH.MEMBER, 'm3', 'Subscribed');
  facts.setMatch(5, MATCH.NOT_MEMBER, 'l1');
  const resolver = new StatusResolver(['Called', 'Subscribed'], [], {});
  const mapping = { matchBy: 'Email', externalField: null, keyColumn: 0, statusColumn: 1, fixedStatus: null } as const;
  return {
    campaignId: '701',
    names: ['Email', 'Status'],
    mapping,
    reader,
    facts,
    judgement: judge(facts, { resolver, addMembers }),
    resolver
  };
}

describe('what becomes of a line', () => {
  it('is said for each', () => {
    const work = checked();
    expect(reader.lines(0, 6, work.mapping).map((_, line) => lineText(work, line))).toEqual([
      'Subscribed → Called',
      '“Clicked” is not a status of this campaign. Say what it stands for, or correct it.',
      'Not a member of this campaign. Switch on adding people to import this line.',
      'Not a valid value for: E-mail. Correct it.',
      'Is Subscribed already; nothing to do',
      'The same person as in line 4, which counts.'
    ]);
    expect(lineText(checked(true), 2)).toBe('Joins the campaign as Called');
  });

  it('has a name for every verdict and every key', () => {
    expect(new Set(VERDICTS.map(verdictName)).size).toBe(VERDICTS.length);
    expect(keyText('ExternalId', 'Lead: Number')).toBe('Lead: Number');
  });
});

describe('the file of what was not imported', () => {
  it('has the lines as they were, and why', async () => {
    const pieces = await errorFile(['Email', 'Status', 'Column 3'], reader, (line) => (line < 2 ? `why ${line}` : undefined));
    const { data } = Papa.parse<string[]>(
      pieces
        .join('')
        .replace(/^\uFEFF/, '')
        .trimEnd()
    );
    expect(data).toEqual([
      ['Email', 'Status', 'Column 3', 'Import error'],
      ['a@example.com', 'called', 'more', 'why 0'],
      ["'=1+1", 'Clicked', '', 'why 1']
    ]);
    expect(isOwnFile(data[0]!, 'Import error')).toBe(true);
    const again = new LineReader({ size: data.length, rows: (from, to) => data.slice(from, to) }, true, true);
    expect(again.fields(1, 2)[0]![0]).toBe('=1+1');
  });
});
