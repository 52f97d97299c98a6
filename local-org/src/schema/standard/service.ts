/** Cases and what belongs to them. */
export const service = `
Case | Case/Cases sharing=ReadWrite merge
  CaseNumber string(30) auto={00000000} name | Case Number
  ContactId reference(Contact) child=Cases | Contact ID
  AccountId reference(Account) child=Cases | Account ID
  AssetId reference(Asset) | Asset ID
  ParentId reference(Case) child=Cases | Parent Case ID
  RecordTypeId reference(RecordType) nogrant | Record Type ID
  SuppliedName string(80) | Web Name
  SuppliedEmail email(80) | Web Email
  SuppliedPhone string(40) | Web Phone
  SuppliedCompany string(80) | Web Company
  Type picklist | Case Type | Mechanical; Electrical; Electronic; Structural; Other
  Status picklist | Status | *New; Working; Escalated; Closed
  Reason picklist | Case Reason | Installation; Equipment Complexity; Performance; Breakdown; Equipment Design; Feedback; Other
  Origin picklist | Case Origin | Phone; Email; Web
  Subject string(255) | Subject
  Priority picklist | Priority | High; *Medium; Low
  Description textarea(32000) | Description
  IsClosed boolean calculated | Closed
  ClosedDate datetime | Closed Date
  IsEscalated boolean | Escalated
  OwnerId reference(Group,User) required | Owner ID
  ContactPhone phone(40) calculated | Contact Phone
  ContactMobile phone(40) calculated | Contact Mobile
  ContactEmail email(80) calculated | Contact Email
  ContactFax phone(40) calculated | Contact Fax
  Comments textarea(4000) | Internal Comments
CaseComment | Case Comment/Case Comments sharing=ControlledByParent
  ParentId reference(Case) required createonly child=CaseComments cascade | Parent ID
  IsPublished boolean | Published
  CommentBody textarea(4000) | Body
CaseStatus | Case Status Value/Case Status Value setup
CaseTeamMember | Case Team Member/Case Team Member sharing=ControlledByParent
  ParentId reference(Case) required createonly child=TeamMembers cascade | Case ID
Solution | Solution/Solutions sharing=ReadWrite
  SolutionNumber string(30) auto={00000000} | Solution Number
  SolutionName string(255) required name | Title
  Status picklist required | Status | *Draft; Reviewed; Duplicate
  IsPublished boolean | Public
  OwnerId reference(User) required | Owner ID
SolutionStatus | Solution Status Value/Solution Status Value setup
BusinessHours | Business Hours/Business Hours notrigger
  Name string(80) required name | Business Hours Name
Holiday | Holiday/Holidays notrigger
  Name string(80) required name | Holiday Name
Idea | Idea/Ideas
  Title string(255) required name | Title
Entitlement | Entitlement/Entitlements
  Name string(255) required name | Entitlement Name
  AccountId reference(Account) required child=Entitlements cascade | Account ID
ServiceContract | Service Contract/Service Contracts sharing=Private
  Name string(255) required name | Contract Name
WorkOrder | Work Order/Work Orders sharing=Private
  WorkOrderNumber string(30) auto={00000000} name | Work Order Number
  Status picklist | Status | *New; In Progress; On Hold; Completed; Closed; Cannot Complete; Canceled
  Priority picklist | Priority | *Low; Medium; High; Critical
WorkOrderLineItem | Work Order Line Item/Work Order Line Items sharing=ControlledByParent
  LineItemNumber string(30) auto={00000000} name | Line Item Number
  WorkOrderId reference(WorkOrder) required createonly child=WorkOrderLineItems cascade | Work Order ID
Location | Location/Locations
  Name string(255) required name | Location Name
`;
