import { describe, expect, it } from 'vitest';
import { within } from '../../src/org/transaction.js';
import {
  ApexBlob,
  ApexDate,
  type ApexDatetime,
  ApexDecimal,
  ApexDouble,
  type ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  builtinType,
  enumConstantOf,
  toText,
  TypeToken,
  Types
} from '../../src/values/index.js';
import { formatDatetime } from '../../src/stdlib/dateFormat.js';
import { call, list, thrown, transaction, utc } from './support.js';

const decimal = (text: string): ApexDecimal => ApexDecimal.parse(text);
const date = (text: string): ApexDate | null => ApexDate.parseIso(text);

describe('numbers', () => {
  it.each([
    ['Integer.valueOf', ['12'], 12],
    ['Integer.valueOf', [decimal('12.9')], 12],
    ['Long.valueOf', ['12345678901'], 12345678901n],
    ['Double.valueOf', ['1.5'], new ApexDouble(1.5)],
    ['Decimal.intValue', [decimal('-1.9')], -1],
    ['Decimal.round', [decimal('2.5')], 2n],
    ['Decimal.scale', [decimal('1.50')], 2],
    ['Integer.format', [1234567], '1,234,567'],
    ['Decimal.format', [decimal('1234.5678')], '1,234.568'],
    ['Math.abs', [-5], 5],
    ['Math.abs', [-2147483648], -2147483648],
    ['Math.mod', [-7, 3], -1],
    ['Math.max', [3n, 4n], 4n],
    ['Math.round', [decimal('4.5')], 4],
    ['Math.round', [new ApexDouble(4.5)], 5],
    ['Math.roundToLong', [decimal('5.5')], 6n]
  ] as const)('%s(%o) is %o', (name, values, expected) => expect(call(name, ...values)).toEqual(expected));

  it.each([
    ['Integer.valueOf', 'abc', 'System.TypeException: Invalid integer: abc'],
    ['Integer.valueOf', '99999999999', 'System.TypeException: Invalid integer: 99999999999'],
    ['Long.valueOf', 'x', 'System.TypeException: Invalid long: x'],
    ['Double.valueOf', 'x', 'System.TypeException: Invalid double: x'],
    ['Decimal.valueOf', 'x', 'System.TypeException: Invalid decimal: x']
  ])('%s(%s) throws %s', (name, text, expected) => expect(thrown(() => call(name, text))).toBe(expected));
});

