import { tx } from '../org/transaction.js';
import type { ObjectInfo } from '../schema/model.js';
import { ApexMap, builtinType, raise, SObject, Types, unsupported, type ApexEnum, type ApexList } from '../values/index.js';
import { builtin } from './declare.js';
import { enumConstant } from './enums.js';
import { DescribeMap, listOf } from './schemaLists.js';
import {
  ChildRelationshipDescribe,
  describeObject,
  fieldToken,
  FieldSetToken,
  RecordTypeDescribe,
  sobjectTypeToken,
  type SObjectDescribe,
  type SObjectFieldMap,
  type SObjectFieldSetMap,
  type SObjectTypeToken
} from './schemaTokens.js';

function newSObject(self: SObjectTypeToken, recordTypeId: string | null, withDefaults: boolean | null): SObject {
  const record = new SObject(self.info);
  if (recordTypeId !== null) record.values.set('RecordTypeId', recordTypeId);
  if (withDefaults) applyDefaults(self.info, record);
  return record;
}

/** `newSObject(recordTypeId, true)` fills in default values: of picklists, checkboxes and literal defaults. */
function applyDefaults(info: ObjectInfo, record: SObject): void {
  for (const field of info.fields.values()) {
    if (!field.createable || field.calculated) continue;
    const chosen = field.picklist?.find((entry) => entry.isDefault && entry.active);
    if (field.type === 'boolean') record.values.set(field.name, field.defaultValueFormula?.toLowerCase() === 'true');
    else if (chosen) record.values.set(field.name, chosen.value);
    else if (field.defaultValueFormula) unsupported(`SObjectType.newSObject with the default formula of ${info.name}.${field.name}`);
  }
}

function canUse(info: ObjectInfo, right: 'create' | 'read' | 'edit' | 'delete'): boolean {
  const { org, user } = tx();
  return org.access.canObject(user, info, right);
}

function fieldMap(info: ObjectInfo): DescribeMap<unknown> {
  const entries = [...info.fields.values()].map((field) => [field.name, fieldToken(info, field)] as const);
  return new DescribeMap('Schema.SObjectField', entries);
}

function recordTypes(info: ObjectInfo): RecordTypeDescribe[] {
  return info.recordTypes.map((recordType) => new RecordTypeDescribe(info, recordType));
}

function childRelationships(info: ObjectInfo): ApexList {
  const { schema } = tx().org;
  const described = info.children.flatMap((relationship) => {
    const child = schema.object(relationship.childObject);
    return child ? [new ChildRelationshipDescribe(relationship, child)] : [];
  });
  return listOf('Schema.ChildRelationship', described);
}

/** The main object that a share, history, feed or change event belongs to. */
function associateMain(info: ObjectInfo): ObjectInfo | undefined {
  const parent = info.field('ParentId') ?? [...info.fields.values()].find((field) => field.cascadeDelete);
  return parent ? tx().org.schema.object(parent.referenceTo[0] ?? '') : undefined;
}

const ASSOCIATES = ['share', 'history', 'changeEvent'];

