import { describe, expect, it } from 'vitest';
import { runApex } from '../apex/world.js';

/** Built-ins as Apex sees them: through the compiler, overloads, generics and classes of a project. */
function log(statements: string, classes: readonly string[] = []): readonly string[] {
  const { log: lines, thrown, errors } = runApex(statements, classes);
  return [...errors, ...lines, ...(thrown === null ? [] : [thrown])];
}

const SHAPE = `public virtual class Shape implements Comparable {
  public enum Form { ROUND, FLAT }
  public class Part { public Integer size; public Part next; }
  public String name;
  public Form kind = Form.FLAT;
  public Decimal area { get; set; }
  public List<Part> parts;
  public Map<String, Date> dates;
  public transient String secret = 'x';
  private static Integer made = 0;
  public Shape() { made++; }
  public Shape(String name) { this(); this.name = name; }
  public Integer compareTo(Object other) { return name.compareTo(((Shape) other).name); }
}`;
const KEY = `public class Key {
  private String text;
  public Key(String text) { this.text = text; }
  public Boolean equals(Object other) { return other instanceof Key && ((Key) other).text.equalsIgnoreCase(text); }
  public Integer hashCode() { return text.toLowerCase().hashCode(); }
  public override String toString() { return 'Key ' + text; }
}`;

describe('objects of the project in built-ins', () => {
  it('are sorted by compareTo and by a Comparator', () => {
    const byLength =
      'public class ByLength implements Comparator<String> { public Integer compare(String a, String b) { return a.length() - b.length(); } }';
    expect(
      log(
        `List<Shape> shapes = new List<Shape>{ new Shape('b'), new Shape('a') };
         shapes.sort();
         System.debug(shapes[0].name);
         List<String> words = new List<String>{ 'ccc', 'a', 'bb' };
         words.sort(new ByLength());
         System.debug(words);`,
        [SHAPE, byLength]
      )
    ).toEqual(['a', '(a, bb, ccc)']);
  });

  it('are keys by equals and hashCode', () => {
    expect(
      log(
        `Map<Key, Integer> map1 = new Map<Key, Integer>{ new Key('a') => 1 };
         map1.put(new Key('A'), 2);
         Set<Key> keys = new Set<Key>{ new Key('x'), new Key('X'), new Key('y') };
         System.debug(map1 + ' ' + keys.size() + ' ' + keys.contains(new Key('Y')) + ' ' + (new Key('q') == new Key('Q')));`,
        [KEY]
      )
    ).toEqual(['{Key a=2} 2 true true']);
  });

  it('show their variables', () => {
    expect(log(`System.debug(new Shape('s'));`, [SHAPE])[0]).toBe('Shape:[name=s, kind=FLAT, area=null, parts=null, dates=null, secret=x]');
  });
});

describe('JSON of classes', () => {
  it('writes variables in order, without transient and static ones', () => {
    expect(
      log(
        `Shape shape = new Shape('s');
         shape.area = 1.50;
         shape.parts = new List<Shape.Part>{ new Shape.Part() };
         System.debug(JSON.serialize(shape));
         System.debug(JSON.serialize(shape, true));`,
        [SHAPE]
      )
    ).toEqual([
      '{"name":"s","kind":"FLAT","area":1.50,"parts":[{"size":null,"next":null}],"dates":null}',
      '{"name":"s","kind":"FLAT","area":1.50,"parts":[{}]}'
    ]);
  });

  it('reads into them without running constructors', () => {
    expect(
      log(
        `Shape shape = (Shape) JSON.deserialize('{"NAME":"s","kind":"ROUND","area":2,"parts":[{"size":1,"next":{"size":2}}],"dates":{"d":"2024-01-02"},"unknown":{"a":[1]}}', Shape.class);
         System.debug(shape.name + shape.kind + shape.area + shape.parts[0].next.size + shape.dates.get('d').year() + shape.secret);
         System.debug(shape.kind == Shape.Form.ROUND);
         List<Shape> shapes = (List<Shape>) JSON.deserialize('[{"name":"a"}]', List<Shape>.class);
         System.debug(shapes[0].name);`,
        [SHAPE]
      )
    ).toEqual(['sROUND222024null', 'true', 'a']);
  });

  it('reads and writes records', () => {
    expect(
      log(
        `Account account = new Account(Name = 'A', NumberOfEmployees = 3);
         System.debug(JSON.serialize(account));
         Contact contact = (Contact) JSON.deserialize('{"attributes":{"type":"Contact"},"LastName":"L","account":{"Name":"P"}}', Contact.class);
         System.debug(contact.LastName + contact.Account.Name);
         SObject generic = (SObject) JSON.deserialize('{"attributes":{"type":"Account"},"Name":"G"}', SObject.class);
         System.debug(generic);`
      )
    ).toEqual(['{"attributes":{"type":"Account"},"Name":"A","NumberOfEmployees":3}', 'LP', 'Account:{Name=G}']);
  });

  it('untyped values convert by casts', () => {
    expect(
      log(
        `Map<String, Object> root = (Map<String, Object>) JSON.deserializeUntyped('{"n":1,"d":1.5,"l":["a"],"m":{"k":true}}');
         System.debug((Integer) root.get('n') + 1);
         System.debug((Decimal) root.get('d') * 2);
         System.debug(((List<Object>) root.get('l'))[0]);
         System.debug((String) root.get('n'));`
      )
    ).toEqual(['2', '3.0', 'a', 'System.TypeException: Invalid conversion from runtime type Integer to String']);
  });
});

