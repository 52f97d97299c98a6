/** What the org knows of its objects: the shapes that metadata fills and everyone else reads. */

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'boolean'
  | 'int'
  | 'long'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url'
  | 'address'
  | 'location'
  | 'base64'
  | 'anyType'
  | 'encryptedstring';

/** The Apex type of a field's value. `address` and `location` are compound and read only. */
export type FieldApexType =
  | 'Id'
  | 'String'
  | 'Boolean'
  | 'Integer'
  | 'Long'
  | 'Double'
  | 'Decimal'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Blob'
  | 'Object'
  | 'Address'
  | 'Location';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly active: boolean;
}

export interface FieldInfo {
  /** API name in its canonical spelling; also the key of SObject values. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly apexType: FieldApexType;
  readonly custom: boolean;
  /** Characters; 0 where it does not apply. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  /** false: a value must be given (or defaulted) when a record is created. */
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly autoNumber: string | null;
  /** Formula text of the default, or null. */
  readonly defaultValueFormula: string | null;
  /** Formula text of a formula field, or null. */
  readonly formula: string | null;
  /** How a formula field counts blank numbers; 'zero' when absent. */
  readonly formulaBlanks?: 'zero' | 'blank';
  readonly summary: SummaryInfo | null;
  /** A value that the platform computes on read or keeps by itself (formula, roll-up, CampaignMember.Name …). */
  readonly calculated: boolean;
  readonly picklist: readonly PicklistValue[] | null;
  readonly restrictedPicklist: boolean;
  readonly dependentOn: string | null;
  /** Objects a reference may point to; more than one: polymorphic. */
  readonly referenceTo: readonly string[];
  /** `Account` for AccountId, `Thing__r` for Thing__c. */
  readonly relationshipName: string | null;
  readonly cascadeDelete: boolean;
  readonly masterDetail: boolean;
  readonly nameField: boolean;
  readonly helpText: string | null;
  /** Whether permission sets can grant it: false for required, master-detail, system and CampaignMember's standard fields. */
  readonly permissionable: boolean;
}

export interface SummaryInfo {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  readonly foreignKey: string;
  readonly summarizedField: string | null;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value: string }[];
}

export interface ChildRelationship {
  /** `CampaignMembers`, `Things__r`; null where SOQL can't walk it. */
  readonly name: string | null;
  readonly childObject: string;
  readonly field: string;
  readonly cascadeDelete: boolean;
}

export interface RecordTypeInfo {
  readonly id: string;
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  readonly master: boolean;
}

export interface ValidationRuleInfo {
  readonly name: string;
  readonly formula: string;
  readonly errorMessage: string;
  readonly errorField: string | null;
}

export interface FieldSetInfo {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly { readonly path: string; readonly required: boolean }[];
}

export type ObjectKind =
  'standard' | 'custom' | 'listSetting' | 'hierarchySetting' | 'customMetadata' | 'platformEvent' | 'changeEvent' | 'share' | 'history';

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent' | 'FullAccess';

export interface ObjectInfo {
  /** API name in its canonical spelling. */
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly kind: ObjectKind;
  /** Keyed by lower-cased API name, in describe order. */
  readonly fields: ReadonlyMap<string, FieldInfo>;
  readonly children: readonly ChildRelationship[];
  readonly recordTypes: readonly RecordTypeInfo[];
  readonly validationRules: readonly ValidationRuleInfo[];
  readonly fieldSets: readonly FieldSetInfo[];
  readonly sharingModel: SharingModel;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  readonly triggerable: boolean;
  readonly undeletable: boolean;
  readonly mergeable: boolean;

  /** All of these ignore case and answer undefined when there is none. */
  field(name: string): FieldInfo | undefined;
  /** The reference field whose relationship (`Campaign`, `Thing__r`) has this name. */
  relationship(name: string): FieldInfo | undefined;
  child(relationshipName: string): ChildRelationship | undefined;
}

export interface Schema {
  /** Ignores case. */
  object(name: string): ObjectInfo | undefined;
  objectByPrefix(keyPrefix: string): ObjectInfo | undefined;
  objects(): Iterable<ObjectInfo>;
}
