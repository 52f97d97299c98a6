import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compileAnonymous } from '../../src/apex/index.js';
import { openOrg } from '../../src/org/index.js';
import { openStore } from '../../src/store/index.js';
import { TinyProject } from '../testing/project.js';

const COMMAND = fileURLToPath(new URL('../../bin/local-org.js', import.meta.url));

const EVENT = {
  'force-app/main/default/objects/Ping__e/Ping__e.object-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Ping</label><pluralLabel>Pings</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
  'force-app/main/default/objects/Ping__e/fields/Text__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Text__c</fullName><label>Text</label><length>80</length><type>Text</type></CustomField>`
};
/** Two subscribers to one event, each of which takes one event in a transaction. */
const TRIGGERS = ['First', 'Second'].map(
  (name) => `trigger ${name} on Ping__e (after insert) {
    Slow.note('${name} ' + Trigger.new[0].Text__c);
    EventBus.TriggerContext.currentContext().setResumeCheckpoint(Trigger.new[0].ReplayId);
  }`
);

/** Twelve chunks that take their time, then a chain of queueables; each step leaves a lead. */
const APEX = [
  `public class Slow {
     public static void note(String text) {
       insert new Lead(LastName = text, Company = 'Notes');
       Long until = System.currentTimeMillis() + 400;
       while (System.currentTimeMillis() < until) {}
     }
   }`,
  `public class SlowBatch implements Database.Batchable<Integer>, Database.Stateful {
     private Integer sum = 0;
     public Iterable<Integer> start(Database.BatchableContext context) {
       List<Integer> numbers = new List<Integer>();
       for (Integer i = 1; i <= 12; i++) numbers.add(i);
       return numbers;
     }
     public void execute(Database.BatchableContext context, List<Integer> scope) {
       sum += scope[0];
       Slow.note('chunk ' + scope[0]);
     }
     public void finish(Database.BatchableContext context) {
       Slow.note('sum ' + sum);
       System.enqueueJob(new SlowQueueable(1));
     }
   }`,
  `public class SlowQueueable implements Queueable, Finalizer {
     private Integer link;
     public SlowQueueable(Integer link) { this.link = link; }
     public void execute(QueueableContext context) {
       System.attachFinalizer(this);
       Slow.note('link ' + link);
       if (link < 3) System.enqueueJob(new SlowQueueable(link + 1));
     }
     public void execute(FinalizerContext context) { Slow.note('final ' + link); }
   }`
];
const STEPS = [
  ...Array.from({ length: 12 }, (_, index) => `chunk ${index + 1}`),
  'sum 78',
  ...[1, 2, 3].flatMap((link) => [`link ${link}`, `final ${link}`])
];

let project: TinyProject;
let database: string;
let server: ChildProcess | null = null;
beforeEach(() => {
  project = new TinyProject([...APEX, ...TRIGGERS], EVENT);
  database = join(project.directory, '.local-org', 'org.sqlite');
});
afterEach(() => {
  server?.kill('SIGKILL');
  project.remove();
});

function start(): ChildProcess {
  return spawn(process.execPath, [COMMAND, 'start', '--port', '0'], { cwd: project.directory, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** What has been committed, read beside the server that writes. */
function notes(): string[] {
  try {
    const store = openStore(database, { now: () => 0 }, { readOnly: true });
    try {
      return store.rows(`SELECT "LastName" FROM "Lead" ORDER BY "Id"`).flat() as string[];
    } finally {
      store.close();
    }
  } catch {
    // The copy was taken in the middle of a write, or before the first note.
    return [];
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 150));
}

it('a server that is killed again and again in the middle of its jobs does each of them once', async () => {
  const org = openOrg({ project: project.directory, database });
  org.run(null, 'ANONYMOUS', () => compileAnonymous('Database.executeBatch(new SlowBatch(), 1);', org.program).run());
  org.close();
  for (const steps of [4, 14]) {
    server = start();
    await until(() => notes().length >= steps);
    server.kill('SIGKILL');
    await once(server, 'exit');
    expect(notes().length).toBeLessThan(STEPS.length);
  }
  server = start();
  await until(() => notes().length >= STEPS.length);
  server.kill('SIGTERM');
  await once(server, 'exit');
  expect(notes()).toEqual(STEPS);
  const after = openOrg({ project: project.directory, database });
  const statuses = after.store.rows(`SELECT "Status" FROM "AsyncApexJob"`).flat();
  after.close();
  expect(statuses).toEqual(['Completed', 'Completed', 'Completed', 'Completed']);
}, 180_000);

it('a server that is killed while it delivers events gives each to each trigger once', async () => {
  const org = openOrg({ project: project.directory, database });
  const publish = `List<Ping__e> pings = new List<Ping__e>();
    for (Integer i = 1; i <= 4; i++) pings.add(new Ping__e(Text__c = '' + i));
    EventBus.publish(pings);`;
  org.run(null, 'ANONYMOUS', () => compileAnonymous(publish, org.program).run());
  org.close();
  const deliveries = ['First', 'Second'].flatMap((name) => [1, 2, 3, 4].map((event) => `${name} ${event}`));
  for (const steps of [2, 6]) {
    server = start();
    await until(() => notes().length >= steps);
    server.kill('SIGKILL');
    await once(server, 'exit');
    expect(notes().length).toBeLessThan(deliveries.length);
  }
  server = start();
  await until(() => notes().length >= deliveries.length);
  server.kill('SIGTERM');
  await once(server, 'exit');
  expect(notes()).toEqual(deliveries);
  const after = openOrg({ project: project.directory, database });
  const waiting = after.store.rows(`SELECT COUNT(*) FROM "_events"`);
  after.close();
  expect(waiting).toEqual([[0]]);
}, 180_000);