describe('overloads and conversions', () => {
  it.each([
    [`System.debug(String.valueOf(1) + String.valueOf(2L) + String.valueOf(1.50) + String.valueOf(true));`, '121.50true'],
    [`Double d = 3; System.debug(String.valueOf(d));`, '3.0'],
    [`System.debug(String.valueOf(Date.newInstance(2008, 5, 5)) + '|' + Date.newInstance(2008, 5, 5));`, '2008-05-05|2008-05-05 00:00:00'],
    [`Object o = null; System.debug(String.valueOf(o) == null);`, 'true'],
    [`System.debug(Math.max(1, 2.5));`, '2.5'],
    [`System.debug(Math.round(2.5) + Math.round(3.5));`, '6'],
    [`System.debug(Integer.valueOf('7') + Integer.valueOf(3.9));`, '10'],
    [`System.debug(String.join(new List<Integer>{ 1, 2 }, '-') + String.join(new Set<String>{ 'a' }, ','));`, '1-2a'],
    [`System.debug(String.format('{0} of {1}', new List<Object>{ 1, Date.newInstance(2020, 1, 2) }));`, '1 of 2020-01-02 00:00:00'],
    [`System.debug('a,b'.split(',').size());`, '2'],
    [`System.debug(10.0 / 4); `, '2.5'],
    [`Decimal x = 1; System.debug((x / 3).setScale(2, RoundingMode.UP));`, '0.34'],
    [`System.debug(new Set<Id>{ '001000000000001' }.contains('001000000000001AAA'));`, 'true'],
    [
      `Map<Id, Account> m = new Map<Id, Account>(new List<Account>{ new Account(Id = '001000000000001') }); System.debug(m.containsKey('001000000000001'));`,
      'true'
    ],
    [`System.debug(Type.forName('Map<String, List<Account>>').newInstance());`, '{}'],
    [`System.debug(((List<String>) Type.forName('List<String>').newInstance()).size());`, '0'],
    [`System.debug(List<String>.class.getName() + String.class + Account.class);`, 'List<String>StringAccount'],
    [`System.debug(JSONToken.START_OBJECT.name() + LoggingLevel.valueOf('WARN').ordinal());`, 'START_OBJECT7'],
    [`System.debug(EncodingUtil.convertToHex(Crypto.generateDigest('SHA-256', Blob.valueOf('a'))).left(8));`, 'ca978112'],
    [`System.debug(Blob.valueOf('abc'));`, 'Blob[3]'],
    [
      `System.debug(JSON.serialize(new Map<SObjectField, Object>{ Account.Name => 'x', Account.Phone => null }));`,
      '{"Name":"x","Phone":null}'
    ],
    [`Messaging.inboundEmail.BinaryAttachment file = new Messaging.InboundEmail.BinaryAttachment(); System.debug(file.fileName);`, 'null'],
    [
      `VisualEditor.DynamicPickListRows rows = new VisualEditor.DynamicPickListRows();
       rows.addRow(new VisualEditor.DataRow('l', 'v'));
       System.debug(rows.get(0).getLabel() + rows.get(0).getValue() + rows.get(0).isSelected() + rows.size());`,
      'lvfalse1'
    ],
    [`System.debug(Network.communitiesLanding() + '|' + Site.getBaseUrl());`, 'null|'],
    [
      `Datetime t = Datetime.newInstanceGmt(2024, 1, 2, 3, 4, 5); System.debug(t + '|' + t.formatGmt('yyyy') + '|' + JSON.serialize(t));`,
      '2024-01-02 03:04:05|2024|"2024-01-02T03:04:05.000Z"'
    ],
    [`System.debug(new List<Integer>{ 3, 1 }.equals(new List<Integer>{ 3, 1 }));`, 'true'],
    [`Iterator<String> each = new List<String>{ 'x' }.iterator(); System.debug(each.next() + each.hasNext());`, 'xfalse'],
    [`System.debug(new Url('https://a.example:8080/p?q=1#r').getPort());`, '8080'],
    [`System.debug(UUID.fromString('00000000-0000-0000-0000-00000000000A'));`, '00000000-0000-0000-0000-00000000000a'],
    [
      `Dom.Document d = new Dom.Document(); d.load('<a x="1"><b>t&amp;</b></a>'); System.debug(d.getRootElement().getChildElement('b', null).getText() + d.getRootElement().getAttribute('x', null));`,
      't&1'
    ],
    [
      `Dom.Document d = new Dom.Document(); Dom.XmlNode n = d.createRootElement('r', 'urn:x', 'p'); n.addChildElement('c', 'urn:x', null).addTextNode('<'); System.debug(d.toXmlString());`,
      '<?xml version="1.0" encoding="UTF-8"?><p:r xmlns:p="urn:x"><p:c>&lt;</p:c></p:r>'
    ]
  ])('%s', (statement, expected) => expect(log(statement)).toEqual([expected]));
});

