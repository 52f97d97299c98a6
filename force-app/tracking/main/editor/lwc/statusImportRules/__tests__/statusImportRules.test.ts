import fc from 'fast-check';
import {
  columnNames,
  guessMapping,
  isOwnFile,
  isRefused,
  judge,
  LineFacts,
  LineReader,
  looksLikeHeader,
  MATCH,
  readAliases,
  rememberedMapping,
  rememberMapping,
  StatusResolver,
  VERDICTS,
  withoutErrorColumn,
  writeAlias,
  type Mapping
} from 'c/statusImportRules';

const STATUSES = ['Called', 'No Show', 'Subscribed'];
const KEYS = ['MemberId', 'LeadId', 'ContactId', 'Email'];
const resolver = new StatusResolver(STATUSES, [{ alias: 'no-show', status: 'No Show' }], {});
const mapping: Mapping = { matchBy: 'Email', externalField: null, keyColumn: 0, statusColumn: 1, fixedStatus: null };

beforeEach(() => window.localStorage.clear());

describe('statuses', () => {
  it.each([
    ['Called', 'Called', 'exact'],
    ['called', 'Called', 'spelling'],
    ['  NO   show ', 'No Show', 'spelling'],
    ["'Called", null, null],
    ['No-Show', 'No Show', 'org'],
    ['Attended!', null, null],
    ['Call', null, null],
    ['', null, null]
  ])('%j stands for %j (%s)', (text, status, by) => {
    expect(resolver.resolve(text)).toEqual({ status, by });
  });

  it('are told from each other only by what tells them apart', () => {
    const alike = new StatusResolver(['Sent', 'SENT'], [], {});
    expect(alike.resolve('Sent').status).toBe('Sent');
    expect(alike.resolve('sent').status).toBeNull();
  });

  it('are recognised in a file that was made harmless for spreadsheets', () => {
    expect(new StatusResolver(['+1 guest'], [], {}).resolve("'+1 guest")).toEqual({ status: '+1 guest', by: 'spelling' });
  });

  it('are remembered for a campaign as the user said', () => {
    const known = writeAlias('701', writeAlias('701', {}, 'Attended!', 'Subscribed'), 'Called', null);
    expect(readAliases('701')).toEqual({ 'Attended!': 'Subscribed', Called: null });
    expect(readAliases('702')).toEqual({});
    const own = new StatusResolver(STATUSES, [], known);
    expect(own.resolve('Attended!')).toEqual({ status: 'Subscribed', by: 'user' });
    expect(own.resolve('Called')).toEqual({ status: null, by: 'user' });
    expect(writeAlias('701', known, 'Called', undefined)).toEqual({ 'Attended!': 'Subscribed' });
  });

  it('that are gone from the campaign are forgotten', () => {
    expect(new StatusResolver(['Called'], [], { x: 'Subscribed' }).resolve('x')).toEqual({ status: null, by: null });
  });

  it('do without a storage that holds nonsense or may not be used', () => {
    window.localStorage.setItem('campaignStatusImport.aliases.701', '[not json');
    expect(readAliases('701')).toEqual({});
    window.localStorage.setItem('campaignStatusImport.aliases.701', 'null');
    expect(readAliases('701')).toEqual({});
    window.localStorage.setItem('campaignStatusImport.aliases.701', '{"a":1,"b":"Called"}');
    expect(readAliases('701')).toEqual({ b: 'Called' });
    const store = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('QuotaExceededError');
    });
    expect(writeAlias('701', {}, 'a', 'Called')).toEqual({ a: 'Called' });
    expect(() => rememberMapping(['a'], mapping)).not.toThrow();
    store.mockRestore();
  });
});

