import { tx } from '../org/transaction.js';
import { isAggregatable, isFilterable, isGroupable, isSortable, type FieldInfo } from '../schema/index.js';
import type { ApexEnum, ApexList } from '../values/index.js';
import { builtin } from './declare.js';
import { enumConstant } from './enums.js';
import { listOf } from './schemaLists.js';
import {
  describeField,
  FieldSetMember,
  fieldToken,
  PicklistEntry,
  sobjectTypeToken,
  type FieldDescribe,
  type FieldSetToken,
  type SObjectFieldToken
} from './schemaTokens.js';

/** Schema.DisplayType (Apex Reference Guide, "DisplayType Enum"). */
const DISPLAY_TYPES =
  `ADDRESS ANYTYPE BASE64 BOOLEAN COMBOBOX CURRENCY DATACATEGORYGROUPREFERENCE DATE DATETIME DOUBLE EMAIL ENCRYPTEDSTRING ID INTEGER JSON LOCATION LONG
  MULTIPICKLIST PERCENT PHONE PICKLIST REFERENCE SOBJECT STRING TEXTAREA TIME URL`.split(/\s+/);

const SOAP_TYPES = 'ANYTYPE BASE64BINARY BOOLEAN DATE DATETIME DOUBLE ID INTEGER STRING TIME'.split(' ');

function displayType(field: FieldInfo): ApexEnum {
  const name = field.type === 'int' ? 'INTEGER' : field.type.toUpperCase();
  return enumConstant('Schema.DisplayType', name);
}

function soapType(field: FieldInfo): ApexEnum {
  const names: Partial<Record<FieldInfo['apexType'], string>> = {
    Id: 'ID',
    Boolean: 'BOOLEAN',
    Integer: 'INTEGER',
    Long: 'INTEGER',
    Double: 'DOUBLE',
    Decimal: 'DOUBLE',
    Date: 'DATE',
    Datetime: 'DATETIME',
    Time: 'TIME',
    Blob: 'BASE64BINARY',
    Object: 'ANYTYPE'
  };
  return enumConstant('Schema.SOAPType', names[field.apexType] ?? 'STRING');
}

/** The bytes that a text field can take: three a character (Apex Reference Guide, getByteLength). */
const BYTES_A_CHARACTER = 3;

function byteLength(field: FieldInfo): number {
  if (field.apexType === 'Id') return 18;
  return field.apexType === 'String' ? field.length * BYTES_A_CHARACTER : 0;
}

function isText(field: FieldInfo): boolean {
  return field.apexType === 'String' || field.apexType === 'Id';
}

function canRead(self: FieldDescribe): boolean {
  const { org, user } = tx();
  return org.access.canReadField(user, self.object, self.field.name);
}

function canEdit(self: FieldDescribe): boolean {
  const { org, user } = tx();
  return org.access.canEditField(user, self.object, self.field.name);
}

function canCreate(self: FieldDescribe): boolean {
  const { org, user } = tx();
  // Field permissions say read and edit; the record's owner and other required fields can be written by whoever may create the record.
  return self.field.createable && org.access.canObject(user, self.object, 'create') && (canEdit(self) || !self.field.updateable);
}

function references(self: FieldDescribe): ApexList {
  const { schema } = tx().org;
  const tokens = self.field.referenceTo.flatMap((name) => {
    const info = schema.object(name);
    return info ? [sobjectTypeToken(info)] : [];
  });
  return listOf('Schema.SObjectType', tokens);
}

function picklistValues(self: FieldDescribe): ApexList {
  const entries = (self.field.picklist ?? []).filter((entry) => entry.active).map((entry) => new PicklistEntry(entry));
  return listOf('Schema.PicklistEntry', entries);
}

/** The value that a literal default gives; formulas are not evaluated by describes. */
function defaultValue(field: FieldInfo): unknown {
  if (field.type === 'boolean') return field.defaultValueFormula?.toLowerCase() === 'true';
  return field.picklist?.find((entry) => entry.isDefault)?.value ?? null;
}

