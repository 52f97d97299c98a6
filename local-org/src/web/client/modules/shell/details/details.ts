import { LightningElement, api, wire } from 'lwc';
import type { FieldModel, LayoutModel } from '../../../../site/model.js';
import { getRecord, type UiRecord } from '../../../platform/uiRecordApi.js';
import { errorText } from '../../../runtime/errors.js';
import { recordFields } from '../../../runtime/fields.js';
import { getLayout } from '../../../runtime/layouts.js';
import type { WireValue } from '../../../runtime/wire.js';

interface Section {
  readonly key: string;
  readonly label: string;
  readonly columns: { readonly key: number; readonly fields: readonly FieldModel[] }[];
}

/** `force:detailPanel`: the record's fields in the sections of its layout. */
export default class Details extends LightningElement {
  @api item?: unknown;
  @api page?: unknown;
  @api recordId!: string;
  @api objectApiName!: string;

  @wire(getLayout, { objectApiName: '$objectApiName' })
  layout?: WireValue<LayoutModel>;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  record?: WireValue<UiRecord>;

  get sections(): Section[] {
    return (this.layout?.data?.sections ?? []).map((section) => ({
      key: section.label,
      label: section.label,
      columns: section.columns.map((fields, key) => ({ key, fields }))
    }));
  }

  get sectionNames(): string[] {
    return this.sections.map((section) => section.key);
  }

  get fields(): string[] | undefined {
    return (
      this.layout?.data &&
      recordFields(
        this.objectApiName,
        this.layout.data.sections.flatMap((section) => section.columns.flat())
      )
    );
  }

  get problem(): string | null {
    const error = this.layout?.error ?? this.record?.error;
    return error ? errorText(error) : null;
  }

  get waiting(): boolean {
    return !this.problem && !this.layout?.data;
  }
}
