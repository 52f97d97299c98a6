/**
 * What compiled code calls for the static forms of describes, custom settings, custom metadata and labels:
 *
 *   Account.SObjectType                          sobjectTypeToken(info)
 *   Account.Name, Schema.Account.Name            fieldToken(info, field)
 *   Schema.SObjectType.Account                   describeObject(info)
 *   Schema.SObjectType.Account.fields            its members: describeField(info, field) (`.fields.getMap()`: describeObject(info).fields)
 *   Schema.SObjectType.Account.fields.Name       describeField(info, field)
 *   Account.Name.getDescribe()                   built-in method of Schema.SObjectField
 *   Schema.SObjectType.Account.fieldSets.Columns fieldSetToken(info, 'Columns')
 *   Label.Hello, System.Label.ns.Hello           label('Hello')
 *   Feature__mdt.getInstance('X') / getAll()     customMetadataInstance(info, 'X') / customMetadataAll(info)
 *   Setting__c.getInstance() …                   customSetting*(info, …)
 *
 * Tokens are interned: one a field and object, so that `==` and map keys work by identity.
 */
import type { ChildRelationship, FieldInfo, FieldSetInfo, ObjectInfo, PicklistValue, RecordTypeInfo } from '../schema/model.js';
import type { ApexType } from '../values/apexType.js';
import { ApexObject } from '../values/object.js';
import { builtinType } from '../values/builtinType.js';

/** Schema.SObjectType */
export class SObjectTypeToken extends ApexObject {
  constructor(readonly info: ObjectInfo) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.SObjectType');
  }
  toString$0(): string {
    return this.info.name;
  }
}

/** Schema.SObjectField */
export class SObjectFieldToken extends ApexObject {
  constructor(
    readonly object: ObjectInfo,
    readonly field: FieldInfo
  ) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.SObjectField');
  }
  toString$0(): string {
    return this.field.name;
  }
}

/** Schema.DescribeSObjectResult */
export class SObjectDescribe extends ApexObject {
  constructor(readonly info: ObjectInfo) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.DescribeSObjectResult');
  }
  /** `describe.fields`, with getMap(). */
  get fields(): SObjectFieldMap {
    return new SObjectFieldMap(this.info);
  }
  /** `describe.fieldSets`, with getMap(). */
  get fieldSets(): SObjectFieldSetMap {
    return new SObjectFieldSetMap(this.info);
  }
}

/** Schema.SObjectTypeFields: what `describe.fields` answers. */
export class SObjectFieldMap extends ApexObject {
  constructor(readonly info: ObjectInfo) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.SObjectTypeFields');
  }
}

/** Schema.SObjectTypeFieldSets: what `describe.fieldSets` answers. */
export class SObjectFieldSetMap extends ApexObject {
  constructor(readonly info: ObjectInfo) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.SObjectTypeFieldSets');
  }
}

/** Schema.DescribeFieldResult */
export class FieldDescribe extends ApexObject {
  constructor(
    readonly object: ObjectInfo,
    readonly field: FieldInfo
  ) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.DescribeFieldResult');
  }
}

/** Schema.PicklistEntry */
export class PicklistEntry extends ApexObject {
  constructor(readonly entry: PicklistValue) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.PicklistEntry');
  }
}

/** Schema.ChildRelationship */
export class ChildRelationshipDescribe extends ApexObject {
  constructor(
    readonly relationship: ChildRelationship,
    readonly child: ObjectInfo
  ) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.ChildRelationship');
  }
}

/** Schema.RecordTypeInfo */
export class RecordTypeDescribe extends ApexObject {
  constructor(
    readonly object: ObjectInfo,
    readonly recordType: RecordTypeInfo
  ) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.RecordTypeInfo');
  }
}

/** Schema.FieldSet */
export class FieldSetToken extends ApexObject {
  constructor(
    readonly object: ObjectInfo,
    readonly fieldSet: FieldSetInfo
  ) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.FieldSet');
  }
}

/** Schema.FieldSetMember */
export class FieldSetMember extends ApexObject {
  constructor(
    readonly object: ObjectInfo,
    readonly path: string,
    readonly required: boolean
  ) {
    super();
  }
  get apexType(): ApexType {
    return builtinType('Schema.FieldSetMember');
  }
}

const typeTokens = new WeakMap<ObjectInfo, SObjectTypeToken>();
const fieldTokens = new WeakMap<FieldInfo, WeakMap<ObjectInfo, SObjectFieldToken>>();
const objectDescribes = new WeakMap<ObjectInfo, SObjectDescribe>();

/** The token `Account.SObjectType`. */
export function sobjectTypeToken(info: ObjectInfo): SObjectTypeToken {
  let token = typeTokens.get(info);
  if (!token) typeTokens.set(info, (token = new SObjectTypeToken(info)));
  return token;
}

/** The token `Account.Name`. The field is of this object: FieldInfo objects may be shared between objects. */
export function fieldToken(info: ObjectInfo, field: FieldInfo): SObjectFieldToken {
  let byObject = fieldTokens.get(field);
  if (!byObject) fieldTokens.set(field, (byObject = new WeakMap()));
  let token = byObject.get(info);
  if (!token) byObject.set(info, (token = new SObjectFieldToken(info, field)));
  return token;
}

/** What `Schema.SObjectType.Account` and `Account.SObjectType.getDescribe()` answer. */
export function describeObject(info: ObjectInfo): SObjectDescribe {
  let describe = objectDescribes.get(info);
  if (!describe) objectDescribes.set(info, (describe = new SObjectDescribe(info)));
  return describe;
}

/** What `Schema.SObjectType.Account.fields.Name` and `Account.Name.getDescribe()` answer. */
export function describeField(info: ObjectInfo, field: FieldInfo): FieldDescribe {
  return new FieldDescribe(info, field);
}

export { customMetadataAll, customMetadataInstance, fieldSetToken, label } from './schemaStatics.js';
export { customSettingAll, customSettingInstance, customSettingOrgDefaults, customSettingValues } from './schemaSettings.js';
