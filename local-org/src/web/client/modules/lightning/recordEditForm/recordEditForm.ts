import { LightningElement, api, wire } from 'lwc';
import type { LayoutModel } from '../../../../site/model.js';
import { createRecord, getRecord, updateRecord, type UiRecord } from '../../../platform/uiRecordApi.js';
import { errorText } from '../../../runtime/errors.js';
import { REGISTER, type FormField, type FormState, type Registration } from '../../../runtime/formContext.js';
import { objectOf } from '../../../runtime/router.js';
import { getLayout } from '../../../runtime/layouts.js';
import type { WireValue } from '../../../runtime/wire.js';

/** `lightning-record-edit-form`: its input fields show and change a record; without a record id a new one is made. */
export default class RecordEditForm extends LightningElement {
  @api recordId?: string;
  @api recordTypeId?: string;
  @api density?: string;
  @api layoutType?: string;
  @api formClass = '';

  private givenObject?: string;
  private fields = new Set<FormField>();
  private errors: Record<string, string> = {};
  private problem: string | null = null;
  private layoutData: LayoutModel | null = null;
  private recordData: UiRecord | null = null;
  private asked?: string[];

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

  get wanted(): string[] | undefined {
    return this.asked;
  }

  @wire(getLayout, { objectApiName: '$object' })
  handleLayout({ data, error }: WireValue<LayoutModel>): void {
    if (data) this.layoutData = data;
    if (error) this.problem = errorText(error);
    this.tell();
  }

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$wanted' })
  handleRecord({ data, error }: WireValue<UiRecord>): void {
    if (data) {
      this.recordData = data;
      this.dispatchEvent(new CustomEvent('load', { detail: { records: { [data.id]: data }, record: data } }));
    }
    if (error) this.problem = errorText(error);
    this.tell();
  }

  connectedCallback(): void {
    this.addEventListener(REGISTER, (event) => this.register(event as CustomEvent<Registration>));
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    const fields = this.entered();
    if (![...this.fields].map((field) => field.validate()).every(Boolean)) return;
    const submit = new CustomEvent('submit', { cancelable: true, detail: { fields } });
    if (this.dispatchEvent(submit)) void this.submit(fields);
  }

  /** A click on a submit button inside the form: the base button is no native submit button of this element's own form. */
  handleClick(event: Event): void {
    const button = event.composedPath().find((target) => (target as HTMLElement).tagName === 'LIGHTNING-BUTTON') as
      (HTMLElement & { type?: string }) | undefined;
    if (button?.type === 'submit') this.handleSubmit(event);
  }

  @api
  async submit(fields?: Record<string, unknown>): Promise<void> {
    const values = { ...(fields ?? this.entered()) };
    try {
      const saved = (
        this.recordId
          ? await updateRecord({ fields: { ...values, Id: this.recordId } })
          : await createRecord({
              apiName: this.object,
              fields: this.recordTypeId ? { ...values, RecordTypeId: this.recordTypeId } : values
            })
      ) as UiRecord;
      this.errors = {};
      this.problem = null;
      this.tell();
      for (const field of this.fields) if (this.recordId) field.reset();
      this.dispatchEvent(new CustomEvent('success', { detail: saved }));
    } catch (error) {
      this.refuse(error);
    }
  }

  private entered(): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const field of this.fields) {
      const { changed, value } = field.read();
      if (changed || this.recordId) values[field.fieldName] = value;
    }
    return values;
  }

  private refuse(error: unknown): void {
    const { body } = error as { body?: { message?: string; output?: { fieldErrors?: Record<string, { message: string }[]> } } };
    this.errors = Object.fromEntries(Object.entries(body?.output?.fieldErrors ?? {}).map(([name, [first]]) => [name, first.message]));
    this.problem = errorText(error);
    this.tell();
    this.dispatchEvent(
      new CustomEvent('error', { detail: { message: body?.message ?? this.problem, detail: this.problem, output: body?.output ?? {} } })
    );
  }

  private register(event: CustomEvent<Registration>): void {
    event.stopPropagation();
    const { field } = event.detail;
    this.fields.add(field);
    event.detail.leave = () => this.fields.delete(field);
    // Fields appear one after the other: the record is read once, with all of them.
    void Promise.resolve().then(() => {
      const names = [...this.fields].map((each) => each.fieldName).filter(Boolean);
      const asked = [...new Set(names)].sort().map((name) => `${this.object}.${name}`);
      if (asked.join() !== this.asked?.join()) this.asked = asked.length > 0 ? asked : undefined;
      this.tell();
    });
  }

  private tell(): void {
    const state: FormState = {
      layout: this.layoutData,
      record: this.recordId ? this.recordData : null,
      errors: this.errors,
      problem: this.problem,
      readOnly: false
    };
    for (const field of this.fields) field.update(state);
  }
}
