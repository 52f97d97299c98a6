import { describe, expect, it } from 'vitest';
import {
  ApexSyntaxError,
  parseAnonymous,
  parseUnit,
  type ClassDeclaration,
  type Expression,
  type Statement,
  type TriggerDeclaration
} from '../../src/apex/syntax/index.js';
import { sexp } from './sexp.js';

function anonymous(source: string): Statement[] {
  return [...parseAnonymous(source, { file: 'script.apex', apiVersion: 66 }).statements];
}

function expressionOf(source: string): Expression {
  const [statement] = anonymous(`Object it = ${source};`);
  if (statement?.kind !== 'local') throw new Error('not a local variable');
  return statement.declarators[0].initializer!;
}

function classOf(source: string): ClassDeclaration {
  const { declaration } = parseUnit(source, { file: 'Sample.cls', apiVersion: 66 });
  if (declaration.kind !== 'class') throw new Error('not a class');
  return declaration;
}

function triggerOf(source: string): TriggerDeclaration {
  const { declaration } = parseUnit(source, { file: 'Sample.trigger', apiVersion: 66 });
  if (declaration.kind !== 'trigger') throw new Error('not a trigger');
  return declaration;
}

function errorsOf(parse: () => unknown): string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof ApexSyntaxError) return error.errors.map((each) => `${each.line}:${each.column} ${each.message}`);
    throw error;
  }
  return [];
}

describe('literals', () => {
  it.each<[string, string, unknown]>([
    ['0', 'Integer', 0],
    ['2147483647', 'Integer', 2147483647],
    ['-2147483648', 'Integer', -2147483648],
    ['5L', 'Long', 5n],
    ['-9223372036854775808l', 'Long', -9223372036854775808n],
    ['1.50', 'Decimal', '1.50'],
    ['.5', 'Decimal', '.5'],
    ['1.5d', 'Double', 1.5],
    ['TRUE', 'Boolean', true],
    ['null', 'null', null],
    ["''", 'String', ''],
    ["'a b'", 'String', 'a b'],
    [String.raw`'\n\t\r\b\f\'\"\\'`, 'String', '\n\t\r\b\f\'"\\'],
    [String.raw`'\u0041\u00e9\\u0041'`, 'String', 'Aé\\u0041'],
    [String.raw`'\\n'`, 'String', '\\n'],
    ["'😀 ü'", 'String', '😀 ü'],
    ["'''\nfirst\n  it''s \\'x\\' ''second'''", 'String', "first\n  it''s 'x' ''second"],
    ["'''\r\na'''", 'String', 'a']
  ])('%s', (source, type, value) => expect(expressionOf(source)).toMatchObject({ kind: 'literal', type, value }));
});