export const objectDeclarations = [
  builtin('class Schema.SObjectType', {
    'Schema.DescribeSObjectResult getDescribe()': (self: SObjectTypeToken) => describeObject(self.info),
    'Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions options)': (self: SObjectTypeToken) =>
      describeObject(self.info),
    'SObject newSObject()': (self: SObjectTypeToken) => newSObject(self, null, false),
    'SObject newSObject(Id id)': (self: SObjectTypeToken, id: string | null) => {
      const record = newSObject(self, null, false);
      if (id !== null) {
        if (id.slice(0, 3) !== self.info.keyPrefix) raise('SObjectException', `Invalid id value for this SObject type: ${id}`);
        record.values.set('Id', id);
      }
      return record;
    },
    'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': newSObject,
    'String toString()': (self: SObjectTypeToken) => self.info.name
  }),
  builtin('class Schema.DescribeSObjectResult', {
    'Schema.SObjectTypeFields fields': { get: (self: SObjectDescribe) => self.fields },
    'Schema.SObjectTypeFieldSets fieldSets': { get: (self: SObjectDescribe) => self.fieldSets },
    'String getName()': (self: SObjectDescribe) => self.info.name,
    'String getLocalName()': (self: SObjectDescribe) => self.info.name,
    'String getLabel()': (self: SObjectDescribe) => self.info.label,
    'String getLabelPlural()': (self: SObjectDescribe) => self.info.labelPlural,
    'String getKeyPrefix()': (self: SObjectDescribe) => self.info.keyPrefix,
    'Schema.SObjectType getSObjectType()': (self: SObjectDescribe) => sobjectTypeToken(self.info),
    'List<Schema.ChildRelationship> getChildRelationships()': (self: SObjectDescribe) => childRelationships(self.info),
    'List<Schema.RecordTypeInfo> getRecordTypeInfos()': (self: SObjectDescribe) => listOf('Schema.RecordTypeInfo', recordTypes(self.info)),
    'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByName()': (self: SObjectDescribe) =>
      recordTypeMap(self.info, (type) => type.recordType.label),
    'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': (self: SObjectDescribe) =>
      recordTypeMap(self.info, (type) => type.recordType.developerName),
    'Map<Id, Schema.RecordTypeInfo> getRecordTypeInfosById()': (self: SObjectDescribe) =>
      recordTypeMap(self.info, (type) => type.recordType.id, 'Id'),
    'Boolean isAccessible()': (self: SObjectDescribe) => canUse(self.info, 'read'),
    'Boolean isCreateable()': (self: SObjectDescribe) => self.info.createable && canUse(self.info, 'create'),
    'Boolean isUpdateable()': (self: SObjectDescribe) => self.info.updateable && canUse(self.info, 'edit'),
    'Boolean isDeletable()': (self: SObjectDescribe) => self.info.deletable && canUse(self.info, 'delete'),
    'Boolean isUndeletable()': (self: SObjectDescribe) => self.info.undeletable && canUse(self.info, 'create'),
    'Boolean isMergeable()': (self: SObjectDescribe) => self.info.mergeable && canUse(self.info, 'edit'),
    'Boolean isQueryable()': (self: SObjectDescribe) => self.info.queryable && canUse(self.info, 'read'),
    'Boolean isSearchable()': (self: SObjectDescribe) => self.info.queryable && ['standard', 'custom'].includes(self.info.kind),
    'Boolean isCustom()': (self: SObjectDescribe) => self.info.custom,
    'Boolean isCustomSetting()': (self: SObjectDescribe) => self.info.kind.endsWith('Setting'),
    'Boolean isFeedEnabled()': (self: SObjectDescribe) => self.info.child('Feeds') !== undefined,
    'Boolean isMruEnabled()': (self: SObjectDescribe) => self.info.field('LastViewedDate') !== undefined,
    'Boolean isDeprecatedAndHidden()': () => false,
    'Boolean getHasSubtypes()': () => false,
    'String getAssociateEntityType()': (self: SObjectDescribe) =>
      ASSOCIATES.includes(self.info.kind) ? self.info.kind.replace(/^./, (first) => first.toUpperCase()) : null,
    'String getAssociateParentEntity()': (self: SObjectDescribe) =>
      ASSOCIATES.includes(self.info.kind) ? (associateMain(self.info)?.name ?? null) : null,
    'Schema.SObjectDescribeOptions getSObjectDescribeOption()': (): ApexEnum => enumConstant('Schema.SObjectDescribeOptions', 'DEFAULT')
  }),
  builtin('class Schema.SObjectTypeFields', {
    'Map<String, Schema.SObjectField> getMap()': (self: SObjectFieldMap) => fieldMap(self.info)
  }),
  builtin('class Schema.SObjectTypeFieldSets', {
    'Map<String, Schema.FieldSet> getMap()': (self: SObjectFieldSetMap) =>
      new DescribeMap(
        'Schema.FieldSet',
        self.info.fieldSets.map((fieldSet) => [fieldSet.name, new FieldSetToken(self.info, fieldSet)] as const)
      )
  }),
  builtin('class Schema.ChildRelationship', {
    'Schema.SObjectType getChildSObject()': (self: ChildRelationshipDescribe) => sobjectTypeToken(self.child),
    'Schema.SObjectField getField()': (self: ChildRelationshipDescribe) => {
      const field = self.child.field(self.relationship.field);
      return field ? fieldToken(self.child, field) : null;
    },
    'String getRelationshipName()': (self: ChildRelationshipDescribe) => self.relationship.name,
    'Boolean isCascadeDelete()': (self: ChildRelationshipDescribe) => self.relationship.cascadeDelete,
    'Boolean isRestrictedDelete()': () => false,
    'Boolean isDeprecatedAndHidden()': () => false
  }),
  builtin('class Schema.RecordTypeInfo', {
    'String getName()': (self: RecordTypeDescribe) => self.recordType.label,
    'String getDeveloperName()': (self: RecordTypeDescribe) => self.recordType.developerName,
    'Id getRecordTypeId()': (self: RecordTypeDescribe) => self.recordType.id,
    'Boolean isActive()': (self: RecordTypeDescribe) => self.recordType.active,
    'Boolean isAvailable()': (self: RecordTypeDescribe) => self.recordType.active,
    'Boolean isDefaultRecordTypeMapping()': (self: RecordTypeDescribe) => self.recordType === defaultRecordType(self.object),
    'Boolean isMaster()': (self: RecordTypeDescribe) => self.recordType.master
  }),
  builtin('enum Schema.SObjectDescribeOptions', {}, ['DEFAULT', 'DEFERRED', 'FULL'])
];

/** The first active record type is the default one, the master where there is no other. */
function defaultRecordType(info: ObjectInfo): unknown {
  return info.recordTypes.find((type) => type.active && !type.master) ?? info.recordTypes.find((type) => type.master);
}

function recordTypeMap(info: ObjectInfo, key: (type: RecordTypeDescribe) => string, keyType: 'String' | 'Id' = 'String'): ApexMap {
  const entries = recordTypes(info).map((type) => [key(type), type] as const);
  return new ApexMap(Types.primitive(keyType), builtinType('Schema.RecordTypeInfo'), entries);
}
