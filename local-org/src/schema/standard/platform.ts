/** Set-up objects: code, jobs, record types and definitions. */
export const platform = `
RecordType | Record Type/Record Types setup
  Name string(80) required name | Name
  DeveloperName string(80) required | Record Type Name
  SobjectType picklist(40) required createonly | Sobject Type Name
  IsActive boolean | Active
ApexClass | Apex Class/Apex Classes setup
  Name string(255) required name | Name
  ApiVersion double(18,1) required | Api Version
  Status picklist(40) required restricted | Status | Inactive; *Active; Deleted
  Body textarea(1000000) | Body
  LengthWithoutComments int required | Size Without Comments
ApexTrigger | Apex Trigger/Apex Triggers setup
  Name string(255) required name | Name
  ApiVersion double(18,1) required | Api Version
  Body textarea(1000000) | Body
ApexPage | Visualforce Page/Visualforce Pages setup
  Name string(80) required name | Name
AsyncApexJob | Apex Job/Apex Jobs setup
  JobType picklist(40) restricted readonly | Job Type | Future; SharingRecalculation; ScheduledApex; BatchApex; BatchApexWorker; TestRequest; TestWorker; ApexToken; Queueable
  Status picklist(40) restricted readonly | Status | Queued; Processing; Aborted; Completed; Failed; Preparing; Holding
  ApexClassId reference(ApexClass) readonly rel=ApexClass | Class ID
CronTrigger | Scheduled Jobs/Scheduled Jobs setup
  CronJobDetailId reference(CronJobDetail) readonly rel=CronJobDetail | Job ID
CronJobDetail | Cron Job/Cron Jobs setup
  Name string(255) required name | Name
ApexTestQueueItem | Apex Test Queue Item/Apex Test Queue Items notrigger
ApexTestResult | Apex Test Result/Apex Test Results setup
ApexLog | Apex Debug Log/Apex Debug Logs setup
StaticResource | Static Resource/Static Resources setup
  Name string(255) required name | Name
  Body base64 | Body
EntityDefinition | Entity Definition/Entity Definitions setup
FieldDefinition | Field Definition/Field Definitions setup
  EntityDefinitionId reference(EntityDefinition) rel=EntityDefinition child=Fields | Entity Definition ID
PlatformCachePartition | Platform Cache Partition/Platform Cache Partitions setup
EntityParticle | Entity Particle/Entity Particles setup
  EntityDefinitionId reference(EntityDefinition) rel=EntityDefinition child=Particles | Entity Definition ID
  FieldDefinitionId reference(FieldDefinition) rel=FieldDefinition child=Particles | Field Definition ID
RelationshipInfo | Relationship Info/Relationship Infos setup noquery
RelationshipDomain | Relationship Domain/Relationship Domains setup noquery
PicklistValueInfo | Picklist Value Info/Picklist Value Infos setup noquery
Publisher | Publisher/Publishers setup noquery
AppDefinition | App Definition/App Definitions setup
TabDefinition | Tab Definition/Tab Definitions setup
FlowDefinitionView | Flow Definition/Flow Definitions setup
FlowVersionView | Flow Version/Flow Versions setup noquery
FlowInterview | Flow Interview/Flow Interviews notrigger
OrgWideEmailAddress | Organization-wide From Email Address/Organization-wide From Email Addresses notrigger noundelete
  Address email(255) required | Email Address
  DisplayName string(40) required name | Display Name
CustomNotificationType | Notification Type/Notification Types setup
ListView | List View/List Views setup
  Name string(80) required name | Name
Report | Report/Reports setup
  Name string(40) required name | Report Name
Dashboard | Dashboard/Dashboards setup
  Title string(80) required name | Title
Site | Site/Sites setup
  Name string(80) required name | Site Name
Domain | Domain/Domains setup
DomainSite | Domain Site/Domain Sites setup
ConnectedApplication | Connected Application/Connected Applications setup
  Name string(80) required name | Name
AuthSession | Auth Session/Auth Sessions setup
PackageLicense | Package License/Package Licenses setup
NamedCredential | Named Credential/Named Credentials setup
ProcessDefinition | Process Definition/Process Definitions setup
ProcessNode | Process Node/Process Nodes setup
ProcessInstance | Process Instance/Process Instances setup
ProcessInstanceStep | Process Instance Step/Process Instance Steps setup
ProcessInstanceWorkitem | Approval Request/Approval Requests setup
ProcessInstanceHistory | Process Instance History/Process Instance Histories setup
DuplicateRule | Duplicate Rule/Duplicate Rules setup
DuplicateRecordSet | Duplicate Record Set/Duplicate Record Sets
  Name string(30) auto={00000000} name | Duplicate Record Set Name
DuplicateRecordItem | Duplicate Record Item/Duplicate Record Items
  Name string(30) auto={00000000} name | Duplicate Record Item Name
SetupAuditTrail | Setup Audit Trail Entry/Setup Audit Trail Entries setup
PushTopic | Push Topic/Push Topics notrigger noundelete
  Name string(25) required name | Topic Name
Period | Fiscal Period/Fiscal Periods setup
FiscalYearSettings | Fiscal Year Settings/Fiscal Year Settings setup
`;