describe('expressions', () => {
  it.each([
    // operators by precedence
    ['a + b * c - d', '(- (+ a (* b c)) d)'],
    ['a - b - c', '(- (- a b) c)'],
    ['!x == y', '(== (! x) y)'],
    ['!a && b || c', '(|| (&& (! a) b) c)'],
    ['a < b == c >= d', '(== (< a b) (>= c d))'],
    ['a & b ^ c | d', '(| (^ (& a b) c) d)'],
    ['a << 1 >> 2 >>> 3', '(>>> (>> (<< a 1) 2) 3)'],
    ['a + 1 << b', '(<< (+ a 1) b)'],
    ['a <> b', '(!= a b)'],
    ['a === b', '(=== a b)'],
    ['a !== b', '(!== a b)'],
    ['a == b && c instanceof D.E', '(&& (== a b) (instanceof c D.E))'],
    ['-a.b', '(- (. a b))'],
    ['-a * b', '(* (- a) b)'],
    ['~a + -1', '(+ (~ a) -1)'],
    ['a - -1', '(- a -1)'],
    ['a -1', '(- a 1)'],
    ['i++ + ++j', '(+ (post++ i) (++ j))'],
    ['-i--', '(- (post-- i))'],
    ['(a + b) * c', '(* (+ a b) c)'],
    // ?? and ?:
    ['a ?? b', '(?? a b)'],
    ['a ?? b == c', '(?? a (== b c))'],
    ['a ?? b ? c : d', '(? (?? a b) c d)'],
    ['a ? b : c ? d : e', '(? a b (? c d e))'],
    ['a ? b ? 1 : 2 : 3', '(? a (? b 1 2) 3)'],
    ['a = b ? c : d', '(= a (? b c d))'],
    ['a = b = c', '(= a (= b c))'],
    ['a += b >> 1', '(+= a (>> b 1))'],
    ['a >>>= 1', '(>>>= a 1)'],
    // casts
    ['(Integer) a', '(cast Integer a)'],
    ['(Integer) -1', '(cast Integer -1)'],
    ['(Decimal) -x * y', '(* (cast Decimal (- x)) y)'],
    ['(Foo) a.b().c', '(cast Foo (. (call a b) c))'],
    ['((Foo) a).b', '(. (cast Foo a) b)'],
    ['(Foo) (Bar) a', '(cast Foo (cast Bar a))'],
    ['(List<Foo>) a', '(cast List<Foo> a)'],
    ['(Foo[]) a', '(cast List<Foo> a)'],
    ['(String) a + b', '(+ (cast String a) b)'],
    ['(Boolean) a == b', '(== (cast Boolean a) b)'],
    ['(a) - b', '(- a b)'],
    ['(a) - b * c', '(- a (* b c))'],
    ['(a) - b - c', '(- (- a b) c)'],
    ['x * (a.b) + 1', '(+ (* x (. a b)) 1)'],
    ['(a) + (b) - (c)', '(- (+ a b) c)'],
    ['(a) - -b', '(- a (- b))'],
    // chains
    ['x.y[0].z()', '(call (index (. x y) 0) z)'],
    ['x.y()[0][i + 1]', '(index (index (call x y) 0) (+ i 1))'],
    ['a?.b?.c().d', '(. (call (?. a b) ?.c) d)'],
    ['foo(1, bar())', '(call foo 1 (call bar))'],
    ['this.a', '(. this a)'],
    ['super.go(1)', '(call super go 1)'],
    ["'a'.length()", "(call 'a' length)"],
    ['Foo.class', '(class Foo)'],
    ['Map<Id, Foo.Bar[]>.class', '(class Map<Id, List<Foo.Bar>>)'],
    ['Foo.class.getName()', '(call (class Foo) getName)'],
    // keywords as names
    ['a.insert(b).delete().class', '(. (call (call a insert b) delete) class)'],
    ['Trigger.new[0].when', '(. (index (. Trigger new) 0) when)'],
    ['limits.order + group.select', '(+ (. limits order) (. group select))'],
    ['System.Label.all', '(. (. System Label) all)'],
    ['System.runAs(u)', null],
    // new
    ['new Foo()', '(new Foo)'],
    ['new Foo.Bar(1).go()', '(call (new Foo.Bar 1) go)'],
    ["new Account(Name = 'x', Parent = new Account(Key__c = 1))", "(new Account Name='x' Parent=(new Account Key__c=1))"],
    ['new Wrapper<Foo>(x)', '(new Wrapper<Foo> x)'],
    ['new List<Foo>(x)', '(new List<Foo> x)'],
    ['new List<Foo>{}', '(newList Foo)'],
    ['new List<List<Foo>>{ a, b }', '(newList List<Foo> a b)'],
    ['new Foo[]{ a, b }', '(newList Foo a b)'],
    ['new Foo[]{}', '(newList Foo)'],
    ['new Foo[n + 1]', '(newList Foo size (+ n 1))'],
    ["new Set<Id>{ 'a' }", "(newSet Id 'a')"],
    ["new Map<Id, Set<Foo>>{ 'a' => new Set<Foo>{}, b => null }", "(newMap Id Set<Foo> 'a'=>(newSet Foo) b=>null)"],
    ['new Map<Id, Foo>{}', '(newMap Id Foo)'],
    // queries
    ['[SELECT Id FROM Account]', '(soql "SELECT Id FROM Account")'],
    [
      '[SELECT Id FROM A WHERE B IN :ids AND C = : d.e() LIMIT :n]',
      '(soql "SELECT Id FROM A WHERE B IN :b0 AND C = :b1 LIMIT :b2" ids (call d e) n)'
    ],
    [
      '[SELECT Id FROM A WHERE X = :(a + b) OR Y = :c[0].d]',
      '(soql "SELECT Id FROM A WHERE X = :b0 OR Y = :b1" (+ a b) (. (index c 0) d))'
    ],
    [
      '[SELECT Id,\n  (SELECT Id FROM Bs__r WHERE C = :x)\nFROM A].size()',
      '(call (soql "SELECT Id,\n  (SELECT Id FROM Bs__r WHERE C = :b0)\nFROM A" x) size)'
    ],
    [
      '[SELECT Id FROM A WHERE Id IN :[SELECT Id FROM B WHERE C = :d]]',
      '(soql "SELECT Id FROM A WHERE Id IN :b0" (soql "SELECT Id FROM B WHERE C = :b0" d))'
    ],
    ["[SELECT Id FROM A WHERE N = '😀' AND C = :d]", '(soql "SELECT Id FROM A WHERE N = \'😀\' AND C = :b0" d)'],
    [
      '[SELECT Id FROM A WHERE D = LAST_N_DAYS:30 AND T > 2024-01-01T10:00:00Z]',
      '(soql "SELECT Id FROM A WHERE D = LAST_N_DAYS:30 AND T > 2024-01-01T10:00:00Z")'
    ],
    [
      "[FIND 'x*' IN ALL FIELDS RETURNING Account(Id WHERE N = :n)]",
      '(sosl "FIND \'x*\' IN ALL FIELDS RETURNING Account(Id WHERE N = :b0)" n)'
    ],
    ['[FIND :term RETURNING Account LIMIT :n]', '(sosl "FIND :b0 RETURNING Account LIMIT :b1" term n)']
  ])('%s', (source, expected) => {
    if (expected === null) expect(errorsOf(() => expressionOf(source))).not.toEqual([]);
    else expect(sexp(expressionOf(source))).toBe(expected);
  });
});

