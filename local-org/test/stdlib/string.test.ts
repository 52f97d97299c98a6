import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexList } from '../../src/values/index.js';
import { call, list, thrown } from './support.js';

const plain = (value: unknown): unknown => (value instanceof ApexList ? value.items : value);

/** Method, receiver and arguments, result. Most rows are examples of the Apex Reference. */
const CASES: readonly (readonly [string, readonly unknown[], unknown])[] = [
  ['abbreviate', ['Hello Maximillian', 8], 'Hello...'],
  ['abbreviate', ['Hello Maximillian', 20], 'Hello Maximillian'],
  ['abbreviate', ['Hello, dear Max. Let me know how you are.', 15, 12], '...Max. Let ...'],
  ['capitalize', ['hello max'], 'Hello max'],
  ['capitalize', [''], ''],
  ['center', ['hello', 9], '  hello  '],
  ['center', ['hello', 9, '-'], '--hello--'],
  ['charAt', ['Ω is Ohm.', 0], 937],
  ['codePointAt', ['a\u{1F600}', 1], 0x1f600],
  ['compareTo', ['abcde', 'abcd'], 1],
  ['contains', ['hello', 'ell'], true],
  ['containsAny', ['hello', 'hx'], true],
  ['containsIgnoreCase', ['hello', 'HE'], true],
  ['containsNone', ['abcde', 'fg'], true],
  ['containsOnly', ['abba', 'abcd'], true],
  ['containsWhitespace', ['Hello Jane'], true],
  ['countMatches', ['Hello Jane', 'l'], 2],
  ['deleteWhitespace', [' Hello  Jane '], 'HelloJane'],
  ['difference', ['Hello Jane', 'Hello Max'], 'Max'],
  ['endsWithIgnoreCase', ['hello', 'LO'], true],
  ['equals', ['abc', 'ABC'], false],
  ['equalsIgnoreCase', ['abc', 'ABC'], true],
  ['escapeCsv', ['Max1, "Max2"'], '"Max1, ""Max2"""'],
  ['unescapeCsv', ['"Max1, ""Max2"""'], 'Max1, "Max2"'],
  ['escapeEcmaScript', ['"grade": 3.9/4.0'], '\\"grade\\": 3.9\\/4.0'],
  ['escapeHtml4', ['"<Black&White>" é—'], '&quot;&lt;Black&amp;White&gt;&quot; &eacute;&mdash;'],
  ['unescapeHtml4', ['&lt;a&gt; &#65;&#x42; &Omega;&nosuch;'], '<a> AB Ω&nosuch;'],
  ['escapeXml', ["it's <b>"], 'it&apos;s &lt;b&gt;'],
  ['escapeJava', ['Company: "Salesforce.com"'], 'Company: \\"Salesforce.com\\"'],
  ['unescapeJava', ['\\u0041\\n'], 'A\n'],
  ['escapeUnicode', ['De onde você é?'], 'De onde voc\\u00EA \\u00E9?'],
  ['getLevenshteinDistance', ['Hello Joe', 'Hello Max'], 3],
  ['getLevenshteinDistance', ['Hello Jane', 'Hello Max', 2], -1],
  ['hashCode', ['hello'], 99162322],
  ['indexOf', ['abcde', 'cd'], 2],
  ['indexOf', ['abcde', 'x'], -1],
  ['indexOf', ['', '', 5], 0],
  ['indexOfAny', ['abcd', 'xc'], 2],
  ['indexOfAnyBut', ['abcd', 'xc'], 0],
  ['indexOfDifference', ['abcd', 'abxy'], 2],
  ['indexOfIgnoreCase', ['abcde', 'CD'], 2],
  ['isAllLowerCase', ['abc'], true],
  ['isAllUpperCase', ['ABc'], false],
  ['isAlpha', ['Letters'], true],
  ['isAlpha', [''], false],
  ['isAlphaSpace', ['My Car'], true],
  ['isAlphanumeric', ['Letters123'], true],
  ['isAlphanumericSpace', ['AE 86'], true],
  ['isAsciiPrintable', ['é'], false],
  ['isNumeric', ['1.2'], false],
  ['isNumericSpace', ['1 2 3'], true],
  ['isWhitespace', ['  \t'], true],
  ['lastIndexOf', ['nnoooo', 'no'], 1],
  ['lastIndexOf', ['acaca', 'c', 2], 1],
  ['left', ['abcdaacd', 3], 'abc'],
  ['left', ['ab', -1], ''],
  ['leftPad', ['ab', 5, '*'], '***ab'],
  ['mid', ['abcde', 2, 3], 'cde'],
  ['mid', ['abcde', -2, 3], 'abc'],
  ['normalizeSpace', ['  Salesforce \t   Platform '], 'Salesforce Platform'],
  ['remove', ['Salesforce and force.com', 'force'], 'Sales and .com'],
  ['removeEnd', ['Salesforce and force.com', '.com'], 'Salesforce and force'],
  ['removeStartIgnoreCase', ['Salesforce', 'SALES'], 'force'],
  ['repeat', ['SFDC', 2], 'SFDCSFDC'],
  ['repeat', ['SFDC', '-', 2], 'SFDC-SFDC'],
  ['replace', ['abcdbca', 'bc', 'x$1'], 'ax$1dx$1a'],
  ['replaceAll', ['a b 5 xyz', '[a-zA-Z]', '1'], '1 1 5 111'],
  ['replaceAll', ['John Smith', '(\\w+) (\\w+)', '$2 $1'], 'Smith John'],
  ['replaceFirst', ['a b', '[a-z]', 'x'], 'x b'],
  ['reverse', ['abc\u{1F600}'], '\u{1F600}cba'],
  ['right', ['Hello Max', 3], 'Max'],
  ['rightPad', ['ab', 4], 'ab  '],
  ['split', ['a,b,c,,', ','], ['a', 'b', 'c']],
  ['split', ['a.b.c', '\\.', 2], ['a', 'b.c']],
  ['split', ['', ','], ['']],
  ['split', ['boo:and:foo', 'o', -1], ['b', '', ':and:f', '', '']],
  ['splitByCharacterType', ['Lightning.platform'], ['L', 'ightning', '.', 'platform']],
  ['splitByCharacterTypeCamelCase', ['ASFLicense12'], ['ASF', 'License', '12']],
  ['startsWithIgnoreCase', ['Abc', 'aB'], true],
  ['stripHtmlTags', ['<p>Hello <b>you</b></p>'], 'Hello you'],
  ['substring', ['hamburger', 4, 8], 'urge'],
  ['substringAfter', ['Salesforce.Lightning.platform', '.'], 'Lightning.platform'],
  ['substringAfterLast', ['Salesforce.Lightning.platform', '.'], 'platform'],
  ['substringBefore', ['Salesforce.Lightning.platform', '.'], 'Salesforce'],
  ['substringBeforeLast', ['Salesforce.Lightning.platform', '.'], 'Salesforce.Lightning'],
  ['substringBetween', ['tagYellowtag', 'tag'], 'Yellow'],
  ['substringBetween', ['xYellowy', 'x', 'y'], 'Yellow'],
  ['swapCase', ['Lightning'], 'lIGHTNING'],
  ['trim', [' \t a b \n'], 'a b'],
  ['uncapitalize', ['Hello Max'], 'hello Max']
];

