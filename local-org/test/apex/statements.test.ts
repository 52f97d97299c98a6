import { describe } from 'vitest';
import { cases } from './rows.js';

describe('loops', () => {
  cases([
    { name: 'for', apex: 'Integer t = 0; for (Integer i = 0; i < 5; i++) { t += i; } System.debug(t);', log: ['10'] },
    { name: 'for with two variables', apex: 'for (Integer i = 0, j = 3; i < j; i++, j--) { System.debug(i + j); }', log: ['3', '3'] },
    { name: 'for without parts', apex: 'Integer i = 0; for (;;) { if (i++ > 2) { break; } } System.debug(i);', log: ['4'] },
    { name: 'while', apex: 'Integer i = 0; while (i < 3) { i++; } System.debug(i);', log: ['3'] },
    { name: 'do while', apex: 'Integer i = 9; do { i++; } while (i < 3); System.debug(i);', log: ['10'] },
    {
      name: 'break and continue',
      apex: 'for (Integer i = 0; i < 9; i++) { if (i == 1) continue; if (i == 3) break; System.debug(i); }',
      log: ['0', '2']
    },
    { name: 'list', apex: "for (String s : new List<String>{'a', 'b'}) System.debug(s);", log: ['a', 'b'] },
    { name: 'set', apex: 'for (Integer i : new Set<Integer>{1, 2}) { System.debug(i); }', log: ['1', '2'] },
    {
      name: 'map keys',
      apex: "Map<String, Integer> m = new Map<String, Integer>{'a' => 1}; for (String k : m.keySet()) { System.debug(k + m.get(k)); }",
      log: ['a1']
    },
    { name: 'loop variable can be assigned', apex: "for (String s : new List<String>{'a'}) { s += 'b'; System.debug(s); }", log: ['ab'] },
    {
      name: 'null list',
      apex: 'List<String> l; for (String s : l) { }',
      thrown: 'System.NullPointerException: Attempt to de-reference a null object'
    },
    {
      name: 'list may not change meanwhile',
      apex: 'List<Integer> l = new List<Integer>{1}; for (Integer i : l) { l.add(2); }',
      thrown: 'System.FinalException: Cannot modify a collection while it is being iterated.'
    },
    {
      name: 'list may change after break',
      apex: 'List<Integer> l = new List<Integer>{1, 2}; for (Integer i : l) { break; } l.add(3); System.debug(l.size());',
      log: ['3']
    },
    { name: 'wrong loop variable', apex: 'for (Integer i : new List<String>()) { }', error: 'Loop variable must be of type String' },
    {
      name: 'not iterable',
      apex: 'for (Integer i : 5) { }',
      error: 'For loop can only iterate over an array or an Iterable instance: Integer'
    },
    {
      name: 'iterable of a class',
      apex: 'for (Integer i : new Countdown(3)) { System.debug(i); }',
      log: ['3', '2', '1'],
      classes: [
        `public class Countdown implements Iterable<Integer>, Iterator<Integer> {
          Integer at;
          public Countdown(Integer start) { at = start; }
          public Iterator<Integer> iterator() { return this; }
          public Boolean hasNext() { return at > 0; }
          public Integer next() { return at--; }
        }`
      ]
    }
  ]);
});

describe('switch', () => {
  const on = (subject: string, rest: string): string => `switch on ${subject} { ${rest} }`;
  cases([
    {
      name: 'Integer',
      apex: on('2', "when 1 { System.debug('one'); } when 2, 3 { System.debug('more'); } when else { System.debug('else'); }"),
      log: ['more']
    },
    { name: 'else', apex: on('9', "when 1 { System.debug('one'); } when else { System.debug('else'); }"), log: ['else'] },
    { name: 'String has case', apex: on("'A'", "when 'a' { System.debug('low'); } when 'A' { System.debug('up'); }"), log: ['up'] },
    {
      name: 'null',
      apex: `String s; ${on('s', "when null { System.debug('null'); } when else { System.debug('else'); }")}`,
      log: ['null']
    },
    { name: 'Long', apex: on('5L', "when 5L { System.debug('five'); }"), log: ['five'] },
    {
      name: 'record types',
      apex: `SObject s = new Contact(LastName = 'x'); ${on('s', "when Account a { System.debug('account'); } when Contact c { System.debug(c.LastName); }")}`,
      log: ['x']
    },
    {
      name: 'enum',
      apex: on('Season.WINTER', "when SUMMER { System.debug('warm'); } when WINTER { System.debug('cold'); }"),
      log: ['cold'],
      classes: ['public enum Season { SUMMER, WINTER }']
    },
    {
      name: 'break leaves the loop around',
      apex: `for (Integer i = 0; i < 5; i++) { ${on('i', 'when 2 { break; } when else { System.debug(i); }')} }`,
      log: ['0', '1']
    },
    { name: 'no Decimal', apex: on('1.5', 'when 1 { }'), error: 'Illegal switch expression type: Decimal' },
    { name: 'nested', apex: on('1', `when 1 { ${on("'b'", "when 'b' { System.debug('inner'); }")} }`), log: ['inner'] }
  ]);
});

