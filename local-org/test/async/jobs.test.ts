import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compileAnonymous } from '../../src/apex/index.js';
import type { LocalOrg } from '../../src/org/index.js';
import { TinyProject } from '../testing/project.js';

/** Every job writes what it does as leads, so that what was rolled back is not seen. */
const APEX = [
  `public class Notes {
     public static void add(String text) { insert new Lead(LastName = text, Company = 'Notes'); }
   }`,
  `public class Once implements Queueable {
     private String text;
     public Once(String text) { this.text = text; }
     public void change(String text) { this.text = text; }
     public void execute(QueueableContext context) {
       Notes.add(text + ' ' + [SELECT Status FROM AsyncApexJob WHERE Id = :context.getJobId()].Status);
     }
   }`,
  `public class Chain implements Queueable {
     private Integer left;
     public Chain(Integer left) { this.left = left; }
     public void execute(QueueableContext context) {
       Notes.add('link ' + left + ' depth ' + AsyncInfo.getCurrentQueueableStackDepth());
       if (left > 1) System.enqueueJob(new Chain(left - 1));
     }
   }`,
  `public class WithFinalizer implements Queueable, Finalizer {
     private Boolean fails;
     public WithFinalizer(Boolean fails) { this.fails = fails; }
     public void execute(QueueableContext context) {
       System.attachFinalizer(this);
       Notes.add('job');
       if (fails) throw new IllegalArgumentException('on purpose');
     }
     public void execute(FinalizerContext context) {
       Exception error = context.getException();
       Notes.add('finalizer ' + context.getResult() + ' ' + (error == null ? '-' : error.getMessage()));
     }
   }`,
  `public class Futures {
     @future public static void note(String text) { Notes.add(text + ' ' + System.isFuture()); }
     @future public static void again() { note('nested'); }
   }`,
  `public class Batch implements Database.Batchable<SObject> {
     public String failOn;
     public Integer chunks = 0;
     public Iterable<SObject> start(Database.BatchableContext context) {
       return [SELECT Id, LastName FROM Lead WHERE Company = 'Input' ORDER BY LastName];
     }
     public void execute(Database.BatchableContext context, List<SObject> scope) {
       chunks++;
       List<String> names = new List<String>();
       for (SObject each : scope) names.add((String) each.get('LastName'));
       Notes.add('chunk ' + String.join(names, '+'));
       if (names.contains(failOn)) throw new IllegalArgumentException('on purpose');
     }
     public void finish(Database.BatchableContext context) {
       AsyncApexJob job = [SELECT JobItemsProcessed, TotalJobItems, NumberOfErrors FROM AsyncApexJob WHERE Id = :context.getJobId()];
       Notes.add('finish ' + chunks + ' ' + job.JobItemsProcessed + '/' + job.TotalJobItems + ' ' + job.NumberOfErrors);
     }
   }`,
  `public class StatefulBatch implements Database.Batchable<SObject>, Database.Stateful {
     public Integer chunks = 0;
     public Database.QueryLocator start(Database.BatchableContext context) {
       return Database.getQueryLocator('SELECT Id FROM Lead WHERE Company = \\'Input\\'');
     }
     public void execute(Database.BatchableContext context, List<Lead> scope) { chunks++; }
     public void finish(Database.BatchableContext context) { Notes.add('finish ' + chunks); }
   }`,
  `public class Nightly implements Schedulable {
     public void execute(SchedulableContext context) {
       CronTrigger run = [SELECT CronJobDetail.Name FROM CronTrigger WHERE Id = :context.getTriggerId()];
       Notes.add('scheduled ' + run.CronJobDetail.Name);
     }
   }`,
  `trigger PingTrigger on Ping__e (after insert) {
     for (Ping__e each : Trigger.new) {
       if (each.Text__c == 'bad') throw new IllegalArgumentException('on purpose');
       Notes.add('event ' + each.Text__c);
       if (each.Text__c == 'enqueue') System.enqueueJob(new Once('from event'));
     }
   }`
];

const EVENT = {
  'force-app/main/default/objects/Ping__e/Ping__e.object-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Ping</label><pluralLabel>Pings</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
  'force-app/main/default/objects/Ping__e/fields/Text__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Text__c</fullName><label>Text</label><length>80</length><type>Text</type></CustomField>`
};

let project: TinyProject;
let org: LocalOrg;
const clock = { time: Date.UTC(2026, 9, 5, 12), now: () => clock.time };