describe('String', () => {
  it.each(CASES)('%s %j', (method, values, expected) => {
    expect(plain(call(`String.${method}`, ...values))).toEqual(expected);
  });

  it.each([
    ['escapeSingleQuotes', ["it's"], "it\\'s"],
    ['fromCharArray', [list('Integer', 74, 97, 110)], 'Jan'],
    ['format', ["Hello {0}, it''s '{1}' {1} {2}", list('Object', 'Max', 3)], "Hello Max, it's {1} 3 {2}"],
    ['getCommonPrefix', [list('String', 'SFDCApex', 'SFDCVisualforce')], 'SFDC'],
    ['isBlank', [' \t'], true],
    ['isBlank', [null], true],
    ['isEmpty', [' '], false],
    ['isNotBlank', ['a'], true],
    ['join', [list('Object', 10, 'b', null), ', '], '10, b, '],
    ['valueOf', [ApexDate.of(2008, 5, 5)], '2008-05-05'],
    ['valueOf', [new ApexDatetime(Date.UTC(2008, 4, 5, 20))], '2008-05-05 13:00:00'],
    ['valueOfGmt', [new ApexDatetime(Date.UTC(2008, 4, 5, 20))], '2008-05-05 20:00:00'],
    ['valueOf', [ApexDecimal.parse('1.50')], '1.50'],
    ['valueOf', [new ApexDouble(5)], '5.0']
  ] as const)('static %s', (method, values, expected) => {
    expect(call(`String.${method}`, ...values)).toBe(expected);
  });

  it('throws what the platform throws', () => {
    expect(thrown(() => call('String.substring', 'abc', 4))).toBe('System.StringException: Starting position out of bounds: 4');
    expect(thrown(() => call('String.substring', 'abc', 1, 4))).toBe('System.StringException: Ending position out of bounds: 4');
    expect(thrown(() => call('String.contains', 'abc', null))).toBe('System.NullPointerException: Argument cannot be null.');
  });

  it('splits and joins back on a literal separator', () => {
    const part = fc.stringMatching(/^[a-z]{1,5}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        expect(plain(call('String.split', parts.join(';'), ';'))).toEqual(parts);
      })
    );
  });

  it('drops trailing empty parts only without a limit, as Java does', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab,]{0,12}$/), (text) => {
        const parts = plain(call('String.split', text, ',', -1)) as string[];
        expect(parts).toEqual(text.split(','));
        const trimmed = [...parts];
        while (trimmed.length > 0 && trimmed.at(-1) === '') trimmed.pop();
        expect(plain(call('String.split', text, ','))).toEqual(text === '' ? [''] : trimmed);
      })
    );
  });

  it('escapes and unescapes without loss', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(call('String.unescapeHtml4', call('String.escapeHtml4', text))).toBe(text);
        expect(call('String.unescapeJava', call('String.escapeJava', text))).toBe(text);
        expect(call('String.unescapeCsv', call('String.escapeCsv', text))).toBe(text);
      })
    );
  });
});
