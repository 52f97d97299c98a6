import { expect, it } from 'vitest';
import { errorsAfter, moved, removed, replaced, type Change } from './project.js';

const REPORT = 'app/reports/Folder/Pages.report-meta.xml';
const TYPE = 'app/reportTypes/Notes.reportType-meta.xml';
const DASHBOARD = 'app/dashboards/Folder/Pages.dashboard-meta.xml';
const SET = 'app/permissionsets/Reader.permissionset-meta.xml';

const object = (name: string, rights = '<allowRead>true</allowRead>'): string =>
  `<objectPermissions>${rights}<object>${name}</object></objectPermissions>`;
const granted = (field: string, editable = false): Change =>
  replaced(
    SET,
    '<label>',
    `<fieldPermissions><editable>${editable}</editable><field>${field}</field><readable>true</readable></fieldPermissions><label>`
  );

it('finds nothing in a project in which everything fits', () => expect(errorsAfter(() => undefined)).toEqual([]));

it.each<[string, Change, string]>([
  // report types
  [
    'a base object',
    replaced(TYPE, '<baseObject>Campaign', '<baseObject>Campain'),
    `${TYPE}: report type Notes: <baseObject>: there is no object Campain in this org.`
  ],
  [
    'a relationship',
    replaced(TYPE, 'Notes__r</relationship>', 'Note__r</relationship>'),
    `${TYPE}: report type Notes: <relationship>: Campaign has no child relationship Note__r.`
  ],
  [
    'a table',
    replaced(TYPE, '<table>Campaign.Notes__r</table>', '<table>Campaign.Note__r</table>'),
    `${TYPE}: report type Notes: <table>: Campaign.Note__r is none of Campaign, Campaign.Notes__r.`
  ],
  [
    'a field of a report type',
    replaced(TYPE, '<field>Kind__c', '<field>Sort__c'),
    `${TYPE}: report type Notes: <field>: Sort__c of Campaign.Notes__r: Note__c has no field Sort__c.`
  ],
  // reports
  [
    'a report type',
    replaced(REPORT, 'Notes__c</reportType>', 'Papers__c</reportType>'),
    `${REPORT}: report Folder/Pages: <reportType>: there is no report type 'Papers__c'`
  ],
  [
    'a column',
    replaced(REPORT, '<field>Campaign.Notes__r$Pages__c', '<field>Campaign.Notes__r$Page__c'),
    `${REPORT}: report Folder/Pages: <columns>: report type Notes__c has no column 'Campaign.Notes__r$Page__c'`
  ],
  [
    'a column of a grouping',
    replaced(REPORT, '<field>Campaign$Name', '<field>Campaign$Type'),
    `${REPORT}: report Folder/Pages: <groupingsDown>: report type Notes__c has no column 'Campaign$Type'`
  ],
  [
    'a column of a filter',
    replaced(REPORT, '<column>Campaign.Notes__r$Kind__c', '<column>Kind__c'),
    `${REPORT}: report Folder/Pages: <criteriaItems>: report type Notes__c has no column 'Kind__c'`
  ],
  [
    'a column to sort by',
    replaced(REPORT, '<sortColumn>Campaign.Notes__r$Kind__c', '<sortColumn>Kind__c'),
    `${REPORT}: report Folder/Pages: <sortColumn>: report type Notes__c has no column 'Kind__c'`
  ],
  [
    'a summary of a text',
    replaced(REPORT, '<field>Campaign.Notes__r$Pages__c', '<field>Campaign.Notes__r$Kind__c'),
    `${REPORT}: report Folder/Pages: <aggregateTypes>: Campaign.Notes__r$Kind__c is of type string: it has no Sum.`
  ],
  [
    'a column that is grouped by',
    replaced(REPORT, '<field>Campaign.Notes__r$Pages__c', '<field>Campaign$Name'),
    `${REPORT}: report Folder/Pages: <columns>: Campaign$Name is grouped by, so it can't be a column as well.`
  ],
  [
    'a column of a formula',
    replaced(
      REPORT,
      '<columns>',
      '<aggregates><calculatedFormula>Note__c.Lines__c:SUM / RowCount</calculatedFormula><datatype>number</datatype><developerName>FORMULA1</developerName><isActive>true</isActive><masterLabel>F</masterLabel><scale>1</scale></aggregates><columns>'
    ),
    `${REPORT}: report Folder/Pages: <calculatedFormula>: report type Notes__c has no column 'Campaign.Notes__r$Lines__c'`
  ],
  [
    'a long name',
    replaced(REPORT, '<name>Pages', `<name>${'Pages '.repeat(8)}`),
    `${REPORT}: the name of a report has at most 40 characters`
  ],
  // folders
  ['a report folder', removed('app/reports/Folder.reportFolder-meta.xml'), `${REPORT}: its folder has no Folder.reportFolder-meta.xml`],
  [
    'a folder in a folder',
    moved(REPORT, 'app/reports/Folder/Deep/Pages.report-meta.xml'),
    'app/reports/Folder/Deep/Pages.report-meta.xml: folders of reports are one level deep'
  ],
  [
    'a dashboard folder',
    removed('app/dashboards/Folder.dashboardFolder-meta.xml'),
    `${DASHBOARD}: its folder has no Folder.dashboardFolder-meta.xml`
  ],
  // dashboards
  [
    'the report of a dashboard',
    replaced(DASHBOARD, '<report>Folder/Pages', '<report>Folder/Page'),
    `${DASHBOARD}: the project has no report Folder/Page`
  ],
  [
    'a grouping of its report',
    replaced(DASHBOARD, '<groupingColumn>Campaign$Name', '<groupingColumn>Campaign.Notes__r$Kind__c'),
    `${DASHBOARD}: “Pages”: report Folder/Pages is not grouped by Campaign.Notes__r$Kind__c`
  ],
  [
    'a summary of its report',
    replaced(DASHBOARD, '<aggregate>Sum', '<aggregate>Average'),
    `${DASHBOARD}: “Pages”: report Folder/Pages has no Average of Campaign.Notes__r$Pages__c`
  ],
  [
    'a formula of its report',
    replaced(DASHBOARD, '<column>RowCount', '<column>FORMULA1'),
    `${DASHBOARD}: “Notes”: report Folder/Pages has no summary of FORMULA1`
  ],
  ['components over each other', replaced(DASHBOARD, '<columnIndex>6', '<columnIndex>5'), `${DASHBOARD}: “Notes” lies over “Pages”`],
  [
    'components beyond the grid',
    replaced(DASHBOARD, '<columnIndex>6', '<columnIndex>7'),
    `${DASHBOARD}: “Notes” is wider than the 12 columns`
  ],
  [
    'a running user',
    replaced(DASHBOARD, '<title>', '<runningUser>ada@example.com</runningUser><title>'),
    `${DASHBOARD}: <runningUser> names a user of one org`
  ],
  ['an owner', replaced(DASHBOARD, '<title>', '<owner>ada@example.com</owner><title>'), `${DASHBOARD}: <owner> names a user of one org`],
  ['a dashboard of whoever looks', replaced(DASHBOARD, 'SpecifiedUser', 'LoggedInUser'), `${DASHBOARD}: <dashboardType> is LoggedInUser`],
  // permission sets
  ['an object', replaced(SET, '<label>', `${object('Paper__c')}<label>`), `${SET}: there is no object Paper__c`],
  [
    'members',
    replaced(SET, '<label>', `${object('CampaignMember')}<label>`),
    `${SET}: no permission set can grant access to CampaignMember`
  ],
  ['contacts without accounts', replaced(SET, '<label>', `${object('Contact')}<label>`), `${SET}: read on Contact needs read on Account`],
  [
    'details without their master',
    replaced(SET, '<object>Campaign</object>', '<object>Lead</object>'),
    `${SET}: read on Note__c needs read on Campaign`
  ],
  [
    'editing what can’t be read',
    replaced(SET, '<label>', `${object('Lead', '<allowEdit>true</allowEdit>')}<label>`),
    `${SET}: Lead: every right needs allowRead`
  ],
  [
    'deleting what can’t be edited',
    replaced(SET, '<label>', `${object('Lead', '<allowDelete>true</allowDelete><allowRead>true</allowRead>')}<label>`),
    `${SET}: Lead: allowDelete and modifyAllRecords need allowEdit`
  ],
  ['a field', granted('Note__c.Lines__c'), `${SET}: there is no field Note__c.Lines__c`],
  [
    'a master-detail field',
    granted('Note__c.Campaign__c'),
    `${SET}: Note__c.Campaign__c has no field permission: a master-detail field follows its object`
  ],
  ['a required field', granted('Note__c.Must__c'), `${SET}: Note__c.Must__c has no field permission: a required field follows its object`],
  [
    'a required standard field',
    granted('Campaign.Name'),
    `${SET}: Campaign.Name has no field permission: a required field follows its object`
  ],
  [
    'a standard field of members',
    granted('CampaignMember.Status'),
    `${SET}: CampaignMember.Status has no field permission: access to it follows from its object`
  ],
  ['a formula to edit', granted('Note__c.Twice__c', true), `${SET}: Note__c.Twice__c is calculated, so it can't be editable`],
  ['a field twice', granted('Note__c.Pages__c'), `${SET}: Note__c.Pages__c is granted twice`]
])('finds what is wrong with %s', (_, change, error) => expect(errorsAfter(change)).toContainEqual(expect.stringContaining(error)));
