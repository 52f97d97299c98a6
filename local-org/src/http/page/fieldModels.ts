import type { Org, RunningUser } from '../../org/contracts.js';
import type { FieldInfo, ObjectInfo } from '../../schema/index.js';
import { nameField, type FieldModel } from '../../web/index.js';

/** The fields of these names that the user can read, as the page needs them. */
export function fieldModels(org: Org, user: RunningUser, object: ObjectInfo, names: readonly string[]): FieldModel[] {
  return names
    .map((name) => object.field(name))
    .filter((field): field is FieldInfo => field !== undefined && !isCompound(field) && org.access.canReadField(user, object, field.name))
    .map((field) => fieldModel(org, user, object, field));
}

/** Addresses and geolocations: their parts are fields of their own. */
export function isCompound(field: FieldInfo): boolean {
  return field.type === 'address' || field.type === 'location';
}

function fieldModel(org: Org, user: RunningUser, object: ObjectInfo, field: FieldInfo): FieldModel {
  const canEdit = org.access.canEditField(user, object, field.name);
  const target = field.referenceTo.length > 0 ? org.schema.object(field.referenceTo[0]) : undefined;
  return {
    name: field.name,
    label: field.type === 'reference' ? field.label.replace(/ ID$/, '') : field.label,
    type: field.type,
    required: !field.nillable && field.type !== 'boolean',
    createable: field.createable && canEdit,
    updateable: field.updateable && canEdit,
    length: field.length,
    scale: field.scale,
    helpText: field.helpText,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    picklist: field.picklist?.filter((value) => value.active).map(({ value, label }) => ({ value, label })) ?? null,
    referenceName: target ? nameField(target) : null
  };
}
