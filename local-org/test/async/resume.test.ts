import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { compileAnonymous } from '../../src/apex/index.js';
import { openOrg, type LocalOrg } from '../../src/org/index.js';
import { TinyProject } from '../testing/project.js';

/** What a job may hold, in one class. */
const RICH = `public class Rich implements Queueable {
  public enum Colour { RED, GREEN }
  public class Nested { public String name; public Nested other; public transient String lost = 'x'; }
  public class Key {
    public Integer value;
    public Key(Integer value) { this.value = value; }
    public Boolean equals(Object other) { return other instanceof Key && ((Key) other).value == value; }
    public Integer hashCode() { return value; }
  }
  public virtual class Failure extends Exception { public Integer code; }
  private Boolean flag = true;
  private Long big = 9007199254740993L;
  private Double ratio = 0.1;
  private Decimal price = 12.50;
  private Date day = Date.newInstance(2026, 2, 28);
  private Datetime moment = Datetime.newInstanceGmt(2026, 2, 28, 1, 2, 3);
  private Time hour = Time.newInstance(4, 5, 6, 7);
  private Blob bytes = Blob.valueOf('bytes');
  private Colour colour = Colour.GREEN;
  private Id campaign;
  private Type type = Nested.class;
  private Schema.SObjectType object_x = Lead.SObjectType;
  private Schema.SObjectField field = Lead.LastName;
  private Map<Id, List<Lead>> leads = new Map<Id, List<Lead>>();
  private Set<String> names = new Set<String>{ 'b', 'a' };
  private Map<Key, Integer> byKey = new Map<Key, Integer>{ new Key(1) => 1, new Key(2) => 2 };
  private Nested one = new Nested();
  private Object anything;
  private Failure failure = new Failure('why');
  private Database.Cursor cursor;
  public Rich(Campaign campaign) {
    this.campaign = campaign.Id;
    leads.put(campaign.Id, new List<Lead>{ new Lead(LastName = 'In memory', AnnualRevenue = 1.50) });
    one.name = 'one';
    one.other = one;
    anything = new List<Object>{ 1, 'two', 3.0, campaign };
    failure.code = 7;
    cursor = Database.getCursor('SELECT Name FROM Campaign WHERE Id = :campaign', AccessLevel.SYSTEM_MODE);
  }
  public List<String> describe() {
    Campaign row = (Campaign) ((List<Object>) anything)[3];
    String unread;
    try { unread = String.valueOf(row.Type); } catch (SObjectException error) { unread = 'not queried'; }
    return new List<String>{
      flag + ' ' + big + ' ' + ratio + ' ' + price + ' ' + price.scale() + ' ' + day + ' ' + moment.getTime() + ' ' + hour,
      bytes.toString() + ' ' + colour.name() + ' ' + (colour == Colour.GREEN) + ' ' + type.getName() + ' ' + object_x + ' ' + field + ' ' + (field == Lead.LastName),
      JSON.serialize(leads.get(campaign)) + ' ' + String.join(new List<String>(names), ',') + ' ' + names.contains('a') + ' ' + byKey.get(new Key(2)),
      one.name + ' ' + (one.other === one) + ' ' + one.lost + ' ' + anything + ' ' + unread,
      failure.getTypeName() + ' ' + failure.getMessage() + ' ' + failure.code + ' ' + failure.getLineNumber(),
      cursor.getNumRecords() + ' ' + ((Campaign) cursor.fetch(0, 1)[0]).Name
    };
  }
  public void execute(QueueableContext context) {
    one.lost = one.lost;
    for (String line : describe()) Notes.add(line);
  }
}`;

const APEX = [
  RICH,
  `public class Notes {
     public static void add(String text) { insert new Lead(LastName = 'Note', Company = 'Notes', Description = text); }
   }`,
  `public class Once implements Queueable, Finalizer {
     private String text;
     public Once(String text) { this.text = text; }
     public void execute(QueueableContext context) {
       Notes.add(text + ' ' + [SELECT Status FROM AsyncApexJob WHERE Id = :context.getJobId()].Status);
     }
     public void execute(FinalizerContext context) {}
     @future public static void later(List<String> texts, Decimal amount) { Notes.add(String.join(texts, '+') + ' ' + amount); }
   }`,
  `public class Posting implements Queueable {
     private Http http = new Http();
     public void execute(QueueableContext context) { Notes.add('posted'); }
   }`,
  `public class Gone implements Queueable {
     public void execute(QueueableContext context) { Notes.add('gone'); }
   }`,
  `public class Counting implements Database.Batchable<SObject>, Database.Stateful {
     private Integer records = 0;
     public Database.QueryLocator start(Database.BatchableContext context) {
       String company = 'Input';
       return Database.getQueryLocator('SELECT Id FROM Lead WHERE Company = :company ORDER BY LastName');
     }
     public void execute(Database.BatchableContext context, List<Lead> scope) {
       records += scope.size();
       Notes.add('chunk ' + scope.size());
     }
     public void finish(Database.BatchableContext context) { Notes.add('finish ' + records); }
   }`,
  `public class Nightly implements Schedulable {
     private String text = 'scheduled';
     public void execute(SchedulableContext context) { Notes.add(text + ' ' + [SELECT TimesTriggered FROM CronTrigger WHERE Id = :context.getTriggerId()].TimesTriggered); }
   }`
];

