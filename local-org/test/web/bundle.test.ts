import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundle, BundleError, type Bundle } from '../../src/web/index.js';
import { FIXTURE } from '../http/harness.js';

/** Kept between runs: what is compiled of the packages doesn't change. */
const CACHE = path.join(tmpdir(), 'local-org-test-web');
const LWC = 'force-app/main/default/lwc';

let project: string;

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'local-org-project-'));
  cpSync(FIXTURE, project, { recursive: true });
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function build(): Promise<Bundle> {
  const root = path.join(project, LWC);
  const components = readdirSync(root).map((name) => ({ name, directory: path.join(root, name) }));
  return buildBundle({ projectDirectory: project, components, cacheDirectory: CACHE });
}

/** Writes a component for the time of one build. */
async function buildWith(files: Readonly<Record<string, string>>): Promise<Bundle> {
  const directory = path.join(project, LWC, 'probe');
  cpSync(path.join(project, LWC, 'formatting'), directory, { recursive: true });
  rmSync(path.join(directory, 'formatting.js'));
  rmSync(path.join(directory, 'formatting.js-meta.xml'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
    return await build();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function refusal(files: Readonly<Record<string, string>>): Promise<string> {
  return buildWith(files).then(
    () => 'it was built',
    (error: unknown) => (error instanceof BundleError ? error.message : String(error))
  );
}

const element = (body: string, imports = ''): string =>
  `import { LightningElement } from 'lwc';\n${imports}\nexport default class Probe extends LightningElement {\n${body}\n}\n`;

it('builds once for the same sources, and keeps what depends on the user out of the bundle', async () => {
  const first = await build();
  const second = await build();
  expect([second.hash, second.built]).toEqual([first.hash, false]);
  const chunks = readdirSync(path.join(first.directory, 'chunks'));
  const card = readFileSync(
    path.join(
      first.directory,
      'chunks',
      chunks.find((name) => name.startsWith('campaignCard'))!
    ),
    'utf8'
  );
  expect(card).toContain('Campaign_Card_Title');
  expect(card).not.toContain('Campaign card');
  expect(existsSync(path.join(first.directory, 'main.js'))).toBe(true);
}, 120_000);

describe('one clear error with file, line and column', () => {
  it.each([
    [
      'a template that is wrong',
      { 'probe.js': element(''), 'probe.html': '<template>\n  <p onclick="{handle}"></p>\n</template>\n' },
      /^force-app\/main\/default\/lwc\/probe\/probe\.html:2:\d+ LWC\d+/
    ],
    [
      'a module that is wrong',
      { 'probe.js': element('  get value() { return 1 +; }') },
      /^force-app\/main\/default\/lwc\/probe\/probe\.js:4:\d+ LWC1007: Unexpected token$/
    ],
    ['TypeScript that is wrong', { 'probe.ts': element('  value: = 1;') }, /^force-app\/main\/default\/lwc\/probe\/probe\.ts:4:\d+ /],
    [
      'a component that does not exist',
      { 'probe.js': element(''), 'probe.html': '<template>\n  <c-no-such-thing></c-no-such-thing>\n</template>\n' },
      /^force-app\/main\/default\/lwc\/probe\/probe\.html:2:3 There is no Lightning web component c\/noSuchThing\.$/
    ],
    [
      'an import that does not exist',
      { 'probe.js': element('', "import { x } from 'c/nothing';") },
      /probe\.js:2:\d+ There is no Lightning web component c\/nothing\.$/
    ],
    ['an npm package', { 'probe.js': element('', "import _ from 'lodash';") }, /probe\.js:2:\d+ Could not resolve the module lodash\.$/]
  ])(
    'for %s',
    async (_what, files, message) => {
      expect(await refusal(files)).toMatch(message);
    },
    120_000
  );
});

it('names the platform modules that it lacks, and what other components do not export', async () => {
  const { warnings } = await buildWith({
    'probe.js': element(
      '',
      "import { gql } from 'lightning/graphql';\nimport { nope } from 'c/formatting';\nexport const used = [gql, nope];"
    )
  });
  expect(warnings).toEqual([
    "force-app/main/default/lwc/formatting/formatting.js doesn't export nope, which another module imports",
    "force-app/main/default/lwc/probe/probe.js: the local org doesn't have the module lightning/graphql"
  ]);
}, 120_000);
