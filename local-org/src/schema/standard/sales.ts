/** Accounts, people, opportunities and campaigns. The notation is explained in overlay.ts; facts follow the object reference. */
const INDUSTRIES =
  'Agriculture; Apparel; Banking; Biotechnology; Chemicals; Communications; Construction; Consulting; Education; Electronics; Energy; Engineering; ' +
  'Entertainment; Environmental; Finance; Food & Beverage; Government; Healthcare; Hospitality; Insurance; Machinery; Manufacturing; Media; ' +
  'Not For Profit; Other; Recreation; Retail; Shipping; Technology; Telecommunications; Transportation; Utilities';
const LEAD_SOURCES = 'Web; Phone Inquiry; Partner Referral; Purchased List; Other';
const SALUTATIONS = 'Mr.; Ms.; Mrs.; Dr.; Prof.; Mx.';
const CLEAN_STATUSES =
  'Matched=In Sync; Different; Acknowledged=Reviewed; NotFound=Not Found; Inactive; Pending=Not Compared; SelectMatch=Select Match; Skipped';
const ACCURACY = 'Address; NearAddress; Block; Street; ExtendedZip; Zip; Neighborhood; City; County; State; Unknown';

function address(prefix: string, label: string): string {
  return `
  ${prefix}Street textarea(255) | ${label}Street
  ${prefix}City string(40) | ${label}City
  ${prefix}State string(80) | ${label}State/Province
  ${prefix}PostalCode string(20) | ${label}Zip/Postal Code
  ${prefix}Country string(80) | ${label}Country
  ${prefix}Latitude double(18,15) | ${label}Latitude
  ${prefix}Longitude double(18,15) | ${label}Longitude
  ${prefix}GeocodeAccuracy picklist(40) restricted | ${label}Geocode Accuracy | ${ACCURACY}
  ${prefix}Address address readonly | ${label}Address`;
}