beforeAll(() => {
  project = new TinyProject(APEX, EVENT);
});
afterAll(() => project.remove());
let failures: string[];
beforeEach(() => {
  org = project.open(clock);
  expect(org.program.diagnostics).toEqual([]);
  for (const object of ['Lead', 'AsyncApexJob']) org.store.ensure(org.schema.object(object)!);
  failures = [];
  org.async.onFailure = (job, failure) => failures.push(`${job.className}: ${(failure as Error).message}`);
});
afterEach(() => org.close());

function run(apex: string): void {
  const runnable = compileAnonymous(apex, org.program);
  org.run(null, 'ANONYMOUS', () => runnable.run());
}

function rows(sql: string): unknown[][] {
  return org.store.rows(sql);
}

function notes(): unknown[] {
  return rows(`SELECT "LastName" FROM "Lead" WHERE "Company" = 'Notes' ORDER BY "Id"`).flat();
}

function jobs(): unknown[][] {
  return rows(`SELECT "JobType", "Status", "NumberOfErrors" FROM "AsyncApexJob" ORDER BY "Id"`);
}

const INPUT = `insert new List<Lead>{ new Lead(LastName = 'a', Company = 'Input'), new Lead(LastName = 'b', Company = 'Input'), new Lead(LastName = 'c', Company = 'Input') };`;

describe('queueable', () => {
  it('runs after the commit, with the state it had when it was enqueued', () => {
    run(`Once job = new Once('as enqueued'); System.enqueueJob(job); job.change('changed'); Notes.add('caller');`);
    expect(notes()).toEqual(['caller']);
    expect(jobs()).toEqual([['Queueable', 'Queued', 0]]);
    org.async.drain();
    expect(notes()).toEqual(['caller', 'as enqueued Processing']);
    expect(jobs()).toEqual([['Queueable', 'Completed', 0]]);
  });

  it('chains, one job after the other', () => {
    run(`System.enqueueJob(new Chain(3));`);
    org.async.drain();
    expect(notes()).toEqual(['link 3 depth 1', 'link 2 depth 2', 'link 1 depth 3']);
    expect(jobs()).toHaveLength(3);
  });

  it('is limited to 50 a transaction', () => {
    run(`System.enqueueJob(new Chain(1));`);
    const before = jobs().length;
    expect(() => run(`for (Integer i = 0; i < 51; i++) System.enqueueJob(new Chain(1));`)).toThrow(
      'Too many queueable jobs added to the queue: 51'
    );
    expect(jobs()).toHaveLength(before);
    org.async.drain();
  });

  it('waits for its delay', () => {
    run(`System.enqueueJob(new Once('late'), 5);`);
    org.async.drain();
    expect(notes()).toEqual([]);
    clock.time += 5 * 60_000;
    org.async.drain();
    expect(notes()).toEqual(['late Processing']);
  });

  it('does not run when its transaction or the savepoint before it is rolled back', () => {
    expect(() => run(`System.enqueueJob(new Once('no')); throw new IllegalArgumentException('x');`)).toThrow('x');
    run(
      `Savepoint before = Database.setSavepoint(); System.enqueueJob(new Once('no')); Database.rollback(before); System.enqueueJob(new Once('yes'));`
    );
    org.async.drain();
    expect(notes()).toEqual(['yes Processing']);
    expect(jobs()).toEqual([['Queueable', 'Completed', 0]]);
  });

  it('is aborted before it runs', () => {
    run(`Id job = System.enqueueJob(new Once('no')); System.abortJob(job);`);
    run(`System.enqueueJob(new Once('no'), 1);`);
    run(`System.abortJob([SELECT Id FROM AsyncApexJob WHERE Status = 'Queued'].Id);`);
    clock.time += 60_000;
    org.async.drain();
    expect(notes()).toEqual([]);
    expect(jobs()).toEqual([
      ['Queueable', 'Aborted', 0],
      ['Queueable', 'Aborted', 0]
    ]);
  });
});

describe('finalizer', () => {
  it('runs after success', () => {
    run(`System.enqueueJob(new WithFinalizer(false));`);
    org.async.drain();
    expect(notes()).toEqual(['job', 'finalizer SUCCESS -']);
    expect(jobs()).toEqual([['Queueable', 'Completed', 0]]);
  });

  it('runs after an uncaught exception, and what the job wrote is gone', () => {
    run(`System.enqueueJob(new WithFinalizer(true));`);
    org.async.drain();
    expect(notes()).toEqual(['finalizer UNHANDLED_EXCEPTION on purpose']);
    expect(jobs()).toEqual([['Queueable', 'Failed', 1]]);
    expect(failures).toEqual(['WithFinalizer: on purpose']);
  });
});

