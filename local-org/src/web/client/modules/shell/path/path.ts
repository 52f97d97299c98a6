import { LightningElement, api, wire } from 'lwc';
import type { LayoutModel } from '../../../../site/model.js';
import { getFieldValue, getRecord, updateRecord, type UiRecord } from '../../../platform/uiRecordApi.js';
import { errorText } from '../../../runtime/errors.js';
import { getLayout } from '../../../runtime/layouts.js';
import { toast } from '../../../runtime/toasts.js';
import type { WireValue } from '../../../runtime/wire.js';

/** Path: the stages of a picklist, and a button that moves the record to the chosen one. */
export default class Path extends LightningElement {
  @api item?: unknown;
  @api page?: unknown;
  @api recordId!: string;
  @api objectApiName!: string;

  chosen: string | null = null;
  saving = false;

  @wire(getLayout, { objectApiName: '$objectApiName' })
  layout?: WireValue<LayoutModel>;

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  record?: WireValue<UiRecord>;

  get fields(): string[] | undefined {
    const path = this.layout?.data?.path;
    return path ? [`${this.objectApiName}.${path.field}`] : undefined;
  }

  get current(): string | null {
    return this.fields ? ((getFieldValue(this.record?.data, this.fields[0]) as string | null | undefined) ?? null) : null;
  }

  get steps(): { value: string; label: string; className: string; state: string; selected: string; tabIndex: string }[] {
    const values = this.layout?.data?.path?.values ?? [];
    const at = values.findIndex((step) => step.value === this.current);
    const focus = this.chosen ?? this.current ?? values[0]?.value;
    return values.map((step, index) => ({
      ...step,
      className: `slds-path__item slds-is-${index < at ? 'complete' : index === at ? 'current' : 'incomplete'} ${step.value === focus ? 'slds-is-active' : ''}`,
      state: index < at ? 'Stage complete' : index === at ? 'Current stage' : '',
      selected: String(step.value === focus),
      tabIndex: step.value === focus ? '0' : '-1'
    }));
  }

  get hasSteps(): boolean {
    return this.steps.length > 0;
  }

  get canMove(): boolean {
    return this.chosen !== null && this.chosen !== this.current && this.layout?.data?.rights.edit === true;
  }

  handleStep(event: Event): void {
    event.preventDefault();
    this.chosen = (event.currentTarget as HTMLElement).dataset.value!;
  }

  handleKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const steps = this.steps;
    const at = steps.findIndex((candidate) => candidate.tabIndex === '0');
    this.chosen = steps[(at + step + steps.length) % steps.length].value;
    const links = [...this.template!.querySelectorAll<HTMLElement>('.slds-path__link')];
    links[(at + step + links.length) % links.length].focus();
  }

  async handleMove(): Promise<void> {
    this.saving = true;
    try {
      await updateRecord({ fields: { Id: this.recordId, [this.layout!.data!.path!.field]: this.chosen } });
      toast({ title: 'Status changed successfully.', variant: 'success' });
      this.chosen = null;
    } catch (error) {
      toast({ title: 'The status was not changed', message: errorText(error), variant: 'error' });
    } finally {
      this.saving = false;
    }
  }
}
