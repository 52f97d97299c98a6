import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldInfo, ObjectInfo } from '../../src/schema/model.js';
import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  ApexException,
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  compare,
  convert,
  equals,
  getField,
  idSuffix,
  isInstance,
  iterate,
  raise,
  setField,
  SObject,
  toId,
  toText,
  Types,
  UnsupportedFeature,
  valueEquals,
  type ApexType
} from '../../src/values/index.js';

const { primitive } = Types;
const decimal = (text: string): ApexDecimal => ApexDecimal.parse(text);

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return String(error);
  }
  return 'nothing';
}

/** A class with equals and hashCode by its first letter. */
class Initial extends ApexObject {
  constructor(readonly text: string) {
    super();
  }
  get apexType(): ApexType {
    return primitive('Object');
  }
  equals$1(other: unknown): boolean {
    return other instanceof Initial && other.text[0] === this.text[0];
  }
  hashCode$0(): number {
    return 7;
  }
}

describe('ApexDecimal', () => {
  it.each([
    ['1.50', '1.50'],
    ['-0.10', '-0.10'],
    ['100', '100'],
    ['0.0000001', '1E-7'],
    ['0.000001', '0.000001'],
    ['1e3', '1E+3']
  ])('%s has the text %s', (text, expected) => {
    expect(decimal(text).toString()).toBe(expected);
  });

  it.each([
    ['divide', '1', '3', '0.333333333333333333333333333333333'],
    ['divide', '2.10', '2.0', '1.05'],
    ['divide', '10.00', '5', '2.00'],
    ['add', '1.5', '2.25', '3.75'],
    ['subtract', '1.50', '1.5', '0.00'],
    ['multiply', '1.50', '2.0', '3.000'],
    ['modulo', '5.5', '2', '1.5']
  ] as const)('%s(%s, %s) is %s', (operation, a, b, expected) => {
    expect(decimal(a)[operation](decimal(b)).toString()).toBe(expected);
  });

  it.each([
    ['2.5', 0, 'HALF_EVEN', '2'],
    ['3.5', 0, 'HALF_EVEN', '4'],
    ['2.5', 0, 'HALF_UP', '3'],
    ['-2.5', 0, 'HALF_DOWN', '-2'],
    ['-2.1', 0, 'CEILING', '-2'],
    ['-2.1', 0, 'FLOOR', '-3'],
    ['2.1', 0, 'UP', '3'],
    ['1.5', 3, 'HALF_UP', '1.500'],
    ['12345', -2, 'HALF_UP', '1.23E+4']
  ] as const)('%s.setScale(%i, %s) is %s', (text, scale, mode, expected) => {
    expect(decimal(text).setScale(scale, mode).toString()).toBe(expected);
  });

  it('knows scale and precision as BigDecimal does', () => {
    expect([decimal('1.50').scale, decimal('1.50').precision(), decimal('0.05').precision(), decimal('0').precision()]).toEqual([
      2, 3, 1, 1
    ]);
    expect(decimal('1.500').stripTrailingZeros().toString()).toBe('1.5');
    expect(messageOf(() => decimal('1').divide(decimal('0')))).toBe('System.MathException: Divide by 0');
  });

  const decimals = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 10 })).map(([unscaled, scale]) => {
    const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
    const point = digits.length - scale;
    return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
  });

  it('keeps what was written', () => {
    fc.assert(
      fc.property(decimals, (text) => {
        expect(decimal(text).toPlainString()).toBe(text);
      })
    );
  });

  it('adds with the larger scale and multiplies with the sum of scales, exactly', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [decimal(a), decimal(b)];
        expect(x.add(y).scale).toBe(Math.max(x.scale, y.scale));
        expect(x.multiply(y).scale).toBe(x.scale + y.scale);
        expect(equals(x.add(y).subtract(y), x)).toBe(true);
      })
    );
  });
});

describe('numbers as text', () => {
  it.each([
    [5, '5.0'],
    [0.1, '0.1'],
    [1e7, '1.0E7'],
    [123456.789, '123456.789'],
    [0.00015, '1.5E-4'],
    [-0, '-0.0']
  ])('Double %d is %s', (value, expected) => expect(toText(new ApexDouble(value))).toBe(expected));
});

