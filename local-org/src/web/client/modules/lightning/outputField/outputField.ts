import { api } from 'lwc';
import type { FieldModel } from '../../../../site/model.js';
import { fieldNameOf, findField } from '../../../runtime/formContext.js';
import { FormFieldElement } from '../../../runtime/formFieldElement.js';

/** `lightning-output-field`: one field of the record form around it, read only. */
export default class OutputField extends FormFieldElement {
  @api fieldName?: string | { readonly fieldApiName: string };
  @api variant = 'standard';
  @api fieldClass?: string;

  get field(): FieldModel | undefined {
    return findField(this.state?.layout ?? null, this.formFieldName);
  }

  protected get formFieldName(): string {
    return fieldNameOf(this.fieldName);
  }
}