const EVENT = {
  'force-app/main/default/objects/Ping__e/Ping__e.object-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Ping</label><pluralLabel>Pings</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
  'force-app/main/default/objects/Ping__e/fields/Text__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Text__c</fullName><label>Text</label><length>80</length><type>Text</type></CustomField>`
};
const TRIGGER = `trigger PingTrigger on Ping__e (after insert) { for (Ping__e each : Trigger.new) Notes.add('event ' + each.Text__c); }`;

let project: TinyProject;
let database: string;
let org: LocalOrg;
let files = 0;
const clock = { time: Date.UTC(2026, 9, 5, 12), now: () => clock.time };

beforeAll(() => void (project = new TinyProject([...APEX, TRIGGER], EVENT)));
afterAll(() => project.remove());
beforeEach(() => {
  clock.time = Date.UTC(2026, 9, 5, 12);
  database = join(project.directory, `${files++}.sqlite`);
  org = openOrg({ project: project.directory, database, clock });
  expect(org.program.diagnostics).toEqual([]);
});
afterEach(() => org.close());

/** Another process: nothing of the first one's memory is left. */
function restart(): void {
  org.close();
  org = openOrg({ project: project.directory, database, clock });
}

function run(apex: string): void {
  const runnable = compileAnonymous(apex, org.program);
  org.run(null, 'ANONYMOUS', () => runnable.run());
}

function notes(): unknown[] {
  return org.store.rows(`SELECT "Description" FROM "Lead" WHERE "Company" = 'Notes' ORDER BY "Id"`).flat();
}

function jobs(): unknown[][] {
  return org.store.rows(`SELECT "JobType", "Status", "ExtendedStatus" FROM "AsyncApexJob" ORDER BY "Id"`);
}

const RICH_JOB = `insert new Campaign(Name = 'Rich');
Campaign row = [SELECT Name FROM Campaign LIMIT 1];
System.enqueueJob(new Rich(row));`;

it('a queueable keeps all of its state', () => {
  run(RICH_JOB);
  restart();
  org.async.drain();
  expect(jobs()).toEqual([['Queueable', 'Completed', null]]);
  expect(notes()).toEqual([
    'true 9007199254740993 0.1 12.50 2 2026-02-28 00:00:00 1772240523000 04:05:06.007Z',
    'bytes GREEN true Rich.Nested Lead LastName true',
    '[{"attributes":{"type":"Lead"},"LastName":"In memory","AnnualRevenue":1.50}] b,a true 2',
    expect.stringMatching(/^one true null \(1, two, 3\.0, Campaign:\{.*\}\) not queried$/),
    expect.stringMatching(/^Rich\.Failure why 7 \d+$/),
    '1 Rich'
  ]);
});

it('a delayed queueable waits for what is left of its delay', () => {
  run(`System.enqueueJob(new Once('late'), 5); System.enqueueJob(new Once('now'));`);
  restart();
  expect(jobs().map(([, status]) => status)).toEqual(['Queued', 'Queued']);
  org.async.drain();
  expect(notes()).toEqual(['now Processing']);
  expect(org.async.nextDueAt()).toBe(clock.time + 5 * 60_000);
  clock.time += 5 * 60_000;
  org.async.drain();
  expect(notes()).toEqual(['now Processing', 'late Processing']);
});

it('a future method keeps its arguments', () => {
  run(`Once.later(new List<String>{ 'a', 'b' }, 1.20);`);
  restart();
  org.async.drain();
  expect(notes()).toEqual(['a+b 1.20']);
});