describe('ids', () => {
  it('completes and checks', () => {
    expect(toId('001D000000IqhSL')).toBe('001D000000IqhSLIAZ');
    expect(messageOf(() => toId('abc'))).toBe('System.StringException: Invalid id: abc');
  });

  it('suffixes tell ids apart that differ in case only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z]{15}$/), fc.integer({ min: 0, max: 14 }), (id, at) => {
        const flipped = id[at] === id[at].toLowerCase() ? id[at].toUpperCase() : id[at].toLowerCase();
        expect(idSuffix(id.slice(0, at) + flipped + id.slice(at + 1))).not.toBe(idSuffix(id));
      })
    );
    expect(idSuffix('001d000000iqhsl')).not.toBe(idSuffix('001D000000IqhSL'));
  });
});

describe('equality', () => {
  it.each([
    ['abc', 'ABC', true, false],
    [1, decimal('1.00'), true, false],
    [1n, 1, true, false],
    [decimal('1.0'), decimal('1.00'), true, true],
    [ApexDate.of(2020, 1, 1), ApexDate.parseIso('2020-01-01'), true, true],
    [ApexDate.of(2020, 1, 1), new ApexDatetime(Date.UTC(2020, 0, 1)), true, false],
    [null, '', false, false],
    [new ApexList(primitive('Integer'), [1, 2]), new ApexList(primitive('Integer'), [1, 2]), true, true],
    [new Initial('ab'), new Initial('ac'), true, true]
  ])('%o and %o: == %s, equals %s', (a, b, loose, exact) => {
    expect(equals(a, b)).toBe(loose);
    expect(valueEquals(a, b)).toBe(exact);
  });
});

describe('sets and maps', () => {
  it('hold each value once by its equality and keep the order of insertion', () => {
    const set = new ApexSet(primitive('Object'), [
      'b',
      'a',
      'b',
      'A',
      decimal('1.0'),
      decimal('1.00'),
      new Initial('x1'),
      new Initial('x2'),
      new Initial('y')
    ]);
    expect([...set.values()].map((value) => (value instanceof Initial ? value.text : toText(value)))).toEqual([
      'b',
      'a',
      'A',
      '1.0',
      'x1',
      'y'
    ]);
    expect(set.delete(new Initial('xx'))).toBe(true);
    expect([set.has(new Initial('x1')), set.has(new Initial('y9'))]).toEqual([false, true]);
  });

  it('behave as a JavaScript Map for strings', () => {
    const operations = fc.array(fc.tuple(fc.constantFrom('set', 'delete'), fc.constantFrom('a', 'A', 'b', '', '\0x'), fc.integer()));
    fc.assert(
      fc.property(operations, (steps) => {
        const apex = new ApexMap(primitive('String'), primitive('Integer'));
        const model = new Map<string, number>();
        for (const [operation, key, value] of steps) {
          if (operation === 'set') {
            apex.set(key, value);
            model.set(key, value);
          } else {
            apex.delete(key);
            model.delete(key);
          }
        }
        expect([...apex.entries()]).toEqual([...model.entries()]);
      })
    );
  });

  it('refuse changes of structure while a loop walks them', () => {
    const items = new ApexList(primitive('Integer'), [1, 2]);
    const message = 'System.FinalException: Cannot modify a collection while it is being iterated.';
    expect(messageOf(() => [...iterate(items)].forEach(() => items.add(3)))).toBe('nothing');
    expect(
      messageOf(() => {
        for (const item of iterate(items)) items.add(item as number);
      })
    ).toBe(message);
    items.add(4);
    expect(items.size).toBe(5);
  });
});

describe('text', () => {
  const map = new ApexMap(primitive('String'), primitive('Object'), [
    ['k', null],
    ['d', ApexDate.of(2008, 5, 5)]
  ]);
  const nested = new ApexList<unknown>(primitive('Object'), ['a', 1, 2n, new ApexSet(primitive('String'), ['x', 'y']), map]);
  it('is what concatenation shows', () => {
    expect(toText(nested)).toBe('(a, 1, 2, {x, y}, {k=null, d=2008-05-05 00:00:00})');
    nested.items.push(nested);
    expect(toText(nested)).toContain('(already output)');
  });
});

describe('sorting', () => {
  it('puts null first and capitals before small letters', () => {
    expect(['b', null, 'B', 'a'].sort(compare)).toEqual([null, 'B', 'a', 'b']);
    expect([decimal('2.5'), 1, new ApexDouble(2)].sort(compare).map(toText)).toEqual(['1', '2.0', '2.5']);
    expect(messageOf(() => compare(new Initial('a'), new Initial('b')))).toBe(
      'System.ListException: One or more of the items in this list is not Comparable.'
    );
  });
});