describe('exceptions', () => {
  const BROKEN = `public class Broken extends Exception { public Integer code = 5; public class Nested extends Exception {} }`;
  it.each([
    [`throw new Broken('m');`, 'Broken: m'],
    [`throw new Broken.Nested();`, 'Broken.Nested: Script-thrown exception'],
    [`String s; s.length();`, 'System.NullPointerException: Attempt to de-reference a null object'],
    [`List<Integer> l = new List<Integer>(); l[0] = 1;`, 'System.ListException: List index out of bounds: 0'],
    [`Integer i = 1 / 0;`, 'System.MathException: Divide by 0'],
    [`Object o = 'x'; Integer i = (Integer) o;`, 'System.TypeException: Invalid conversion from runtime type String to Integer'],
    [`Id i = 'abc';`, 'System.StringException: Invalid id: abc'],
    [
      `List<Integer> l = new List<Integer>{ 1 }; for (Integer i : l) l.add(2);`,
      'System.FinalException: Cannot modify a collection while it is being iterated.'
    ],
    [
      `Map<Integer, Integer> m = new Map<Integer, Integer>{ 1 => 1 }; for (Integer i : m.keySet()) m.remove(1);`,
      'System.FinalException: Cannot modify a collection while it is being iterated.'
    ],
    [`System.assertEquals(1, 2, 'why');`, 'System.AssertException: Assertion Failed: why: Expected: 1, Actual: 2'],
    [`throw new IllegalArgumentException('i');`, 'System.IllegalArgumentException: i'],
    [`throw new AuraHandledException('shown');`, 'System.AuraHandledException: Script-thrown exception']
  ])('%s', (statement, expected) => expect(log(statement, [BROKEN]).at(-1)).toBe(expected));

  it('carry causes, types, fields and positions', () => {
    expect(
      log(
        `try {
           try { throw new Broken('in'); }
           catch (Broken b) { b.code++; throw new CalloutException('out' + b.code, b); }
         } catch (CalloutException e) {
           System.debug(e.getMessage() + e.getTypeName() + e.getCause().getMessage() + e.getLineNumber());
           System.debug(e);
         }`,
        [BROKEN]
      )
    ).toEqual(['out6System.CalloutExceptionin3', 'System.CalloutException: out6']);
  });

  it('assertions cannot be caught', () => {
    expect(log(`try { System.assert(false, 'no'); } catch (Exception e) { System.debug('caught'); }`)).toEqual([
      'System.AssertException: Assertion Failed: no'
    ]);
  });
});

describe('changes while walking', () => {
  it('may replace values and stop early', () => {
    expect(
      log(
        `Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 };
         for (String k : m.keySet()) m.put(k, 0);
         for (String k : m.keySet()) { break; }
         m.remove('a');
         System.debug(m);`
      )
    ).toEqual(['{b=0}']);
  });
});