describe('future', () => {
  it('runs in a transaction of its own', () => {
    run(`Futures.note('future');`);
    expect(notes()).toEqual([]);
    org.async.drain();
    expect(notes()).toEqual(['future true']);
    expect(jobs()).toEqual([['Future', 'Completed', 0]]);
  });

  it('is not called from a future method', () => {
    run(`Futures.again();`);
    org.async.drain();
    expect(failures[0]).toMatch(/Future method cannot be called from a future or batch method/);
    expect(jobs()).toEqual([['Future', 'Failed', 1]]);
  });
});

describe('batch', () => {
  it('works in chunks, each with the state of the submission', () => {
    run(INPUT + `Database.executeBatch(new Batch(), 2);`);
    org.async.drain();
    expect(notes()).toEqual(['chunk a+b', 'chunk c', 'finish 0 2/2 0']);
    expect(jobs()).toEqual([['BatchApex', 'Completed', 0]]);
  });

  it('keeps its state when it is stateful', () => {
    run(INPUT + `Database.executeBatch(new StatefulBatch(), 2);`);
    org.async.drain();
    expect(notes()).toEqual(['finish 2']);
  });

  it('counts a chunk that failed and goes on', () => {
    run(INPUT + `Batch job = new Batch(); job.failOn = 'b'; Database.executeBatch(job, 2);`);
    org.async.drain();
    expect(notes()).toEqual(['chunk c', 'finish 0 2/2 1']);
    expect(jobs()).toEqual([['BatchApex', 'Completed', 1]]);
    expect(rows(`SELECT "ExtendedStatus" FROM "AsyncApexJob"`)[0][0]).toContain('First error: on purpose');
  });

  it('finishes without records', () => {
    run(`Database.executeBatch(new Batch());`);
    org.async.drain();
    expect(notes()).toEqual(['finish 0 0/0 0']);
  });
});

describe('scheduled', () => {
  it('fires at its time, again and again, until it is aborted', () => {
    run(`System.schedule('hourly', '0 0 * * * ?', new Nightly());`);
    org.async.drain();
    expect(notes()).toEqual([]);
    for (let hour = 0; hour < 2; hour++) {
      clock.time += 3_600_000;
      org.async.drain();
    }
    expect(notes()).toEqual(['scheduled hourly', 'scheduled hourly']);
    run(`System.abortJob([SELECT Id FROM CronTrigger WHERE CronJobDetail.Name = 'hourly'].Id);`);
    clock.time += 3_600_000;
    org.async.drain();
    expect(notes()).toHaveLength(2);
    expect(org.async.nextDueAt()).toBeNull();
  });

  it('is forgotten with its transaction, and comes back with an abort that is', () => {
    expect(() => run(`System.schedule('a', '0 0 * * * ?', new Nightly()); throw new IllegalArgumentException('x');`)).toThrow('x');
    expect(org.async.nextDueAt()).toBeNull();
    run(`System.schedule('a', '0 0 * * * ?', new Nightly());`);
    expect(() => run(`System.abortJob([SELECT Id FROM CronTrigger LIMIT 1].Id); throw new IllegalArgumentException('x');`)).toThrow('x');
    expect(org.async.nextDueAt()).not.toBeNull();
    expect(() => run(`System.schedule('a', '0 0 * * * ?', new Nightly());`)).toThrow(
      'The Apex job named "a" is already scheduled for execution.'
    );
  });
});

describe('platform events', () => {
  it('reach Apex triggers after the commit, and what those enqueue runs', () => {
    run(`EventBus.publish(new Ping__e(Text__c = 'one')); EventBus.publish(new Ping__e(Text__c = 'enqueue'));`);
    expect(notes()).toEqual([]);
    org.async.drain();
    expect(notes()).toEqual(['event one', 'event enqueue', 'from event Processing']);
  });

  it('are not published by a transaction that is rolled back', () => {
    expect(() => run(`EventBus.publish(new Ping__e(Text__c = 'no')); throw new IllegalArgumentException('x');`)).toThrow('x');
    org.async.drain();
    expect(notes()).toEqual([]);
  });
});
