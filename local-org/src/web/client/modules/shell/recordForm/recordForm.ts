import { api, track, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import type { FieldModel, LayoutModel } from '../../../../site/model.js';
import { createRecord, getRecord, updateRecord, type UiRecord } from '../../../platform/uiRecordApi.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { errorText } from '../../../runtime/errors.js';
import { getLayout } from '../../../runtime/layouts.js';
import { toast } from '../../../runtime/toasts.js';
import type { WireValue } from '../../../runtime/wire.js';

interface FieldError {
  readonly message: string;
}

/** Edits a record, or makes a new one, with the fields of its layout. Closes with the record's id when something was saved. */
export default class RecordForm extends LightningModal {
  @api recordId?: string;
  @api objectApiName!: string;

  @track changes: Record<string, unknown> = {};
  @track fieldErrors: Record<string, string> = {};
  problem: string | null = null;
  saving = false;

  @wire(getLayout, { objectApiName: '$objectApiName' })
  layout?: WireValue<LayoutModel>;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fieldNames' })
  record?: WireValue<UiRecord>;

  get title(): string {
    const { label } = bootstrap().objects[this.objectApiName];
    return this.recordId ? `Edit ${label}` : `New ${label}`;
  }

  get fieldNames(): string[] | undefined {
    return this.layout?.data && this.editable.map((field) => `${this.objectApiName}.${field.name}`);
  }

  get ready(): boolean {
    return this.layout?.data !== undefined && (!this.recordId || this.record?.data !== undefined);
  }

  get sections(): { label: string; fields: { field: FieldModel; value: unknown; error: string }[] }[] {
    return (this.layout?.data?.sections ?? [])
      .map((section) => ({
        label: section.label,
        fields: interleave(section.columns)
          .filter((field) => this.editable.includes(field))
          .map((field) => ({ field, value: this.valueOf(field.name), error: this.fieldErrors[field.name] ?? '' }))
      }))
      .filter((section) => section.fields.length > 0);
  }

  handleChange(event: CustomEvent<{ name: string; value: unknown }>): void {
    this.changes[event.detail.name] = event.detail.value;
    delete this.fieldErrors[event.detail.name];
  }

  handleCancel(): void {
    this.close();
  }

  async handleSave(): Promise<void> {
    const inputs = [...this.template!.querySelectorAll<HTMLElement & { reportValidity(): boolean }>('shell-input')];
    if (!inputs.map((input) => input.reportValidity()).every(Boolean)) return;
    this.saving = true;
    this.problem = null;
    try {
      const { label } = bootstrap().objects[this.objectApiName];
      if (this.recordId) {
        if (Object.keys(this.changes).length > 0) await updateRecord({ fields: { Id: this.recordId, ...this.changes } });
        toast({ title: `${label} was saved.`, variant: 'success' });
        this.close(this.recordId);
      } else {
        const created = (await createRecord({ apiName: this.objectApiName, fields: { ...this.changes } })) as UiRecord;
        toast({ title: `${label} was created.`, variant: 'success' });
        this.close(created.id);
      }
    } catch (error) {
      this.showErrors(error);
    } finally {
      this.saving = false;
    }
  }

  private get editable(): FieldModel[] {
    const fields = this.layout?.data?.sections.flatMap((section) => section.columns.flat()) ?? [];
    return fields.filter((field) => (this.recordId ? field.updateable : field.createable));
  }

  private valueOf(name: string): unknown {
    return name in this.changes ? this.changes[name] : (this.record?.data?.fields[name]?.value ?? null);
  }

  private showErrors(error: unknown): void {
    const output = (error as { body?: { output?: { fieldErrors?: Record<string, FieldError[]> } } }).body?.output;
    const fieldErrors = Object.entries(output?.fieldErrors ?? {});
    this.fieldErrors = Object.fromEntries(fieldErrors.map(([name, [first]]) => [name, first.message]));
    const shown = this.editable.some((field) => field.name in this.fieldErrors);
    this.problem = shown && fieldErrors.length > 0 ? 'Review the fields below.' : errorText(error);
  }
}

/** Columns are read across: first row, second row, … */
function interleave<T>(columns: readonly (readonly T[])[]): T[] {
  const rows = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: rows }, (_, row) => columns.flatMap((column) => (row < column.length ? [column[row]] : []))).flat();
}