describe('statements', () => {
  it.each([
    ['Integer a = 1, b;', '(local Integer a=1 b)'],
    ['final List<Map<String, Foo[]>> x = y;', '(local final List<Map<String, List<Foo>>> x=y)'],
    ['x();', '(do (call x))'],
    ['if (a) b(); else if (c) {} else d();', '(if a (do (call b)) (if c {} (do (call d))))'],
    ['while (a) b();', '(while a (do (call b)))'],
    ['while (a());', '(while (call a) {})'],
    ['do { a(); } while (b);', '(doWhile {(do (call a))} b)'],
    ['for (Integer i = 0, n = 5; i < n; i++, j--) {}', '(for (local Integer i=0 n=5); (< i n); (post++ i) (post-- j) {})'],
    ['for (i = 0, j = 1;;) break;', '(for (= i 0) (= j 1); ;  (break))'],
    ['for (;;);', '(for ; ;  {})'],
    ['for (Account a : [SELECT Id FROM Account]) { continue; }', '(forEach Account a (soql "SELECT Id FROM Account") {(continue)})'],
    ['for (List<Account> a : b) c(a);', '(forEach List<Account> a b (do (call c a)))'],
    [
      'try { a(); } catch (Foo.Bar e) { throw e; } catch (Exception e) {} finally { b(); }',
      '(try {(do (call a))} (catch Foo.Bar e {(throw e)}) (catch Exception e {}) finally {(do (call b))})'
    ],
    ['try {} finally {}', '(try {} finally {})'],
    ['return;', '(return)'],
    ['return a ?? b;', '(return (?? a b))'],
    ['insert a;', '(insert a)'],
    ['insert as user new List<A>{ b };', '(insert as user (newList A b))'],
    ['update as system a.b;', '(update as system (. a b))'],
    ['delete [SELECT Id FROM A];', '(delete (soql "SELECT Id FROM A"))'],
    ['undelete a;', '(undelete a)'],
    ['upsert a;', '(upsert a)'],
    ['upsert a Ext__c;', '(upsert a by Ext__c)'],
    ['upsert as user a A__c.Ext__c;', '(upsert as user a by A__c.Ext__c)'],
    ['merge a b;', '(merge a b)'],
    ['merge as user a new List<A>{ b };', '(merge as user a (newList A b))'],
    ['System.runAs(u) { a(); }', '(runAs u {(do (call a))})'],
    ['system.RUNAS (new User(Id = x)) {}', '(runAs (new User Id=x) {})'],
    [
      'switch on a { when 1, -2 { b(); } when 5L {} when else { c(); } }',
      '(switch a (when 1 -2 {(do (call b))}) (when 5L {}) else {(do (call c))})'
    ],
    [
      "switch on a.b() { when 'x', (null) {} when RED, Color.BLUE {} }",
      "(switch (call a b) (when 'x' null {}) (when RED (. Color BLUE) {}))"
    ],
    ['switch on a { when Account b {} when Foo.Bar c {} }', '(switch a (when Account b {}) (when Foo.Bar c {}))'],
    ['{ { } }', '{{}}'],
    ['offset = 1; select.count(group); Date data = category;', '(= offset 1)']
  ])('%s', (source, expected) => expect(sexp(anonymous(source)[0])).toContain(expected));
});

