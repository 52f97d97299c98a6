import type { ObjectSource } from '../../metadata/index.js';
import { labelOf, makeField, systemFields } from '../fieldDefaults.js';
import type { FieldInfo, SharingModel } from '../model.js';
import { ObjectDraft } from '../objectDraft.js';

const READ_ONLY = { createable: false, updateable: false, permissionable: false };

export function isCustomName(name: string): boolean {
  return /__(c|mdt|e|b|x|kav)$/i.test(name);
}

/** A custom object, setting, metadata type or platform event without its custom fields. */
export function customObject(source: ObjectSource): ObjectDraft {
  const { name, definition } = source;
  const draft = new ObjectDraft(name);
  draft.custom = true;
  draft.kind = 'custom';
  draft.label = definition?.text('label') ?? labelOf(name);
  draft.labelPlural = definition?.text('pluralLabel') ?? draft.label;
  const setting = definition?.text('customSettingsType');
  if (/__mdt$/i.test(name)) customMetadataType(draft);
  else if (/__e$/i.test(name)) platformEvent(draft);
  else if (setting) customSetting(draft, setting);
  else plainObject(draft, source);
  return draft;
}

function plainObject(draft: ObjectDraft, source: ObjectSource): void {
  const detail = source.fields.some((field) => field.element.text('type') === 'MasterDetail');
  for (const field of systemFields(draft.label, { owner: !detail })) draft.add(field);
  draft.add(nameField(source));
  draft.sharingModel = detail ? 'ControlledByParent' : sharingModel(source.definition?.text('sharingModel') ?? 'ReadWrite');
  if (source.definition?.flag('enableActivities'))
    draft.add(makeField('LastActivityDate', 'date', { ...READ_ONLY, label: 'Last Activity Date' }));
  draft.add(makeField('LastViewedDate', 'datetime', { ...READ_ONLY, label: 'Last Viewed Date' }));
  draft.add(makeField('LastReferencedDate', 'datetime', { ...READ_ONLY, label: 'Last Referenced Date' }));
}

/** A text name that is left empty becomes the record's id on save, so it may be null on creation. */
function nameField(source: ObjectSource): FieldInfo {
  const element = source.definition?.first('nameField') ?? null;
  const autoNumber = element?.text('type') === 'AutoNumber' ? (element.text('displayFormat') ?? '{0}') : null;
  return makeField('Name', 'string', {
    label: element?.text('label') ?? 'Name',
    length: 80,
    nameField: true,
    permissionable: false,
    autoNumber,
    nillable: autoNumber === null,
    createable: autoNumber === null,
    updateable: autoNumber === null
  });
}

export function sharingModel(text: string): SharingModel {
  const models: Readonly<Record<string, SharingModel>> = {
    Private: 'Private',
    Read: 'Read',
    ReadSelect: 'Read',
    ReadWrite: 'ReadWrite',
    ReadWriteTransfer: 'ReadWrite',
    FullAccess: 'FullAccess',
    ControlledByParent: 'ControlledByParent',
    ControlledByCampaign: 'ControlledByParent',
    ControlledByLeadOrContact: 'ControlledByParent'
  };
  return models[text] ?? 'ReadWrite';
}

function customSetting(draft: ObjectDraft, type: string): void {
  draft.kind = type === 'Hierarchy' ? 'hierarchySetting' : 'listSetting';
  draft.triggerable = false;
  draft.undeletable = false;
  for (const field of systemFields(draft.label)) draft.add(field);
  draft.add(
    makeField('Name', 'string', {
      label: 'Name',
      length: 80,
      nameField: true,
      permissionable: false,
      nillable: draft.kind === 'hierarchySetting'
    })
  );
  draft.add(
    makeField('SetupOwnerId', 'reference', {
      label: 'Location',
      updateable: false,
      nillable: true,
      permissionable: false,
      referenceTo: ['Organization', 'Profile', 'User'],
      relationshipName: 'SetupOwner'
    })
  );
}

function customMetadataType(draft: ObjectDraft): void {
  draft.kind = 'customMetadata';
  draft.createable = draft.updateable = draft.deletable = draft.triggerable = draft.undeletable = false;
  draft.add(makeField('Id', 'id', { ...READ_ONLY, label: 'Custom Metadata Record ID', nillable: false }));
  const text = (name: string, label: string, length: number, changes: Partial<FieldInfo> = {}): void =>
    draft.add(makeField(name, 'string', { ...READ_ONLY, label, length, ...changes }));
  text('DeveloperName', 'Custom Metadata Record Name', 40, { nillable: false, nameField: true });
  text('MasterLabel', 'Label', 40, { nillable: false });
  text('Language', 'Master Language', 40);
  text('NamespacePrefix', 'Namespace Prefix', 15);
  text('Label', 'Label', 40);
  text('QualifiedApiName', 'Qualified API Name', 80, { nillable: false });
  draft.add(makeField('SystemModstamp', 'datetime', { ...READ_ONLY, label: 'System Modstamp', nillable: false }));
}

function platformEvent(draft: ObjectDraft): void {
  draft.kind = 'platformEvent';
  draft.updateable = draft.deletable = draft.queryable = draft.undeletable = false;
  draft.add(makeField('Id', 'id', { ...READ_ONLY, nillable: true }));
  draft.add(makeField('ReplayId', 'string', { ...READ_ONLY, label: 'Replay ID', length: 1000 }));
  draft.add(makeField('EventUuid', 'string', { ...READ_ONLY, label: 'Event UUID', length: 36 }));
  draft.add(makeField('CreatedDate', 'datetime', { label: 'Created Date', nillable: false, updateable: false, permissionable: false }));
  draft.add(
    makeField('CreatedById', 'reference', {
      label: 'Created By ID',
      nillable: false,
      updateable: false,
      permissionable: false,
      referenceTo: ['User'],
      relationshipName: 'CreatedBy'
    })
  );
}
