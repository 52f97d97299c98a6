import { LightningElement, api } from 'lwc';
import type { FieldModel } from '../../../../site/model.js';
import type { UiRecord } from '../../../platform/uiRecordApi.js';
import { valueText } from '../../../runtime/fields.js';

/** A field's label and value, as on a record's details; a skeleton line while the record loads. */
export default class Field extends LightningElement {
  @api field!: FieldModel;
  @api record?: UiRecord;
  /** In a header: without the line below. */
  @api plain = false;

  get className(): string {
    return this.plain ? 'plain' : 'slds-form-element slds-form-element_stacked slds-form-element_readonly field';
  }

  get labelClass(): string {
    return this.plain ? 'slds-text-title slds-truncate' : 'slds-form-element__label';
  }

  get valueClass(): string {
    return this.plain ? 'value' : 'slds-form-element__static value';
  }

  get value(): unknown {
    return this.record?.fields[this.field.name]?.value;
  }

  get text(): string | null {
    return this.record?.fields[this.field.name]?.displayValue ?? null;
  }

  get referenceText(): string | null {
    const parent = this.record?.fields[this.field.relationshipName ?? '']?.value as UiRecord | null | undefined;
    return parent ? valueText(parent.fields[this.field.referenceName ?? '']?.value) : null;
  }
}
