import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileAnonymous } from '../../src/apex/index.js';
import { openOrg } from '../../src/org/index.js';
import { TinyProject } from '../testing/project.js';

const COMMAND = fileURLToPath(new URL('../../bin/local-org.js', import.meta.url));

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
beforeAll(() => {
  project = new TinyProject(APEX);
  database = join(project.directory, '.local-org', 'org.sqlite');
});
afterAll(() => {
  server?.kill('SIGKILL');
  project.remove();
});

function start(): ChildProcess {
  return spawn(process.execPath, [COMMAND, 'start', '--port', '0'], { cwd: project.directory, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** What has been committed, read beside the server that writes. */
function notes(): string[] {
  try {
    const org = openOrg({ project: project.directory, database, readOnly: true });
    try {
      return org.store.rows(`SELECT "LastName" FROM "Lead" ORDER BY "Id"`).flat() as string[];
    } finally {
      org.close();
    }
  } catch {
    // The copy was taken in the middle of a write.
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
