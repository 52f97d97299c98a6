import type { Org, RunningUser } from '../../org/contracts.js';
import { isFilterable, isSortable, type FieldInfo, type FieldType, type ObjectInfo } from '../../schema/index.js';
import { nameField } from '../../web/index.js';
import { ApiError } from '../errors.js';
import { readableObject } from '../page/lists.js';

/** The record type of objects without record types. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

const DATA_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'Reference',
  textarea: 'TextArea',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  datetime: 'DateTime',
  encryptedstring: 'EncryptedString',
  anyType: 'AnyType'
};

/** `getObjectInfo` of the UI API, with what the user may do. */
export function objectInfo(org: Org, user: RunningUser, name: string): unknown {
  const object = readableObject(org, user, name);
  const types = object.recordTypes.length > 0 ? object.recordTypes.filter((type) => type.active || type.master) : [];
  const master = {
    available: true,
    defaultRecordTypeMapping: types.every((type) => type.master),
    master: true,
    name: 'Master',
    recordTypeId: MASTER_RECORD_TYPE
  };
  const infos = types
    .filter((type) => !type.master)
    .map((type, index) => ({
      available: true,
      defaultRecordTypeMapping: index === 0,
      master: false,
      name: type.label,
      recordTypeId: type.id
    }));
  const readable = [...object.fields.values()].filter((field) => org.access.canReadField(user, object, field.name));
  return {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: object.children
      .filter((child) => child.name !== null)
      .map((child) => ({
        childObjectApiName: child.childObject,
        fieldName: child.field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: child.name
      })),
    compactLayoutable: true,
    createable: object.createable && org.access.canObject(user, object, 'create'),
    custom: object.custom,
    defaultRecordTypeId: infos[0]?.recordTypeId ?? MASTER_RECORD_TYPE,
    deletable: object.deletable && org.access.canObject(user, object, 'delete'),
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(readable.map((field) => [field.name, fieldInfo(org, user, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: false,
    nameFields: [nameField(object)],
    queryable: object.queryable,
    recordTypeInfos: Object.fromEntries([...infos, master].map((info) => [info.recordTypeId, info])),
    searchable: true,
    updateable: object.updateable && org.access.canObject(user, object, 'edit')
  };
}

function fieldInfo(org: Org, user: RunningUser, object: ObjectInfo, field: FieldInfo): unknown {
  const canEdit = org.access.canEditField(user, object, field.name);
  return {
    apiName: field.name,
    calculated: field.calculated,
    compound: field.type === 'address' || field.type === 'location',
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: field.dependentOn,
    controllingFields: field.dependentOn ? [field.dependentOn] : [],
    createable: field.createable && canEdit,
    custom: field.custom,
    dataType: DATA_TYPES[field.type] ?? field.type.charAt(0).toUpperCase() + field.type.slice(1),
    extraTypeInfo: null,
    filterable: isFilterable(field),
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    nameField: field.nameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((target) => {
      const info = org.schema.object(target);
      return { apiName: target, nameFields: info ? [nameField(info)] : ['Name'] };
    }),
    relationshipName: field.relationshipName,
    required: !field.nillable && field.type !== 'boolean',
    scale: field.scale,
    searchPrefilterable: field.type === 'reference',
    sortable: isSortable(field),
    unique: field.unique,
    updateable: field.updateable && canEdit
  };
}

/** `getPicklistValues`: active values in order. Values by record type are not in the source tree's fields, so every record type has all. */
export function picklistValues(org: Org, user: RunningUser, objectName: string, fieldName: string): unknown {
  const object = readableObject(org, user, objectName);
  const field = object.field(fieldName);
  if (!field?.picklist || !org.access.canReadField(user, object, field.name))
    throw new ApiError(400, 'INVALID_FIELD', `${fieldName} is not a picklist field of ${object.name} that you can read.`);
  return picklist(field);
}

export function allPicklistValues(org: Org, user: RunningUser, objectName: string): unknown {
  const object = readableObject(org, user, objectName);
  const fields = [...object.fields.values()].filter((field) => field.picklist && org.access.canReadField(user, object, field.name));
  return { picklistFieldValues: Object.fromEntries(fields.map((field) => [field.name, picklist(field)])) };
}

function picklist(field: FieldInfo): unknown {
  const values = field
    .picklist!.filter((value) => value.active)
    .map(({ value, label }) => ({ attributes: null, label, validFor: [], value }));
  const preset = field.picklist!.find((value) => value.isDefault && value.active);
  return { controllerValues: {}, defaultValue: values.find((value) => value.value === preset?.value) ?? null, values };
}