describe('exceptions', () => {
  cases([
    {
      name: 'catch by type',
      apex: "try { Integer i = 1 / 0; } catch (DmlException e) { System.debug('dml'); } catch (MathException e) { System.debug(e.getMessage()); }",
      log: ['Divide by 0']
    },
    {
      name: 'catch all',
      apex: 'try { String s; s.trim(); } catch (Exception e) { System.debug(e.getTypeName()); }',
      log: ['System.NullPointerException']
    },
    {
      name: 'not caught goes on',
      apex: 'try { Integer i = 1 / 0; } catch (DmlException e) { }',
      thrown: 'System.MathException: Divide by 0'
    },
    { name: 'finally', apex: "try { System.debug('try'); } finally { System.debug('finally'); }", log: ['try', 'finally'] },
    {
      name: 'finally after throw',
      apex: "try { try { Integer i = 1 / 0; } finally { System.debug('finally'); } } catch (Exception e) { System.debug('caught'); }",
      log: ['finally', 'caught']
    },
    {
      name: 'neither catch nor finally after a limit exception',
      apex: "for (Integer j = 0; j < 2; j++) { try { try { if (j == 1) { for (Integer i = 0; i < 101; i++) { Integer n = [SELECT COUNT() FROM Account]; } } } catch (Exception e) { System.debug('caught'); } finally { System.debug('inner ' + j); } } finally { System.debug('outer ' + j); } }",
      log: ['inner 0', 'outer 0'],
      thrown: 'System.LimitException: Too many SOQL queries: 101'
    },
    {
      name: 'no finally when a catch clause passes a limit',
      apex: "try { Integer i = 1 / 0; } catch (MathException e) { for (Integer i = 0; i < 101; i++) { Integer n = [SELECT COUNT() FROM Account]; } } finally { System.debug('finally'); }",
      log: [],
      thrown: 'System.LimitException: Too many SOQL queries: 101'
    },
    {
      name: 'no finally after a failed assertion',
      apex: "try { System.assert(false, 'no'); } finally { System.debug('finally'); }",
      log: [],
      thrown: 'System.AssertException: Assertion Failed: no'
    },
    {
      name: 'finally after a throw in a catch clause',
      apex: "try { try { Integer i = 1 / 0; } catch (MathException e) { throw e; } finally { System.debug('finally'); } } catch (Exception e) { System.debug('caught'); }",
      log: ['finally', 'caught']
    },
    {
      name: 'list index',
      apex: 'List<Integer> l = new List<Integer>{1}; Integer i = l[3];',
      thrown: 'System.ListException: List index out of bounds: 3'
    },
    {
      name: 'rethrow',
      apex: "try { try { Integer i = 1 / 0; } catch (MathException e) { throw e; } } catch (MathException e) { System.debug('again'); }",
      log: ['again']
    },
    { name: 'throw null', apex: 'Exception e; throw e;', thrown: 'System.NullPointerException: Attempt to de-reference a null object' },
    {
      name: 'own exception',
      apex: "try { throw new MyException('oops'); } catch (MyException e) { System.debug(e.getTypeName() + ' ' + e.getMessage()); }",
      log: ['MyException oops'],
      classes: ['public class MyException extends Exception {}']
    },
    {
      name: 'four constructors',
      apex: "MyException a = new MyException('m', new MyException('c')); System.debug(a.getCause().getMessage()); System.debug(new MyException().getMessage()); System.debug(new MyException(a).getCause().getMessage());",
      log: ['c', 'Script-thrown exception', 'm'],
      classes: ['public class MyException extends Exception {}']
    },
    {
      name: 'setMessage',
      apex: "MyException e = new MyException(); e.setMessage('later'); System.debug(e.getMessage());",
      log: ['later'],
      classes: ['public class MyException extends Exception {}']
    },
    {
      name: 'own constructor',
      apex: "try { throw new Coded(42, 'text'); } catch (Coded e) { System.debug(e.code + e.getMessage()); }",
      log: ['42text'],
      classes: ['public class Coded extends Exception { public Integer code; public Coded(Integer c, String m) { this(m); code = c; } }']
    },
    {
      name: 'overridden getMessage',
      apex: "try { throw new Loud('a'); } catch (Exception e) { System.debug(e.getMessage()); }",
      log: ['A!'],
      classes: [
        "public class Loud extends Exception { public override String getMessage() { return super.getMessage().toUpperCase() + '!'; } }"
      ]
    },
    {
      name: 'abstract base exception',
      apex: "try { throw new Base.Leaf('x'); } catch (Base e) { System.debug(e.getTypeName()); }",
      log: ['Base.Leaf'],
      classes: ['public virtual class Base extends Exception { public class Leaf extends Base {} }']
    },
    {
      name: 'stack trace',
      apex: 'try { Thrower.go(); } catch (Exception e) { System.debug(e.getLineNumber()); System.debug(e.getStackTraceString()); }',
      log: ['4', 'Class.Thrower.inner: line 4, column 1\nClass.Thrower.go: line 2, column 1\nAnonymousBlock: line 1, column 1'],
      classes: ['public class Thrower {\npublic static void go() { inner(); }\npublic static void inner() {\nInteger i = 1 / 0; } }']
    },
    {
      name: 'recursion without end',
      apex: 'Deep.go();',
      thrown: 'System.LimitException: Maximum stack depth reached: 1001',
      classes: ['public class Deep { public static void go() { try { go(); } catch (Exception e) { System.debug(1); } } }']
    },
    {
      name: 'recursion without end or catch',
      apex: 'Deep.go();',
      thrown: 'System.LimitException: Maximum stack depth reached: 1001',
      classes: ['public class Deep { public static void go() { go(); } }']
    },
    {
      name: 'deep recursion that ends',
      apex: 'System.debug(Deep.go(900));',
      log: ['900'],
      classes: [
        'public with sharing class Deep { public static Integer go(Integer n) { if (n == 0) { return 0; } try { return 1 + go(n - 1); } finally { } } }'
      ]
    },
    { name: 'throw needs an exception', apex: "throw 'a';", error: 'Throw expression must be of type exception: String' },
    {
      name: 'return in try runs finally',
      apex: 'System.debug(F.f());',
      log: ['finally', '1'],
      classes: ["public class F { public static Integer f() { try { return 1; } finally { System.debug('finally'); } } }"]
    }
  ]);
});

