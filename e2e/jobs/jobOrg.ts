import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileAnonymous } from '../../local-org/src/apex/index.js';
import { observeTransactions, openOrg, type LocalOrg } from '../../local-org/src/org/index.js';

const PROJECT = join(import.meta.dirname, '../..');
const API = '<?xml version="1.0" encoding="UTF-8" ?>\n';
const TABLES = ['Status_Job__c', 'Status_Job_Row__c', 'Campaign_Member_Status_Change__c'];
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** What a customer's org might have on campaign members: a rule that refuses some, and automation that kills the transaction of some. */
const OVERLAY: Readonly<Record<string, string>> = {
  'objects/CampaignMember/fields/Frozen__c.field-meta.xml': checkbox('Frozen__c'),
  'objects/CampaignMember/fields/Deadly__c.field-meta.xml': checkbox('Deadly__c'),
  'objects/CampaignMember/validationRules/Frozen.validationRule-meta.xml': `${API}<ValidationRule ${NAMESPACE}>
  <fullName>Frozen</fullName><active>true</active>
  <errorConditionFormula>AND(Frozen__c, ISCHANGED(Status))</errorConditionFormula>
  <errorMessage>This member is frozen.</errorMessage></ValidationRule>`,
  'triggers/DeadlyMember.trigger': `trigger DeadlyMember on CampaignMember (before update) {
    for (CampaignMember member : Trigger.new) {
      while (member.Deadly__c && member.Status != Trigger.oldMap.get(member.Id).Status) { Integer count = [SELECT COUNT() FROM Campaign]; }
    }
  }`,
  'triggers/DeadlyMember.trigger-meta.xml': `${API}<ApexTrigger ${NAMESPACE}><apiVersion>67.0</apiVersion><status>Active</status></ApexTrigger>`
};

function checkbox(name: string): string {
  return `${API}<CustomField ${NAMESPACE}><fullName>${name}</fullName><defaultValue>false</defaultValue><label>${name}</label><type>Checkbox</type></CustomField>`;
}

/** A line of an import: a member to change, or a lead to add. */
export interface ImportRow {
  readonly memberId?: string;
  readonly leadId?: string;
  readonly newStatus: string;
}

export interface JobState {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly total: number;
  readonly changed: number;
  readonly skipped: number;
  readonly failed: number;
  readonly message: string | null;
}

/** The project with what a customer's org might add to it, in a folder of its own: a child process can open the same.
 *  @param additions files below a feature of the app, by path */