describe('conversion', () => {
  it.each([
    [1, 'Long', 1n],
    [ApexDate.of(2020, 1, 1), 'Datetime', new ApexDatetime(Date.UTC(2020, 0, 1))],
    ['001D000000IqhSL', 'Id', '001D000000IqhSLIAZ'],
    [null, 'Integer', null]
  ] as const)('%o as %s', (value, type, expected) => expect(convert(value, primitive(type))).toEqual(expected));

  it('refuses the rest as the platform does', () => {
    expect(messageOf(() => convert('a', primitive('Integer')))).toBe(
      'System.TypeException: Invalid conversion from runtime type String to Integer'
    );
    const untyped = new ApexMap(primitive('String'), primitive('Object'));
    expect(messageOf(() => convert(untyped, Types.list(primitive('Object'))))).toBe(
      'System.TypeException: Invalid conversion from runtime type Map<String,ANY> to List<ANY>'
    );
  });

  it.each([
    [new ApexList(Types.sobject('Account')), Types.list(Types.sobject('SObject')), true],
    [new ApexList(Types.sobject('SObject')), Types.list(Types.sobject('Account')), true],
    [new ApexList(Types.sobject('Contact')), Types.list(Types.sobject('Account')), false],
    [new ApexMap(primitive('String'), primitive('String')), Types.map(primitive('String'), primitive('Object')), true],
    [new ApexMap(primitive('String'), primitive('String')), Types.map(primitive('Object'), primitive('Object')), false],
    [1, primitive('Decimal'), true],
    ['001D000000IqhSL', primitive('Id'), true],
    ['hello', primitive('Id'), false],
    [null, primitive('Object'), false]
  ])('%o instanceof %s is %s', (value, type, expected) => expect(isInstance(value, type)).toBe(expected));
});

describe('exceptions', () => {
  it('name their type and keep their message', () => {
    const error = new ApexException('DmlException');
    expect([error.typeName, error.message, error.uncatchable]).toEqual(['System.DmlException', 'Script-thrown exception', false]);
    expect(new ApexException('LimitException', 'x').uncatchable).toBe(true);
    expect(messageOf(() => raise('QueryException', 'List has no rows for assignment to SObject'))).toBe(
      'System.QueryException: List has no rows for assignment to SObject'
    );
    expect(new UnsupportedFeature('x', 'A.cls', 1, 2).message).toBe('A.cls:1:2 Not supported by the local org: x');
  });
});

describe('record fields', () => {
  const field = (name: string, type: string, apexType: string, relationshipName: string | null = null): FieldInfo =>
    ({ name, type, apexType, relationshipName }) as unknown as FieldInfo;
  const fields = [
    field('Id', 'id', 'Id'),
    field('Name', 'string', 'String'),
    field('Active__c', 'boolean', 'Boolean'),
    field('OwnerId', 'reference', 'Id', 'Owner')
  ];
  const info = {
    name: 'Thing__c',
    label: 'Thing',
    field: (name: string) => fields.find((each) => each.name === name),
    relationship: (name: string) => fields.find((each) => each.relationshipName === name),
    child: (name: string) => (name === 'Parts__r' ? { name, childObject: 'Part__c', field: 'Thing__c', cascadeDelete: true } : undefined)
  } as unknown as ObjectInfo;

  it('are null, false or empty on records made in memory', () => {
    const record = new SObject(info);
    expect([getField(record, 'Name'), getField(record, 'Active__c'), getField(record, 'Owner')]).toEqual([null, false, null]);
    expect((getField(record, 'Parts__r') as ApexList).size).toBe(0);
  });

  it('throw when a query did not ask for them', () => {
    const record = new SObject(info);
    record.queried = true;
    expect(messageOf(() => getField(record, 'Name'))).toBe(
      'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Thing__c.Name'
    );
    expect(getField(record, 'Id')).toBeNull();
  });

  it('convert what is assigned and refuse it on read-only records', () => {
    const record = new SObject(info);
    setField(record, 'OwnerId', '005D000000IqhSL');
    expect(getField(record, 'OwnerId')).toBe('005D000000IqhSLIAZ');
    record.readOnly = true;
    expect(messageOf(() => setField(record, 'Name', 'x'))).toBe('System.FinalException: Record is read-only');
  });
});
