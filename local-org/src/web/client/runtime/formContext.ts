import type { FieldModel, LayoutModel } from '../../site/model.js';
import type { UiRecord } from '../platform/uiRecordApi.js';

/** What a record form gives its fields; they ask for it when they are put into the page. */
export interface FormState {
  readonly layout: LayoutModel | null;
  readonly record: UiRecord | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly problem: string | null;
  readonly readOnly: boolean;
}

export interface FormField extends EventTarget {
  readonly fieldName: string;
  update(state: FormState): void;
  /** What the user entered, if anything. */
  read(): { readonly changed: boolean; readonly value: unknown };
  validate(): boolean;
  reset(): void;
}

/** Fired by a field when it appears; its detail is the field and where to put the function that takes it out again. */
export const REGISTER = 'localorgregisterfield';

export interface Registration {
  readonly field: FormField;
  leave: (() => void) | null;
}

/** The field of a form's object, by either form of a field reference. */
export function fieldNameOf(reference: string | { readonly fieldApiName: string } | undefined): string {
  if (reference === undefined) return '';
  return typeof reference === 'string' ? reference : reference.fieldApiName;
}

export function findField(layout: LayoutModel | null, name: string): FieldModel | undefined {
  const key = name.toLowerCase();
  return layout?.fields.find((field) => field.name.toLowerCase() === key);
}
