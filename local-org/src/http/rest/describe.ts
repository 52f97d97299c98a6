import type { Org, RunningUser } from '../../org/contracts.js';
import { isFilterable, isGroupable, isSortable, type FieldInfo, type ObjectInfo } from '../../schema/index.js';
import { MASTER_RECORD_TYPE } from '../uiapi/objects.js';
import { notFound } from '../errors.js';
import { objectOf } from './rows.js';
import { ok, type Router } from './router.js';

/** Object lists and describes. Only what the user can read is there. */
export function describeRoutes(router: Router): void {
  router.add('GET', 'sobjects', (call) => {
    const { org } = call.context.host;
    const user = org.access.user(call.userId);
    const objects = [...org.schema.objects()].filter((object) => org.access.canObject(user, object, 'read'));
    return ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects: objects.map((object) => summary(org, user, object, call.version)) });
  });
  router.add('GET', 'sobjects/:object', (call) => {
    const { org } = call.context.host;
    const object = objectOf(call);
    return ok({ objectDescribe: summary(org, org.access.user(call.userId), object, call.version), recentItems: [] });
  });
  router.add('GET', 'sobjects/:object/describe', (call) => {
    const { org } = call.context.host;
    const object = objectOf(call);
    const user = org.access.user(call.userId);
    if (!org.access.canObject(user, object, 'read')) throw notFound();
    const fields = [...object.fields.values()].filter((field) => org.access.canReadField(user, object, field.name));
    return ok({
      ...summary(org, user, object, call.version),
      childRelationships: object.children.map((child) => ({
        cascadeDelete: child.cascadeDelete,
        childSObject: child.childObject,
        field: child.field,
        relationshipName: child.name,
        deprecatedAndHidden: false
      })),
      fields: fields.map((field) => describeField(org, user, object, field)),
      recordTypeInfos: [
        ...object.recordTypes
          .filter((type) => !type.master)
          .map((type) => ({
            active: type.active,
            available: true,
            defaultRecordTypeMapping: false,
            developerName: type.developerName,
            master: false,
            name: type.label,
            recordTypeId: type.id
          })),
        {
          active: true,
          available: true,
          defaultRecordTypeMapping: true,
          developerName: 'Master',
          master: true,
          name: 'Master',
          recordTypeId: MASTER_RECORD_TYPE
        }
      ]
    });
  });
}

function summary(org: Org, user: RunningUser, object: ObjectInfo, version: string): Record<string, unknown> {
  const url = `/services/data/${version}/sobjects/${object.name}`;
  return {
    activateable: false,
    createable: object.createable && org.access.canObject(user, object, 'create'),
    custom: object.custom,
    customSetting: object.kind === 'listSetting' || object.kind === 'hierarchySetting',
    deletable: object.deletable && org.access.canObject(user, object, 'delete'),
    deprecatedAndHidden: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    mergeable: object.mergeable,
    name: object.name,
    queryable: object.queryable,
    triggerable: object.triggerable,
    undeletable: object.undeletable,
    updateable: object.updateable && org.access.canObject(user, object, 'edit'),
    urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` }
  };
}

/** SOAP types of fields, where they aren't text. */
const SOAP_TYPES: Readonly<Record<string, string>> = {
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  id: 'tns:ID',
  reference: 'tns:ID',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  location: 'urn:location'
};

function describeField(org: Org, user: RunningUser, object: ObjectInfo, field: FieldInfo): unknown {
  const canEdit = org.access.canEditField(user, object, field.name);
  return {
    autoNumber: field.autoNumber !== null,
    calculated: field.calculated,
    calculatedFormula: field.formula,
    cascadeDelete: field.cascadeDelete,
    caseSensitive: field.caseSensitive,
    controllerName: field.dependentOn,
    createable: field.createable && canEdit,
    custom: field.custom,
    defaultValueFormula: field.defaultValueFormula,
    defaultedOnCreate: field.defaultValueFormula !== null || field.type === 'boolean',
    dependentPicklist: field.dependentOn !== null,
    digits: field.type === 'int' ? field.precision : 0,
    externalId: field.externalId,
    filterable: isFilterable(field),
    groupable: isGroupable(field),
    idLookup: field.externalId || field.nameField || field.type === 'id',
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    name: field.name,
    nameField: field.nameField,
    nillable: field.nillable,
    permissionable: field.permissionable,
    picklistValues: (field.picklist ?? []).map(({ value, label, isDefault, active }) => ({
      active,
      defaultValue: isDefault,
      label,
      validFor: null,
      value
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: isSortable(field),
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && canEdit
  };
}
