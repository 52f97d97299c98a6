import { formulaFieldValue, recordContext } from '../schema/index.js';
import type { FieldInfo, ObjectInfo } from '../schema/model.js';
import {
  ApexException,
  ApexList,
  ApexMap,
  builtinType,
  getField,
  raise,
  runtimeName,
  setField,
  SObject,
  toText,
  typeOf,
  Types,
  unsupported,
  valueEquals,
  hashCode
} from '../values/index.js';
import { cloneRecord } from './collections.js';
import { builtin } from './declare.js';
import type { DmlOptionsValue } from './dmlOptions.js';
import { DmlError } from './dmlResults.js';
import { sobjectTypeToken, type SObjectFieldToken } from './schemaTokens.js';

type FieldKey = string | SObjectFieldToken | null;

/** An aggregate row has no object: its values are found by alias, in any case. */
function aggregateValue(self: SObject, name: string): unknown {
  if (self.values.has(name)) return self.values.get(name);
  const key = [...self.values.keys()].find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? raise('SObjectException', `Invalid field ${name} for AggregateResult`) : self.values.get(key);
}

function fieldOf(self: SObject, key: FieldKey): FieldInfo {
  if (key === null) return raise('NullPointerException', 'Argument 1 cannot be null');
  const info = self.info!;
  if (typeof key !== 'string') {
    if (key.object !== info) raise('SObjectException', `${key.object.name}.${key.field.name} does not belong to SObject type ${info.name}`);
    return key.field;
  }
  return info.field(key) ?? raise('SObjectException', `Invalid field ${key} for ${info.name}`);
}

function get(self: SObject, key: FieldKey): unknown {
  if (self.info === null) return aggregateValue(self, typeof key === 'string' ? key : (key?.field.name ?? ''));
  return getField(self, fieldOf(self, key).name);
}

/** Formulas, counters and audit fields can't be assigned; custom metadata, history and event records can be put together freely (in tests). */
function isWriteable(info: ObjectInfo, field: FieldInfo): boolean {
  if (info.kind !== 'standard' && info.kind !== 'custom') return true;
  return field.type === 'id' || field.createable || field.updateable;
}

function put(self: SObject, key: FieldKey, value: unknown): unknown {
  if (self.info === null) return raise('SObjectException', 'Invalid operation on an aggregate result');
  const field = fieldOf(self, key);
  if (!isWriteable(self.info, field)) raise('SObjectException', `Field is not writeable: ${self.info.name}.${field.name}`);
  const previous = self.values.get(field.name) ?? null;
  try {
    setField(self, field.name, value);
  } catch (error) {
    if (!(error instanceof ApexException) || error.apexType.name !== 'TypeException') throw error;
    raise('SObjectException', `Illegal assignment from ${runtimeName(typeOf(value))} to ${field.apexType}`);
  }
  return previous;
}

/** The relationship by its name, or by the field that makes it. */
function relationshipOf(self: SObject, key: FieldKey): FieldInfo {
  if (key === null) return raise('NullPointerException', 'Argument 1 cannot be null');
  const info = self.info ?? raise('SObjectException', 'Invalid operation on an aggregate result');
  const field = typeof key === 'string' ? info.relationship(key) : fieldOf(self, key);
  if (!field?.relationshipName) return raise('SObjectException', `Invalid relationship ${toText(key)} for ${info.name}`);
  return field;
}

function getSObject(self: SObject, key: FieldKey): unknown {
  return getField(self, relationshipOf(self, key).relationshipName!);
}

function putSObject(self: SObject, key: FieldKey, value: SObject | null): SObject | null {
  const field = relationshipOf(self, key);
  const previous = (self.values.get(field.relationshipName!) ?? null) as SObject | null;
  if (value !== null && !fits(field, value)) {
    raise('SObjectException', `Illegal assignment from ${value.typeName} to ${field.referenceTo[0] ?? 'SObject'}`);
  }
  setField(self, field.relationshipName!, value);
  return previous;
}

function fits(field: FieldInfo, value: SObject): boolean {
  return field.referenceTo.length === 0 || field.referenceTo.some((name) => name.toLowerCase() === value.typeName.toLowerCase());
}

/** Children of a sub-query; null when there are none. */
function getSObjects(self: SObject, name: string | null): ApexList | null {
  const relationship = self.info?.child(name ?? '');
  if (!relationship?.name) return raise('SObjectException', `Invalid relationship ${name} for ${self.typeName}`);
  const children = self.values.get(relationship.name);
  return children instanceof ApexList && children.size > 0 ? children : null;
}

function populatedFields(self: SObject): ApexMap {
  const map = new ApexMap<string, unknown>(Types.primitive('String'), Types.primitive('Object'));
  // What a query found empty is not populated.
  for (const [name, value] of self.values) if (value !== null || !self.queried) map.set(name, value);
  return map;
}

function isSet(self: SObject, key: FieldKey): boolean {
  return self.values.has(fieldOf(self, key).name);
}

/** The id of what a record was cloned from, null when that was not saved. */
const cloneSources = new WeakMap<SObject, string | null>();

