/** Files, attachments, notes, documents and chatter. */
export const files = `
Attachment | Attachment/Attachments sharing=ControlledByParent
  ParentId _ required createonly | Parent ID
  Name string(255) required name | File Name
  Body base64 required | Body
  BodyLength int calculated | Body Length
  ContentType string(120) | Content Type
  Description textarea(500) | Description
  IsPrivate boolean | Private
  OwnerId reference(Group,User) required | Owner ID
Note | Note/Notes sharing=ControlledByParent
  ParentId _ required createonly | Parent ID
  Title string(80) required name | Title
  Body textarea(32000) | Body
  IsPrivate boolean | Private
  OwnerId reference(User) required | Owner ID
Document | Document/Documents notrigger noundelete
  Name string(255) required name | Document Name
  DeveloperName string(80) required unique | Document Unique Name
  FolderId reference(Folder,User) required | Folder ID
  Body base64 | Body
  BodyLength int calculated | Body Length
  Type string(40) | File Extension
  ContentType string(120) | MIME Type
  IsPublic boolean | Externally Available
  IsInternalUseOnly boolean | Internal Use Only
Folder | Folder/Folders notrigger noundelete
  Name string(40) required name | Name
  DeveloperName string(80) | Folder Unique Name
  AccessType picklist(40) required restricted | Access Type | Shared; Public; Hidden; PublicInternal
  Type picklist(40) required restricted createonly | Type | Document; Email; Report; Dashboard; EmailTemplate; QuickText; Macro
ContentDocument | Content Document/Content Documents sharing=ControlledByParent nocreate
  Title string(255) required name | Title
  OwnerId reference(User) required | Owner ID
  LatestPublishedVersionId reference(ContentVersion) readonly rel=LatestPublishedVersion | Latest Published Version ID
  FileType string(20) readonly | File Type
  FileExtension string(40) readonly | File Extension
  ContentSize int readonly | Size
  PublishStatus picklist(40) restricted readonly | Publish Status | P=Public; R=Personal Library; U=Upload Interrupted
  IsArchived boolean readonly | Is Archived
ContentVersion | Content Version/Content Versions sharing=ControlledByParent
  ContentDocumentId reference(ContentDocument) createonly child=ContentVersions cascade | ContentDocument ID
  Title string(255) required name | Title
  PathOnClient string(500) required createonly | Path On Client
  VersionData base64 | Version Data
  VersionNumber string(20) readonly | Version Number
  IsLatest boolean readonly | Is Latest
  FileType string(20) readonly | File Type
  FileExtension string(40) readonly | File Extension
  ContentSize int readonly | Size
  Checksum string(50) readonly | Checksum
  ContentUrl url(1333) | Content URL
  Origin picklist(40) required restricted createonly | Content Origin | *C=Content; H=Chatter
  ContentLocation picklist(40) required restricted createonly | Content Location | *S=Salesforce; E=External; L=Social Customer Service
  FirstPublishLocationId _ createonly | First Publish Location ID
  ReasonForChange string(1000) createonly | Reason For Change
  PublishStatus picklist(40) restricted readonly | Publish Status | P=Public; R=Personal Library; U=Upload Interrupted
  OwnerId reference(User) required | Owner ID
  IsMajorVersion boolean | Is Major Version
  TextPreview string(255) readonly | Text Preview
ContentDocumentLink | Content Document Link/Content Document Link sharing=ControlledByParent noundelete
  ContentDocumentId reference(ContentDocument) required createonly child=ContentDocumentLinks cascade | ContentDocument ID
  LinkedEntityId _ required createonly | Linked Entity ID
  ShareType picklist(40) restricted | Share Type | V=Viewer; C=Collaborator; I=Inferred
  Visibility picklist(40) restricted | Visibility | AllUsers=All Users; InternalUsers=Standard Users; SharedUsers=Shared Users
ContentDistribution | Content Delivery/Content Deliveries
  Name string(100) required name | Content Delivery Name
  ContentVersionId reference(ContentVersion) required createonly | ContentVersion ID
  ContentDocumentId reference(ContentDocument) readonly | ContentDocument ID
ContentWorkspace | Library/Libraries notrigger
  Name string(255) required name | Name
FeedItem | Feed Item/Feed Items sharing=ControlledByParent noundelete
  ParentId _ required createonly | Parent ID
  Type picklist(40) restricted createonly | Feed Item Type | *TextPost; LinkPost; ContentPost; PollPost; TrackedChange; UserStatus; CreateRecordEvent; AdvancedTextPost; QuestionPost
  Body textarea(10000) | Body
  Title string(255) | Title
  LinkUrl url(1000) createonly | Link Url
  LikeCount int calculated | Like Count
  CommentCount int calculated | Comment Count
  InsertedById reference(User) readonly rel=InsertedBy | InsertedBy ID
FeedComment | Feed Comment/Feed Comments sharing=ControlledByParent noundelete
  FeedItemId reference(FeedItem) required createonly child=FeedComments cascade | Feed Item ID
  ParentId _ readonly | Parent ID
  CommentBody textarea(10000) required | Comment Body
Topic | Topic/Topics
  Name string(100) required createonly name | Name
TopicAssignment | Topic Assignment/Topic Assignments noupdate noundelete
  TopicId reference(Topic) required createonly child=TopicAssignments cascade | Topic ID
  EntityId _ required createonly | Entity ID
EntitySubscription | Entity Subscription/Entity Subscriptions noupdate notrigger noundelete
  ParentId _ required createonly | Entity ID
  SubscriberId reference(User) required createonly | Subscriber ID
CollaborationGroup | Group/Groups
  Name string(40) required name | Name
  CollaborationType picklist(40) required restricted | Access Type | Public; Private; Unlisted
  OwnerId reference(User) required | Owner ID
CollaborationGroupMember | Group Member/Group Members
  CollaborationGroupId reference(CollaborationGroup) required createonly child=GroupMembers cascade | CollaborationGroup ID
  MemberId reference(User) required createonly child=GroupMemberships | Member ID
`;
