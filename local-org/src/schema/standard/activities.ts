/** Tasks, events and e-mail. */
export const activities = `
Task | Task/Tasks sharing=Private
  WhoId reference(Contact,Lead) rel=Who | Name ID
  WhatId _ | Related To ID
  Subject combobox(255) name | Subject | Call; Send Letter; Send Quote; Other
  ActivityDate date | Due Date Only
  Status picklist required | Status | *Not Started; In Progress; Completed; Waiting on someone else; Deferred
  Priority picklist required | Priority | High; *Normal; Low
  IsHighPriority boolean calculated | High Priority
  OwnerId reference(Group,User) required | Assigned To ID
  Description textarea(32000) | Description
  Type picklist(40) | Type | Call; Meeting; Other; Email
  RecordTypeId reference(RecordType) nogrant | Record Type ID
  AccountId reference(Account) calculated | Account ID
  IsClosed boolean calculated | Closed
  IsArchived boolean readonly | Archived
  CallDurationInSeconds int | Call Duration
  CallType picklist(40) restricted | Call Type | Internal; Inbound; Outbound
  CallDisposition string(255) | Call Result
  CallObject string(255) | Call Object Identifier
  ReminderDateTime datetime | Reminder Date/Time
  IsReminderSet boolean | Reminder Set
  IsRecurrence boolean createonly | Create Recurring Series of Tasks
  TaskSubtype picklist(40) restricted createonly | Task Subtype | *Task; Email; ListEmail=List Email; Cadence; Call; LinkedIn
  CompletedDateTime datetime readonly | Completed Date
  WhoCount int calculated | Relation Count
  WhatCount int calculated | Related To Count
TaskStatus | Task Status Value/Task Status Value setup
TaskPriority | Task Priority Value/Task Priority Value setup
TaskRelation | Task Relation/Task Relations notrigger
Event | Event/Events sharing=Private
  WhoId reference(Contact,Lead) rel=Who | Name ID
  WhatId _ | Related To ID
  Subject combobox(255) name | Subject | Call; Email; Meeting; Send Letter/Quote; Other
  Location string(255) | Location
  IsAllDayEvent boolean | All-Day Event
  ActivityDateTime datetime | Due Date Time
  ActivityDate date | Due Date Only
  DurationInMinutes int | Duration
  StartDateTime datetime | Start Date Time
  EndDateTime datetime | End Date Time
  EndDate date calculated | End Date
  Description textarea(32000) | Description
  AccountId reference(Account) calculated | Account ID
  OwnerId reference(Calendar,User) required | Assigned To ID
  Type picklist(40) | Type | Call; Meeting; Other; Email
  IsPrivate boolean | Private
  ShowAs picklist(40) restricted | Show Time As | *Busy; OutOfOffice=Out of Office; Free
  IsChild boolean calculated | Is Child
  IsGroupEvent boolean calculated | Is Group Event
  IsArchived boolean readonly | Archived
  IsRecurrence boolean createonly | Create Recurring Series of Events
  ReminderDateTime datetime | Reminder Date/Time
  IsReminderSet boolean | Reminder Set
  EventSubtype picklist(40) restricted createonly | Event Subtype | *Event
EventRelation | Event Relation/Event Relations notrigger
OpenActivity | Open Activity/Open Activities setup
ActivityHistory | Activity History/Activity Histories setup
EmailMessage | Email Message/Email Messages
  ParentId reference(Case) createonly child=EmailMessages cascade | Case ID
  RelatedToId _ | Related To ID
  Status picklist(40) required restricted | Status | *0=New; 1=Read; 2=Replied; 3=Sent; 4=Forwarded; 5=Draft
  Subject string(3000) name | Subject
  TextBody textarea(131072) | Text Body
  HtmlBody textarea(131072) | HTML Body
  FromAddress email(1000) | From Address
  FromName string(1000) | From Name
  ToAddress string(4000) | To Address
  CcAddress string(4000) | CC Address
  BccAddress string(4000) | BCC Address
  Incoming boolean | Is Incoming
EmailTemplate | Email Template/Email Templates notrigger noundelete
  Name string(80) required name | Email Template Name
  DeveloperName string(80) required | Template Unique Name
  FolderId reference(Folder,Organization,User) required | Folder ID
  TemplateType picklist(40) required restricted createonly | Template Type | *text=Text; html=HTML; custom=Custom; visualforce=Visualforce
  TemplateStyle picklist(40) restricted createonly | Style | *none=None; freeForm=Free Form Letter; formalLetter=Formal Letter
  IsActive boolean | Available For Use
  Subject string(255) | Subject
  Body textarea(384000) | Email Body
  HtmlValue textarea(384000) | HTML Value
  Encoding picklist(40) restricted | Encoding | *UTF-8; ISO-8859-1
`;