describe('columns', () => {
  const guess = (names: string[], ...samples: string[][]): Mapping => guessMapping(names, samples, { keys: KEYS, resolver });

  it.each([
    [['Name', 'E-mail address', 'Status'], ['Ada', 'ada@example.com', 'Called'], 'Email', 1, 2],
    [['Who', 'What'], ['00vLo0000000001IAA', 'called'], 'MemberId', 0, 1],
    [['Lead ID', 'Campaign Member Status'], ['00QLo0000000001', 'x'], 'LeadId', 0, 1],
    [['ID', 'E-mail', 'Attendance'], ['003Lo0000000001AAA', 'ada@example.com', 'x'], 'ContactId', 0, 2],
    [['Member ID'], [''], 'MemberId', 0, -1],
    [['Shoe size'], ['42'], 'Email', -1, -1]
  ])('%j with %j', (names, sample, matchBy, keyColumn, statusColumn) => {
    expect(guess(names, sample)).toEqual({ matchBy, externalField: null, keyColumn, statusColumn, fixedStatus: null });
  });

  it('do not guess what is not offered', () => {
    expect(guessMapping(['Lead ID'], [], { keys: ['MemberId'], resolver }).keyColumn).toBe(-1);
  });

  it('are named by a header, or by their place', () => {
    const nameless = (place: number): string => `Column ${place}`;
    expect(columnNames(['a', ' '], [['1', '2', '3']], nameless)).toEqual(['a', 'Column 2', 'Column 3']);
    expect(columnNames(null, [['1', '2']], nameless)).toEqual(['Column 1', 'Column 2']);
  });

  it('tell a header from a person', () => {
    expect(looksLikeHeader(['Email', 'Status'])).toBe(true);
    expect(looksLikeHeader(['ada@example.com', 'Called'])).toBe(false);
    expect(looksLikeHeader(['00QLo0000000001', 'Called'])).toBe(false);
  });

  it('are remembered for files with the same columns', () => {
    rememberMapping(['Mail', 'State'], { ...mapping, fixedStatus: 'Called' });
    rememberMapping(['Other'], mapping);
    expect(rememberedMapping(['mail', 'STATE'])).toEqual({ ...mapping, fixedStatus: 'Called' });
    expect(rememberedMapping(['mail'])).toBeUndefined();
    window.localStorage.setItem('campaignStatusImport.columns', '{');
    expect(rememberedMapping(['mail'])).toBeUndefined();
    window.localStorage.setItem('campaignStatusImport.columns', '[["a",{}],3]');
    expect(rememberedMapping(['a'])).toBeUndefined();
  });

  it('leave out the one that an import added', () => {
    expect(isOwnFile(['a', 'Import error'], 'Import error')).toBe(true);
    expect(isOwnFile(['Import error', 'a'], 'Import error')).toBe(false);
    expect(withoutErrorColumn(['a', 'Import error'], 'Import error', ['1', 'why'])).toEqual(['1']);
    expect(withoutErrorColumn(['a', 'b'], 'Import error', ['1', '2'])).toEqual(['1', '2']);
  });
});

describe('lines', () => {
  const rows = [['Key', 'Status'], [' a ', 'Called'], ['', ' '], ["'=b", "'s", 'more'], ['only']];
  const table = { size: rows.length, rows: (from: number, to: number) => rows.slice(from, to) };

  it('are read with their keys and statuses', () => {
    const reader = new LineReader(table, true, false);
    expect(reader.count).toBe(4);
    expect(reader.numberOf(0)).toBe(2);
    expect(reader.lines(0, 4, mapping)).toEqual([
      { isBlank: false, key: 'a', status: 'Called' },
      { isBlank: true, key: '', status: ' ' },
      { isBlank: false, key: "'=b", status: "'s" },
      { isBlank: false, key: 'only', status: '' }
    ]);
    expect(reader.lines(3, 4, { ...mapping, fixedStatus: 'Called' })[0]?.status).toBe('Called');
  });

  it('of a file that was written here lose what made them harmless', () => {
    const [line] = new LineReader(table, false, true).lines(3, 4, mapping);
    expect(line).toEqual({ isBlank: false, key: '=b', status: "'s" });
  });
});

