import { createServer, type AddressInfo } from 'node:net';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { TinyProject } from '../testing/project.js';

const GOOD = 'public class Good { public static Integer one() { return 1; } }';
const GOOD_TEST = '@IsTest private class GoodTest { @IsTest static void one() { System.assertEquals(1, Good.one()); } }';

const projects: TinyProject[] = [];
function project(apex: string[] = [], files: Record<string, string> = {}): TinyProject {
  const made = new TinyProject(apex, files);
  projects.push(made);
  return made;
}
afterEach(() => projects.splice(0).forEach((each) => each.remove()));

/** The command fails and says why in exactly one line. */
async function refused(tiny: TinyProject, ...args: string[]): Promise<string> {
  const code = await tiny.run(...args);
  expect(code, tiny.errors.join('\n')).not.toBe(0);
  expect(tiny.errors, tiny.errors.join('\n')).toHaveLength(1);
  expect(tiny.errors[0]).not.toContain('\n');
  expect(tiny.errors[0]).not.toContain('internal error');
  return tiny.errors[0];
}

describe('bad input is told in one line', () => {
  for (const command of [['test'], ['check'], ['query', 'SELECT Id FROM Lead'], ['start', '--port', '0']]) {
    it(`${command[0]}: a folder that is no SFDX project`, async () => {
      const tiny = project();
      rmSync(join(tiny.directory, 'sfdx-project.json'));
      expect(await refused(tiny, ...command)).toMatch(/sfdx-project\.json/);
    });
  }

  it('sfdx-project.json that is no JSON', async () => {
    expect(await refused(project([], { 'sfdx-project.json': '{ "packageDirectories": ' }), 'test')).toMatch(/sfdx-project\.json/);
  });

  for (const command of [['test'], ['start', '--port', '0'], ['exec', 'script.apex']]) {
    it(`${command[0]}: a class with a syntax error`, async () => {
      const tiny = project(['public class Broken {\n  public void run() {\n    Integer a = ;\n  }\n}'], {
        'script.apex': 'Integer a = 1;'
      });
      expect(await refused(tiny, ...command)).toMatch(/Broken\.cls:3:\d+ /);
    });
  }

  it('check prints each error with file, line and column', async () => {
    const tiny = project(['public class Broken {\n  public void run() {\n    Integer a = ;\n  }\n}']);
    expect(await tiny.run('check')).toBe(1);
    expect(tiny.lines[0]).toMatch(/^force-app\/main\/default\/classes\/Broken\.cls:3:\d+ /);
  });

  for (const command of [
    ['start', '--port', '0'],
    ['query', 'SELECT Id FROM Lead'],
    ['exec', 'script.apex']
  ]) {
    it(`${command[0]}: a file that is no database`, async () => {
      const tiny = project([], { '.local-org/org.sqlite': 'garbage '.repeat(4000), 'script.apex': 'Integer a = 1;' });
      const line = await refused(tiny, ...command);
      expect(line).toContain('org.sqlite');
      expect(line).toContain('--fresh');
    });
  }

  it('start: a port in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      expect(await refused(project(), 'start', '--port', String(port))).toMatch(new RegExp(`port ${port} .*in use`, 'i'));
    } finally {
      other.close();
    }
  });

  it('start: a port that is none', async () => {
    expect(await refused(project(), 'start', '--port', 'http')).toContain('--port');
  });

  it('test: unknown names', async () => {
    const tiny = project([GOOD, GOOD_TEST]);
    expect(await refused(tiny, 'test', '--tests', 'GoodTest.two')).toContain('GoodTest.two');
    expect(await refused(tiny, 'test', '--tests', 'GoodTest,Gone')).toMatch(/ Gone\.$/);
  });

  it('test: a project without tests', async () => {
    const tiny = project([GOOD]);
    expect(await refused(tiny, 'test')).toBe('The project has no Apex tests.');
    expect(tiny.lines.at(-1)).toBe('0 passed, 0 failed');
  });

  for (const [what, soql] of [
    ['an unknown object', 'SELECT Id FROM Nothing__c'],
    ['an unknown field', 'SELECT Nothing__c FROM Lead'],
    ['a syntax error', 'SELECT FROM WHERE'],
    ['no query at all', 'hello']
  ] as const) {
    it(`query: ${what}`, async () => {
      const tiny = project([], { 'script.apex': 'Integer a = 1;' });
      await tiny.run('exec', 'script.apex');
      expect(await refused(tiny, 'query', soql)).toMatch(/Nothing__c|unexpected|expecting/i);
    });
  }

  it('exec: an unknown user, a missing file, a syntax error, an exception', async () => {
    const tiny = project([], {
      'script.apex': 'Integer a = 1;',
      'broken.apex': 'Integer a = ;',
      'throws.apex': "\nthrow new IllegalArgumentException('no');"
    });
    expect(await refused(tiny, 'exec', 'script.apex', '--user', 'nobody@example.com')).toContain('nobody@example.com');
    expect(await refused(tiny, 'exec', 'gone.apex')).toContain('gone.apex');
    expect(await refused(tiny, 'exec', 'broken.apex')).toMatch(/1:\d+/);
    expect(await refused(tiny, 'exec', 'throws.apex')).toContain('IllegalArgumentException: no');
  });

  const TREE = (record: object): string => JSON.stringify({ records: [record] });
  const lead = { attributes: { type: 'Lead', referenceId: 'one' }, LastName: 'Example', Company: 'Example' };
  for (const [what, files, says] of [
    ['a plan that is not there', {}, /plan\.json/],
    ['a plan that is no JSON', { 'plan.json': '[' }, /plan\.json/],
    ['a plan that is no list', { 'plan.json': '{}' }, /not a plan/],
    ['an entry without files', { 'plan.json': '[{"sobject":"Lead"}]' }, /not a plan/],
    ['an empty entry', { 'plan.json': '[null]' }, /not a plan/],
    ['a file that is not there', { 'plan.json': '[{"sobject":"Lead","files":["gone.json"]}]' }, /gone\.json/],
    ['a file without records', { 'data.json': '[]' }, /not a tree file/],
    ['a record without attributes', { 'data.json': TREE({ LastName: 'Example' }) }, /attributes/],
    ['an empty record', { 'data.json': '{"records":[null]}' }, /attributes/],
    ['an unknown object', { 'data.json': TREE({ attributes: { type: 'Nothing__c', referenceId: 'one' } }) }, /Nothing__c/],
    ['an unknown field', { 'data.json': TREE({ ...lead, Nothing__c: 1 }) }, /Nothing__c/],
    ['a reference to nothing', { 'data.json': TREE({ ...lead, OwnerId: '@gone' }) }, /@gone/],
    ['a value of another type', { 'data.json': TREE({ ...lead, AnnualRevenue: 'much' }) }, /AnnualRevenue/],
    ['a required field without value', { 'data.json': TREE({ ...lead, LastName: null }) }, /LastName/]
  ] as const) {
    it(`import: ${what}`, async () => {
      const tiny = project([], { ...('data.json' in files && { 'plan.json': '[{"sobject":"Lead","files":["data.json"]}]' }), ...files });
      expect(await refused(tiny, 'import', 'plan.json')).toMatch(says);
    });
  }

  it('an unknown command and an unknown option', async () => {
    expect(await refused(project(), 'frobnicate')).toContain('frobnicate');
    expect(await refused(project(), 'test', '--frobnicate')).toContain('--frobnicate');
  });
});
