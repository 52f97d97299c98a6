import type { SqlValue } from '../../org/contracts.js';
import type { FieldInfo, ObjectInfo, Schema } from '../../schema/model.js';

export const FIELD_DEFINITION_COLUMNS = [
  'Id',
  'DurableId',
  'EntityDefinitionId',
  'QualifiedApiName',
  'DeveloperName',
  'MasterLabel',
  'Label',
  'DataType',
  'Length',
  'Precision',
  'Scale',
  'RelationshipName',
  'IsCalculated',
  'IsNillable',
  'IsNameField',
  'IsCompound',
  'IsPolymorphicForeignKey',
  'IsIndexed'
] as const;

/** FieldDefinition rows of the objects that can be customized: positional, in the order of the columns. */
export function fieldDefinitions(schema: Schema): SqlValue[][] {
  return [...schema.objects()].filter(isCustomizable).flatMap((info) => [...info.fields.values()].map((field) => definition(info, field)));
}

export const PARTICLE_COLUMNS = [
  'Id',
  'DurableId',
  'EntityDefinitionId',
  'FieldDefinitionId',
  'QualifiedApiName',
  'Name',
  'Label',
  'MasterLabel',
  'DataType',
  'Length'
] as const;

/** EntityParticle rows: the same fields, with the parts of compound ones, by describe type. */
export function entityParticles(schema: Schema): SqlValue[][] {
  return [...schema.objects()].filter(isCustomizable).flatMap((info) =>
    [...info.fields.values()].map((field) => {
      const id = `${info.name}.${field.name}`;
      return [id, id, info.name, id, field.name, field.name, field.label, field.label, field.type, field.length];
    })
  );
}

function isCustomizable(info: ObjectInfo): boolean {
  return (
    ['custom', 'customMetadata', 'hierarchySetting', 'listSetting', 'platformEvent'].includes(info.kind) ||
    (info.kind === 'standard' && info.triggerable)
  );
}

function definition(info: ObjectInfo, field: FieldInfo): SqlValue[] {
  const name = field.name
    .replace(/__c$/, '')
    .replace(/(?<=[a-z])Id$/, (suffix) => (field.type === 'reference' && !field.custom ? '' : suffix));
  const flag = (value: boolean): number => (value ? 1 : 0);
  return [
    `${info.name}.${field.name}`,
    `${info.name}.${name}`,
    info.name,
    field.name,
    name,
    field.label,
    field.label,
    dataType(field),
    field.length,
    field.precision,
    field.scale,
    field.relationshipName,
    flag(field.formula !== null),
    flag(field.nillable),
    flag(field.nameField),
    flag(field.type === 'address' || field.type === 'location'),
    flag(field.referenceTo.length > 1),
    flag(field.unique || field.externalId || field.type === 'reference' || field.type === 'id')
  ];
}

const NAMES: Partial<Record<FieldInfo['type'], string>> = {
  boolean: 'Checkbox',
  date: 'Date',
  datetime: 'Date/Time',
  time: 'Time',
  email: 'Email',
  phone: 'Phone',
  url: 'URL',
  picklist: 'Picklist',
  combobox: 'Picklist',
  multipicklist: 'Picklist (Multi-Select)',
  address: 'Address',
  location: 'Geolocation',
  id: 'Lookup()',
  base64: 'Base64'
};

/** As the set-up pages say it: `Text(80)`, `Number(16, 2)`, `Lookup(Account)`, `Formula (Currency)`. */
function dataType(field: FieldInfo): string {
  if (field.formula !== null) return `Formula (${plainType(field).replace(/\(.*$/, '')})`;
  if (field.summary) return `Roll-Up Summary (${field.summary.operation.toUpperCase()})`;
  if (field.autoNumber !== null) return 'Auto Number';
  return plainType(field);
}

function plainType(field: FieldInfo): string {
  const known = NAMES[field.type];
  if (known) return known;
  const integer = field.precision - field.scale;
  switch (field.type) {
    case 'reference':
      return `${field.masterDetail ? 'Master-Detail' : 'Lookup'}(${field.referenceTo.join(',')})`;
    case 'currency':
    case 'percent':
    case 'double':
      return `${{ currency: 'Currency', percent: 'Percent', double: 'Number' }[field.type]}(${integer}, ${field.scale})`;
    case 'int':
    case 'long':
      return 'Number(9, 0)';
    case 'textarea':
      return field.length > 255 ? `Long Text Area(${field.length})` : `Text Area(${field.length})`;
    default:
      return `Text(${field.length})`;
  }
}