describe('verdicts', () => {
  const facts = (...lines: readonly (readonly [string, (typeof MATCH)[keyof typeof MATCH], string?, string?])[]): LineFacts => {
    const known = new LineFacts(lines.length);
    lines.forEach(([status, match, target, current], line) => {
      known.setStatus(line, status);
      known.setMatch(line, match, target, current);
    });
    return known;
  };
  const verdictsOf = (known: LineFacts, addMembers = false): string[] => {
    const judgement = judge(known, { resolver, addMembers });
    return Array.from({ length: known.count }, (_, line) => judgement.verdictOf(line));
  };

  it('say what becomes of each line', () => {
    const known = facts(
      ['Called', MATCH.MEMBER, 'm1', 'Subscribed'],
      ['called', MATCH.MEMBER, 'm2', 'Called'],
      ['Called', MATCH.NOT_MEMBER, 'l1'],
      ['Clicked', MATCH.MEMBER, 'm3', 'Called'],
      ['Called', MATCH.AMBIGUOUS],
      ['Called', MATCH.NOT_FOUND],
      ['Called', MATCH.OTHER_CAMPAIGN],
      ['Called', MATCH.MALFORMED],
      ['Subscribed', MATCH.MEMBER, 'm1', 'Subscribed'],
      ['Called', MATCH.BLANK_KEY],
      [' ', MATCH.MEMBER, 'm4', 'Called'],
      ['', MATCH.BLANK_LINE],
      ['Called', MATCH.UNCHECKED]
    );
    const verdicts = ['change', 'same', 'notMember', 'unknownStatus', 'ambiguous', 'notFound', 'otherCampaign', 'malformed', 'duplicate'];
    expect(verdictsOf(known)).toEqual([...verdicts, 'blankKey', 'blankStatus', 'blankLine', 'unchecked']);
    expect(verdictsOf(known, true)[2]).toBe('add');
    const judgement = judge(known, { resolver, addMembers: true });
    expect(judgement.firstOf(8)).toBe(0);
    expect(judgement.willRun).toBe(2);
    expect(judgement.refused).toBe(9);
    expect(judgement.linesByStatus.get('Called')).toBe(8);
    expect(known.checked).toBe(12);
  });

  it('count a person with the first line that can be carried out', () => {
    const known = facts(['Clicked', MATCH.MEMBER, 'm1', 'x'], ['Called', MATCH.MEMBER, 'm1', 'x'], ['No Show', MATCH.MEMBER, 'm1', 'x']);
    expect(verdictsOf(known)).toEqual(['unknownStatus', 'change', 'duplicate']);
    const own = new StatusResolver(STATUSES, [], { Clicked: 'Subscribed' });
    expect(judge(known, { resolver: own, addMembers: false }).verdictOf(1)).toBe('duplicate');
  });

  it('are found page by page', () => {
    const known = facts(...Array.from({ length: 9 }, (_, line) => ['Called', line % 2 ? MATCH.NOT_FOUND : MATCH.AMBIGUOUS] as const));
    const judgement = judge(known, { resolver, addMembers: false });
    expect(judgement.linesUnder('notFound', 1, 2)).toEqual([3, 5]);
    expect(judgement.linesUnder('change', 0, 2)).toEqual([]);
  });

  it('leave no line without one, and give none two', () => {
    const line = fc.tuple(
      fc.constantFrom('Called', 'called', 'Clicked', '', ' ', 'No-Show', 'constructor', '__proto__'),
      fc.constantFrom(...Object.values(MATCH)),
      fc.option(fc.constantFrom('m1', 'm2', 'l1', '__proto__'), { nil: undefined }),
      fc.constantFrom('Called', 'Subscribed')
    );
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), (lines, addMembers) => {
        const known = facts(...lines);
        const judgement = judge(known, { resolver, addMembers });
        const total = VERDICTS.reduce((sum, verdict) => sum + judgement.counts[verdict], 0);
        expect(total).toBe(lines.length);
        const listed = VERDICTS.flatMap((verdict) => judgement.linesUnder(verdict, 0, lines.length));
        expect(listed.sort((a, b) => a - b)).toEqual(lines.map((_, index) => index));
        const left = judgement.counts.same + judgement.counts.blankLine;
        expect(judgement.willRun + judgement.refused + left).toBe(lines.length);
        // Nobody is written twice.
        const run = listed.filter((index) => ['change', 'add'].includes(judgement.verdictOf(index))).map((index) => lines[index]?.[2]);
        const people = run.filter((target) => target !== undefined);
        expect(new Set(people).size).toBe(people.length);
      })
    );
  });

  it('ask for attention only where there is something to do', () => {
    expect(VERDICTS.filter((verdict) => !isRefused(verdict))).toEqual(['change', 'add', 'same', 'blankLine']);
  });
});
