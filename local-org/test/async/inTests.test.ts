import { afterAll, beforeAll, expect, it } from 'vitest';
import { runTests } from '../../src/testing/index.js';
import type { LocalOrg } from '../../src/org/index.js';
import { TinyProject } from '../testing/project.js';

const APEX = [
  `public class Once implements Queueable, Schedulable, Database.Batchable<SObject> {
     public static Integer ran = 0;
     private Boolean fails = false;
     public Once() {}
     public Once(Boolean fails) { this.fails = fails; }
     public void execute(QueueableContext context) {
       insert new Lead(LastName = 'queueable', Company = 'Notes');
       ran++;
       if (fails) throw new IllegalArgumentException('on purpose');
     }
     public void execute(SchedulableContext context) {
       insert new Lead(LastName = [SELECT CronJobDetail.Name FROM CronTrigger WHERE Id = :context.getTriggerId()].CronJobDetail.Name, Company = 'Notes');
     }
     public Iterable<SObject> start(Database.BatchableContext context) { return [SELECT Id FROM Lead]; }
     public void execute(Database.BatchableContext context, List<SObject> scope) { delete scope; }
     public void finish(Database.BatchableContext context) { insert new Lead(LastName = 'finish', Company = 'Notes'); }
     @future public static void later() { insert new Lead(LastName = 'future', Company = 'Notes'); }
   }`,
  `public class Chain implements Queueable {
     public void execute(QueueableContext context) { System.enqueueJob(new Once()); }
   }`,
  `@IsTest private class JobsTest {
     private static List<String> names() {
       List<String> names = new List<String>();
       for (Lead each : [SELECT LastName FROM Lead ORDER BY LastName]) names.add(each.LastName);
       return names;
     }
     @IsTest static void queueable() {
       Test.startTest();
       Id job = System.enqueueJob(new Once());
       System.assertEquals(0, names().size());
       Test.stopTest();
       System.assertEquals(new List<String>{ 'queueable' }, names());
       System.assertEquals(1, Once.ran, 'a test shares its static variables with its jobs');
       System.assertEquals('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :job].Status);
     }
     @IsTest static void failing() {
       Test.startTest();
       Id job = System.enqueueJob(new Once(true));
       try {
         Test.stopTest();
         System.assert(false, 'the exception of a job surfaces at stopTest');
       } catch (IllegalArgumentException error) {
         System.assertEquals('on purpose', error.getMessage());
       }
       System.assertEquals(0, names().size());
       AsyncApexJob row = [SELECT Status, NumberOfErrors, ExtendedStatus FROM AsyncApexJob WHERE Id = :job];
       System.assertEquals('Failed', row.Status);
       System.assertEquals(1, row.NumberOfErrors);
     }
     @IsTest static void chaining() {
       Test.startTest();
       System.enqueueJob(new Chain());
       try {
         Test.stopTest();
         System.assert(false, 'no chains in tests');
       } catch (AsyncException error) {
         System.assertEquals('Maximum stack depth has been reached.', error.getMessage());
       }
     }
     @IsTest static void futureMethod() {
       Test.startTest();
       Once.later();
       Test.stopTest();
       System.assertEquals(new List<String>{ 'future' }, names());
     }
     @IsTest static void batch() {
       insert new List<Lead>{ new Lead(LastName = 'a', Company = 'A'), new Lead(LastName = 'b', Company = 'B') };
       Test.startTest();
       Id job = Database.executeBatch(new Once());
       Test.stopTest();
       System.assertEquals(new List<String>{ 'finish' }, names());
       System.assertEquals('Completed', [SELECT Status FROM AsyncApexJob WHERE Id = :job].Status);
     }
     @IsTest static void schedulable() {
       Test.startTest();
       Id job = System.schedule('nightly', '0 0 23 * * ?', new Once());
       CronTrigger row = [SELECT TimesTriggered, CronExpression FROM CronTrigger WHERE Id = :job];
       System.assertEquals(0, row.TimesTriggered);
       System.assertEquals('0 0 23 * * ?', row.CronExpression);
       Test.stopTest();
       System.assertEquals(new List<String>{ 'nightly' }, names());
       try {
         System.schedule('nightly', '0 0 23 * * ?', new Once());
         System.assert(false, 'the name is taken');
       } catch (AsyncException error) {
         System.assert(error.getMessage().contains('already scheduled'), error.getMessage());
       }
     }
     @IsTest static void schedulableAgain() {
       Test.startTest();
       System.schedule('nightly', '0 0 23 * * ?', new Once());
       Test.stopTest();
       System.assertEquals(new List<String>{ 'nightly' }, names());
     }
     @IsTest static void scheduledBatch() {
       Test.startTest();
       System.scheduleBatch(new Once(), 'soon', 5);
       Test.stopTest();
       System.assertEquals(new List<String>{ 'finish' }, names());
     }
     @IsTest static void aborted() {
       Test.startTest();
       Id job = System.enqueueJob(new Once());
       System.abortJob(job);
       Test.stopTest();
       System.assertEquals(0, names().size());
       System.assertEquals('Aborted', [SELECT Status FROM AsyncApexJob WHERE Id = :job].Status);
     }
     @IsTest static void limitsAreFreshAfterStartTest() {
       for (Integer i = 0; i < 90; i++) names();
       Test.startTest();
       for (Integer i = 0; i < 90; i++) names();
       Test.stopTest();
       System.assertEquals(90, Limits.getQueries());
     }
   }`
];

let project: TinyProject;
let org: LocalOrg;
beforeAll(() => {
  project = new TinyProject(APEX);
  org = project.open();
  expect(org.program.diagnostics).toEqual([]);
});
afterAll(() => {
  org.close();
  project.remove();
});

for (const method of [
  'queueable',
  'failing',
  'chaining',
  'futureMethod',
  'batch',
  'schedulable',
  'schedulableAgain',
  'scheduledBatch',
  'aborted',
  'limitsAreFreshAfterStartTest'
]) {
  it(`in a test: ${method}`, () => {
    const [result] = runTests(org, { selection: [`JobsTest.${method}`] });
    expect(result).toMatchObject({ message: null, stackTrace: null, passed: true });
  });
}

it('in one run of the class', () => {
  const results = runTests(org, { selection: ['JobsTest'] });
  expect(results.filter((result) => !result.passed)).toEqual([]);
  expect(results).toHaveLength(10);
});