export const sales = `
Account | Account/Accounts sharing=ReadWrite merge
  Name string(255) required name | Account Name
  Type picklist | Account Type | Prospect; Customer - Direct; Customer - Channel; Channel Partner / Reseller; Installation Partner; Technology Partner; Other
  RecordTypeId reference(RecordType) nogrant | Record Type ID
  ParentId reference(Account) child=ChildAccounts | Parent Account ID${address('Billing', 'Billing ')}${address('Shipping', 'Shipping ')}
  Phone phone(40) | Account Phone
  Fax phone(40) | Account Fax
  AccountNumber string(40) | Account Number
  Website url(255) | Website
  PhotoUrl url(255) readonly | Photo URL
  Sic string(20) | SIC Code
  Industry picklist | Industry | ${INDUSTRIES}
  AnnualRevenue currency(18,0) | Annual Revenue
  NumberOfEmployees int | Employees
  Ownership picklist | Ownership | Public; Private; Subsidiary; Other
  TickerSymbol string(20) | Ticker Symbol
  Description textarea(32000) | Account Description
  Rating picklist | Account Rating | Hot; Warm; Cold
  Site string(80) | Account Site
  OwnerId reference(User) required | Owner ID
  Jigsaw string(20) | Data.com Key
  AccountSource picklist | Account Source | ${LEAD_SOURCES}
  CleanStatus picklist(40) restricted | Clean Status | ${CLEAN_STATUSES}
  DunsNumber string(9) | D-U-N-S Number
  Tradestyle string(255) | Tradestyle
  NaicsCode string(8) | NAICS Code
  NaicsDesc string(120) | NAICS Description
  YearStarted string(4) | Year Started
  SicDesc string(80) | SIC Description
  LastActivityDate date readonly | Last Activity
Contact | Contact/Contacts sharing=ControlledByParent merge
  AccountId reference(Account) child=Contacts cascade | Account ID
  LastName string(80) required | Last Name
  FirstName string(40) | First Name
  Salutation picklist(40) | Salutation | ${SALUTATIONS}
  Name string(121) calculated required name | Full Name
  RecordTypeId reference(RecordType) nogrant | Record Type ID${address('Other', 'Other ')}${address('Mailing', 'Mailing ')}
  Phone phone(40) | Business Phone
  Fax phone(40) | Business Fax
  MobilePhone phone(40) | Mobile Phone
  HomePhone phone(40) | Home Phone
  OtherPhone phone(40) | Other Phone
  AssistantPhone phone(40) | Asst. Phone
  ReportsToId reference(Contact) rel=ReportsTo | Reports To ID
  Email email(80) | Email
  Title string(128) | Title
  Department string(80) | Department
  AssistantName string(40) | Assistant's Name
  LeadSource picklist | Lead Source | ${LEAD_SOURCES}
  Birthdate date | Birthdate
  Description textarea(32000) | Contact Description
  OwnerId reference(User) required | Owner ID
  HasOptedOutOfEmail boolean | Email Opt Out
  HasOptedOutOfFax boolean | Fax Opt Out
  DoNotCall boolean | Do Not Call
  IsEmailBounced boolean readonly | Is Email Bounced
  EmailBouncedReason string(255) | Email Bounced Reason
  EmailBouncedDate datetime | Email Bounced Date
  PhotoUrl url(255) readonly | Photo URL
  CleanStatus picklist(40) restricted | Clean Status | ${CLEAN_STATUSES}
  LastActivityDate date readonly | Last Activity
Lead | Lead/Leads sharing=ReadWrite merge
  LastName string(80) required | Last Name
  FirstName string(40) | First Name
  Salutation picklist(40) | Salutation | ${SALUTATIONS}
  Name string(121) calculated required name | Full Name
  RecordTypeId reference(RecordType) nogrant | Record Type ID
  Title string(128) | Title
  Company string(255) required | Company${address('', '')}
  Phone phone(40) | Phone
  MobilePhone phone(40) | Mobile Phone
  Fax phone(40) | Fax
  Email email(80) | Email
  Website url(255) | Website
  PhotoUrl url(255) readonly | Photo URL
  Description textarea(32000) | Description
  LeadSource picklist | Lead Source | ${LEAD_SOURCES}
  Status picklist required | Status | *Open - Not Contacted; Working - Contacted; Closed - Converted; Closed - Not Converted
  Industry picklist | Industry | ${INDUSTRIES}
  Rating picklist | Rating | Hot; Warm; Cold
  AnnualRevenue currency(18,0) | Annual Revenue
  NumberOfEmployees int | Employees
  OwnerId reference(Group,User) required | Owner ID
  HasOptedOutOfEmail boolean | Email Opt Out
  HasOptedOutOfFax boolean | Fax Opt Out
  DoNotCall boolean | Do Not Call
  IsConverted boolean | Converted
  ConvertedDate date readonly | Converted Date
  ConvertedAccountId reference(Account) readonly | Converted Account ID
  ConvertedContactId reference(Contact) readonly | Converted Contact ID
  ConvertedOpportunityId reference(Opportunity) readonly | Converted Opportunity ID
  IsUnreadByOwner boolean default=true | Unread By Owner
  CleanStatus picklist(40) restricted | Clean Status | ${CLEAN_STATUSES}
  CompanyDunsNumber string(9) | Company D-U-N-S Number
  LastTransferDate date readonly | Last Transfer Date
  LastActivityDate date readonly | Last Activity
LeadStatus | Lead Status Value/Lead Status Value setup
Opportunity | Opportunity/Opportunities sharing=Read
  AccountId reference(Account) child=Opportunities cascade | Account ID
  RecordTypeId reference(RecordType) nogrant | Record Type ID
  IsPrivate boolean | Private
  Name string(120) required name | Name
  Description textarea(32000) | Description
  StageName picklist required | Stage | Prospecting; Qualification; Needs Analysis; Value Proposition; Id. Decision Makers; Perception Analysis; Proposal/Price Quote; Negotiation/Review; Closed Won; Closed Lost
  Amount currency(18,2) | Amount
  Probability percent(3,0) | Probability (%)
  ExpectedRevenue currency(18,2) calculated | Expected Amount
  TotalOpportunityQuantity double(18,2) | Quantity
  CloseDate date required | Close Date
  Type picklist | Opportunity Type | Existing Customer - Upgrade; Existing Customer - Replacement; Existing Customer - Downgrade; New Customer
  NextStep string(255) | Next Step
  LeadSource picklist | Lead Source | ${LEAD_SOURCES}
  IsClosed boolean calculated | Closed
  IsWon boolean calculated | Won
  ForecastCategory picklist(40) restricted readonly | Forecast Category | Omitted; Pipeline; BestCase=Best Case; MostLikely=Most Likely; Forecast=Commit; Closed
  ForecastCategoryName picklist | Forecast Category | Omitted; Pipeline; Best Case; Commit; Closed
  CampaignId reference(Campaign) child=Opportunities | Campaign ID
  HasOpportunityLineItem boolean calculated | Has Line Item
  Pricebook2Id reference(Pricebook2) | Price Book ID
  OwnerId reference(User) required | Owner ID
  ContactId reference(Contact) createonly | Contact ID
  FiscalQuarter int calculated | Fiscal Quarter
  FiscalYear int calculated | Fiscal Year
  Fiscal string(6) calculated | Fiscal Period
  PushCount int calculated | Push Count
  HasOpenActivity boolean calculated | Has Open Activity
  HasOverdueTask boolean calculated | Has Overdue Task
  LastActivityDate date readonly | Last Activity
OpportunityStage | Opportunity Stage/Opportunity Stages setup
OpportunityContactRole | Opportunity: Contact Role/Opportunity: Contact Role sharing=ControlledByParent noundelete
  OpportunityId reference(Opportunity) required createonly child=OpportunityContactRoles cascade | Opportunity ID
  ContactId reference(Contact) required child=OpportunityContactRoles cascade | Contact ID
  Role picklist(40) | Role | Business User; Decision Maker; Economic Buyer; Economic Decision Maker; Evaluator; Executive Sponsor; Influencer; Technical Buyer; Other
  IsPrimary boolean | Primary
OpportunityHistory | Opportunity: History/Opportunity: History sharing=ControlledByParent readonly notrigger
OpportunityFieldHistory | Opportunity Field History/Opportunity Field History readonly notrigger
OpportunityTeamMember | Opportunity Team Member/Opportunity Team Member sharing=ControlledByParent
  OpportunityId reference(Opportunity) required createonly child=OpportunityTeamMembers cascade | Opportunity ID
  UserId reference(User) required createonly | User ID
AccountTeamMember | Account Team Member/Account Team Member sharing=ControlledByParent noundelete
  AccountId reference(Account) required createonly child=AccountTeamMembers cascade | Account ID
  UserId reference(User) required createonly child=AccountTeams | User ID
  TeamMemberRole picklist(40) | Team Role | Account Manager; Channel Manager; Executive Sponsor; Lead Qualifier; Pre-Sales Consultant; Sales Manager; Sales Rep
  AccountAccessLevel picklist(40) restricted | Account Access | None; Read; Edit; All
  OpportunityAccessLevel picklist(40) restricted | Opportunity Access | None; Read; Edit; All
  CaseAccessLevel picklist(40) restricted | Case Access | None; Read; Edit; All
  ContactAccessLevel picklist(40) restricted | Contact Access | None; Read; Edit; All
  Title string(80) readonly | Title
AccountContactRelation | Account Contact Relationship/Account Contact Relationship sharing=ControlledByParent noundelete
  AccountId reference(Account) required createonly child=AccountContactRelations cascade | Account ID
  ContactId reference(Contact) required createonly child=AccountContactRelations cascade | Contact ID
  Roles multipicklist(4099) | Roles | Business User; Decision Maker; Economic Buyer; Economic Decision Maker; Evaluator; Executive Sponsor; Influencer; Technical Buyer; Other
  IsDirect boolean readonly | Direct
  IsActive boolean default=true | Active
  StartDate date | Start Date
  EndDate date | End Date
AccountContactRole | Account Contact Role/Account Contact Role sharing=ControlledByParent noundelete
  AccountId reference(Account) required createonly child=AccountContactRoles cascade | Account ID
  ContactId reference(Contact) required createonly child=AccountContactRoles cascade | Contact ID
AccountShare | Account Share/Account Share
  AccountId reference(Account) required createonly child=Shares cascade | Account ID
  UserOrGroupId reference(Group,User) required createonly rel=UserOrGroup | User/Group ID
  AccountAccessLevel picklist(40) required restricted | Account Access | Read=Read Only; Edit=Read/Write; All=Owner
  OpportunityAccessLevel picklist(40) required restricted | Opportunity Access | None=Private; Read=Read Only; Edit=Read/Write
  CaseAccessLevel picklist(40) restricted | Case Access | None=Private; Read=Read Only; Edit=Read/Write
  ContactAccessLevel picklist(40) restricted | Contact Access | None=Private; Read=Read Only; Edit=Read/Write
  RowCause picklist(40) nillable createonly restricted default="Manual" | Row Cause | Owner; Manual=Manual Sharing; Rule=Sharing Rule; Team=Account Team
Campaign | Campaign/Campaigns sharing=FullAccess
  Name string(80) required name | Name
  RecordTypeId reference(RecordType) nogrant | Record Type ID
  ParentId reference(Campaign) child=ChildCampaigns | Parent Campaign ID
  Type picklist | Type | Conference; Webinar; Trade Show; Public Relations; Partners; Referral Program; Advertisement; Banner Ads; Direct Mail; Email; Telemarketing; Other
  Status picklist | Status | *Planned; In Progress; Completed; Aborted
  StartDate date | Start Date
  EndDate date | End Date
  ExpectedRevenue currency(18,2) | Expected Revenue
  BudgetedCost currency(18,2) | Budgeted Cost
  ActualCost currency(18,2) | Actual Cost
  ExpectedResponse percent(10,2) | Expected Response (%)
  NumberSent double(18,0) default=0 | Num Sent
  IsActive boolean | Active
  Description textarea(32000) | Description
  NumberOfLeads int calculated required | Leads in Campaign
  NumberOfConvertedLeads int calculated required | Converted Leads in Campaign
  NumberOfContacts int calculated required | Contacts in Campaign
  NumberOfResponses int calculated required | Responses in Campaign
  NumberOfOpportunities int calculated required | Opportunities in Campaign
  NumberOfWonOpportunities int calculated required | Won Opportunities in Campaign
  AmountAllOpportunities currency(18,2) calculated required | Value Opportunities in Campaign
  AmountWonOpportunities currency(18,2) calculated required | Value Won Opportunities in Campaign
  HierarchyNumberOfLeads int calculated | Leads in Hierarchy
  HierarchyNumberOfConvertedLeads int calculated | Converted Leads in Hierarchy
  HierarchyNumberOfContacts int calculated | Contacts in Hierarchy
  HierarchyNumberOfResponses int calculated | Responses in Hierarchy
  HierarchyNumberOfOpportunities int calculated | Opportunities in Hierarchy
  HierarchyNumberOfWonOpportunities int calculated | Won Opportunities in Hierarchy
  HierarchyAmountAllOpportunities currency(18,2) calculated | Value Opportunities in Hierarchy
  HierarchyAmountWonOpportunities currency(18,2) calculated | Value Won Opportunities in Hierarchy
  HierarchyNumberSent double(18,0) calculated | Num Sent in Hierarchy
  HierarchyExpectedRevenue currency(18,2) calculated | Expected Revenue in Hierarchy
  HierarchyBudgetedCost currency(18,2) calculated | Budgeted Cost in Hierarchy
  HierarchyActualCost currency(18,2) calculated | Actual Cost in Hierarchy
  OwnerId reference(User) required | Owner ID
  CampaignMemberRecordTypeId reference(RecordType) rel=CampaignMemberRecordType | Record Type ID
  LastActivityDate date readonly | Last Activity
CampaignMember | Campaign Member/Campaign Members sharing=ControlledByParent noundelete
  CampaignId reference(Campaign) required createonly nogrant child=CampaignMembers cascade | Campaign ID
  LeadId reference(Lead) createonly nogrant child=CampaignMembers cascade | Lead ID
  ContactId reference(Contact) createonly nogrant child=CampaignMembers cascade | Contact ID
  Status picklist(40) nogrant | Status | Planned; Received; Responded; Sent
  HasResponded boolean calculated nogrant | Responded
  FirstRespondedDate date readonly nogrant | First Responded Date
  RecordTypeId reference(RecordType) readonly nogrant | Record Type ID
  Salutation picklist(40) calculated nogrant | Salutation | ${SALUTATIONS}
  Name string(121) calculated name nogrant | Name
  FirstName string(40) calculated nogrant | First Name
  LastName string(80) calculated nogrant | Last Name
  Title string(128) calculated nogrant | Title
  Street textarea(255) calculated nogrant | Street
  City string(40) calculated nogrant | City
  State string(80) calculated nogrant | State/Province
  PostalCode string(20) calculated nogrant | Zip/Postal Code
  Country string(80) calculated nogrant | Country
  Email email(80) calculated nogrant | Email
  Phone phone(40) calculated nogrant | Phone
  Fax phone(40) calculated nogrant | Fax
  MobilePhone phone(40) calculated nogrant | Mobile
  Description textarea(32000) calculated nogrant | Description
  DoNotCall boolean calculated nogrant | Do Not Call
  HasOptedOutOfEmail boolean calculated nogrant | Email Opt Out
  HasOptedOutOfFax boolean calculated nogrant | Fax Opt Out
  LeadSource picklist calculated nogrant | Lead Source | ${LEAD_SOURCES}
  CompanyOrAccount string(255) calculated nogrant | Company (Account)
  Type picklist(40) calculated nogrant | Type | Lead; Contact
  LeadOrContactId reference(Contact,Lead) calculated nogrant rel=LeadOrContact | Related Record ID
  LeadOrContactOwnerId reference(Group,User) calculated nogrant rel=LeadOrContactOwner | Related Record Owner ID
CampaignMemberStatus | Campaign Member Status/Campaign Member Statuses sharing=ControlledByParent notrigger
  CampaignId reference(Campaign) required createonly nogrant child=CampaignMemberStatuses cascade | Campaign ID
  Label string(765) required name nogrant | Label
  SortOrder int nogrant | Sort Order
  IsDefault boolean nogrant | Is Default
  HasResponded boolean nogrant | Responded
CampaignShare | Campaign Share/Campaign Share
  CampaignId reference(Campaign) required createonly child=Shares cascade | Campaign ID
  UserOrGroupId reference(Group,User) required createonly rel=UserOrGroup | User/Group ID
  CampaignAccessLevel picklist(40) required restricted | Campaign Access | Read=Read Only; Edit=Read/Write; All=Full Access
  RowCause picklist(40) nillable createonly restricted default="Manual" | Row Cause | Owner; Manual=Manual Sharing; Rule=Sharing Rule
CampaignInfluence | Campaign Influence/Campaign Influence sharing=ControlledByParent notrigger
  OpportunityId reference(Opportunity) required createonly child=CampaignInfluences cascade | Opportunity ID
  CampaignId reference(Campaign) required createonly child=CampaignInfluences cascade | Campaign ID
  ContactId reference(Contact) | Contact ID
  ModelId reference(CampaignInfluenceModel) createonly rel=Model | Campaign Influence Model ID
  Influence percent(5,2) | Influence
  RevenueShare currency(18,2) calculated | Revenue Share
CampaignInfluenceModel | Campaign Influence Model/Campaign Influence Models setup
Individual | Individual/Individuals sharing=Read
  LastName string(80) required | Last Name
  FirstName string(40) | First Name
  Salutation picklist(40) | Salutation | ${SALUTATIONS}
  Name string(121) calculated required name | Full Name
Partner | Partner/Partners readonly notrigger
`;
