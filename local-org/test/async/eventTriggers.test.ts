import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { compileAnonymous } from '../../src/apex/index.js';
import type { LocalOrg } from '../../src/org/index.js';
import { TinyProject } from '../testing/project.js';

/** Writes the texts of events as leads; "retry" is asked for again until it came three times, "rest" leaves what follows to another run. */
const APEX = [
  `trigger PingTrigger on Ping__e (after insert) {
     List<Lead> notes = new List<Lead>();
     EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
     for (Ping__e each : Trigger.new) {
       if (each.Text__c == 'retry' && context.retries < 2) throw new EventBus.RetryableException('again');
       notes.add(new Lead(LastName = each.Text__c + ' ' + Trigger.new.size() + ' ' + context.retries, Company = 'Notes'));
       if (each.Text__c == 'rest') {
         context.setResumeCheckpoint(each.ReplayId);
         break;
       }
     }
     insert notes;
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

beforeAll(() => {
  project = new TinyProject(APEX, EVENT);
});
afterAll(() => project.remove());
beforeEach(() => {
  org = project.open();
  expect(org.program.diagnostics).toEqual([]);
  org.store.ensure(org.schema.object('Lead')!);
});
afterEach(() => org.close());

function notesAfter(...texts: string[]): unknown[] {
  const events = texts.map((text) => `new Ping__e(Text__c = '${text}')`).join(', ');
  const runnable = compileAnonymous(`EventBus.publish(new List<Ping__e>{ ${events} });`, org.program);
  org.run(null, 'ANONYMOUS', () => runnable.run());
  org.async.drain();
  return org.store.rows(`SELECT "LastName" FROM "Lead" WHERE "Company" = 'Notes' ORDER BY "Id"`).flat();
}

it('a trigger asks for its events again', () => {
  expect(notesAfter('one', 'retry')).toEqual(['one 2 2', 'retry 2 2']);
});

it('a trigger leaves the events after its checkpoint to another run', () => {
  expect(notesAfter('one', 'rest', 'three')).toEqual(['one 3 0', 'rest 3 0', 'three 1 0']);
});

it('a trigger gets no more events at once than its subscriber configuration says', () => {
  const configured = new TinyProject(APEX, {
    ...EVENT,
    'force-app/main/default/platformEventSubscriberConfigs/Ping.platformEventSubscriberConfig-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<PlatformEventSubscriberConfig xmlns="http://soap.sforce.com/2006/04/metadata"><batchSize>2</batchSize><masterLabel>Ping</masterLabel><platformEventConsumer>PingTrigger</platformEventConsumer></PlatformEventSubscriberConfig>`
  });
  org.close();
  org = configured.open();
  org.store.ensure(org.schema.object('Lead')!);
  expect(notesAfter('one', 'two', 'three')).toEqual(['one 2 0', 'two 2 0', 'three 1 0']);
  configured.remove();
});
