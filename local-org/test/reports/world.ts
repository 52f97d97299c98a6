import { fileURLToPath } from 'node:url';
import { parseXml } from '../../src/metadata/index.js';
import { openOrg, type LocalOrg } from '../../src/org/index.js';
import { readReport, runReport, type Node, type ReportResult, type RunOptions } from '../../src/reports/index.js';
import { recordFromJson } from '../../src/values/recordFromJson.js';

export const PROJECT = fileURLToPath(new URL('./project', import.meta.url));
/** Wednesday, 15 April 2026, noon in Los Angeles, where the users are. */
export const NOW = Date.UTC(2026, 3, 15, 19);

const INSERT = { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false } as const;

/** Three shops, four visits and four sales; answers the ids by name. */
export function insertShops(org: LocalOrg): Map<string, string> {
  const ids = new Map<string, string>();
  const add = (object: string, json: Record<string, unknown>): void => insert(org, ids, object, json);
  add('Shop__c', { Name: 'Alpha', Region__c: 'North', Opened__c: '2026-01-15', Budget__c: 1000, Active__c: true });
  add('Shop__c', { Name: 'Beta', Region__c: 'South', Opened__c: '2026-03-02', Budget__c: 500.5 });
  add('Shop__c', { Name: 'Gamma', Region__c: 'North', Active__c: true });
  const Guide__c = org.access.defaultUser().id;
  const visit = (Name: string, shop: string, values: Record<string, unknown>): void =>
    add('Visit__c', { Name, Shop__c: ids.get(shop), ...values });
  // Half past eleven at night on 31 January in Los Angeles.
  visit('A1', 'Alpha', { When__c: '2026-02-01T07:30:00Z', Guests__c: 4, Kind__c: 'Booked', Tags__c: 'red;blue', Guide__c });
  visit('A2', 'Alpha', { When__c: '2026-02-10T20:00:00Z', Guests__c: 2, Kind__c: 'Walk-in', Tags__c: 'blue' });
  visit('A3', 'Alpha', { Kind__c: 'Booked' });
  visit('B1', 'Beta', { When__c: '2026-04-05T12:00:00Z', Guests__c: 10, Kind__c: 'Booked', Tags__c: 'red', Guide__c });
  const sale = (Name: string, of: string | null, Amount__c: number, Paid__c: boolean): void =>
    add('Sale__c', { Name, Visit__c: of && ids.get(of), Amount__c, Paid__c });
  sale('S1', 'A1', 50, true);
  sale('S2', 'A1', 150, false);
  sale('S3', 'B1', 200, true);
  sale('S4', null, 999, true);
  return ids;
}

function insert(org: LocalOrg, ids: Map<string, string>, object: string, json: Record<string, unknown>): void {
  const record = recordFromJson(org.schema.object(object)!, json);
  org.run(null, 'ANONYMOUS', () => org.dml.execute('insert', [record], INSERT));
  if (typeof json['Name'] === 'string') ids.set(json['Name'], record.id!);
}

/** An org with the shops, and a user who reads a part of them. */
export class ReportWorld {
  readonly org: LocalOrg = openOrg({ project: PROJECT, database: ':memory:', clock: { now: () => NOW } });
  readonly ids = insertShops(this.org);
  readonly reader = this.addReader();

  add(object: string, json: Record<string, unknown>): void {
    insert(this.org, this.ids, object, json);
  }

  report(body: string, options: RunOptions = {}, userId: string | null = null): ReportResult {
    const xml = `<Report xmlns="http://soap.sforce.com/2006/04/metadata">${body}<name>Test</name></Report>`;
    const file = 'reports/Folder/Test.report-meta.xml';
    const definition = readReport({ name: 'Test', folder: 'Folder', file, element: parseXml(xml, file) });
    return this.org.run(userId, 'ANONYMOUS', (transaction) => runReport(this.org, transaction.user, definition, options));
  }

  /** Groups with the labels of their summaries, outermost first, indented; the whole report last. */
  groups(body: string, userId: string | null = null): string[] {
    const result = this.report(body, { details: false }, userId);
    const lines: string[] = [];
    const line = (node: Node): string =>
      [...columnsOf(result.totals.across), result.totals.across]
        .map((across) => result.summaries.map((summary) => summary.cell(result.totals, node, across, result.timeZone).label).join(' '))
        .join(' | ');
    const visit = (node: Node): void => {
      if (node.group) lines.push(`${'  '.repeat(node.depth - 1)}${node.group.label}: ${line(node)}`);
      node.children.forEach(visit);
    };
    visit(result.totals.down);
    return [...lines, `Total: ${line(result.totals.down)}`];
  }

  /** The rows of a report without groupings. */
  rows(body: string, userId: string | null = null): string[] {
    const result = this.report(body, { details: true }, userId);
    return [...result.rows.values()].flat().map((row) => row.map((cell) => cell.label).join(' '));
  }

  private addReader(): string {
    const profile = this.id("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    this.add('User', {
      Username: 'reader@example.com',
      LastName: 'Reader',
      Alias: 'reader',
      Email: 'reader@example.com',
      ProfileId: profile,
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8'
    });
    const user = this.id("SELECT Id FROM User WHERE LastName = 'Reader'");
    const set = this.id("SELECT Id FROM PermissionSet WHERE Name = 'Reader'");
    this.add('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set });
    this.org.access.invalidate();
    return user;
  }

  private id(soql: string): string {
    const access = { accessLevel: 'SYSTEM_MODE', enforceSharing: false, internal: true } as const;
    return this.org.run(null, 'ANONYMOUS', () => (this.org.queries.query(soql, access).items[0] as { id: string }).id);
  }
}

function columnsOf(across: Node): Node[] {
  return across.children.flatMap((child) => (child.children.length ? columnsOf(child) : [child]));
}