describe('dates', () => {
  it.each([
    ['Date.addMonths', [date('2024-01-31'), 1], '2024-02-29'],
    ['Date.addYears', [date('2024-02-29'), 1], '2025-02-28'],
    ['Date.addDays', [date('2024-02-28'), 2], '2024-03-01'],
    ['Date.toStartOfMonth', [date('2024-02-28')], '2024-02-01'],
    ['Date.toStartOfWeek', [date('2024-02-29')], '2024-02-25'],
    ['Date.today', [], '2024-02-29'],
    ['Date.valueOf', ['2008-5-5'], '2008-05-05'],
    ['Date.parse', ['12/27/2009'], '2009-12-27'],
    ['Datetime.date', [utc('2024-03-01T05:00:00Z')], '2024-02-29'],
    ['Datetime.dateGmt', [utc('2024-03-01T05:00:00Z')], '2024-03-01']
  ] as const)('%s', (name, values, expected) => expect((call(name, ...values) as ApexDate).toIso()).toBe(expected));

  it.each([
    ['Date.daysBetween', [date('2024-02-01'), date('2024-03-01')], 29],
    ['Date.monthsBetween', [date('2024-02-29'), date('2025-01-01')], 11],
    ['Date.daysInMonth', [2023, 2], 28],
    ['Date.isLeapYear', [2000], true],
    ['Date.dayOfYear', [date('2024-12-31')], 366],
    ['Date.format', [date('2024-02-09')], '2/9/2024'],
    ['Datetime.hour', [utc('2024-07-01T12:00:00Z')], 5],
    ['Datetime.hourGmt', [utc('2024-07-01T12:00:00Z')], 12],
    ['Datetime.format', [utc('2024-07-01T12:00:00Z')], '7/1/2024, 5:00 AM'],
    ['Datetime.format', [utc('2024-07-01T12:00:00Z'), "EEE, d MMM yyyy HH:mm:ss 'o''clock' Z"], "Mon, 1 Jul 2024 05:00:00 o'clock -0700"],
    ['Datetime.format', [utc('2024-07-01T22:05:09.007Z'), 'yy-M-d h:mm:ss.SSS a z', 'Europe/Berlin'], '24-7-2 12:05:09.007 AM GMT+2'],
    ['Datetime.formatGmt', [utc('2024-07-01T12:00:00Z'), "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"], '2024-07-01T12:00:00.000Z'],
    ['Datetime.getTime', [utc('1970-01-01T00:00:01Z')], 1000n]
  ] as const)('%s(%o)', (name, values, expected) => expect(call(name, ...values)).toBe(expected));

  it.each([
    ['Datetime.newInstance', [2024, 7, 1, 25, 0, 0], '2024-07-02T08:00:00.000Z'],
    ['Datetime.newInstanceGmt', [2024, 7, 1], '2024-07-01T00:00:00.000Z'],
    ['Datetime.newInstance', [date('2024-07-01'), ApexTime.of(1, 2, 3, 4)], '2024-07-01T08:02:03.004Z'],
    ['Datetime.valueOf', ['2024-07-01 01:00:00'], '2024-07-01T08:00:00.000Z'],
    ['Datetime.valueOfGmt', ['2024-07-01 01:00:00'], '2024-07-01T01:00:00.000Z'],
    // Across the start of daylight saving the local time stays.
    ['Datetime.addDays', [utc('2024-03-09T20:00:00Z'), 1], '2024-03-10T19:00:00.000Z'],
    ['Datetime.addHours', [utc('2024-03-09T20:00:00Z'), 24], '2024-03-10T20:00:00.000Z'],
    ['Datetime.parse', ['10/14/2011 11:46 AM'.replace('2011 ', '2011, ')], '2011-10-14T18:46:00.000Z']
  ] as const)('%s(%o)', (name, values, expected) => expect((call(name, ...values) as ApexDatetime).toIso()).toBe(expected));

  it('throws on what is no date', () => {
    expect(thrown(() => call('Date.valueOf', 'tomorrow'))).toBe('System.TypeException: Invalid date: tomorrow');
    expect(thrown(() => call('Datetime.valueOf', 'x'))).toBe('System.TypeException: Invalid date/time: x');
    expect(thrown(() => formatDatetime(0, 'yyyy b', 'UTC'))).toBe("System.IllegalArgumentException: Illegal pattern character 'b'");
  });

  it('keeps times of day', () => {
    expect(toText(call('Time.addHours', ApexTime.of(23, 5, 0, 0), 2))).toBe('01:05:00.000Z');
    expect(call('TimeZone.getOffset', call('TimeZone.getTimeZone', 'America/New_York'), utc('2024-07-01T00:00:00Z'))).toBe(-14_400_000);
  });
});

