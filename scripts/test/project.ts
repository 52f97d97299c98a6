import { folderErrors, dashboardErrors, reportErrors } from '../lib/reportReferences.js';
import { permissionErrors } from '../lib/permissionReferences.js';
import { projectSchema } from '../lib/schema.js';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const PROJECT = JSON.stringify({ packageDirectories: [{ path: 'app' }], sourceApiVersion: '67.0', namespace: '' });

const file = (type: string, body: string): string => `<${type} ${NAMESPACE}>${body}</${type}>`;
const field = (name: string, body: string): string => file('CustomField', `<fullName>${name}</fullName><label>${name}</label>${body}`);

/** A project in which everything fits: an object below Campaign, a report type on it, a report, a dashboard and a permission set. */
const VALID: Readonly<Record<string, string>> = {
  'app/objects/Note__c/Note__c.object-meta.xml': file(
    'CustomObject',
    '<deploymentStatus>Deployed</deploymentStatus><label>Note</label><nameField><label>Note</label><type>Text</type></nameField><pluralLabel>Notes</pluralLabel><sharingModel>ControlledByParent</sharingModel>'
  ),
  'app/objects/Note__c/fields/Campaign__c.field-meta.xml': field(
    'Campaign__c',
    '<type>MasterDetail</type><referenceTo>Campaign</referenceTo><relationshipName>Notes</relationshipName><relationshipOrder>0</relationshipOrder>'
  ),
  'app/objects/Note__c/fields/Pages__c.field-meta.xml': field('Pages__c', '<type>Number</type><precision>4</precision><scale>0</scale>'),
  'app/objects/Note__c/fields/Kind__c.field-meta.xml': field('Kind__c', '<type>Text</type><length>20</length>'),
  'app/objects/Note__c/fields/Must__c.field-meta.xml': field('Must__c', '<type>Text</type><length>20</length><required>true</required>'),
  'app/objects/Note__c/fields/Twice__c.field-meta.xml': field(
    'Twice__c',
    '<type>Number</type><precision>18</precision><scale>0</scale><formula>Pages__c * 2</formula>'
  ),
  'app/reportTypes/Notes.reportType-meta.xml': file(
    'ReportType',
    `<baseObject>Campaign</baseObject><category>campaigns</category><deployed>true</deployed>
     <join><outerJoin>false</outerJoin><relationship>Notes__r</relationship></join><label>Notes</label>
     <sections><columns><checkedByDefault>true</checkedByDefault><field>Name</field><table>Campaign</table></columns><masterLabel>Campaign</masterLabel></sections>
     <sections>
       <columns><checkedByDefault>true</checkedByDefault><field>Kind__c</field><table>Campaign.Notes__r</table></columns>
       <columns><checkedByDefault>true</checkedByDefault><field>Pages__c</field><table>Campaign.Notes__r</table></columns>
       <masterLabel>Note</masterLabel>
     </sections>`
  ),
  'app/reports/Folder.reportFolder-meta.xml': file('ReportFolder', '<name>Folder</name>'),
  'app/reports/Folder/Pages.report-meta.xml': file(
    'Report',
    `<columns><aggregateTypes>Sum</aggregateTypes><field>Campaign.Notes__r$Pages__c</field></columns>
     <filter><criteriaItems><column>Campaign.Notes__r$Kind__c</column><operator>equals</operator><value>a</value></criteriaItems></filter>
     <format>Summary</format><groupingsDown><field>Campaign$Name</field><sortOrder>Asc</sortOrder></groupingsDown>
     <name>Pages</name><reportType>Notes__c</reportType><sortColumn>Campaign.Notes__r$Kind__c</sortColumn><sortOrder>Asc</sortOrder>`
  ),
  'app/dashboards/Folder.dashboardFolder-meta.xml': file('DashboardFolder', '<name>Folder</name>'),
  'app/dashboards/Folder/Pages.dashboard-meta.xml': file(
    'Dashboard',
    `<dashboardGridLayout>
       <dashboardGridComponents><colSpan>6</colSpan><columnIndex>0</columnIndex><dashboardComponent>
         <chartSummary><aggregate>Sum</aggregate><column>Campaign.Notes__r$Pages__c</column></chartSummary>
         <groupingColumn>Campaign$Name</groupingColumn><header>Pages</header><report>Folder/Pages</report>
       </dashboardComponent><rowIndex>0</rowIndex><rowSpan>4</rowSpan></dashboardGridComponents>
       <dashboardGridComponents><colSpan>6</colSpan><columnIndex>6</columnIndex><dashboardComponent>
         <chartSummary><column>RowCount</column></chartSummary><header>Notes</header><report>Folder/Pages</report>
       </dashboardComponent><rowIndex>0</rowIndex><rowSpan>4</rowSpan></dashboardGridComponents>
       <numberOfColumns>12</numberOfColumns>
     </dashboardGridLayout><dashboardType>SpecifiedUser</dashboardType><title>Pages</title>`
  ),
  'app/permissionsets/Reader.permissionset-meta.xml': file(
    'PermissionSet',
    `<fieldPermissions><editable>true</editable><field>Note__c.Pages__c</field><readable>true</readable></fieldPermissions>
     <label>Reader</label>
     <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Campaign</object><viewAllRecords>false</viewAllRecords></objectPermissions>
     <objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Note__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>`
  )
};

export type Change = (files: Map<string, string>) => void;

/** What the checks say of the valid project with a change. */
export function errorsAfter(change: Change): string[] {
  const files = new Map(Object.entries(VALID));
  change(files);
  const org = projectSchema(files, PROJECT, '/project');
  return [...permissionErrors(org), ...reportErrors(org), ...dashboardErrors(org), ...folderErrors(files)];
}

/** Replaces text in the file whose path ends so. */
export function replaced(ending: string, from: string, to: string): Change {
  return (files) => {
    const found = [...files].find(([path]) => path.endsWith(ending));
    if (!found?.[1].includes(from)) throw new Error(`No file …${ending} with ${from}.`);
    files.set(found[0], found[1].replace(from, to));
  };
}

export function moved(from: string, to: string): Change {
  return (files) => {
    const text = files.get(from);
    if (text === undefined) throw new Error(`No file ${from}.`);
    files.delete(from);
    files.set(to, text);
  };
}

export function removed(file: string): Change {
  return (files) => {
    if (!files.delete(file)) throw new Error(`No file ${file}.`);
  };
}