it('a batch goes on where it was', () => {
  run(`List<Lead> leads = new List<Lead>();
    for (Integer i = 0; i < 5; i++) leads.add(new Lead(LastName = 'L' + i, Company = 'Input'));
    insert leads;
    Database.executeBatch(new Counting(), 2);`);
  for (let step = 0; step < 2; step++) org.async.runNext();
  expect(notes()).toEqual(['chunk 2']);
  restart();
  org.async.drain();
  expect(notes()).toEqual(['chunk 2', 'chunk 2', 'chunk 1', 'finish 5']);
  expect(jobs()).toEqual([['BatchApex', 'Completed', null]]);
  expect(org.store.rows(`SELECT COUNT(*) FROM "_batches"`)).toEqual([[0]]);
});

it('events that were not delivered are', () => {
  run(`EventBus.publish(new List<Ping__e>{ new Ping__e(Text__c = 'one'), new Ping__e(Text__c = 'two') });`);
  expect(() => run(`EventBus.publish(new Ping__e(Text__c = 'no')); throw new IllegalArgumentException('x');`)).toThrow('x');
  restart();
  run(`EventBus.publish(new Ping__e(Text__c = 'three'));`);
  org.async.drain();
  expect(notes()).toEqual(['event one', 'event two', 'event three']);
  restart();
  org.async.drain();
  expect(notes()).toHaveLength(3);
});

it('a schedule fires on, and once for all that it missed', () => {
  run(`System.schedule('hourly', '0 0 * * * ?', new Nightly());`);
  restart();
  clock.time += 3 * 3_600_000;
  org.async.drain();
  expect(notes()).toEqual(['scheduled 1']);
  expect(org.async.nextDueAt()).toBe(clock.time + 3_600_000);
  restart();
  run(`System.abortJob([SELECT Id FROM CronTrigger].Id);`);
  restart();
  expect(org.async.nextDueAt()).toBeNull();
});

it('a scheduled batch is one of its class', () => {
  run(`System.scheduleBatch(new Counting(), 'soon', 5);`);
  restart();
  clock.time += 5 * 60_000;
  org.async.drain();
  expect(notes()).toEqual(['finish 0']);
  const classes = org.store.rows(
    `SELECT c."Name" AS name, j."JobType" AS type FROM "AsyncApexJob" j JOIN "ApexClass" c ON c."Id" = j."ApexClassId" ORDER BY j."Id"`
  );
  expect(classes).toEqual([
    ['Counting', 'ScheduledApex'],
    ['Counting', 'BatchApex']
  ]);
});

it('what was rolled back is not there after a start', () => {
  expect(() => run(`System.enqueueJob(new Once('no')); throw new IllegalArgumentException('x');`)).toThrow('x');
  restart();
  expect(org.async.nextDueAt()).toBeNull();
});

it('state that cannot be stored runs in its own process, and is said to be lost in another', () => {
  run(`System.enqueueJob(new Posting());`);
  org.async.drain();
  expect(notes()).toEqual(['posted']);
  run(`System.enqueueJob(new Posting());`);
  restart();
  org.async.drain();
  expect(notes()).toEqual(['posted']);
  expect(jobs()[1]).toEqual(['Queueable', 'Failed', "The local org was stopped before this job ended, and it can't go on: a Http"]);
});

it('a job whose class is gone has failed', () => {
  const other = new TinyProject(APEX);
  const file = join(other.directory, 'org.sqlite');
  const first = openOrg({ project: other.directory, database: file, clock });
  first.run(null, 'ANONYMOUS', () => compileAnonymous(`System.enqueueJob(new Gone());`, first.program).run());
  first.close();
  other.addApex(`public class Gone {}`);
  other.write('force-app/main/default/classes/Gone.cls', 'public class Elsewhere {}');
  const second = openOrg({ project: other.directory, database: file, clock });
  try {
    expect(second.store.rows(`SELECT "Status", "ExtendedStatus" FROM "AsyncApexJob"`)).toEqual([
      ['Failed', "The local org was stopped before this job ended, and it can't go on: The project no longer has the class Gone."]
    ]);
  } finally {
    second.close();
    other.remove();
  }
});

it('who only looks leaves the jobs of the process that writes alone', () => {
  run(`System.enqueueJob(new Once('a'));`);
  org.close();
  const reader = openOrg({ project: project.directory, database, clock, readOnly: true });
  expect(reader.store.rows(`SELECT "Status" FROM "AsyncApexJob"`)).toEqual([['Queued']]);
  reader.close();
  org = openOrg({ project: project.directory, database, clock });
});
