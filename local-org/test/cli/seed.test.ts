import { afterEach, expect, it } from 'vitest';
import { TinyProject } from '../testing/project.js';

const SEED = (lastRow: string): string => `export async function seed({ load, progress }) {
  progress('two leads');
  load('Lead', [{ LastName: 'First', Company: 'Example' }]);
  load('Lead', [${lastRow}]);
}`;
const PACKAGE = { 'package.json': JSON.stringify({ localOrg: { seed: 'seed.mjs' } }) };
const GOOD = SEED(`{ LastName: 'Second', Company: 'Example' }`);

let project: TinyProject;
afterEach(() => project.remove());

async function leads(): Promise<string[]> {
  await project.run('query', 'SELECT COUNT() FROM Lead');
  return [...project.lines];
}

for (const [what, broken, says] of [
  ['is refused a record', SEED(`{ Company: 'No name' }`), /Required fields are missing: \[LastName\]/],
  [
    'throws',
    `export async function seed({ load }) { load('Lead', [{ LastName: 'a', Company: 'b' }]); throw new Error('no file'); }`,
    /no file/
  ],
  ['is no module', 'export async function seed( {', /./]
] as const) {
  it(`a seed that ${what} leaves nothing that the next start trusts`, async () => {
    project = new TinyProject([], { ...PACKAGE, 'seed.mjs': broken });
    expect(await project.run('start', '--seed-only')).toBe(1);
    expect(project.errors).toEqual([expect.stringContaining("The demo data can't be loaded")]);
    expect(project.errors[0]).toMatch(says);
    expect(await leads()).toEqual(['0']);
    // A module that was loaded is kept by the process: the next start names another file.
    project.write('package.json', JSON.stringify({ localOrg: { seed: 'mended.mjs' } }));
    project.write('mended.mjs', GOOD);
    expect(await project.run('start', '--seed-only'), project.errors.join('\n')).toBe(0);
    expect(await leads()).toEqual(['2']);
    expect(await project.run('start', '--seed-only')).toBe(0);
    expect(project.lines).toEqual([]);
    expect(await leads()).toEqual(['2']);
  });
}

it('an org without demo data is not seeded later', async () => {
  project = new TinyProject();
  expect(await project.run('start', '--seed-only')).toBe(0);
  project.write('package.json', PACKAGE['package.json']);
  project.write('seed.mjs', GOOD);
  expect(await project.run('start', '--seed-only')).toBe(0);
  expect(await leads()).toEqual(['0']);
});
