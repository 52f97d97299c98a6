/**
 * `npm run bench [-- [PART…] [--json FILE]]`: what the app's operations cost in governor counters, on the demo data. Counters only: times are noise.
 * Without a part, all of them. Anonymous Apex calls the controllers as the page does; each metric is one transaction's counter.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileAnonymous } from '../../local-org/src/apex/index.js';
import { findSeed, observeTransactions, openOrg, runSeed, type LocalOrg } from '../../local-org/src/org/index.js';
import { measureDashboard } from './dashboard.js';
import { measureEditor } from './editor.js';
import { measureEditorDom } from './editorDom.js';
import { BANK, hugeCampaign, idOf } from './lib/largeCampaign.js';
import { measureHistory } from './history.js';
import { measureImportFile } from './importFile.js';
import { measurements } from './measurements.js';
import { measureStatusJobs } from './statusJobs.js';

type Metrics = Record<string, number>;

/** In this order: a part finds what the ones before it did to the data. */
const PARTS: Readonly<Record<string, (org: LocalOrg) => Metrics>> = {
  operations: measureOperations,
  history: measureHistory,
  statusJobs: measureStatusJobs,
  dashboard: measureDashboard,
  editor: measureEditor
};
/** By a server of its own, which wants the org for itself. */
const SERVED_PARTS: Readonly<Record<string, (directory: string, campaigns: readonly string[]) => Promise<Metrics>>> = {
  editorDom: measureEditorDom,
  importFile: (directory, [bank]) => measureImportFile(directory, bank)
};

const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
const names = [...Object.keys(PARTS), ...Object.keys(SERVED_PARTS)];
const unknown = positionals.find((part) => !names.includes(part));
if (unknown !== undefined) {
  process.stderr.write(`The bench has no part ${unknown}. Name one or more of: ${names.join(', ')}.\n`);
  process.exit(2);
}
const wanted = <T>(parts: Readonly<Record<string, T>>): T[] =>
  Object.entries(parts)
    .filter(([name]) => !positionals.length || positionals.includes(name))
    .map(([, measure]) => measure);

const directory = mkdtempSync(join(tmpdir(), 'bench-'));
const metrics: Metrics = {};
try {
  const campaigns = await measureOrg();
  for (const measure of wanted(SERVED_PARTS)) Object.assign(metrics, await measure(directory, campaigns));
} finally {
  rmSync(directory, { recursive: true });
}
for (const [metric, value] of Object.entries(metrics)) process.stdout.write(`${metric.padEnd(40)} ${value}\n`);
if (values.json) writeFileSync(values.json, JSON.stringify({ metrics }, null, 2) + '\n');

/** Seeds an org and measures what is run in it; answers the campaigns that the served parts open. */
async function measureOrg(): Promise<readonly string[]> {
  // The clock stands still: jobs take fewer rows at once where a transaction takes long, and that would tell of the machine.
  const opened = Date.now();
  const org = openOrg({ project: '.', database: join(directory, 'org.sqlite'), clock: { now: () => opened } });
  try {
    const seed = await findSeed('.');
    if (!seed) throw new Error('package.json names no seed module.');
    await runSeed(org, seed, () => undefined);
    for (const measure of wanted(PARTS)) Object.assign(metrics, measure(org));
    return wanted(SERVED_PARTS).length ? [idOf(org, BANK), hugeCampaign(org)] : [];
  } finally {
    org.close();
  }
}

function measureOperations(org: LocalOrg): Metrics {
  const found: Metrics = {};
  for (const { name, apex, counters } of measurements) {
    const runnable = compileAnonymous(apex, org.program);
    const stop = observeTransactions(({ limits }) => {
      for (const [metric, counter] of Object.entries(counters)) found[`${name}.${metric}`] = limits.used(counter);
    });
    org.run(null, 'ANONYMOUS', () => runnable.run());
    stop();
  }
  return found;
}
