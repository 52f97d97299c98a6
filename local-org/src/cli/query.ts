import type { ApexList } from '../values/index.js';
import { openOrg } from '../org/index.js';
import { databasePath, orgDirectory, projectDirectory, type Terminal } from './context.js';
import { flatten, toJson } from './records.js';
import { table } from './table.js';

/** `local-org query`: SOQL with system access, as a table or as JSON. */
export function query(soql: string, options: { org?: string; project?: string; json?: boolean }, terminal: Terminal): number {
  const project = projectDirectory(terminal, options.project);
  const org = openOrg({ project, database: databasePath(orgDirectory(project, terminal, options.org)), readOnly: true });
  try {
    const access = { accessLevel: 'SYSTEM_MODE', enforceSharing: false, internal: true } as const;
    const answer = org.run(null, 'ANONYMOUS', () =>
      org.queries.isCount(soql) ? org.queries.count(soql, access) : org.queries.query(soql, access)
    );
    if (typeof answer === 'number')
      terminal.out(options.json ? JSON.stringify({ totalSize: answer, done: true, records: [] }) : String(answer));
    else print(answer, options.json ?? false, terminal);
    return 0;
  } finally {
    org.close();
  }
}

function print(records: ApexList, json: boolean, terminal: Terminal): void {
  if (json) {
    terminal.out(JSON.stringify({ totalSize: records.items.length, done: true, records: records.items.map(toJson) }, null, 2));
    return;
  }
  const rows = records.items.map((record) => flatten(record));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length)
    for (const line of table(
      columns,
      rows.map((row) => columns.map((column) => row[column] ?? ''))
    ))
      terminal.out(line);
  terminal.out(`${rows.length} ${rows.length === 1 ? 'record' : 'records'}`);
}