describe('collections', () => {
  const numbers = (): ApexList => list('Integer', 3, 1, 2);

  it('List', () => {
    const items = numbers();
    call('List.sort', items);
    expect(toText(items)).toBe('(1, 2, 3)');
    expect(thrown(() => call('List.get', items, 3))).toBe('System.ListException: List index out of bounds: 3');
    expect(call('List.remove', items, 0)).toBe(1);
    call('List.add', items, 0, 9);
    expect([toText(items), call('List.indexOf', items, 3), call('List.contains', items, 7)]).toEqual(['(9, 2, 3)', 2, false]);
    const iterator = call('List.iterator', items) as { hasNext$0(): boolean; next$0(): unknown };
    expect(iterator.next$0()).toBe(9);
    items.add(4);
    expect(thrown(() => iterator.next$0())).toBe('System.FinalException: Cannot modify a collection while it is being iterated.');
  });

  it('List.sort with a Comparator is stable', () => {
    const items = list('String', 'bb', 'a', 'cc', 'd');
    call('List.sort', items, { compare$2: (a: string, b: string) => a.length - b.length });
    expect(items.items).toEqual(['a', 'd', 'bb', 'cc']);
  });

  it('Set', () => {
    const id = Types.primitive('Id');
    const ids = new ApexSet<unknown>(id, ['001D000000IqhSLIAZ']);
    expect(call('Set.contains', ids, '001D000000IqhSL')).toBe(true);
    expect(call('Set.contains', ids, 'nothing')).toBe(false);
    const set = new ApexSet(Types.primitive('Integer'), [1, 2, 3]);
    expect(call('Set.retainAll', set, list('Integer', 2, 3, 4))).toBe(true);
    expect(call('Set.addAll', set, list('Integer', 3, 9))).toBe(true);
    expect([toText(set), call('Set.containsAll', set, list('Integer', 2, 9))]).toEqual(['{2, 3, 9}', true]);
  });

  it('Map', () => {
    const map = new ApexMap(Types.primitive('String'), Types.primitive('Integer'));
    expect([call('Map.put', map, 'a', 1), call('Map.put', map, 'a', 2), call('Map.get', map, 'A')]).toEqual([null, 1, null]);
    expect([
      toText(call('Map.values', map)),
      toText(call('Map.keySet', map)),
      call('Map.remove', map, 'a'),
      call('Map.isEmpty', map)
    ]).toEqual(['(2)', '{a}', 2, true]);
  });
});

describe('assertions', () => {
  it.each([
    ['System.assertEquals', [1, 2], 'Assertion Failed: Expected: 1, Actual: 2'],
    ['System.assertEquals', ['a', 'A', 'msg'], 'Assertion Failed: msg: Expected: a, Actual: A'],
    ['System.assertNotEquals', [1, 1], 'Assertion Failed: Same value: 1'],
    ['System.assert', [false], 'Assertion Failed'],
    ['System.assert', [false, 'no'], 'Assertion Failed: no'],
    ['Assert.fail', ['why'], 'Assertion Failed: why'],
    ['Assert.isNull', [1], 'Assertion Failed: Expected: null, Actual: 1'],
    ['Assert.isTrue', [null, 'm'], 'Assertion Failed: m']
  ] as const)('%s(%j)', (name, values, message) => {
    expect(thrown(() => call(name, ...values))).toBe(`System.AssertException: ${message}`);
  });

  it('compares numbers of different types by value', () => {
    expect(thrown(() => call('System.assertEquals', 1, decimal('1.00')))).toBe('nothing');
  });
});

describe('patterns', () => {
  it('find groups one after another', () => {
    const matcher = call('Pattern.matcher', call('Pattern.compile', '(?i)(\\w)(\\d+)'), 'a1 B22');
    expect(thrown(() => call('Matcher.group', matcher))).toBe('System.StringException: No match found');
    expect([
      call('Matcher.find', matcher),
      call('Matcher.group', matcher),
      call('Matcher.start', matcher),
      call('Matcher.end', matcher)
    ]).toEqual([true, 'a1', 0, 2]);
    expect([call('Matcher.find', matcher), call('Matcher.group', matcher, 2), call('Matcher.groupCount', matcher)]).toEqual([
      true,
      '22',
      2
    ]);
    expect([call('Matcher.find', matcher), call('Matcher.matches', matcher)]).toEqual([false, false]);
  });

  it.each([
    ['[a-z&&[^bc]]+', 'ad', true],
    ['[a-z&&[^bc]]+', 'ab', false],
    ['\\p{Alpha}+', 'abc', true],
    ['\\Qa.b\\E', 'a.b', true],
    ['a|ab', 'ab', true],
    ['[\\w.+-]+@[\\w-]+\\.[a-z]{2,}', 'a.b+c@x-y.org', true],
    ['(\\d{3})-\\1', '123-123', true]
  ])('%s matches %s: %s', (regex, text, expected) => expect(call('Pattern.matches', regex, text)).toBe(expected));

  it('refuses what JavaScript cannot do', () => {
    expect(() => call('Pattern.compile', 'a++')).toThrow('Not supported by the local org: possessive quantifiers');
    expect(thrown(() => call('Pattern.compile', '(a'))).toContain('System.StringException: Invalid regex: Unclosed group');
  });
});

