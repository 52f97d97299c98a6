import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compileAnonymous } from '../../src/apex/index.js';
import type { LocalOrg } from '../../src/org/index.js';
import { runTests } from '../../src/testing/index.js';
import { TinyProject } from '../testing/project.js';

const APEX = [
  `public class Notes {
     public static void add(String text) { insert new Lead(LastName = text, Company = 'Notes'); }
   }`,
  `public class Link implements Queueable {
     private Integer left;
     public Link(Integer left) { this.left = left; }
     public void execute(QueueableContext context) {
       Notes.add(AsyncInfo.getCurrentQueueableStackDepth() + '/' + AsyncInfo.getMaximumQueueableStackDepth() + ' ' + AsyncInfo.hasMaxStackDepth() + ' ' + AsyncInfo.getMinimumQueueableDelayInMinutes());
       if (left > 1) System.enqueueJob(new Link(left - 1));
     }
   }`,
  `public class Twins implements Queueable {
     public void execute(QueueableContext context) {
       System.enqueueJob(new Link(1));
       System.enqueueJob(new Link(1));
     }
   }`,
  `public class Retry implements Queueable, Finalizer {
     private Integer attempt;
     private Integer succeedsAt;
     private transient String passing = 'x';
     public Retry(Integer attempt, Integer succeedsAt) { this.attempt = attempt; this.succeedsAt = succeedsAt; }
     public void execute(QueueableContext context) {
       System.attachFinalizer(this);
       if (attempt != succeedsAt) throw new IllegalArgumentException('attempt ' + attempt);
     }
     public void execute(FinalizerContext context) {
       Notes.add('attempt ' + attempt + ' ' + context.getResult() + ' ' + passing);
       if (context.getResult() == ParentJobResult.UNHANDLED_EXCEPTION || attempt < 8) System.enqueueJob(new Retry(attempt + 1, succeedsAt));
     }
   }`,
  `public class Hungry implements Queueable, Finalizer {
     public void execute(QueueableContext context) {
       System.attachFinalizer(this);
       for (Integer i = 0; i < 201; i++) { Integer n = [SELECT COUNT() FROM Lead]; }
     }
     public void execute(FinalizerContext context) {
       Notes.add(context.getException().getTypeName());
       Notes.add(context.getException().getMessage().left(79));
       Notes.add(Limits.getLimitQueries() + ' ' + Limits.getLimitQueueableJobs() + ' ' + Limits.getLimitHeapSize() + ' ' + Request.getCurrent().getQuiddity());
     }
   }`,
  `public class Complaining implements Queueable, Finalizer {
     public void execute(QueueableContext context) { System.attachFinalizer(this); }
     public void execute(FinalizerContext context) { throw new IllegalArgumentException('from the finalizer'); }
   }`,
  `@IsTest private class LinkTest {
     private static AsyncOptions depth(Integer maximum) {
       AsyncOptions options = new AsyncOptions();
       options.MaximumQueueableStackDepth = maximum;
       return options;
     }
     @IsTest static void statedDepth() {
       Test.startTest();
       System.enqueueJob(new Link(3), depth(3));
       Test.stopTest();
       System.assertEquals(3, [SELECT COUNT() FROM Lead]);
     }
     @IsTest static void statedDepthTooSmall() {
       Test.startTest();
       System.enqueueJob(new Link(3), depth(2));
       try {
         Test.stopTest();
         System.assert(false, 'no third link');
       } catch (AsyncException error) {
         System.assertEquals('Maximum stack depth has been reached.', error.getMessage());
       }
     }
     @IsTest static void delayIsIgnored() {
       Test.startTest();
       System.enqueueJob(new Link(1), 10);
       Test.stopTest();
       System.assertEquals(1, [SELECT COUNT() FROM Lead]);
     }
     @IsTest static void failingFinalizer() {
       Test.startTest();
       System.enqueueJob(new Complaining());
       try {
         Test.stopTest();
         System.assert(false, 'the exception of a finalizer surfaces at stopTest');
       } catch (IllegalArgumentException error) {
         System.assertEquals('from the finalizer', error.getMessage());
       }
     }
     @IsTest static void noSecondBatchFromExecute() {
       Test.startTest();
       Database.executeBatch(new Nested());
       try {
         Test.stopTest();
         System.assert(false, 'a batch can be started from finish only');
       } catch (AsyncException error) {
         System.assertEquals('Database.executeBatch cannot be called from a batch start, batch execute, or future method.', error.getMessage());
       }
     }
   }`,
  `public class Nested implements Database.Batchable<SObject> {
     public Iterable<SObject> start(Database.BatchableContext context) { Database.executeBatch(new Nested()); return new List<Lead>(); }
     public void execute(Database.BatchableContext context, List<SObject> scope) {}
     public void finish(Database.BatchableContext context) {}
   }`
];

