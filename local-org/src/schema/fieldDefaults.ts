import type { FieldApexType, FieldInfo, FieldType } from './model.js';

export const APEX_TYPES: Readonly<Record<FieldType, FieldApexType>> = {
  id: 'Id',
  string: 'String',
  textarea: 'String',
  picklist: 'String',
  multipicklist: 'String',
  combobox: 'String',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Decimal',
  currency: 'Decimal',
  percent: 'Decimal',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  reference: 'Id',
  email: 'String',
  phone: 'String',
  url: 'String',
  address: 'Address',
  location: 'Location',
  base64: 'Blob',
  anyType: 'Object',
  encryptedstring: 'String'
};

const LENGTHS: Partial<Record<FieldType, number>> = {
  id: 18,
  reference: 18,
  string: 255,
  textarea: 32000,
  picklist: 255,
  multipicklist: 4099,
  combobox: 255,
  email: 80,
  phone: 40,
  url: 255,
  encryptedstring: 175
};

/** A field with everything at its usual value; boolean fields are never null and default to false (object reference, "Primitive Data Types"). */
export function makeField(name: string, type: FieldType, changes: Partial<FieldInfo> = {}): FieldInfo {
  const compound = type === 'address' || type === 'location';
  return {
    name,
    label: name,
    type,
    apexType: APEX_TYPES[type],
    custom: false,
    length: LENGTHS[type] ?? 0,
    precision: type === 'double' || type === 'currency' || type === 'percent' ? 18 : 0,
    scale: type === 'currency' || type === 'percent' ? 2 : 0,
    nillable: type !== 'boolean',
    createable: !compound,
    updateable: !compound,
    unique: false,
    caseSensitive: false,
    externalId: false,
    autoNumber: null,
    defaultValueFormula: type === 'boolean' ? 'false' : null,
    formula: null,
    summary: null,
    calculated: false,
    picklist: type === 'picklist' || type === 'multipicklist' || type === 'combobox' ? [] : null,
    restrictedPicklist: false,
    dependentOn: null,
    referenceTo: [],
    relationshipName: null,
    cascadeDelete: false,
    masterDetail: false,
    nameField: false,
    helpText: null,
    permissionable: !compound,
    ...changes
  };
}

const SYSTEM = { nillable: false, createable: false, updateable: false, permissionable: false };

/** The fields that the platform keeps on every record. `label` is the object's. */
export function systemFields(label: string, options: { readonly owner?: boolean; readonly deletable?: boolean } = {}): FieldInfo[] {
  const user = { ...SYSTEM, referenceTo: ['User'] };
  return [
    makeField('Id', 'id', { ...SYSTEM, label: `${label} ID`.replace(/^.* ID$/, 'Record ID') }),
    ...(options.owner
      ? [
          makeField('OwnerId', 'reference', {
            label: 'Owner ID',
            nillable: false,
            permissionable: false,
            referenceTo: ['Group', 'User'],
            relationshipName: 'Owner'
          })
        ]
      : []),
    ...(options.deletable === false ? [] : [makeField('IsDeleted', 'boolean', { ...SYSTEM, label: 'Deleted' })]),
    makeField('CreatedDate', 'datetime', { ...SYSTEM, label: 'Created Date' }),
    makeField('CreatedById', 'reference', { ...user, label: 'Created By ID', relationshipName: 'CreatedBy' }),
    makeField('LastModifiedDate', 'datetime', { ...SYSTEM, label: 'Last Modified Date' }),
    makeField('LastModifiedById', 'reference', { ...user, label: 'Last Modified By ID', relationshipName: 'LastModifiedBy' }),
    makeField('SystemModstamp', 'datetime', { ...SYSTEM, label: 'System Modstamp' })
  ];
}

export const SYSTEM_FIELD_NAMES: ReadonlySet<string> = new Set(
  'id isdeleted createddate createdbyid lastmodifieddate lastmodifiedbyid systemmodstamp lastactivitydate lastvieweddate lastreferenceddate masterrecordid'.split(
    ' '
  )
);

/** A label made of an API name: `NumberOfLeads` → `Number Of Leads`, `CreatedById` → `Created By ID`. */
export function labelOf(name: string): string {
  return name
    .replace(/__\w$/, '')
    .replace(/_/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/\bId$/, 'ID');
}