describe('what does not compile', () => {
  cases([
    { name: 'unknown variable', apex: 'System.debug(x);', error: '1 Variable does not exist: x' },
    {
      name: 'unknown method',
      apex: "String s = 'a'; s.foo('b');",
      error: 'Method does not exist or incorrect signature: void foo(String) from the type String'
    },
    { name: 'unknown type', apex: 'Foo f;', error: 'Invalid type: Foo' },
    { name: 'duplicate variable', apex: 'Integer i; String I;', error: 'Duplicate variable: I' },
    {
      name: 'unreachable',
      apex: 'Integer i = 0; while (true) { i++; if (i > 3) { break; System.debug(1); } }',
      error: 'Unreachable statement'
    },
    {
      name: 'several errors',
      apex: 'System.debug(x);\nSystem.debug(y);',
      error: /1 Variable does not exist: x\n2 Variable does not exist: y/
    },
    {
      name: 'missing return',
      apex: '',
      error: 'Missing return statement required return type: Integer',
      classes: ['public class A { Integer f() { } }']
    },
    {
      name: 'return in all branches',
      apex: '',
      classes: ['public class A { Integer f(Boolean b) { if (b) { return 1; } else { throw new NullPointerException(); } } }']
    },
    {
      name: 'void returns a value',
      apex: '',
      error: 'Void method must not return a value',
      classes: ['public class A { void f() { return 1; } }']
    },
    { name: 'final local', apex: 'final Integer i = 1; i = 2;', error: 'Final variable has already been initialized: i' },
    { name: 'expression is no statement', apex: 'Integer i = 1; i + 1;', error: 'Expression cannot be a statement.' },
    { name: 'unknown field', apex: "Account a = new Account(Foo__c = 'x');", error: 'Field does not exist: Foo__c on Account' },
    { name: 'unknown field read', apex: 'Account a = new Account(); System.debug(a.Foo__c);', error: 'Variable does not exist: Foo__c' },
    {
      name: 'this in static',
      apex: '',
      error: 'this cannot be used in a static context',
      classes: ['public class A { static A f() { return this; } }']
    },
    {
      name: 'instance method from static',
      apex: '',
      error: 'Non static method cannot be referenced from a static context',
      classes: ['public class A { void g() {} static void f() { g(); } }']
    },
    {
      name: 'private method of another class',
      apex: '',
      error: 'Method is not visible: void B.g()',
      classes: ['public class A { void f() { B.g(); } }', 'public class B { static void g() {} }']
    },
    {
      name: 'private field of another class',
      apex: '',
      error: 'Variable is not visible: B.x',
      classes: ['public class A { void f() { System.debug(B.x); } }', 'public class B { private static Integer x; }']
    },
    {
      name: 'TestVisible in a test',
      apex: '',
      classes: [
        '@IsTest private class A { static void f() { System.debug(B.x); } }',
        'public class B { @TestVisible private static Integer x; }'
      ]
    },
    {
      name: 'error names its file',
      apex: '',
      error: 'A.cls:2 Variable does not exist: q',
      classes: ['public class A { void f() {\nSystem.debug(q); } }']
    },
    { name: 'bad query', apex: 'List<Account> a = [SELECT Foo__c FROM Account];', error: /Foo__c/ },
    { name: 'DML of text', apex: "String s = 'a'; insert s;", error: 'DML requires SObject or SObject list type: String' }
  ]);
});
