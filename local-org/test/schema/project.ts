import { loadProject } from '../../src/metadata/index.js';
import { buildSchema } from '../../src/schema/index.js';
import { memoryTree, PROJECT_FILE, xml } from '../metadata/memoryTree.js';

const field = (name: string, type: string, more = ''): string =>
  xml('CustomField', `<fullName>${name}</fullName><label>${name}</label><type>${type}</type>${more}`);

/** A small project that uses every kind of object and field. */
export const FILES: Readonly<Record<string, string>> = {
  '/p/sfdx-project.json': PROJECT_FILE,
  '/p/more/keep.md': '',
  '/p/app/objects/Invoice__c/Invoice__c.object-meta.xml': xml(
    'CustomObject',
    '<label>Invoice</label><pluralLabel>Invoices</pluralLabel><nameField><label>Number</label><type>AutoNumber</type><displayFormat>I-{0000}</displayFormat></nameField><sharingModel>Private</sharingModel><enableHistory>true</enableHistory><enableActivities>true</enableActivities>'
  ),
  '/p/app/objects/Invoice__c/fields/Account__c.field-meta.xml': field(
    'Account__c',
    'Lookup',
    '<referenceTo>account</referenceTo><relationshipName>Invoices</relationshipName>'
  ),
  '/p/app/objects/Invoice__c/fields/Total__c.field-meta.xml': field(
    'Total__c',
    'Summary',
    '<summaryForeignKey>Line__c.Invoice__c</summaryForeignKey><summaryOperation>sum</summaryOperation><summarizedField>Line__c.Amount__c</summarizedField><summaryFilterItems><field>Line__c.Open__c</field><operation>equals</operation><value>true</value></summaryFilterItems>'
  ),
  '/p/app/objects/Invoice__c/fields/Double__c.field-meta.xml': field(
    'Double__c',
    'Currency',
    '<formula>Total__c * 2</formula><precision>18</precision><scale>2</scale><formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>'
  ),
  '/p/app/objects/Invoice__c/fields/State__c.field-meta.xml': field(
    'State__c',
    'Picklist',
    '<required>true</required><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>Open</fullName><default>true</default><label>Offen</label></value><value><fullName>Paid</fullName><default>false</default><label>Paid</label></value><value><fullName>Old</fullName><isActive>false</isActive><label>Old</label></value></valueSetDefinition></valueSet>'
  ),
  '/p/app/objects/Invoice__c/fields/Key__c.field-meta.xml': field(
    'Key__c',
    'Text',
    '<length>20</length><externalId>true</externalId><unique>true</unique><caseSensitive>true</caseSensitive>'
  ),
  '/p/app/objects/Invoice__c/fields/Place__c.field-meta.xml': field('Place__c', 'Location', '<scale>4</scale>'),
  '/p/app/objects/Invoice__c/recordTypes/Big.recordType-meta.xml': xml(
    'RecordType',
    '<fullName>Big</fullName><active>true</active><label>Big one</label>'
  ),
  '/p/app/objects/Invoice__c/fieldSets/Cols.fieldSet-meta.xml': xml(
    'FieldSet',
    '<fullName>Cols</fullName><label>Columns</label><displayedFields><field>Account__r.Name</field><isRequired>true</isRequired></displayedFields>'
  ),
  '/p/app/objects/Invoice__c/validationRules/On.validationRule-meta.xml': xml(
    'ValidationRule',
    '<fullName>On</fullName><active>true</active><errorConditionFormula>ISBLANK(Key__c)</errorConditionFormula><errorMessage>No key</errorMessage><errorDisplayField>Key__c</errorDisplayField>'
  ),
  '/p/app/objects/Invoice__c/validationRules/Off.validationRule-meta.xml': xml(
    'ValidationRule',
    '<fullName>Off</fullName><active>false</active><errorConditionFormula>true</errorConditionFormula>'
  ),
  '/p/app/objects/Line__c/Line__c.object-meta.xml': xml(
    'CustomObject',
    '<label>Line</label><sharingModel>ControlledByParent</sharingModel><nameField><label>Name</label><type>Text</type></nameField>'
  ),
  '/p/app/objects/Line__c/fields/Invoice__c.field-meta.xml': field(
    'Invoice__c',
    'MasterDetail',
    '<referenceTo>Invoice__c</referenceTo><relationshipName>Lines</relationshipName>'
  ),
  '/p/app/objects/Line__c/fields/Amount__c.field-meta.xml': field('Amount__c', 'Currency', '<precision>16</precision><scale>2</scale>'),
  '/p/app/objects/Line__c/fields/Open__c.field-meta.xml': field('Open__c', 'Checkbox', '<defaultValue>true</defaultValue>'),
  '/p/app/objects/Campaign/fields/Score__c.field-meta.xml': field('Score__c', 'Number', '<precision>4</precision><scale>0</scale>'),
  '/p/app/objects/Campaign/fields/Type.field-meta.xml': xml(
    'CustomField',
    '<fullName>Type</fullName><inlineHelpText>What kind</inlineHelpText>'
  ),
  '/p/app/objects/Activity/fields/Kind__c.field-meta.xml': field('Kind__c', 'Text', '<length>10</length>'),
  '/p/app/objects/Limits__c/Limits__c.object-meta.xml': xml(
    'CustomObject',
    '<label>Limits</label><customSettingsType>Hierarchy</customSettingsType>'
  ),
  '/p/app/objects/Limits__c/fields/Max__c.field-meta.xml': field('Max__c', 'Number', '<precision>5</precision><scale>0</scale>'),
  '/p/app/objects/Names__c/Names__c.object-meta.xml': xml(
    'CustomObject',
    '<label>Names</label><customSettingsType>List</customSettingsType>'
  ),
  '/p/app/objects/Rule__mdt/Rule__mdt.object-meta.xml': xml('CustomObject', '<label>Rule</label>'),
  '/p/app/objects/Rule__mdt/fields/Weight__c.field-meta.xml': field('Weight__c', 'Number', '<precision>5</precision><scale>2</scale>'),
  '/p/app/objects/Rule__mdt/fields/Object__c.field-meta.xml': field(
    'Object__c',
    'MetadataRelationship',
    '<referenceTo>EntityDefinition</referenceTo>'
  ),
  '/p/app/objects/Alert__e/Alert__e.object-meta.xml': xml('CustomObject', '<label>Alert</label><eventType>HighVolume</eventType>'),
  '/p/app/objects/Alert__e/fields/Text__c.field-meta.xml': field('Text__c', 'Text', '<length>50</length>'),
  '/p/app/customMetadata/Rule.One.md-meta.xml': xml(
    'CustomMetadata',
    '<label>Rule one</label><values><field>Weight__c</field><value xsi:type="xsd:double">1.5</value></values><values><field>Object__c</field><value xsi:type="xsd:string">Campaign</value></values>'
  ),
  '/p/app/standardValueSets/LeadSource.standardValueSet-meta.xml': xml(
    'StandardValueSet',
    '<standardValue><fullName>Fair</fullName><default>false</default><label>Fair</label></standardValue>'
  ),
  '/p/app/customPermissions/Edit_All.customPermission-meta.xml': xml('CustomPermission', '<label>Edit all</label>'),
  '/p/app/permissionsets/Clerk.permissionset-meta.xml': xml(
    'PermissionSet',
    `<label>Clerk</label><customPermissions><enabled>true</enabled><name>Edit_All</name></customPermissions><classAccesses><apexClass>Billing</apexClass><enabled>true</enabled></classAccesses>
     <customMetadataTypeAccesses><enabled>true</enabled><name>Rule__mdt</name></customMetadataTypeAccesses>
     <fieldPermissions><editable>true</editable><field>Invoice__c.Key__c</field><readable>true</readable></fieldPermissions>
     <fieldPermissions><editable>false</editable><field>Invoice__c.Account__c</field><readable>true</readable></fieldPermissions>
     <objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Invoice__c</object></objectPermissions>
     <objectPermissions><allowCreate>true</allowCreate><allowEdit>true</allowEdit><allowRead>true</allowRead><object>Campaign</object></objectPermissions>`
  ),
  '/p/app/classes/Billing.cls': 'class Billing {}',
  '/p/app/labels/CustomLabels.labels-meta.xml': xml(
    'CustomLabels',
    '<labels><fullName>Hi</fullName><language>en_US</language><value>Hello</value></labels>'
  )
};

export const metadata = loadProject('/p', memoryTree(FILES));
export const schema = buildSchema(metadata);