function clone(
  self: SObject,
  preserveId: boolean | null,
  deep: boolean | null,
  timestamps: boolean | null,
  autonumbers: boolean | null
): SObject {
  const copy = cloneRecord(self, { id: preserveId === true, timestamps: timestamps === true, autonumbers: autonumbers === true });
  if (deep) {
    for (const [name, value] of copy.values) {
      if (value instanceof SObject) copy.values.set(name, clone(value, true, true, true, true));
      else if (value instanceof ApexList) {
        const items = (value.items as unknown[]).map((item) => (item instanceof SObject ? clone(item, true, true, true, true) : item));
        copy.values.set(name, new ApexList(value.element, items));
      }
    }
  }
  cloneSources.set(copy, self.id);
  return copy;
}

/** What addError gives the failed row of a DML statement, too. */
const ADD_ERROR_CODE = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';

function addError(self: SObject, field: string | null, message: ApexException | string | null): void {
  const text = message instanceof ApexException ? message.getMessage$0() : (message ?? '');
  self.errors = [...(self.errors ?? []), { field, message: text }];
}

function addFieldError(self: SObject, key: FieldKey, message: string | null): void {
  addError(self, fieldOf(self, key).name, message);
}

/** Evaluates the record's formula fields from what it holds in memory. */
function recalculateFormulas(self: SObject): void {
  const info = self.info ?? raise('SObjectException', 'Invalid operation on an aggregate result');
  for (const field of info.fields.values()) {
    if (field.formula === null) continue;
    self.values.set(field.name, formulaFieldValue(field, recordContext(self, { blankAsZero: field.formulaBlanks !== 'blank' })));
  }
}

export const sobjectDeclarations = [
  builtin('class SObject', {
    'Object get(String fieldName)': get,
    'Object get(Schema.SObjectField field)': get,
    'Object put(String fieldName, Object value)': put,
    'Object put(Schema.SObjectField field, Object value)': put,
    'SObject getSObject(String fieldName)': getSObject,
    'SObject getSObject(Schema.SObjectField field)': getSObject,
    'SObject putSObject(String fieldName, SObject value)': putSObject,
    'SObject putSObject(Schema.SObjectField field, SObject value)': putSObject,
    'List<SObject> getSObjects(String fieldName)': getSObjects,
    'Map<String, Object> getPopulatedFieldsAsMap()': populatedFields,
    'Boolean isSet(String fieldName)': isSet,
    'Boolean isSet(Schema.SObjectField field)': isSet,
    'SObject clone()': (self: SObject) => clone(self, false, false, false, false),
    'SObject clone(Boolean preserveId)': (self: SObject, id: boolean | null) => clone(self, id, false, false, false),
    'SObject clone(Boolean preserveId, Boolean isDeepClone)': (self: SObject, id: boolean | null, deep: boolean | null) =>
      clone(self, id, deep, false, false),
    'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)': (
      self: SObject,
      id: boolean | null,
      deep: boolean | null,
      timestamps: boolean | null
    ) => clone(self, id, deep, timestamps, false),
    'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': clone,
    'Boolean isClone()': (self: SObject) => cloneSources.has(self),
    'Id getCloneSourceId()': (self: SObject) => cloneSources.get(self) ?? null,
    'Schema.SObjectType getSObjectType()': (self: SObject) =>
      self.info ? sobjectTypeToken(self.info) : unsupported('getSObjectType of an AggregateResult'),
    'void addError(String message)': (self: SObject, message: string | null) => addError(self, null, message),
    'void addError(String message, Boolean escape)': (self: SObject, message: string | null) => addError(self, null, message),
    'void addError(Exception exceptionError)': (self: SObject, error: ApexException | null) => addError(self, null, error),
    'void addError(Exception exceptionError, Boolean escape)': (self: SObject, error: ApexException | null) => addError(self, null, error),
    'void addError(String fieldName, String message)': addFieldError,
    'void addError(Schema.SObjectField field, String message)': addFieldError,
    'void addError(String fieldName, String message, Boolean escape)': addFieldError,
    'void addError(Schema.SObjectField field, String message, Boolean escape)': addFieldError,
    'Boolean hasErrors()': (self: SObject) => (self.errors?.length ?? 0) > 0,
    'List<Database.Error> getErrors()': (self: SObject) =>
      new ApexList(
        builtinType('Database.Error'),
        (self.errors ?? []).map(
          ({ field, message }) => new DmlError({ code: ADD_ERROR_CODE, message, fields: field === null ? [] : [field] })
        )
      ),
    // Apex Reference, "SObject Class": kept with the record. Whether a statement may succeed in part is the statement's to say.
    'void setOptions(Database.DMLOptions options)': (self: SObject, options: DmlOptionsValue | null) => void (self.saveOptions = options),
    'Database.DMLOptions getOptions()': (self: SObject) => self.saveOptions,
    'void recalculateFormulas()': recalculateFormulas,
    'String getQuickActionName()': () => null,
    'Boolean equals(Object other)': valueEquals,
    'Integer hashCode()': hashCode,
    'String toString()': toText
  })
];