export function makeProject(additions: Readonly<Record<string, string>> = OVERLAY): string {
  const directory = mkdtempSync(join(tmpdir(), 'jobs-'));
  for (const name of ['sfdx-project.json', 'package.json']) cpSync(join(PROJECT, name), join(directory, name));
  cpSync(join(PROJECT, 'force-app'), join(directory, 'force-app'), {
    recursive: true,
    filter: (source) => !/[\\/](lwc|test)$/.test(source)
  });
  for (const [path, text] of Object.entries(additions)) {
    const file = join(directory, 'force-app/tracking/main/jobs', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  return directory;
}

/** An org with one campaign, whose clock moves only when it is told to. */
export class JobOrg {
  readonly org: LocalOrg;
  memberIds: string[] = [];
  campaignId = '';

  constructor(
    readonly directory: string,
    public time = Date.parse('2026-03-02T09:00:00Z')
  ) {
    this.org = openOrg({ project: directory, database: join(directory, 'org.sqlite'), clock: { now: () => this.time } });
    // Tables are made when they are first used, and this looks past the org.
    for (const name of TABLES) this.org.store.ensure(this.org.schema.object(name)!);
  }

  /** A new campaign, which everything after is about, whose members all have the status Sent. */
  newCampaign(members: number): void {
    this.apex(`Campaign made = new Campaign(Name = 'Jobs', IsActive = true);
      insert as system made;
      insert as system new List<CampaignMemberStatus>{
        new CampaignMemberStatus(CampaignId = made.Id, Label = 'Attended', HasResponded = true, SortOrder = 10),
        new CampaignMemberStatus(CampaignId = made.Id, Label = 'No Show', SortOrder = 20)
      };
      List<Lead> leads = new List<Lead>();
      for (Integer index = 0; index < ${members}; index++) { leads.add(new Lead(LastName = 'Person ' + index, Company = 'Jobs')); }
      insert as system leads;
      List<CampaignMember> joined = new List<CampaignMember>();
      for (Lead person : leads) { joined.add(new CampaignMember(CampaignId = made.Id, LeadId = person.Id, Status = 'Sent')); }
      insert as system joined;`);
    this.campaignId = String(this.rows('SELECT MAX("Id") FROM "Campaign"')[0][0]);
    this.memberIds = this.rows(`SELECT "Id" FROM "CampaignMember" WHERE "CampaignId" = '${this.campaignId}' ORDER BY "Id"`).map(([id]) =>
      String(id)
    );
  }

  /** Runs Apex as the administrator, a second later than what was before. */
  apex(code: string): void {
    this.time += 1000;
    const runnable = compileAnonymous(code, this.org.program);
    this.org.run(null, 'ANONYMOUS', () => runnable.run());
  }

  /** Starts a job on everybody and answers its id; its chunks begin with this many rows. */
  start(target: string, chunkSize = 2000): string {
    this.apex(`StatusJobController.startChange('${this.campaignId}', null, null, '${target}');`);
    return this.withChunks(chunkSize);
  }

  /** Makes leads who are no members and answers their ids. */
  newLeads(count: number): string[] {
    const [[last]] = this.rows('SELECT MAX("Id") FROM "Lead"');
    this.apex(`List<Lead> leads = new List<Lead>();
      for (Integer index = 0; index < ${count}; index++) { leads.add(new Lead(LastName = 'Newcomer ' + index, Company = 'Jobs')); }
      insert as system leads;`);
    return this.rows(`SELECT "Id" FROM "Lead" WHERE "Id" > '${String(last)}' ORDER BY "Id"`).map(([id]) => String(id));
  }

  /** Starts an import and answers its id. */
  import(rows: readonly ImportRow[], chunkSize = 2000): string {
    this.apex(`Id importId = StatusJobController.openImport('${this.campaignId}', ${rows.length});
      StatusJobController.addImportRows(importId, 1, (List<StatusJobInputRow>) JSON.deserialize('${JSON.stringify(rows)}', List<StatusJobInputRow>.class));
      StatusJobController.startImport(importId);`);
    return this.withChunks(chunkSize);
  }

  undo(jobId: string, chunkSize = 2000): string {
    this.apex(`StatusJobController.startUndo('${jobId}');`);
    return this.withChunks(chunkSize);
  }

  /** Runs one transaction of a job that is due now, and events before it; false where none is. */
  step(): boolean {
    this.time += 1000;
    let ran = false;
    const stop = observeTransactions(({ quiddity }) => (ran ||= quiddity === 'QUEUEABLE'));
    while (!ran && this.org.async.runNext());
    stop();
    return ran;
  }

  /** Runs everything, waiting where a job waits. */
  drain(): void {
    for (let steps = 0; steps < 2000; steps++) {
      if (this.step()) continue;
      const next = this.org.async.nextDueAt();
      if (next === null || this.jobs().every(({ state }) => ['Finished', 'Stopped', 'Failed'].includes(state))) return;
      this.time = Math.max(this.time, next);
    }
    throw new Error(`The jobs do not end: ${JSON.stringify(this.jobs())}`);
  }

  rows(sql: string): unknown[][] {
    return this.org.store.rows(sql);
  }

  /** The jobs of the campaign, oldest first. */
  jobs(): JobState[] {
    return this.rows(
      `SELECT "Id", "Kind__c", "State__c", "Total__c", "Changed__c", "Skipped__c", "Failed__c", "Message__c" FROM "Status_Job__c"
       WHERE "Campaign__c" = '${this.campaignId}' AND "IsDeleted" = 0 ORDER BY "Id"`
    ).map(([id, kind, state, total, changed, skipped, failed, message]) => ({
      id: String(id),
      kind: String(kind),
      state: String(state),
      total: Number(total),
      changed: Number(changed),
      skipped: Number(skipped),
      failed: Number(failed),
      message: message as string | null
    }));
  }

  job(id: string): JobState {
    return this.jobs().find((job) => job.id === id)!;
  }

  /** The id of the lead's membership, null where there is none. */
  memberOf(leadId: string): string | null {
    const rows = this.rows(
      `SELECT "Id" FROM "CampaignMember" WHERE "CampaignId" = '${this.campaignId}' AND "LeadId" = '${leadId}' AND "IsDeleted" = 0`
    );
    return rows.length ? String(rows[0][0]) : null;
  }

  /** Lead id → status: who is removed and added again is a member with a new id. */
  statusOfLeads(): Map<string, string> {
    return new Map(
      this.rows(`SELECT "LeadId", "Status" FROM "CampaignMember" WHERE "CampaignId" = '${this.campaignId}' AND "IsDeleted" = 0`).map(
        ([id, status]) => [String(id), String(status)]
      )
    );
  }

  /** Member id → status. */
  statuses(): Map<string, string> {
    return new Map(
      this.rows(`SELECT "Id", "Status" FROM "CampaignMember" WHERE "CampaignId" = '${this.campaignId}' AND "IsDeleted" = 0`).map(
        ([id, status]) => [String(id), String(status)]
      )
    );
  }

  /** The ids of the members whom a job changed, as the history has them. */
  changedBy(jobId: string): string[] {
    return this.rows(
      `SELECT "Campaign_Member_Id__c" FROM "Campaign_Member_Status_Change__c" WHERE "Status_Job__c" = '${jobId}' AND "IsDeleted" = 0`
    ).map(([id]) => String(id));
  }

  /** [member id, outcome, reason] of the rows that a job keeps; who was to be added has the lead's id. */
  listed(jobId: string): [string, string, string][] {
    return this.rows(
      `SELECT COALESCE("Campaign_Member_Id__c", "Lead__c", "Id"), "Outcome__c", "Reason__c" FROM "Status_Job_Row__c"
       WHERE "Status_Job__c" = '${jobId}' AND "IsDeleted" = 0 ORDER BY "Id"`
    ) as [string, string, string][];
  }

  close(): void {
    this.org.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private withChunks(size: number): string {
    const id = this.jobs().at(-1)!.id;
    if (size !== 2000) this.apex(`update as system new Status_Job__c(Id = '${id}', Chunk_Size__c = ${size});`);
    return id;
  }
}

/** What holds for every job at every moment. Answers what does not. */
export function broken(org: JobOrg): string[] {
  const problems: string[] = [];
  for (const job of org.jobs()) {
    const notReached = job.total - job.changed - job.skipped - job.failed;
    const logged = org.changedBy(job.id);
    const listed = org.listed(job.id);
    const failed = listed.filter(([, outcome]) => outcome === 'Failed').length;
    const say = (what: string): number =>
      problems.push(`${what}: ${JSON.stringify({ ...job, notReached, logged: logged.length, failed })}`);
    if (notReached < 0) say('More rows than there are');
    if (job.state === 'Finished' && notReached !== 0) say('Finished with rows that were not reached');
    if (logged.length !== job.changed) say('Changed is not what the history has');
    if (new Set(logged).size !== logged.length) say('A member was changed twice');
    if (failed !== job.failed) say('Failed rows are not listed');
    if (job.state === 'Finished' && listed.some(([, outcome]) => outcome === 'Retrying')) say('A row is undecided');
    if (new Set([...logged, ...listed.map(([id]) => id)]).size !== logged.length + listed.length) say('A member is in two counts');
  }
  return problems;
}
