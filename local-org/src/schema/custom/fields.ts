import { ProjectError, type ObjectPart, type ProjectMetadata, type XmlElement } from '../../metadata/index.js';
import { labelOf, makeField } from '../fieldDefaults.js';
import type { FieldInfo, FieldType, SummaryInfo } from '../model.js';
import { fieldPicklist } from './picklists.js';

/** Metadata field type → describe type (Metadata API: FieldType). */
const TYPES: Readonly<Record<string, FieldType>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  EncryptedText: 'encryptedstring',
  ExternalLookup: 'reference',
  Hierarchy: 'reference',
  Html: 'textarea',
  IndirectLookup: 'reference',
  Location: 'location',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MetadataRelationship: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Summary: 'double',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url'
};

/** A custom field as the schema knows it; a geolocation field comes with its two parts. */
export function customField(object: string, part: ObjectPart, metadata: ProjectMetadata): FieldInfo[] {
  const { element, name } = part;
  const metadataType = element.text('type');
  const type = metadataType ? TYPES[metadataType] : undefined;
  if (!type) {
    throw new ProjectError(
      'BAD_METADATA',
      `${part.file}:1:1 Field ${object}.${name} has the unknown type '${metadataType ?? ''}'.`,
      part.file,
      1
    );
  }
  const formula = element.text('formula');
  const summary = metadataType === 'Summary' ? readSummary(element) : null;
  const reference = type === 'reference';
  const masterDetail = metadataType === 'MasterDetail';
  const calculated = formula !== null || summary !== null;
  const autoNumber = metadataType === 'AutoNumber' ? (element.text('displayFormat') ?? '{0}') : null;
  const writable = !calculated && autoNumber === null && type !== 'location';
  const required = element.flag('required') || masterDetail;
  const field = makeField(name, type, {
    label: element.text('label') ?? labelOf(name),
    custom: true,
    nillable: type === 'boolean' ? false : !required,
    createable: writable,
    updateable: writable && (!masterDetail || element.flag('reparentableMasterDetail')),
    unique: element.flag('unique'),
    caseSensitive: element.flag('caseSensitive'),
    externalId: element.flag('externalId'),
    autoNumber,
    defaultValueFormula: calculated ? null : (element.text('defaultValue') ?? (type === 'boolean' ? 'false' : null)),
    formula,
    ...(formula !== null && element.text('formulaTreatBlanksAs') === 'BlankAsBlank' ? { formulaBlanks: 'blank' as const } : {}),
    summary,
    calculated,
    helpText: element.text('inlineHelpText'),
    permissionable: !(element.flag('required') || masterDetail),
    ...lengths(metadataType!, type, element, formula !== null),
    ...(reference ? referenceParts(metadataType!, name, element) : {}),
    ...picklistParts(type, element, metadata)
  });
  return type === 'location' ? [field, ...locationParts(field, element)] : [field];
}

function lengths(metadataType: string, type: FieldType, element: XmlElement, isFormula: boolean): Partial<FieldInfo> {
  if (['double', 'currency', 'percent'].includes(type))
    return { precision: element.number('precision') ?? 18, scale: element.number('scale') ?? 0 };
  if (isFormula && type === 'string') return { length: 1300 };
  if (metadataType === 'AutoNumber') return { length: 30 };
  if (metadataType === 'TextArea') return { length: 255 };
  if (metadataType === 'MultiselectPicklist') return { length: 4099 };
  const length = element.number('length');
  if (length !== null && ['string', 'textarea', 'encryptedstring'].includes(type)) return { length };
  return metadataType === 'LongTextArea' || metadataType === 'Html' ? { length: 32768 } : {};
}

/** Relationships of custom metadata types to these hold API names, not ids (Metadata API: MetadataRelationship). */
const BY_NAME = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

function referenceParts(metadataType: string, name: string, element: XmlElement): Partial<FieldInfo> {
  const target = element.text('referenceTo') ?? (metadataType === 'Hierarchy' ? 'User' : '');
  return {
    referenceTo: target ? [target] : [],
    relationshipName: name.replace(/__c$/, '__r'),
    masterDetail: metadataType === 'MasterDetail',
    cascadeDelete: metadataType === 'MasterDetail' || element.text('deleteConstraint') === 'Cascade',
    ...(BY_NAME.has(target) ? { apexType: 'String' as const, length: 765, dependentOn: controllingEntity(element) } : {})
  };
}

/** A relationship to a field names the one that holds the field's object. */
function controllingEntity(element: XmlElement): string | null {
  return element.text('metadataRelationshipControllingField')?.split('.').at(-1) ?? null;
}

function picklistParts(type: FieldType, element: XmlElement, metadata: ProjectMetadata): Partial<FieldInfo> {
  if (type !== 'picklist' && type !== 'multipicklist') return {};
  const { values, restricted, controllingField } = fieldPicklist(element, metadata);
  return { picklist: values, restrictedPicklist: restricted, dependentOn: controllingField };
}

function locationParts(field: FieldInfo, element: XmlElement): FieldInfo[] {
  const stem = field.name.replace(/__c$/, '');
  return ['Latitude', 'Longitude'].map((part) =>
    makeField(`${stem}__${part}__s`, 'double', {
      label: `${field.label} (${part})`,
      custom: true,
      precision: 18,
      scale: element.number('scale') ?? 15,
      permissionable: false
    })
  );
}

function readSummary(element: XmlElement): SummaryInfo {
  const [childObject = '', foreignKey = ''] = (element.text('summaryForeignKey') ?? '').split('.');
  return {
    operation: (element.text('summaryOperation') ?? 'count').toLowerCase() as SummaryInfo['operation'],
    childObject,
    foreignKey,
    summarizedField: element.text('summarizedField')?.split('.')[1] ?? null,
    filters: element.all('summaryFilterItems').map((filter) => ({
      field: filter.text('field')?.split('.').slice(1).join('.') ?? '',
      operation: filter.text('operation') ?? 'equals',
      value: filter.text('value') ?? filter.text('valueField') ?? ''
    }))
  };
}

/** What a project says of a standard field: its file may change the label, help text, requiredness or picklist. */
export function standardFieldChanges(part: ObjectPart, known: FieldInfo, metadata: ProjectMetadata): Partial<FieldInfo> {
  const { element } = part;
  const picklist = fieldPicklist(element, metadata);
  const defaultValue = element.text('defaultValue');
  return {
    ...(element.text('label') ? { label: element.text('label')! } : {}),
    ...(element.text('inlineHelpText') ? { helpText: element.text('inlineHelpText') } : {}),
    ...(element.flag('required') ? { nillable: false, permissionable: false } : {}),
    ...(defaultValue && !known.calculated ? { defaultValueFormula: defaultValue } : {}),
    ...(picklist.values.length ? { picklist: picklist.values, restrictedPicklist: picklist.restricted } : {})
  };
}
