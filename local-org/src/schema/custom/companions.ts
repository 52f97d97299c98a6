import { makeField, systemFields } from '../fieldDefaults.js';
import type { FieldInfo, ObjectKind } from '../model.js';
import { ObjectDraft } from '../objectDraft.js';

const READ_ONLY = { createable: false, updateable: false, permissionable: false };

function companion(main: ObjectDraft, suffix: string, kind: ObjectKind, label: string): ObjectDraft {
  const draft = new ObjectDraft(main.name.replace(/__c$/, `__${suffix}`));
  draft.label = `${label}: ${main.label}`;
  draft.labelPlural = draft.label;
  draft.kind = kind;
  draft.custom = true;
  draft.sharingModel = 'ControlledByParent';
  draft.undeletable = false;
  return draft;
}

function parentField(main: ObjectDraft, changes: Partial<FieldInfo> = {}): FieldInfo {
  return makeField('ParentId', 'reference', {
    label: 'Parent ID',
    nillable: false,
    updateable: false,
    permissionable: false,
    referenceTo: [main.name],
    relationshipName: 'Parent',
    cascadeDelete: true,
    ...changes
  });
}

/** `Thing__Share`: manual and rule-based grants on the object's records (object reference, "StandardObjectNameShare"). */
export function shareObject(main: ObjectDraft): ObjectDraft {
  const draft = companion(main, 'Share', 'share', 'Share');
  draft.triggerable = false;
  for (const field of systemFields(draft.label).filter((each) => !/^(created|systemmod)/i.test(each.name))) draft.add(field);
  draft.add(parentField(main));
  draft.add(
    makeField('AccessLevel', 'picklist', {
      label: 'Access Level',
      nillable: false,
      restrictedPicklist: true,
      picklist: ['Read', 'Edit', 'All'].map((value) => ({ value, label: value, isDefault: false, active: true }))
    })
  );
  draft.add(
    makeField('UserOrGroupId', 'reference', {
      label: 'User/Group ID',
      nillable: false,
      updateable: false,
      referenceTo: ['Group', 'User'],
      relationshipName: 'UserOrGroup'
    })
  );
  draft.add(makeField('RowCause', 'picklist', { label: 'Row Cause', length: 40, updateable: false, defaultValueFormula: '"Manual"' }));
  main.addChild({ name: 'Shares', childObject: draft.name, field: 'ParentId', cascadeDelete: true });
  return draft;
}

/** `Thing__History`: tracked field changes. */
export function historyObject(main: ObjectDraft): ObjectDraft {
  const draft = companion(main, 'History', 'history', 'History');
  draft.createable = draft.updateable = draft.triggerable = false;
  for (const field of systemFields(draft.label).filter((each) => !/^(lastmod|systemmod)/i.test(each.name))) draft.add(field);
  draft.add(parentField(main, { createable: false }));
  draft.add(makeField('Field', 'picklist', { ...READ_ONLY, label: 'Changed Field', nillable: false }));
  draft.add(makeField('DataType', 'picklist', { ...READ_ONLY, label: 'Datatype' }));
  draft.add(makeField('OldValue', 'anyType', { ...READ_ONLY, label: 'Old Value' }));
  draft.add(makeField('NewValue', 'anyType', { ...READ_ONLY, label: 'New Value' }));
  main.addChild({ name: 'Histories', childObject: draft.name, field: 'ParentId', cascadeDelete: true });
  return draft;
}

/** `Thing__Feed`: chatter posts on the object's records. */
export function feedObject(main: ObjectDraft, accountFeed: ObjectDraft): ObjectDraft {
  const draft = companion(main, 'Feed', 'standard', 'Feed');
  draft.createable = draft.updateable = draft.triggerable = false;
  for (const field of accountFeed.fields.values()) draft.add(field.name === 'ParentId' ? parentField(main, { createable: false }) : field);
  main.addChild({ name: 'Feeds', childObject: draft.name, field: 'ParentId', cascadeDelete: true });
  return draft;
}

/** `Thing__ChangeEvent`: what Change Data Capture publishes (Change Data Capture Developer Guide). */
export function changeEventObject(main: ObjectDraft): ObjectDraft {
  const draft = companion(main, 'ChangeEvent', 'changeEvent', 'Change Event');
  draft.createable = draft.updateable = draft.deletable = draft.queryable = false;
  draft.add(makeField('Id', 'id', { ...READ_ONLY, nillable: false }));
  draft.add(makeField('ReplayId', 'string', { ...READ_ONLY, label: 'Replay ID' }));
  draft.add(makeField('ChangeEventHeader', 'anyType', { ...READ_ONLY, label: 'Change Event Header' }));
  for (const field of main.fields.values()) {
    if (field.formula || field.summary || ['Id', 'IsDeleted', 'SystemModstamp'].includes(field.name)) continue;
    draft.add({
      ...field,
      ...READ_ONLY,
      nillable: true,
      unique: false,
      defaultValueFormula: null,
      masterDetail: false,
      cascadeDelete: false
    });
  }
  return draft;
}

/** Relationships that every custom object has to the standard objects for notes, files and, where allowed, activities. */
export function addStandardChildren(main: ObjectDraft, activities: boolean): void {
  const children = [
    ['Attachments', 'Attachment', 'ParentId'],
    ['Notes', 'Note', 'ParentId'],
    ['NotesAndAttachments', 'NoteAndAttachment', 'ParentId'],
    ['AttachedContentDocuments', 'AttachedContentDocument', 'LinkedEntityId'],
    ['CombinedAttachments', 'CombinedAttachment', 'ParentId'],
    ['ContentDocumentLinks', 'ContentDocumentLink', 'LinkedEntityId'],
    ['TopicAssignments', 'TopicAssignment', 'EntityId'],
    ['FeedSubscriptionsForEntity', 'EntitySubscription', 'ParentId'],
    ['ProcessInstances', 'ProcessInstance', 'TargetObjectId'],
    ['ProcessSteps', 'ProcessInstanceHistory', 'TargetObjectId'],
    ['DuplicateRecordItems', 'DuplicateRecordItem', 'RecordId'],
    ...(activities
      ? [
          ['Tasks', 'Task', 'WhatId'],
          ['Events', 'Event', 'WhatId'],
          ['OpenActivities', 'OpenActivity', 'WhatId'],
          ['ActivityHistories', 'ActivityHistory', 'WhatId']
        ]
      : [])
  ] as const;
  for (const [name, childObject, field] of children)
    main.addChild({ name: name, childObject: childObject, field: field, cascadeDelete: true });
}