describe('bytes', () => {
  const blob = (text: string): ApexBlob => ApexBlob.ofText(text);
  const hex = (value: unknown): unknown => call('EncodingUtil.convertToHex', value);
  it('digests, signs and encodes', () => {
    expect(hex(call('Crypto.generateDigest', 'MD5', blob('a')))).toBe('0cc175b9c0f1b6a831c399e269772661');
    expect(hex(call('Crypto.generateMac', 'HmacSHA256', blob('a'), blob('k')))).toHaveLength(64);
    expect(call('EncodingUtil.base64Encode', blob('Hi?'))).toBe('SGk/');
    expect(call('EncodingUtil.urlEncode', 'a b&c~', 'UTF-8')).toBe('a+b%26c%7E');
    expect(call('Blob.toString', call('EncodingUtil.base64Decode', 'SGk/'))).toBe('Hi?');
  });

  it('encrypts with a managed vector', () => {
    const key = call('Crypto.generateAesKey', 256);
    const secret = call('Crypto.encryptWithManagedIV', 'AES256', key, blob('secret')) as ApexBlob;
    expect(secret.bytes).toHaveLength(32);
    expect(call('Blob.toString', call('Crypto.decryptWithManagedIV', 'AES256', key, secret))).toBe('secret');
  });
});

describe('types', () => {
  it.each([
    ['List<String>', 'List<String>'],
    ['Map<Id, List<Object>>', 'Map<Id,List<ANY>>'],
    ['httprequest', 'HttpRequest'],
    ['system.string', 'String']
  ])('Type.forName(%s)', (name, expected) => expect(call('Type.getName', call('Type.forName', name))).toBe(expected));

  it('know nothing of names that do not exist', () => expect(call('Type.forName', 'Nope')).toBeNull());

  it('make collections and compare by type', () => {
    const type = TypeToken.of(Types.list(Types.primitive('String')));
    expect(toText(call('Type.newInstance', type))).toBe('()');
    expect(call('Type.isAssignableFrom', TypeToken.of(Types.primitive('Object')), type)).toBe(true);
  });
});

describe('callouts', () => {
  it('go to the mock of a test and count', () => {
    const running = transaction();
    const response = call('HttpResponse.new');
    running.test = {
      started: false,
      stopped: false,
      calloutMock: { respond$1: () => response },
      webServiceMock: null,
      fixedSearchResults: null
    };
    const http = builtinType('Http').info!.methods.find(({ name }) => name === 'send')!.implementation as (...args: unknown[]) => unknown;
    const request = call('HttpRequest.new');
    expect(within(running, () => http(null, request))).toBe(response);
    expect(running.limits.used('Callouts')).toBe(1);
    running.test.calloutMock = null;
    expect(thrown(() => within(running, () => http(null, request)))).toBe(
      'System.TypeException: Methods defined as TestMethod do not support Web service callouts'
    );
  });
});

describe('pages', () => {
  it('keep parameters and write them into the address', () => {
    const page = call('PageReference.new', '/apex/Foo?id=1&name=a%20b');
    const parameters = call('PageReference.getParameters', page) as ApexMap;
    expect(parameters.get('name')).toBe('a b');
    parameters.set('x', 'ä');
    expect(call('PageReference.getUrl', page)).toBe('/apex/Foo?id=1&name=a+b&x=%C3%A4');
  });

  it('severities are constants', () => {
    expect(enumConstantOf(builtinType('ApexPages.Severity'), 'error')?.name).toBe('ERROR');
  });
});
