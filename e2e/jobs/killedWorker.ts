/** Works on the jobs of an org, and dies without a word after the given number of saves of campaign members, before they are committed. */
import { JobOrg } from './jobOrg.js';

const [directory, time, saves] = process.argv.slice(2);
const { org } = new JobOrg(directory, Number(time));
const execute = org.dml.execute.bind(org.dml);
let left = Number(saves);
org.dml.execute = (kind, records, options) => {
  const results = execute(kind, records, options);
  if (records[0]?.typeName === 'CampaignMember' && --left === 0) process.kill(process.pid, 'SIGKILL');
  return results;
};
while (org.async.runNext());
