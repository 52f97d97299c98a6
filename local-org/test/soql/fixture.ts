import type { ChildRelationship, FieldApexType, FieldInfo, FieldType, ObjectInfo, Schema } from '../../src/schema/model.js';

const APEX: Partial<Record<FieldType, FieldApexType>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob'
};

/** A field with everything it does not name left at what a plain field has. */
export function field(name: string, type: FieldType, more: Partial<FieldInfo> = {}): FieldInfo {
  return {
    name,
    label: name,
    type,
    apexType: APEX[type] ?? 'String',
    custom: name.endsWith('__c'),
    length: type === 'textarea' ? 32000 : 255,
    precision: 0,
    scale: 0,
    nillable: true,
    createable: true,
    updateable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    autoNumber: null,
    defaultValueFormula: null,
    formula: null,
    summary: null,
    calculated: false,
    picklist: null,
    restrictedPicklist: false,
    dependentOn: null,
    referenceTo: [],
    relationshipName: null,
    cascadeDelete: false,
    masterDetail: false,
    nameField: name === 'Name',
    helpText: null,
    permissionable: true,
    ...more
  };
}

export function lookup(name: string, relationshipName: string, ...referenceTo: string[]): FieldInfo {
  return field(name, 'reference', { referenceTo, relationshipName });
}

export function object(
  name: string,
  keyPrefix: string,
  fields: readonly FieldInfo[],
  children: readonly ChildRelationship[] = [],
  more: Partial<ObjectInfo> = {}
): ObjectInfo {
  const all = new Map([field('Id', 'id'), ...fields].map((each) => [each.name.toLowerCase(), each]));
  return {
    name,
    label: name,
    labelPlural: name,
    keyPrefix,
    custom: name.endsWith('__c'),
    kind: name.endsWith('__c') ? 'custom' : 'standard',
    fields: all,
    children,
    recordTypes: [],
    validationRules: [],
    fieldSets: [],
    sharingModel: 'ReadWrite',
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    triggerable: true,
    undeletable: true,
    mergeable: false,
    field: (wanted) => all.get(wanted.toLowerCase()),
    relationship: (wanted) => [...all.values()].find((each) => each.relationshipName?.toLowerCase() === wanted.toLowerCase()),
    child: (wanted) => children.find((each) => each.name?.toLowerCase() === wanted.toLowerCase()),
    ...more
  };
}

export function child(name: string, childObject: string, fieldName: string): ChildRelationship {
  return { name, childObject, field: fieldName, cascadeDelete: false };
}

export function schemaOf(...objects: ObjectInfo[]): Schema {
  const byName = new Map(objects.map((each) => [each.name.toLowerCase(), each]));
  return {
    object: (name) => byName.get(name.toLowerCase()),
    objectByPrefix: (prefix) => objects.find((each) => each.keyPrefix === prefix),
    objects: () => objects
  };
}