export const fieldDeclarations = [
  builtin('class Schema.SObjectField', {
    'Schema.DescribeFieldResult getDescribe()': (self: SObjectFieldToken) => describeField(self.object, self.field),
    'Schema.DescribeFieldResult getDescribe(Schema.FieldDescribeOptions options)': (self: SObjectFieldToken) =>
      describeField(self.object, self.field),
    'String toString()': (self: SObjectFieldToken) => self.field.name
  }),
  builtin('class Schema.DescribeFieldResult', {
    'Integer getByteLength()': (self: FieldDescribe) => byteLength(self.field),
    'String getCalculatedFormula()': (self: FieldDescribe) => self.field.formula,
    'String getCompoundFieldName()': (self: FieldDescribe) => compoundName(self),
    'Schema.SObjectField getController()': (self: FieldDescribe) => {
      const controller = self.field.dependentOn === null ? undefined : self.object.field(self.field.dependentOn);
      return controller ? fieldToken(self.object, controller) : null;
    },
    'Object getDefaultValue()': (self: FieldDescribe) => defaultValue(self.field),
    'String getDefaultValueFormula()': (self: FieldDescribe) => (self.field.type === 'boolean' ? null : self.field.defaultValueFormula),
    'Integer getDigits()': (self: FieldDescribe) => (self.field.type === 'int' ? 9 : 0),
    'String getInlineHelpText()': (self: FieldDescribe) => self.field.helpText,
    'String getLabel()': (self: FieldDescribe) => self.field.label,
    'Integer getLength()': (self: FieldDescribe) => (isText(self.field) ? self.field.length : 0),
    'String getLocalName()': (self: FieldDescribe) => self.field.name,
    'String getName()': (self: FieldDescribe) => self.field.name,
    'List<Schema.PicklistEntry> getPicklistValues()': picklistValues,
    'Integer getPrecision()': (self: FieldDescribe) => self.field.precision,
    'Schema.SObjectField getReferenceTargetField()': () => null,
    'List<Schema.SObjectType> getReferenceTo()': references,
    'String getRelationshipName()': (self: FieldDescribe) => self.field.relationshipName,
    'Integer getRelationshipOrder()': (self: FieldDescribe) => relationshipOrder(self),
    'Integer getScale()': (self: FieldDescribe) => self.field.scale,
    'Schema.SOAPType getSOAPType()': (self: FieldDescribe) => soapType(self.field),
    'Schema.SObjectField getSObjectField()': (self: FieldDescribe) => fieldToken(self.object, self.field),
    'Schema.SObjectType getSObjectType()': (self: FieldDescribe) => sobjectTypeToken(self.object),
    'Schema.DisplayType getType()': (self: FieldDescribe) => displayType(self.field),
    'Boolean isAccessible()': canRead,
    'Boolean isAggregatable()': (self: FieldDescribe) => isAggregatable(self.field),
    'Boolean isAutoNumber()': (self: FieldDescribe) => self.field.autoNumber !== null,
    'Boolean isAiPredictionField()': () => false,
    'Boolean isCalculated()': (self: FieldDescribe) => self.field.formula !== null || self.field.summary !== null,
    'Boolean isCascadeDelete()': (self: FieldDescribe) => self.field.cascadeDelete,
    'Boolean isCaseSensitive()': (self: FieldDescribe) => self.field.caseSensitive,
    'Boolean isCreateable()': canCreate,
    'Boolean isCustom()': (self: FieldDescribe) => self.field.custom,
    'Boolean isDefaultedOnCreate()': (self: FieldDescribe) => self.field.defaultValueFormula !== null || defaultValue(self.field) !== null,
    'Boolean isDependentPicklist()': (self: FieldDescribe) => self.field.dependentOn !== null,
    'Boolean isDeprecatedAndHidden()': () => false,
    'Boolean isDisplayLocationInDecimal()': (self: FieldDescribe) => self.field.type === 'location',
    'Boolean isEncrypted()': (self: FieldDescribe) => self.field.type === 'encryptedstring',
    'Boolean isExternalID()': (self: FieldDescribe) => self.field.externalId,
    'Boolean isFilterable()': (self: FieldDescribe) => isFilterable(self.field),
    'Boolean isFormulaTreatNullNumberAsZero()': (self: FieldDescribe) =>
      self.field.formula !== null && self.field.formulaBlanks !== 'blank',
    'Boolean isGroupable()': (self: FieldDescribe) => isGroupable(self.field),
    'Boolean isHighScaleNumber()': () => false,
    'Boolean isHtmlFormatted()': (self: FieldDescribe) =>
      self.field.formula !== null && /\b(HYPERLINK|IMAGE)\s*\(/i.test(self.field.formula),
    'Boolean isIdLookup()': (self: FieldDescribe) =>
      self.field.externalId || self.field.type === 'id' || (self.field.nameField && self.field.createable),
    'Boolean isNameField()': (self: FieldDescribe) => self.field.nameField,
    'Boolean isNamePointing()': (self: FieldDescribe) => self.field.referenceTo.length > 1,
    'Boolean isNillable()': (self: FieldDescribe) => self.field.nillable,
    'Boolean isPermissionable()': (self: FieldDescribe) => self.field.permissionable,
    'Boolean isQueryByDistance()': (self: FieldDescribe) => self.field.type === 'location' || self.field.type === 'address',
    'Boolean isRestrictedDelete()': () => false,
    'Boolean isRestrictedPicklist()': (self: FieldDescribe) => self.field.restrictedPicklist,
    'Boolean isSearchPrefilterable()': (self: FieldDescribe) => self.field.type === 'reference',
    'Boolean isSortable()': (self: FieldDescribe) => isSortable(self.field),
    'Boolean isUnique()': (self: FieldDescribe) => self.field.unique,
    'Boolean isUpdateable()': (self: FieldDescribe) => self.field.updateable && canEdit(self),
    'Boolean isWriteRequiresMasterRead()': () => false
  }),
  builtin('class Schema.PicklistEntry', {
    'String getLabel()': (self: PicklistEntry) => self.entry.label,
    'String getValue()': (self: PicklistEntry) => self.entry.value,
    'Boolean isActive()': (self: PicklistEntry) => self.entry.active,
    'Boolean isDefaultValue()': (self: PicklistEntry) => self.entry.isDefault
  }),
  builtin('class Schema.FieldSet', {
    'String getName()': (self: FieldSetToken) => self.fieldSet.name,
    'String getNamespace()': () => null,
    'String getLabel()': (self: FieldSetToken) => self.fieldSet.label,
    'String getDescription()': () => null,
    'List<Schema.FieldSetMember> getFields()': (self: FieldSetToken) =>
      listOf(
        'Schema.FieldSetMember',
        self.fieldSet.fields.map(({ path, required }) => new FieldSetMember(self.object, path, required))
      ),
    'Schema.SObjectType getSObjectType()': (self: FieldSetToken) => sobjectTypeToken(self.object)
  }),
  builtin('class Schema.FieldSetMember', {
    'String getFieldPath()': (self: FieldSetMember) => self.path,
    'Boolean getDBRequired()': (self: FieldSetMember) => !memberField(self).nillable && memberField(self).type !== 'boolean',
    'Boolean getRequired()': (self: FieldSetMember) => self.required,
    'String getLabel()': (self: FieldSetMember) => memberField(self).label,
    'Schema.DisplayType getType()': (self: FieldSetMember) => displayType(memberField(self)),
    'Schema.SObjectField getSObjectField()': (self: FieldSetMember) => {
      const { object, field } = memberTarget(self);
      return fieldToken(object, field);
    }
  }),
  builtin('enum Schema.DisplayType', {}, DISPLAY_TYPES),
  builtin('enum Schema.SOAPType', {}, SOAP_TYPES),
  builtin('enum Schema.FieldDescribeOptions', {}, ['DEFAULT', 'FULL_DESCRIBE'])
];

/** Address parts belong to their compound field, the parts of a person's name to Name. */
function compoundName({ object, field }: FieldDescribe): string | null {
  const address = /^(\w*?)(Street|City|State|StateCode|PostalCode|Country|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/.exec(
    field.name
  );
  const compound = address ? object.field(`${address[1]}Address`) : undefined;
  if (compound?.type === 'address') return compound.name;
  const isPersonName = ['FirstName', 'LastName', 'Salutation', 'MiddleName', 'Suffix'].includes(field.name);
  return isPersonName && object.field('Name')?.calculated ? 'Name' : null;
}

/** The first master-detail field of an object is its primary relationship (0), the second 1. */
function relationshipOrder({ object, field }: FieldDescribe): number | null {
  if (!field.masterDetail) return null;
  return [...object.fields.values()].filter((each) => each.masterDetail).indexOf(field);
}

function memberTarget(self: FieldSetMember): { readonly object: FieldDescribe['object']; readonly field: FieldInfo } {
  const { schema } = tx().org;
  let object = self.object;
  const segments = self.path.split('.');
  for (const segment of segments.slice(0, -1)) {
    const reference = object.relationship(segment);
    object = schema.object(reference?.referenceTo[0] ?? '') ?? object;
  }
  const field = object.field(segments.at(-1)!);
  if (!field) throw new Error(`The field set of ${self.object.name} names a field that does not exist: ${self.path}`);
  return { object, field };
}

function memberField(self: FieldSetMember): FieldInfo {
  return memberTarget(self).field;
}
