/** References that may point to several objects (object reference, "Polymorphic relationships"). The project's objects are added later. */
const PEOPLE = ['Contact', 'Lead'];
const ACTIVITY_PARENTS = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contract',
  'Entitlement',
  'Location',
  'Opportunity',
  'Order',
  'Product2',
  'Quote',
  'ServiceAppointment',
  'ServiceContract',
  'Solution',
  'WorkOrder',
  'WorkOrderLineItem'
];
const FILE_PARENTS = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'CollaborationGroup',
  'Contact',
  'ContentWorkspace',
  'Contract',
  'EmailMessage',
  'EmailTemplate',
  'Event',
  'FeedItem',
  'Lead',
  'Opportunity',
  'Order',
  'Organization',
  'Product2',
  'Quote',
  'ServiceContract',
  'Solution',
  'Task',
  'Topic',
  'User',
  'WorkOrder'
];
const NOTE_PARENTS = [
  'Account',
  'Asset',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'EmailMessage',
  'EmailTemplate',
  'Event',
  'Lead',
  'Opportunity',
  'Order',
  'Product2',
  'Solution',
  'Task'
];
const OWNERS = ['Group', 'User'];

const BY_FIELD: Readonly<Record<string, readonly string[]>> = {
  OwnerId: OWNERS,
  UserOrGroupId: OWNERS,
  WhoId: PEOPLE,
  WhatId: ACTIVITY_PARENTS,
  LinkedEntityId: FILE_PARENTS,
  ParentId: FILE_PARENTS,
  EntityId: FILE_PARENTS,
  TargetObjectId: ACTIVITY_PARENTS,
  RelatedToId: ACTIVITY_PARENTS,
  RecordId: FILE_PARENTS,
  ActorId: OWNERS,
  OriginalActorId: OWNERS,
  LeadOrContactId: PEOPLE,
  LeadOrContactOwnerId: OWNERS,
  FirstPublishLocationId: FILE_PARENTS,
  DelegatedApproverId: OWNERS,
  SubscriberId: ['User'],
  RelationId: ['Account', 'Contact', 'Lead', 'User', ...ACTIVITY_PARENTS.filter((name) => name !== 'Account')]
};

/** By object and field, where the field's name means something else there. */
const BY_OBJECT: Readonly<Record<string, readonly string[]>> = {
  'Attachment.ParentId': NOTE_PARENTS,
  'Note.ParentId': NOTE_PARENTS,
  'Event.OwnerId': ['Calendar', 'User'],
  'GroupMember.UserOrGroupId': OWNERS,
  'Group.OwnerId': ['Organization', 'User'],
  'Group.RelatedId': ['UserRole', 'User', 'Organization'],
  'SetupEntityAccess.SetupEntityId': ['ApexClass', 'ApexPage', 'CustomPermission', 'ConnectedApplication'],
  'PermissionSetAssignment.PermissionSetGroupId': ['PermissionSetGroup'],
  'EmailMessageRelation.RelationId': ['Contact', 'Lead', 'User'],
  'Vote.ParentId': ['Idea', 'Solution'],
  'Folder.ParentId': ['Folder'],
  'EmailTemplate.FolderId': ['Folder', 'Organization'],
  'Document.FolderId': ['Folder', 'User'],
  'TopicAssignment.EntityId': FILE_PARENTS
};

export function polymorphicTargets(object: string, field: string): readonly string[] {
  return BY_OBJECT[`${object}.${field}`] ?? BY_FIELD[field] ?? [];
}

/** References that reach any custom object that allows activities, files or notes. */
export const OPEN_REFERENCES: ReadonlySet<string> = new Set([
  'Task.WhatId',
  'Event.WhatId',
  'OpenActivity.WhatId',
  'ActivityHistory.WhatId',
  'Attachment.ParentId',
  'Note.ParentId',
  'NoteAndAttachment.ParentId',
  'ContentDocumentLink.LinkedEntityId',
  'ContentVersion.FirstPublishLocationId',
  'FeedItem.ParentId',
  'EntitySubscription.ParentId',
  'TopicAssignment.EntityId',
  'ProcessInstance.TargetObjectId',
  'ProcessInstanceWorkitem.TargetObjectId',
  'DuplicateRecordItem.RecordId',
  'EmailMessage.RelatedToId',
  'AttachedContentDocument.LinkedEntityId',
  'CombinedAttachment.ParentId',
  'UserRecordAccess.RecordId',
  'RecentlyViewed.Id'
]);
