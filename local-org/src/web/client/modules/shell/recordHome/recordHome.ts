import { LightningElement, api, wire } from 'lwc';
import RecordForm from 'shell/recordForm';
import type { AppModel, LayoutModel, PageModel } from '../../../../site/model.js';
import { getRecord, type UiRecord } from '../../../platform/uiRecordApi.js';
import { bootstrap } from '../../../runtime/bootstrap.js';
import { errorText } from '../../../runtime/errors.js';
import { getLayout } from '../../../runtime/layouts.js';
import { go } from '../../../runtime/router.js';
import type { WireValue } from '../../../runtime/wire.js';
import { valueText } from '../../../runtime/fields.js';

/** A record's page: the project's FlexiPage for the object, or header and details when there is none. */
export default class RecordHome extends LightningElement {
  @api app!: AppModel;
  @api recordId!: string;
  @api objectApiName!: string;
  /** Set on the page of one related list. */
  @api relationship?: string;
  /** The address asks to edit the record. */
  @api edit = false;

  @wire(getRecord, { recordId: '$recordId', fields: '$nameFields' })
  record?: WireValue<UiRecord>;

  @wire(getLayout, { objectApiName: '$objectApiName' })
  layout?: WireValue<LayoutModel>;

  get nameFields(): string[] {
    return [`${this.objectApiName}.${bootstrap().objects[this.objectApiName].nameField}`];
  }

  get page(): PageModel | undefined {
    const name = this.app.recordPages[this.objectApiName] ?? bootstrap().objects[this.objectApiName].recordPage;
    return name ? bootstrap().pages[name] : undefined;
  }

  get problem(): string | null {
    const error = this.record?.error ?? this.layout?.error;
    if ((error as { status?: number } | undefined)?.status === 404)
      return "It was deleted, or you don't have access to it. Ask its owner, or view the page as another user.";
    return error ? errorText(error) : null;
  }

  get showPage(): boolean {
    return !this.problem && !this.relationship && this.page !== undefined;
  }

  get showPlain(): boolean {
    return !this.problem && !this.relationship && this.page === undefined;
  }

  get showRelated(): boolean {
    return !this.problem && this.relationship !== undefined;
  }

  get backUrl(): string {
    return `/lightning/r/${this.objectApiName}/${this.recordId}/view`;
  }

  get recordName(): string {
    const nameField = bootstrap().objects[this.objectApiName].nameField;
    return valueText(this.record?.data?.fields[nameField]?.value);
  }

  renderedCallback(): void {
    if (this.recordName) document.title = `${this.recordName} | ${bootstrap().objects[this.objectApiName].label}`;
    if (this.edit) void this.openEdit();
  }

  private async openEdit(): Promise<void> {
    this.edit = false;
    go(this.backUrl, true);
    await RecordForm.open({ size: 'medium', label: 'Edit', recordId: this.recordId, objectApiName: this.objectApiName });
  }
}
