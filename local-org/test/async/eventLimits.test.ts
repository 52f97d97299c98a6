import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileAnonymous } from '../../src/apex/index.js';
import type { LocalOrg } from '../../src/org/index.js';
import { TinyProject } from '../testing/project.js';

const EVENT = (name: string, behaviour: string): Record<string, string> => ({
  [`force-app/main/default/objects/${name}/${name}.object-meta.xml`]: `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>${name}</label><pluralLabel>${name}</pluralLabel>${behaviour && `<publishBehavior>${behaviour}</publishBehavior>`}</CustomObject>`
});

const APEX = [
  `trigger LaterTrigger on Later__e (after insert) { insert new Lead(LastName = 'later', Company = 'Events'); }`,
  `trigger AtOnceTrigger on AtOnce__e (after insert) { insert new Lead(LastName = 'at once', Company = 'Events'); }`,
  `trigger UnstatedTrigger on Unstated__e (after insert) { insert new Lead(LastName = 'unstated', Company = 'Events'); }`,
  `trigger ContactTrigger on Contact (before update, after update) {
     if (Trigger.isBefore && Chunks.rows == null) Chunks.rows = Limits.getDmlRows();
     Chunks.last = Limits.getDmlRows();
   }`,
  `public class Chunks { public static Integer rows; public static Integer last; }`
];

let project: TinyProject;
let org: LocalOrg;
beforeAll(() => {
  project = new TinyProject(APEX, {
    ...EVENT('Later__e', 'PublishAfterCommit'),
    ...EVENT('AtOnce__e', 'PublishImmediately'),
    ...EVENT('Unstated__e', '')
  });
  org = project.open();
  expect(org.program.diagnostics).toEqual([]);
});
afterAll(() => {
  org.close();
  project.remove();
});

function run(apex: string): string[] {
  const runnable = compileAnonymous(apex, org.program);
  return org.run(null, 'ANONYMOUS', (transaction) => {
    runnable.run();
    return transaction.log.map((line) => line.replace(/^.*\|/, ''));
  });
}

const COUNTS = `System.debug(Limits.getDmlStatements() + ' ' + Limits.getDmlRows() + ' ' + Limits.getPublishImmediateDML());`;

it('a call counts as a DML statement, or against the limit of immediate events, and no rows', () => {
  expect(run(`EventBus.publish(new List<Later__e>{ new Later__e(), new Later__e() }); ${COUNTS}`)).toEqual(['1 0 0']);
  expect(run(`EventBus.publish(new List<AtOnce__e>{ new AtOnce__e(), new AtOnce__e() }); ${COUNTS}`)).toEqual(['0 0 1']);
  expect(run(`EventBus.publish(new List<SObject>{ new AtOnce__e(), new Unstated__e(), new Later__e() }); ${COUNTS}`)).toEqual(['1 0 1']);
});

it('151 calls are too many', () => {
  expect(() => run(`for (Integer i = 0; i < 151; i++) EventBus.publish(new Later__e());`)).toThrow('Too many DML statements: 151');
  expect(() => run(`for (Integer i = 0; i < 151; i++) EventBus.publish(new AtOnce__e());`)).toThrow(
    'Too many Publish Immediate DML statements: 151'
  );
});

it('what is published at once is published by a transaction that fails, too', () => {
  org.async.drain();
  org.store.run(`DELETE FROM "Lead"`);
  expect(() =>
    run(
      `EventBus.publish(new List<SObject>{ new AtOnce__e(), new Unstated__e(), new Later__e() }); throw new IllegalArgumentException('x');`
    )
  ).toThrow('x');
  org.async.drain();
  expect(org.store.rows(`SELECT "LastName" FROM "Lead" ORDER BY "LastName"`).flat()).toEqual(['at once', 'unstated']);
});

it('the first chunk of an update sees all rows of its statement counted', () => {
  const log = run(`List<Contact> people = new List<Contact>();
    for (Integer i = 0; i < 1000; i++) people.add(new Contact(LastName = 'C' + i));
    insert people;
    Integer before = Limits.getDmlRows();
    update people;
    System.debug(before + ' ' + Chunks.rows + ' ' + Chunks.last + ' ' + Limits.getDmlRows());`);
  expect(log).toEqual(['1000 2000 2000 2000']);
});