describe('declarations', () => {
  it('reads a class with all its kinds of members', () => {
    const declaration = classOf(`
      @IsTest(SeeAllData=true isParallel='x\\'y') @SuppressWarnings('PMD')
      public virtual WITH  SHARING class Sample extends Base<Foo> implements A, Database.Batchable<SObject> {
        private static final Integer SIZE = 1, COUNT;
        public transient String name { get; private set { name = value; } }
        static { a(); }
        { b(); }
        ;
        public Sample(final Integer a, Foo[] b) { this(a); }
        protected override void go() {}
        abstract Map<Id, Foo> mapped();
        webservice static testMethod String sample() { return ''; }
        private enum Color { RED, BLUE }
        public interface Nested extends A, B { void x(Integer y); Foo z(); }
        class Deep {}
      }`);
    expect(declaration).toMatchObject({
      name: 'Sample',
      modifiers: ['public', 'virtual', 'with sharing'],
      annotations: [
        { name: 'IsTest', parameters: { seealldata: 'true', isparallel: "x'y" } },
        { name: 'SuppressWarnings', parameters: { value: 'PMD' } }
      ],
      superclass: { parts: ['Base'], arguments: [{ parts: ['Foo'] }] },
      interfaces: [{ parts: ['A'] }, { parts: ['Database', 'Batchable'], arguments: [{ parts: ['SObject'] }] }],
      position: { line: 3, column: 42 },
      end: { line: 16, column: 7 }
    });
    expect(declaration.members).toMatchObject([
      { kind: 'field', modifiers: ['private', 'static', 'final'], declarators: [{ name: 'SIZE' }, { name: 'COUNT', initializer: null }] },
      {
        kind: 'property',
        name: 'name',
        modifiers: ['public', 'transient'],
        getter: { modifiers: [], body: null },
        setter: { modifiers: ['private'], body: { kind: 'block' } }
      },
      { kind: 'initializer', isStatic: true },
      { kind: 'initializer', isStatic: false },
      {
        kind: 'constructor',
        name: 'Sample',
        parameters: [
          { name: 'a', modifiers: ['final'] },
          { name: 'b', type: { parts: ['List'], arguments: [{ parts: ['Foo'] }] } }
        ]
      },
      { kind: 'method', name: 'go', returnType: null, modifiers: ['protected', 'override'] },
      { kind: 'method', name: 'mapped', body: null, modifiers: ['abstract'] },
      { kind: 'method', name: 'sample', modifiers: ['webservice', 'static', 'testmethod'] },
      { kind: 'enum', name: 'Color', constants: [{ name: 'RED' }, { name: 'BLUE' }] },
      {
        kind: 'interface',
        name: 'Nested',
        interfaces: [{ parts: ['A'] }, { parts: ['B'] }],
        methods: [{ name: 'x', body: null }, { name: 'z' }]
      },
      { kind: 'class', name: 'Deep', superclass: null, members: [] }
    ]);
  });

  it('reads a top-level interface and enum', () => {
    expect(parseUnit('global interface I {}', { file: 'I.cls', apiVersion: 66 })).toMatchObject({
      file: 'I.cls',
      apiVersion: 66,
      declaration: { kind: 'interface', methods: [] }
    });
    expect(parseUnit('public enum E {}', { file: 'E.cls', apiVersion: 66 }).declaration).toMatchObject({ kind: 'enum', constants: [] });
  });

  it('reads a trigger', () => {
    const trigger = triggerOf('trigger T on Account (before insert, AFTER Undelete) { Integer a = 1; for (Account b : Trigger.new) {} }');
    expect(trigger).toMatchObject({ name: 'T', object: 'Account', events: ['before insert', 'after undelete'] });
    expect(trigger.body.statements.map(({ kind }) => kind)).toEqual(['local', 'forEach']);
  });

  it('reads anonymous Apex with methods and types between statements, in order', () => {
    const unit = parseAnonymous('Integer a = 1;\nvoid go() {}\na = 2;\npublic class Foo {}\ngo();', { file: 'x.apex', apiVersion: 66 });
    expect(unit.statements.map(sexp)).toEqual(['(local Integer a=1)', '(do (= a 2))', '(do (call go))']);
    expect(unit.methods.map(({ name }) => name)).toEqual(['go']);
    expect(unit.types.map(({ name }) => name)).toEqual(['Foo']);
  });

  it('reads anonymous Apex that is empty or a comment', () => {
    expect(anonymous('')).toEqual([]);
    expect(anonymous('// nothing\n/* here */')).toEqual([]);
  });
});

