/** Users, profiles, permission sets and groups. */
export const users = `
User | User/Users sharing=Read nodelete noundelete
  Username string(80) required unique | Username
  LastName string(80) required | Last Name
  FirstName string(40) | First Name
  Name string(121) calculated required name | Full Name
  CompanyName string(80) | Company Name
  Division string(80) | Division
  Department string(80) | Department
  Title string(80) | Title
  Email email(128) required | Email
  Phone phone(40) | Phone
  MobilePhone phone(40) | Cell
  Alias string(8) required | Alias
  CommunityNickname string(40) required unique | Nickname
  IsActive boolean default=true | Active
  TimeZoneSidKey picklist(40) required | Time Zone
  LocaleSidKey picklist(40) required | Locale
  LanguageLocaleKey picklist(40) required | Language
  EmailEncodingKey picklist(40) required | Email Encoding
  UserRoleId reference(UserRole) | Role ID
  ProfileId reference(Profile) required | Profile ID
  UserType picklist(40) restricted readonly | User Type | *Standard; PowerPartner=Partner; PowerCustomerSuccess=Customer Portal Manager; CustomerSuccess=Customer Portal User; Guest; CspLitePortal=High Volume Portal; CSNOnly=CSN Only; SelfService=Self Service; AutomatedProcess=Automated Process
  EmployeeNumber string(20) | Employee Number
  ManagerId reference(User) child=ManagedUsers rel=Manager | Manager ID
  DelegatedApproverId reference(Group,User) rel=DelegatedApprover | Delegated Approver ID
  LastLoginDate datetime readonly | Last Login
  FederationIdentifier string(512) | SAML Federation ID
  AboutMe textarea(1000) | About Me
  ContactId reference(Contact) | Contact ID
  AccountId reference(Account) readonly | Account ID
  UserPermissionsMarketingUser boolean | Marketing User
  FullPhotoUrl url(1024) readonly | Url for full-sized Photo
  SmallPhotoUrl url(1024) readonly | Photo
  MediumPhotoUrl url(1024) readonly | Url for medium profile photo
UserRole | Role/Role notrigger noundelete
  Name string(80) required name | Name
  DeveloperName string(80) required | Developer Name
  ParentRoleId reference(UserRole) rel=ParentRole | Parent Role ID
Profile | Profile/Profile setup
  Name string(255) required name | Name
  UserType picklist(40) restricted readonly | User Type | Standard; Guest; CSNOnly=CSN Only; PowerPartner=Partner; CspLitePortal=High Volume Portal
PermissionSet | Permission Set/Permission Sets notrigger noundelete
  Name string(80) required unique name | Permission Set Name
  Label string(80) required | Permission Set Label
  Type picklist(40) restricted readonly | Permission Set Type | *Regular=Standard; Standard=Permission Set License; Session; Profile; Group
  IsOwnedByProfile boolean readonly | Is Owned By Profile
  IsCustom boolean readonly | Is Custom
  LicenseId reference(PermissionSetLicense,UserLicense) createonly | License ID
  ProfileId reference(Profile) readonly rel=Profile | Profile ID
PermissionSetAssignment | Permission Set Assignment/Permission Set Assignments noupdate notrigger noundelete
  PermissionSetId reference(PermissionSet) createonly child=Assignments cascade | PermissionSet ID
  PermissionSetGroupId reference(PermissionSetGroup) createonly child=Assignments | Permission Set Group ID
  AssigneeId reference(User) required createonly child=PermissionSetAssignments rel=Assignee | Assignee ID
PermissionSetGroup | Permission Set Group/Permission Set Groups notrigger noundelete
  DeveloperName string(80) required name | API Name
  MasterLabel string(80) required | Name
PermissionSetGroupComponent | Permission Set Group Component/Permission Set Group Components notrigger noundelete
  PermissionSetGroupId reference(PermissionSetGroup) required createonly child=PermissionSetGroupComponents cascade | Permission Set Group ID
  PermissionSetId reference(PermissionSet) required createonly | Permission Set ID
ObjectPermissions | Object Permissions/Object Permissions notrigger noundelete
  ParentId reference(PermissionSet) required createonly child=ObjectPerms cascade rel=Parent | Parent ID
  SobjectType picklist(40) required createonly | Sobject Type Name
FieldPermissions | Field Permissions/Field Permissions notrigger noundelete
  ParentId reference(PermissionSet) required createonly child=FieldPerms cascade rel=Parent | Parent ID
  SobjectType picklist(40) required createonly | Sobject Type Name
  Field picklist(255) required createonly | Field Name
SetupEntityAccess | Setup Entity Access/Setup Entity Access noupdate notrigger noundelete
  ParentId reference(PermissionSet) required createonly child=SetupEntityAccessItems cascade rel=Parent | Parent ID
  SetupEntityId _ required createonly | Setup Entity ID
  SetupEntityType picklist(40) readonly | Setup Entity Type
CustomPermission | Custom Permission/Custom Permissions setup
  DeveloperName string(80) required name | Custom Permission Name
Group | Group/Group notrigger noundelete
  Name string(40) required name | Name
  DeveloperName string(80) | Developer Name
  Type picklist(40) required restricted createonly | Type | *Regular=Public Group; Role; RoleAndSubordinates; Organization; Queue; Territory; Manager; RoleAndSubordinatesInternal
GroupMember | Group Member/Group Member noupdate notrigger noundelete
  GroupId reference(Group) required createonly child=GroupMembers cascade | Group ID
  UserOrGroupId _ required createonly | User/Group ID
QueueSobject | Queue Sobject/Queue Sobject noupdate notrigger noundelete
  QueueId reference(Group) required createonly child=QueueSobjects cascade rel=Queue | Group ID
  SobjectType picklist(40) required createonly | Sobject Type
Organization | Organization/Organization notrigger nocreate nodelete noundelete
  Name string(80) required name | Name
UserLicense | User License/User License setup
  Name string(40) required name | Name
UserRecordAccess | User Record Access/User Record Access setup sharing=FullAccess
UserEntityAccess | User Entity Access/User Entity Access setup noquery
UserFieldAccess | User Field Access/User Field Access setup noquery
Network | Network/Networks setup
  Name string(128) required name | Name
NetworkMember | Network Member/Network Members setup
LoginHistory | Login History/Login History setup
Name | Name/Names setup
`;