let project: TinyProject;
let org: LocalOrg;
let failures: string[];
const clock = { time: Date.UTC(2026, 9, 5, 12), now: () => clock.time };

beforeAll(() => void (project = new TinyProject(APEX)));
afterAll(() => project.remove());
beforeEach(() => {
  org = project.open(clock);
  expect(org.program.diagnostics).toEqual([]);
  org.store.ensure(org.schema.object('Lead')!);
  failures = [];
  org.async.onFailure = (job, failure) => failures.push(`${job.kind} ${job.className}: ${(failure as Error).message}`);
});
afterEach(() => org.close());

function run(apex: string): void {
  const runnable = compileAnonymous(apex, org.program);
  org.run(null, 'ANONYMOUS', () => runnable.run());
  org.async.drain();
}

function notes(): unknown[] {
  return org.store.rows(`SELECT "LastName" FROM "Lead" ORDER BY "Id"`).flat();
}

describe('a chain of queueables', () => {
  it('has five links in a Developer Edition org', () => {
    run(`System.enqueueJob(new Link(6));`);
    expect(notes()).toEqual(['1/null false null', '2/null false null', '3/null false null', '4/null false null']);
    expect(failures).toEqual(['Queueable Link: Maximum stack depth has been reached.']);
  });

  it('is as long as its first job states, and its links know that', () => {
    run(`AsyncOptions options = new AsyncOptions(); options.MaximumQueueableStackDepth = 7; System.enqueueJob(new Link(7), options);`);
    expect(notes()).toHaveLength(7);
    expect(notes().at(-1)).toBe('7/7 true null');
    expect(failures).toEqual([]);
  });

  it('knows its delay', () => {
    run(`AsyncOptions options = new AsyncOptions(); options.MinimumQueueableDelayInMinutes = 3; System.enqueueJob(new Link(1), options);`);
    expect(notes()).toEqual([]);
    clock.time += 3 * 60_000;
    org.async.drain();
    expect(notes()).toEqual(['1/null false 3']);
    expect(() => run(`System.enqueueJob(new Link(1), 11);`)).toThrow('Delay must be between 0 and 10 minutes');
  });

  it('does not fork', () => {
    run(`System.enqueueJob(new Twins());`);
    expect(failures).toEqual(['Queueable Twins: Too many queueable jobs added to the queue: 2']);
    expect(notes()).toEqual([]);
  });
});

describe('a duplicate signature', () => {
  const ENQUEUE = `AsyncOptions options = new AsyncOptions();
    options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('a').addInteger(1).addId(UserInfo.getUserId()).build();
    QueueableDuplicateSignature kept = options.DuplicateSignature;
    System.enqueueJob(new Link(1), options);`;

  it('is refused while a job of it waits, and forgotten when that begins', () => {
    const enqueue = (): void => org.run(null, 'ANONYMOUS', () => compileAnonymous(ENQUEUE, org.program).run());
    enqueue();
    expect(enqueue).toThrow('Attempt to enqueue job with duplicate queueable signature');
    org.async.drain();
    enqueue();
    org.async.drain();
    expect(notes()).toHaveLength(2);
  });
});

describe('a finalizer', () => {
  it('enqueues a failed job anew five times in a row', () => {
    run(`System.enqueueJob(new Retry(0, -1));`);
    expect(notes()).toEqual([0, 1, 2, 3, 4].map((attempt) => `attempt ${attempt} UNHANDLED_EXCEPTION null`));
    expect(failures.filter((each) => each.startsWith('Finalizer'))).toEqual(['Finalizer Retry: Maximum stack depth has been reached.']);
    expect(failures.filter((each) => each.startsWith('Queueable'))).toHaveLength(6);
  });

  it('counts again from a success on', () => {
    run(`System.enqueueJob(new Retry(0, 4));`);
    expect(notes()).toHaveLength(10);
    expect(notes()[4]).toBe('attempt 4 SUCCESS null');
    expect(failures.filter((each) => each.startsWith('Finalizer'))).toHaveLength(1);
  });

  it('is told of an uncatchable exception, and has synchronous limits but for three', () => {
    run(`System.enqueueJob(new Hungry());`);
    expect(notes()).toEqual([
      'System.AsyncException',
      expect.stringMatching(/^System\.LimitException: Too many SOQL queries: 201\nClass\.Hungry\.execute: line 4/),
      '100 1 12000000 TRANSACTION_FINALIZER_QUEUEABLE'
    ]);
  });

  it('is attached in queueables only', () => {
    expect(() => run(`System.attachFinalizer(new Retry(0, 0));`)).toThrow(
      'System.attachFinalizer(Finalizer) is not allowed in this context'
    );
  });
});

it('in tests a chain is as long as is stated', () => {
  const results = runTests(org, { selection: ['LinkTest'] });
  expect(results.filter((result) => !result.passed)).toEqual([]);
  expect(results).toHaveLength(5);
});
