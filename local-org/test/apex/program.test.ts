import { describe, expect, test } from 'vitest';
import { compileAnonymous, CompileError } from '../../src/apex/index.js';
import { tx } from '../../src/org/transaction.js';
import { compile, runApex, transact } from './world.js';

describe('a program', () => {
  const broken = ['public class Bad { void f() { nonsense(); } }', 'public class Good { public static Integer one() { return 1; } }'];

  test('names the broken class and runs the others', () => {
    const program = compile(broken);
    expect(program.diagnostics.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)).toEqual([
      'Bad.cls:1:31 Method does not exist or incorrect signature: void nonsense() from the type Bad'
    ]);
    expect(transact(program, false, () => expect(program.invokeStatic('good', 'ONE', [])).toBe(1)).thrown).toBeNull();
    expect(() => transact(program, false, () => compileAnonymous('new Bad();', program).run())).toThrow(CompileError);
  });

  test('syntax errors are diagnostics', () => {
    expect(compile(['public class A { void f( { } }']).diagnostics[0]).toMatchObject({ file: 'A.cls', line: 1 });
  });

  test('answers types, classes and triggers', () => {
    const program = compile(['public class A { public class B {} }', 'trigger T on Account (before insert) { }']);
    expect(program.type('a.b')?.name).toBe('A.B');
    expect(program.type('http')?.name).toBe('Http');
    expect([...program.classes()].map((each) => each.name)).toEqual(['A']);
    expect(program.triggers('account').map((each) => each.name)).toEqual(['T']);
  });

  test('triggers that would never fire are refused', () => {
    const messages = ['CampaignMemberStatus', 'CampaignShare', 'CampaignMemberChangeEvent', 'Nowhere', 'CampaignMember'].flatMap((object) =>
      compile([`trigger T on ${object} (after insert) { }`]).diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`)
    );
    expect(messages).toEqual([
      '1:1 SObject type does not allow triggers: CampaignMemberStatus',
      '1:1 SObject type does not allow triggers: CampaignShare',
      '1:1 Not supported: triggers on change events: CampaignMemberChangeEvent',
      '1:1 Invalid type: Nowhere'
    ]);
  });

  test('keeps annotations', () => {
    const program = compile([
      '@IsTest private class A { @TestSetup static void s() {} @AuraEnabled(cacheable=true) public static void f() {} static testMethod void g() {} }'
    ]);
    const info = program.type('A')!.info!;
    expect(info.annotations!.has('istest')).toBe(true);
    expect(info.methods.map((each) => [...each.annotations.keys()])).toEqual([['testsetup'], ['auraenabled'], ['istest']]);
  });

  test('a million operations take well under a second', () => {
    const program = compile([
      'public class L { public static Integer run(Integer n) { Integer total = 0; for (Integer i = 0; i < n; i++) { total += i * 3 - i / 2; } return total; } }'
    ]);
    transact(program, false, () => {
      const start = performance.now();
      program.invokeStatic('L', 'run', [1_000_000]);
      expect(performance.now() - start).toBeLessThan(500);
    });
  });

  test('emitted code reads like the source', () => {
    const program = compile(['public class R { public static Integer twice(Integer n) { Integer result = n * 2; return result; } }']);
    expect(program.javascript('R')).toContain('let result = Math.imul($nn(n), 2);');
  });
});

describe('coverage', () => {
  test('counts statements', () => {
    const source = `public class C {
  public static Integer x;
  public static Integer f(Boolean b) {
    Integer i;
    if (b) {
      i = 1;
    } else {
      i = 2;
    }
    return i;
  }
}`;
    const program = compile([source], 60, true);
    transact(program, false, () => void program.invokeStatic('C', 'f', [true]));
    const { executable, hit } = program.coverage().get('C')!;
    expect(executable).toEqual([5, 6, 8, 10]);
    expect([...hit].sort((a, b) => a - b)).toEqual([5, 6, 10]);
  });
});

describe('sharing and access', () => {
  const probe = (declaration: string): string =>
    `public ${declaration} class S { public static void f() { insert new Account(Name = 'x'); Probe.look(); } }`;

  /** The sharing in force while a class runs, read through a built-in that is called last. */
  function sharingInside(declaration: string, apiVersion: number): string {
    const program = compile(
      [
        probe(declaration),
        "public inherited sharing class Probe { public static void look() { Database.query('SELECT Id FROM Account'); } }"
      ],
      apiVersion
    );
    let seen = '';
    transact(program, false, () => {
      const { queries } = tx().org;
      const original = queries.query.bind(queries);
      queries.query = (text, options) => {
        seen = `${tx().sharing} ${options.accessLevel}`;
        return original(text, options);
      };
      try {
        program.invokeStatic('S', 'f', []);
      } finally {
        queries.query = original;
      }
      expect(tx().sharing).toBe('without');
    });
    return seen;
  }

  test.each([
    ['with sharing', 60, 'with SYSTEM_MODE'],
    ['without sharing', 60, 'without SYSTEM_MODE'],
    ['inherited sharing', 60, 'without SYSTEM_MODE'],
    ['', 60, 'without SYSTEM_MODE'],
    ['', 67, 'with USER_MODE'],
    ['without sharing', 67, 'without USER_MODE']
  ])('%s at %i', (declaration, version, expected) => {
    expect(sharingInside(declaration, version)).toBe(expected);
  });
});

describe('tests and stubs', () => {
  test('runAs switches the user and back', () => {
    const apex =
      "User u = new User(Username = 'x@y.z', LastName = 'l', Email = 'x@y.z', Alias = 'x', TimeZoneSidKey = 'UTC', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id); insert u; Id before = UserInfo.getUserId(); System.runAs(u) { System.debug(UserInfo.getUserId() == u.Id); } System.debug(UserInfo.getUserId() == before);";
    expect(runApex(apex, [], { inTest: true }).log).toEqual(['true', 'true']);
  });

  test('runAs inserts a user that is not saved yet, whatever was changed before', () => {
    const apex =
      "User u = new User(Username = 'x@y.z', LastName = 'l', Email = 'x@y.z', Alias = 'x', TimeZoneSidKey = 'UTC', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id); insert new Account(Name = 'a'); System.runAs(u) { System.debug(UserInfo.getUserName()); } System.runAs(u) { System.debug(UserInfo.getUserId() == u.Id); }";
    expect(runApex(apex, [], { inTest: true }).log).toEqual(['x@y.z', 'true']);
  });

  test('stubs send their methods to the provider', () => {
    const outcome = runApex(
      "Greeter g = (Greeter) Test.createStub(Greeter.class, new Provider()); System.debug(g.hello('Ada', 3)); g.nothing(); System.debug(g instanceof Greeter);",
      [
        "public virtual class Greeter { public virtual String hello(String name, Integer times) { return 'real'; } public void nothing() { System.debug('real'); } }",
        "public class Provider implements StubProvider { public Object handleMethodCall(Object o, String m, Type r, List<Type> ts, List<String> ns, List<Object> args) { System.debug(m + ' ' + r + ' ' + ts + ' ' + ns + ' ' + args); return r == String.class ? 'stub' : null; } }"
      ],
      { inTest: true }
    );
    expect(outcome).toEqual({
      log: ['hello String (String, Integer) (name, times) (Ada, 3)', 'stub', 'nothing void () () ()', 'true'],
      thrown: null,
      errors: []
    });
  });

  test('a stub of an interface', () => {
    const outcome = runApex(
      'I i = (I) Test.createStub(I.class, new Provider()); System.debug(i.f());',
      [
        'public interface I { Integer f(); }',
        'public class Provider implements StubProvider { public Object handleMethodCall(Object o, String m, Type r, List<Type> ts, List<String> ns, List<Object> args) { return 7; } }'
      ],
      { inTest: true }
    );
    expect(outcome.log).toEqual(['7']);
  });
});