describe('tricky sources', () => {
  it.each<[string, string]>([
    ['comments in every place', '/** doc */ // x\n/* { */ public /* y */ class A /* } */ { // {\n /* */ }\n// end'],
    ['line ends of Windows', "public class A {\r\n  String b = 'x'; // é\r\n\r\n  void c() {\r\n  }\r\n}\r\n"],
    [
      'any case',
      'PUBLIC CLASS A EXTENDS B { OVERRIDE PUBLIC VOID C() { IF (TRUE) { RETURN; } FOR (INTEGER I : NEW LIST<INTEGER>{ 1 }) { BREAK; } } }'
    ],
    [
      'keywords of SOQL as names',
      'class A { Integer count, order, limit2; Date today; String name { get; set; } void first(String last, Id data) { this.count = group.size(); } }'
    ],
    ['names that look like currency', 'class A { Integer abc123 = 1; String usd5 { get; set; } }'],
    ['generics closed twice', 'class A { Map<Id, Map<Id, List<B>>> c = new Map<Id, Map<Id, List<B>>>(); Integer d = 8 >> 1 >>> 2; }'],
    [
      'comparison beside generics',
      'class A { Boolean b = c < d && e > f; Boolean g(List<A> h) { return h.size() < 3 && (h.size()) > 1; } }'
    ],
    [
      'inner types all the way',
      'class A { interface B { Map<A, B> c(A.B d); } enum E { F } virtual class G extends A.H implements B, I.J {} }'
    ],
    [
      'abstract, virtual and override',
      'abstract class A { protected abstract void b(); public virtual Integer c { get { return 1; } protected set; } public override String toString() { return null; } }'
    ],
    [
      'annotations everywhere',
      "@IsTest private class A { @TestSetup static void b() {} @IsTest static void c() {} @TestVisible private Integer d; @AuraEnabled(cacheable=true) public static String e() { return ''; } @InvocableMethod(label='x' description='y, z') public static void f(List<Id> g) {} }"
    ],
    [
      'statements in one line',
      'class A { void b() { if (c) return; else if (d) throw e; else while (f) g++; do { h(); } while (i); for (;;) { break; } } }'
    ],
    [
      'a query in every place',
      'class A { B c = [SELECT Id FROM B WHERE D = :E.f(1)[0].g AND H IN :new Set<Id>{ i } LIMIT 1]; void j() { delete [SELECT Id FROM B]; k([SELECT Id FROM B], [SELECT COUNT() FROM B]); for (B l : [SELECT Id FROM B]) m(l); } }'
    ],
    [
      'chained builders',
      "class A { Object b = new C().d(1).e(new Map<String, Object>{ 'f' => new List<G>{ new G(1), null } }).h?.i()?.j ?? (K) l.m(); }"
    ],
    ['casts in chains', 'class A { Integer b = ((C) ((List<Object>) d.get(0)).get(1)).e + (Integer) f.g - (h) - 1; }']
  ])('%s', (_, source) => expect(classOf(source).name).toBe('A'));
});

describe('positions', () => {
  it('places calls and field accesses at their name, everything else at its start', () => {
    const [statement] = anonymous('\n  foo.bar()\n    .baz(1 + x)\n    .qux = 5;');
    expect(statement).toMatchObject({
      position: { line: 2, column: 3 },
      expression: {
        position: { line: 4, column: 6 },
        target: {
          position: { line: 4, column: 6 },
          target: {
            name: 'baz',
            position: { line: 3, column: 6 },
            arguments: [{ position: { line: 3, column: 10 } }],
            target: { position: { line: 2, column: 7 } }
          }
        },
        value: { position: { line: 4, column: 12 } }
      }
    });
  });

  it('counts lines through every kind of line end', () => {
    expect(anonymous('a();\r\nb();\nc();').map(({ position }) => position.line)).toEqual([1, 2, 3]);
  });
});

