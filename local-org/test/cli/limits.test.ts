import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordFromJson } from '../../src/values/index.js';
import { openOrg, type LocalOrg } from '../../src/org/index.js';
import { TinyProject } from '../testing/project.js';

const HUNGRY = `insert new Lead(LastName = 'gone', Company = 'Test');
try {
  for (Integer i = 0; i < 101; i++) Integer n = [SELECT COUNT() FROM Lead];
} catch (Exception error) {
  System.debug('caught');
}`;

const ACCESS_TEST = `@IsTest private class AccessTest {
  private static User nobody() {
    Profile minimum = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'];
    User person = new User(ProfileId = minimum.Id, Username = 'nobody@example.com.test', Email = 'nobody@example.com', LastName = 'Nobody',
      Alias = 'nobody', TimeZoneSidKey = 'Europe/Berlin', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
    insert person;
    return person;
  }
  @IsTest static void seesNothing() {
    insert new Campaign(Name = 'Secret');
    System.runAs(nobody()) {
      try {
        List<Campaign> found = [SELECT Id FROM Campaign WITH USER_MODE];
        System.assert(false, 'expected no access but found ' + found.size());
      } catch (QueryException error) {
        System.assert(error.getMessage().contains('Campaign'), error.getMessage());
      }
      System.assertEquals(1, [SELECT COUNT() FROM Campaign WITH SYSTEM_MODE]);
    }
  }
}`;

let project: TinyProject;
beforeAll(() => void (project = new TinyProject([ACCESS_TEST])));
afterAll(() => project.remove());

function load(org: LocalOrg, object: string, rows: Record<string, unknown>[]): string[] {
  const info = org.schema.object(object)!;
  const records = rows.map((row) => recordFromJson(info, row));
  org.run(null, 'ANONYMOUS', () =>
    org.dml.execute('insert', records, { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false, load: true })
  );
  return records.map((record) => record.id!);
}

describe('exec', () => {
  it('prints the governor use of an update of 10,000 campaign members, a line a transaction', async () => {
    const org = openOrg({ project: project.directory, database: project.write('big/.keep', '').replace('.keep', 'org.sqlite') });
    const [campaign] = load(org, 'Campaign', [{ Name: 'Big' }]);
    const people = Array.from({ length: 10_000 }, (_, index) => ({ LastName: `Person ${index}`, Company: 'Example' }));
    load(
      org,
      'CampaignMember',
      load(org, 'Lead', people).map((LeadId) => ({ CampaignId: campaign, LeadId, Status: 'Sent' }))
    );
    org.close();
    project.write(
      'update.apex',
      `List<CampaignMember> members = [SELECT Id FROM CampaignMember];
for (CampaignMember each : members) each.Status = 'Responded';
update members;`
    );
    expect(await project.run('exec', 'update.apex', '--org', 'big', '--limits'), project.errors.join('\n')).toBe(0);
    const transactions = project.lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Snapshot);
    expect(transactions).toHaveLength(1);
    expect(transactions[0].limits).toMatchObject({
      DmlRows: { used: 10_000, limit: 10_000 },
      DmlStatements: { used: 1, limit: 150 },
      QueryRows: { used: 10_000, limit: 50_000 },
      Queries: { used: 1, limit: 100 }
    });
    await project.run('query', "SELECT COUNT() FROM CampaignMember WHERE Status = 'Responded' AND HasResponded = true", '--org', 'big');
    expect(project.lines).toEqual(['10000']);
  }, 120_000);

  it('stops at the 101st query: no catch, nothing stored', async () => {
    project.write('hungry.apex', HUNGRY);
    expect(await project.run('exec', 'hungry.apex')).toBe(1);
    expect(project.errors).toHaveLength(1);
    expect(project.errors[0]).toContain('System.LimitException: Too many SOQL queries: 101');
    expect(project.lines.join('\n')).not.toMatch(/caught/);
    await project.run('query', 'SELECT COUNT() FROM Lead');
    expect(project.lines).toEqual(['0']);
  });

  it('refuses what it does not support, with feature, file, line and column', async () => {
    const other = new TinyProject(['public class Uses {\n  public void run() {\n    Test.enableChangeDataCapture();\n  }\n}'], {
      'uses.apex': 'new Uses().run();'
    });
    try {
      expect(await other.run('exec', 'uses.apex')).toBe(1);
      expect(other.errors).toHaveLength(1);
      expect(other.errors[0]).toContain(
        'force-app/main/default/classes/Uses.cls:3:5 Not supported by the local org: Test.enableChangeDataCapture'
      );
    } finally {
      other.remove();
    }
  });
});

interface Snapshot {
  readonly quiddity: string;
  readonly limits: Record<string, { used: number; limit: number }>;
}

it('a user without access sees nothing in user mode', async () => {
  const code = await project.run('test');
  expect([code, ...project.lines.slice(0, -1).filter((line) => !line.includes(' ok '))]).toEqual([0]);
});
