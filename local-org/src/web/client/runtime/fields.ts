import type { FieldModel } from '../../site/model.js';

/** A field's value as text; none for an empty field. */
export function valueText(value: unknown): string {
  return value === null || value === undefined ? '' : (value as string | number | boolean).toString();
}

/** What to ask of a record to show these fields: references come with the name of what they point to. */
export function recordFields(object: string, fields: readonly FieldModel[]): string[] {
  return fields.flatMap((field) => {
    const own = `${object}.${field.name}`;
    return field.relationshipName && field.referenceName
      ? [own, `${object}.${field.relationshipName}.${field.referenceName}`, `${object}.${field.relationshipName}.Id`]
      : [own];
  });
}