describe('errors', () => {
  it.each<[string, string[]]>([
    ['Integer a = 2147483648;', ['1:13 Illegal integer']],
    ['Integer a = 3000000000 + -2147483649;', ['1:13 Illegal integer', '1:27 Illegal integer']],
    ['Long a = 9223372036854775808L;', ['1:10 Illegal long']],
    ["String a = 'b\nc';", ['1:12 Line breaks not allowed in string literals']],
    ["String a = 'b\\q';", ["1:12 Invalid string literal 'b\\q. Illegal character sequence '\\q' in string literal."]],
    ['Integer a = 1', ["1:14 Missing ';' at '<EOF>'"]],
    ['a + b();', ['1:1 Expression cannot be a statement.']],
    ['a.b; c?.d; -e; f == g;', ['1:1 Expression', '1:6 Expression', '1:12 Expression', '1:16 Expression']],
    ['a(); b = 1; c++; --d; new E(); a?.f(); new List<G>();', []],
    ['a(;', ["1:2 Unexpected token '('."]],
    ['Integer ł = 1;', ['1:9 Invalid identifier']],
    ['Integer begin = 1; String Group;', ['1:9 Identifier name is reserved: begin', '1:27 Identifier name is reserved: Group']],
    ['for (Integer limit = 0; ; ) {}', ['1:14 Identifier name is reserved: limit']],
    ['for (Account like : rows) {}', ['1:14 Identifier name is reserved: like']],
    ['try {} catch (Exception object) {}', ['1:25 Identifier name is reserved: object']],
    ['Integer after, before, count, excludes, first, includes, last, order, sharing, with, type;', []],
    ['Integer a_ = 1; Integer b__c = 2;', ['1:9 Invalid character in identifier: a_', '1:25 Invalid character in identifier: b__c']],
    ['new List<Foo>{ a => b };', ["1:1 Unexpected initializer for 'List<Foo>'."]],
    ['new Account(Name = a, b);', ['1:23 Expecting name=value pairs only.']],
    ['public Integer a { get; }', ['1:8 Not supported: property a outside of a class']],
    ['System.runAs() {}', ['1:1 System.runAs takes one argument, not 0.']],
    ['switch on a { when else {} when 1 {} }', ['1:15 when else must be the last block of a switch statement']]
  ])('%s', (source, expected) => {
    const found = errorsOf(() => anonymous(source));
    expect(found.map((text, index) => text.slice(0, expected[index]?.length))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['public class A { B() {} }', ['1:18 Invalid constructor name: B']],
    ['class Number {}', ['1:7 Identifier name is reserved: Number']],
    ['class A { enum B { long } }', ['1:20 Identifier name is reserved: long']],
    ['class A { Integer end { get; } }', ['1:19 Identifier name is reserved: end']],
    ['class A { void go(String from) {} }', ['1:26 Identifier name is reserved: from']],
    ['class A { void limit() {} void set() {} Integer order() {} }', ['1:16 Identifier name is reserved: limit']],
    ['public public class A {}', ['1:8 Duplicate modifier: public']],
    ['class A { Integer b { } }', ['1:11 Properties must have at least one accessor']],
    ['class A { Integer b { get; get; } }', ['1:28 Duplicate getter']],
    ['class A {} class B {}', ["1:12 Unexpected token 'class'."]],
    ['class A { void go(@Foo Integer b) {} }', ['1:19 Annotation is not allowed on a parameter: Foo']],
    ['', ["1:1 Unexpected token '<EOF>'."]]
  ])('class: %s', (source, expected) => expect(errorsOf(() => classOf(source))).toEqual(expected));

  it.each<[string, string[]]>([
    ['trigger T on A (before undelete) {}', ['1:17 Invalid event: before undelete']],
    ['trigger T on A (after insert, after insert) {}', ['1:31 Duplicate trigger event: after insert']],
    ['trigger T on A (after insert) { void go() {} }', ['1:38 Not supported: method go declared in a trigger']]
  ])('trigger: %s', (source, expected) => expect(errorsOf(() => triggerOf(source))).toEqual(expected));

  it('carries code, file and every mistake', () => {
    const error = (() => {
      try {
        return classOf('class A {\n  void a() { b( }\n  void c() { d) }\n}');
      } catch (caught) {
        return caught;
      }
    })() as ApexSyntaxError;
    expect(error).toMatchObject({ code: 'SYNTAX', file: 'Sample.cls', line: 2 });
    expect(new Set(error.errors.map(({ line }) => line))).toEqual(new Set([2, 3]));
    expect(error.errors.every(({ message }) => !message.includes('\n'))).toBe(true);
  });
});
