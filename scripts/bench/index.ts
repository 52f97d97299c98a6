/**
 * `npm run bench [-- --json FILE]`: what the app's operations cost in governor counters, on the demo data. Counters only: times are noise.
 * Anonymous Apex calls the controllers as the page does; each metric is one transaction's counter.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileAnonymous } from '../../local-org/src/apex/index.js';
import { findSeed, observeTransactions, openOrg, runSeed } from '../../local-org/src/org/index.js';
import { measureDashboard } from './dashboard.js';
import { measureEditor } from './editor.js';
import { measureEditorDom } from './editorDom.js';
import { BANK, hugeCampaign, idOf } from './lib/largeCampaign.js';
import { measureHistory } from './history.js';
import { measureImportFile } from './importFile.js';
import { measurements } from './measurements.js';
import { measureStatusJobs } from './statusJobs.js';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const directory = mkdtempSync(join(tmpdir(), 'bench-'));
const org = openOrg({ project: '.', database: join(directory, 'org.sqlite') });
const metrics: Record<string, number> = {};
let campaigns: readonly string[] = [];
try {
  const seed = await findSeed('.');
  if (!seed) throw new Error('package.json names no seed module.');
  await runSeed(org, seed, () => undefined);
  for (const { name, apex, counters } of measurements) {
    const runnable = compileAnonymous(apex, org.program);
    const stop = observeTransactions(({ limits }) => {
      for (const [metric, counter] of Object.entries(counters)) metrics[`${name}.${metric}`] = limits.used(counter);
    });
    org.run(null, 'ANONYMOUS', () => runnable.run());
    stop();
  }
  Object.assign(metrics, measureHistory(org), measureStatusJobs(org), measureDashboard(org), measureEditor(org));
  campaigns = [idOf(org, BANK), hugeCampaign(org)];
} finally {
  org.close();
}
try {
  // By a server of its own, which wants the org for itself.
  Object.assign(metrics, await measureEditorDom(directory, campaigns));
  Object.assign(metrics, await measureImportFile(directory, campaigns[0]));
} finally {
  rmSync(directory, { recursive: true });
}
for (const [metric, value] of Object.entries(metrics)) process.stdout.write(`${metric.padEnd(40)} ${value}\n`);
if (values.json) writeFileSync(values.json, JSON.stringify({ metrics }, null, 2) + '\n');
