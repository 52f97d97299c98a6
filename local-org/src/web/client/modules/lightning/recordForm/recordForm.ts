import { LightningElement, api, wire } from 'lwc';
import type { LayoutModel } from '../../../../site/model.js';
import { fieldNameOf } from '../../../runtime/formContext.js';
import { getLayout } from '../../../runtime/layouts.js';
import { objectOf } from '../../../runtime/router.js';
import type { WireValue } from '../../../runtime/wire.js';

type FieldReference = string | { readonly fieldApiName: string };

/** `lightning-record-form`: a whole form of a layout's or of given fields, with its buttons. */
export default class RecordForm extends LightningElement {
  @api recordId?: string;
  @api recordTypeId?: string;
  @api fields?: readonly FieldReference[];
  @api layoutType?: string;
  @api columns: number | string = 1;
  @api density?: string;
  @api mode?: 'edit' | 'view' | 'readonly';

  private givenObject?: string;
  private editing?: boolean;

  @api
  get objectApiName(): string | { objectApiName: string } | undefined {
    return this.givenObject;
  }
  set objectApiName(value: string | { objectApiName: string } | undefined) {
    this.givenObject = typeof value === 'object' ? value?.objectApiName : value;
  }

  get object(): string | undefined {
    return this.givenObject ?? objectOf(this.recordId);
  }

  @wire(getLayout, { objectApiName: '$object' })
  layout?: WireValue<LayoutModel>;

  get names(): string[] {
    if (this.fields) return this.fields.map(fieldNameOf).map((name) => name.split('.').pop()!);
    const layout = this.layout?.data;
    if (!layout) return [];
    const shown = this.layoutType === 'Compact' ? layout.compactFields : layout.sections.flatMap((section) => section.columns.flat());
    return shown.map((field) => field.name);
  }

  get isEditing(): boolean {
    return this.editing ?? (this.mode === 'edit' || (!this.recordId && this.mode !== 'readonly'));
  }

  get canEdit(): boolean {
    return this.mode !== 'readonly' && this.recordId !== undefined;
  }

  get gridStyle(): string {
    return `display: grid; gap: 0.25rem 1.5rem; grid-template-columns: repeat(${Number(this.columns) || 1}, minmax(0, 1fr))`;
  }

  handleEdit(): void {
    this.editing = true;
  }

  handleCancel(): void {
    this.editing = false;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSuccess(event: CustomEvent<unknown>): void {
    this.editing = false;
    this.dispatchEvent(new CustomEvent('success', { detail: event.detail }));
  }

  /** The page may change what is submitted, so its answer counts. */
  handleSubmit(event: CustomEvent<unknown>): void {
    if (!this.dispatchEvent(new CustomEvent('submit', { cancelable: true, detail: event.detail }))) event.preventDefault();
  }

  handleLoad(event: CustomEvent<unknown>): void {
    this.dispatchEvent(new CustomEvent('load', { detail: event.detail }));
  }

  handleError(event: CustomEvent<unknown>): void {
    this.dispatchEvent(new CustomEvent('error', { detail: event.detail }));
  }

  @api
  submit(fields?: Record<string, unknown>): void {
    const form = this.template?.querySelector<HTMLElement & { submit(fields?: Record<string, unknown>): void }>(
      'lightning-record-edit-form'
    );
    form?.submit(fields);
  }
}
